import Spinner from '@cloudscape-design/components/spinner'
import type { ReactNode } from 'react'
import type { AppError, Progress, Snapshot, StepId, StepView } from '../../electron/contract.ts'
import { BUTTONS, PANEL, SKIPPED, STEPS, workingText } from '../../electron/texts/app.ts'
import { useSend } from '../bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { momentInWords } from '../time.ts'
import { isRegistered } from '../registered.ts'
import { AskBody } from './AskBody.tsx'
import { Delivery } from './Bucket.tsx'
import { DoneBody } from './DoneBody.tsx'
import { FailedBody } from './FailedBody.tsx'
import { CancelButton } from '../parts/CancelButton.tsx'
import { SignInByBrowser, SignInByCode } from './SignInProgress.tsx'
import { StackProgress } from './StackProgress.tsx'

/** Steps whose form shows what AWS says, which may have changed meanwhile. */
const READ_FROM_AWS: readonly StepId[] = ['cost-report', 'bucket']

/** A next look sooner than this is not worth a time of day. */
const SOON_MS = 120_000

/** What a step shows below its heading, by the kind of its status. */
export function StepBody({
  view,
  snapshot,
  refusal,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  /** The last command's refusal, if it is about a field of the form. */
  readonly refusal: AppError | null
}) {
  const { status } = view
  const registered = isRegistered(snapshot)
  switch (status.kind) {
    case 'waiting':
      return (
        <Card title={registered ? PANEL.notProvenTitle : PANEL.waitingTitle}>
          <p>
            {registered
              ? PANEL.closed
              : status.for.length === 0
                ? PANEL.waitingPlain
                : PANEL.waiting(status.for.map((step) => `“${STEPS[step].title}”`).join(', '))}
          </p>
        </Card>
      )
    case 'checking':
      return (
        <Working words={workingText('checking')} more={PANEL.checking}>
          <CancelButton step={view.id} />
        </Working>
      )
    case 'skipped':
      return (
        <Card title={PANEL.skippedTitle}>
          <p>{SKIPPED[status.why]}</p>
        </Card>
      )
    case 'todo':
      return (
        <>
          <AskBody ask={status.ask} problem={status.problem ?? refusal ?? undefined} />
          {READ_FROM_AWS.includes(view.id) && <CheckAgain view={view} />}
        </>
      )
    case 'acting':
      return <ProgressBody view={view} progress={status.progress} registered={registered} />
    case 'pending':
      return (
        <>
          <ProgressBody view={view} progress={status.progress} registered={registered} />
          {!registered && (
            <>
              <p className="quiet">{nextLook(status.lookAgainAt)}</p>
              <CheckAgain view={view} />
            </>
          )}
        </>
      )
    case 'done':
      return <DoneBody view={view} status={status} snapshot={snapshot} />
    case 'failed':
      return <FailedBody view={view} status={status} />
  }
}

function ProgressBody({
  view,
  progress,
  registered,
}: {
  readonly view: StepView
  readonly progress: Progress
  readonly registered: boolean
}) {
  switch (progress.kind) {
    case 'working':
      return (
        <Working words={workingText(progress.doing)} more={PANEL.acting}>
          {view.status.kind === 'acting' && <CancelButton step={view.id} />}
        </Working>
      )
    case 'browser':
      return <SignInByBrowser expiresAt={progress.expiresAt} />
    case 'device':
      return <SignInByCode progress={progress} />
    case 'stack':
      return <StackProgress progress={progress} />
    case 'delivery':
      return <Delivery progress={progress} step={view.id} registered={registered} />
  }
}

function nextLook(at: number): string {
  return at - Date.now() < SOON_MS ? PANEL.lookAgainSoon : PANEL.lookAgain(momentInWords(at))
}

function Working({
  words,
  more,
  children,
}: {
  readonly words: string
  readonly more: string
  readonly children?: ReactNode
}) {
  return (
    <Card>
      <div className="working">
        <Spinner size="large" />
        <div>
          <p>
            <strong>{words}</strong>
          </p>
          <p className="quiet">{more}</p>
        </div>
        {children}
      </div>
    </Card>
  )
}

function CheckAgain({ view }: { readonly view: StepView }) {
  const send = useSend()
  return (
    <div className="actions">
      <ActionButton
        action="check"
        iconName="refresh"
        onClick={() => send({ step: view.id, action: 'check' })}
      >
        {BUTTONS.check}
      </ActionButton>
    </div>
  )
}
