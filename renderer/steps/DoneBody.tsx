import { type Ask, STEPS, type StepId } from '../../electron/contract/steps.ts'
import type { ReactNode } from 'react'
import type { Fact } from '../../electron/contract/facts.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { ChangeButton } from '../parts/ChangeButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { Facts } from '../parts/Facts.tsx'
import { isClosed } from '../checklist/registered.ts'
import { useMoment } from '../parts/time.ts'
import { DoneAsk } from './DoneAsk.tsx'
import { NextButton, NextStep } from './NextStep.tsx'
import { Registered } from './registration/Registered.tsx'
import { isInTable } from '../../electron/contract/bucket-findings.ts'
import { useWords } from '../parts/words.ts'

/** A finished step: what was found, when, and what can still be done about it. */
export function DoneBody({
  view,
  status,
  snapshot,
}: {
  readonly view: StepView
  readonly status: Status & { readonly kind: 'done' }
  readonly snapshot: Snapshot
}) {
  const moment = useMoment()
  const words = useWords()
  if (view.id === 'registration') return <Registered status={status} snapshot={snapshot} />
  const closed = isClosed(snapshot)
  const finished = words.app.panel[STEPS[view.id].doneInAws ? 'finished' : 'finishedHere']
  const isShown = !closed && !(snapshot.reopened && view.id === 'plan')
  const shown = isShown ? status.ask : undefined
  return (
    <>
      {status.refused && <ErrorNotice error={status.refused} />}
      <Card title={words.app.panel.evidence}>
        <p>{finished(moment(status.at))}</p>
        <Facts facts={factsBeside(status, shown)} label={words.app.panel.evidence} />
        {closed ? (
          <p className="quiet">{words.app.panel.closed}</p>
        ) : (
          <DoneActions step={view.id} fixed={snapshot.reopened}>
            {view.id === 'plan' && <NextButton from={view.id} snapshot={snapshot} />}
          </DoneActions>
        )}
        {view.id === 'stack' && !closed && <p className="quiet">{words.stack.anotherMeans}</p>}
      </Card>
      {shown && <DoneAsk ask={shown} />}
      {view.id !== 'plan' && <NextStep from={view.id} snapshot={snapshot} />}
    </>
  )
}

/** What was found, without what is shown below it or said twice. */
function factsBeside({ evidence }: Status & { kind: 'done' }, shown: Ask | undefined): Fact[] {
  const delivered = evidence.some(({ id }) => id === 'last-delivery')
  return evidence.filter(({ id }) => {
    if (id === 'delivered-at' && delivered) return false
    return shown?.step !== 'bucket' || !isInTable(id)
  })
}

function DoneActions({
  step,
  fixed,
  children,
}: {
  readonly step: StepId
  /** The account is registered: its plan and the account itself stay as they are. */
  readonly fixed: boolean
  /** The way on, where it stands here. */
  readonly children: ReactNode
}) {
  const words = useWords()
  const send = useSend()
  if (fixed && step === 'plan') return null
  return (
    <div className="actions">
      {children}
      <ActionButton
        action="check"
        iconName="refresh"
        onClick={() => send({ step, action: 'check' })}
      >
        {words.app.buttons.check}
      </ActionButton>
      {!(fixed && step === 'sign-in') && <ChangeButton step={step} />}
      {step === 'sign-in' && !fixed && (
        <>
          <ActionButton
            action="other-account"
            onClick={() => send({ step: 'sign-in', action: 'other-account' })}
          >
            {words.signIn.signedIn.otherAccount}
          </ActionButton>
          <ActionButton
            action="sign-out"
            onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
          >
            {words.signIn.signedIn.signOut}
          </ActionButton>
        </>
      )}
    </div>
  )
}
