import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Progress, Status, StepView } from '../../electron/contract/status.ts'
import { STEPS, type StepId } from '../../electron/contract/steps.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import type { Language } from '../../electron/texts/catalogue.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { momentInWords } from '../parts/time.ts'
import { isClosed } from '../checklist/registered.ts'
import { AskBody } from './AskBody.tsx'
import { AskedSomeone } from '../hand-over/AskedSomeone.tsx'
import { AskSomeone } from '../hand-over/AskSomeone.tsx'
import { AskedSpot } from './registration/AskedSpot.tsx'
import { AskMsp } from './cost-report/AskMsp.tsx'
import { Delivery } from './bucket/Bucket.tsx'
import { DoneBody } from './DoneBody.tsx'
import { NextStep } from './NextStep.tsx'
import { FailedBody } from './FailedBody.tsx'
import { CancelButton } from '../parts/CancelButton.tsx'
import { SignInByBrowser, SignInByCode } from './sign-in/SignInProgress.tsx'
import { StackProgress } from './stack/StackProgress.tsx'
import { SeenEarlier } from './SeenEarlier.tsx'
import { Unverified } from './Unverified.tsx'
import { stepAhead, stepTitle } from '../../electron/texts/steps.ts'
import { useLanguage, useWords } from '../parts/words.ts'

/** A next look sooner than this is not worth a time of day. */
const SOON_MS = 120_000

/** What a step shows below its heading, by the kind of its status. */
export function StepBody({
  view,
  snapshot,
  note,
  asking,
  refusal,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  /** What was foreseen, to be shown below what has stopped the step. */
  readonly note: ReactNode
  /** Whether to offer asking somebody else here: not where a notice above offers it. */
  readonly asking: boolean
  /** The last command's refusal, if it is about a field of the form. */
  readonly refusal: AppError | null
}) {
  const words = useWords()
  const { status } = view
  switch (status.kind) {
    case 'waiting':
      return view.earlier ? (
        <SeenEarlier earlier={view.earlier} awaited={status.for} snapshot={snapshot} />
      ) : (
        <Waiting step={view.id} awaited={status.for} snapshot={snapshot} />
      )
    case 'checking':
      return (
        <Working doing={words.app.working.checking} more={words.app.panel.checking}>
          <CancelButton step={view.id} />
        </Working>
      )
    case 'skipped':
      return (
        <>
          <Card title={words.app.panel.skippedTitle}>
            <p>{words.app.skipped[status.why]}</p>
          </Card>
          <NextStep from={view.id} snapshot={snapshot} />
        </>
      )
    case 'todo':
      return (
        <>
          <AskBody
            ask={status.ask}
            snapshot={snapshot}
            problem={status.problem ?? refusal ?? undefined}
          />
          {STEPS[view.id].showsAws && !snapshot.byHand && <CheckAgain view={view} />}
          {asking && <AskSomeone step={view.id} byHand={snapshot.byHand} />}
        </>
      )
    case 'acting':
      return <ProgressBody view={view} progress={status.progress} snapshot={snapshot} />
    case 'pending':
      return <Pending view={view} status={status} snapshot={snapshot} />
    case 'done':
      return <DoneBody view={view} status={status} snapshot={snapshot} />
    case 'failed':
      return (
        <FailedBody view={view} status={status} snapshot={snapshot} note={note} asking={asking} />
      )
  }
}

function Waiting({
  step,
  awaited,
  snapshot,
}: {
  readonly step: StepId
  readonly awaited: readonly StepId[]
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const closed = isClosed(snapshot)
  return (
    <Card title={closed ? words.app.panel.notProvenTitle : words.app.panel.waitingTitle}>
      <p>
        {closed
          ? words.app.panel.closed
          : awaited.length === 0
            ? words.app.panel.waitingPlain
            : words.app.panel.waiting(awaited.map((one) => stepTitle(words, one, snapshot)))}
      </p>
      {!closed && !snapshot.reopened && <WhatComes step={step} snapshot={snapshot} />}
      <NextStep from={step} snapshot={snapshot} />
    </Card>
  )
}

/** What a step will need from the person, and how long it takes. */
function WhatComes({ step, snapshot }: { readonly step: StepId; readonly snapshot: Snapshot }) {
  const words = useWords()
  const { ahead: texts } = words.app.panel
  const { needs, minutes, waits } = stepAhead(words, step, snapshot)
  const rows = [
    [texts.needs, needs],
    [texts.time, minutes === 0 ? texts.none : texts.minutes(minutes)],
    [texts.waits, waits],
  ]
  return (
    <dl className="details" data-ahead={step}>
      {rows
        .filter(([, means]) => means !== '')
        .map(([name, means]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{means}</dd>
          </div>
        ))}
    </dl>
  )
}

/** What AWS or somebody else is at, and when it is looked at again. */
function Pending({
  view,
  status,
  snapshot,
}: {
  readonly view: StepView
  readonly status: Status & { readonly kind: 'pending' }
  readonly snapshot: Snapshot
}) {
  const language = useLanguage()
  return (
    <>
      {status.refused && <ErrorNotice error={status.refused} />}
      <ProgressBody view={view} progress={status.progress} snapshot={snapshot} />
      {!isClosed(snapshot) && isLookedAt(status.progress) && (
        <>
          {status.lookAgainAt !== null && (
            <p className="quiet">{nextLook(language, status.lookAgainAt)}</p>
          )}
          <CheckAgain view={view} />
        </>
      )}
      <NextStep from={view.id} snapshot={snapshot} />
    </>
  )
}

/** Whether looking again can bring something new, and the body has no button of its own for it. */
function isLookedAt({ kind }: Progress): boolean {
  return kind !== 'handed-over' && kind !== 'unverified' && kind !== 'asked-spot'
}

function ProgressBody({
  view,
  progress,
  snapshot,
}: {
  readonly view: StepView
  readonly progress: Progress
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const closed = isClosed(snapshot)
  switch (progress.kind) {
    case 'working':
      return (
        <Working doing={words.app.working[progress.doing]} more={words.app.panel.acting}>
          {view.status.kind === 'acting' && <CancelButton step={view.id} />}
        </Working>
      )
    case 'browser':
      return <SignInByBrowser progress={progress} />
    case 'device':
      return <SignInByCode progress={progress} />
    case 'stack':
      return <StackProgress progress={progress} />
    case 'delivery':
      return <Delivery progress={progress} step={view.id} registered={closed} />
    case 'handed-over':
      return <AskedSomeone step={view.id} progress={progress} snapshot={snapshot} />
    case 'asked-msp':
      return <AskMsp ask={progress.ask} byHand={snapshot.byHand} problem={undefined} />
    case 'asked-spot':
      return <AskedSpot progress={progress} snapshot={snapshot} />
    case 'unverified':
      return (
        <Unverified
          step={view.id}
          progress={progress}
          closed={closed}
          byMsp={snapshot.managedBy === 'msp'}
        />
      )
  }
}

/** When the app looks again by itself. */
function nextLook(language: Language, at: number): string {
  const { lookAgain, lookAgainSoon } = language.words.app.panel
  return at - Date.now() < SOON_MS ? lookAgainSoon : lookAgain(momentInWords(language, at))
}

function Working({
  doing,
  more,
  children,
}: {
  readonly doing: string
  readonly more: string
  readonly children?: ReactNode
}) {
  return (
    <Card>
      <div className="working">
        <Spinner size="large" />
        <div>
          <h3 tabIndex={-1}>{doing}</h3>
          <p className="quiet">{more}</p>
        </div>
        {children}
      </div>
    </Card>
  )
}

function CheckAgain({ view }: { readonly view: StepView }) {
  const words = useWords()
  const send = useSend()
  return (
    <div className="actions">
      <ActionButton
        action="check"
        iconName="refresh"
        onClick={() => send({ step: view.id, action: 'check' })}
      >
        {words.app.buttons.check}
      </ActionButton>
    </div>
  )
}
