import type { Snapshot, Status, StepId, StepView } from '../../electron/contract.ts'
import { BUTTONS, PANEL } from '../../electron/texts/app.ts'
import { SIGNED_IN } from '../../electron/texts/sign-in.ts'
import { STACK } from '../../electron/texts/stack.ts'
import { useSend } from '../bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { ChangeButton } from '../parts/ChangeButton.tsx'
import { Facts } from '../parts/Facts.tsx'
import { isClosed } from '../registered.ts'
import { momentInWords } from '../time.ts'
import { DoneAsk } from './DoneAsk.tsx'
import { Registered } from './Registered.tsx'

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
  if (view.id === 'registration') return <Registered status={status} snapshot={snapshot} />
  const closed = isClosed(snapshot)
  return (
    <>
      <Card title={PANEL.evidence}>
        <Facts facts={status.evidence} label={PANEL.evidence} />
        <p className="quiet">{PANEL.verified(momentInWords(status.at))}</p>
        {closed ? <p className="quiet">{PANEL.closed}</p> : <DoneActions step={view.id} />}
        {view.id === 'stack' && !closed && <p className="quiet">{STACK.anotherMeans}</p>}
      </Card>
      {status.ask && !closed && <DoneAsk ask={status.ask} />}
    </>
  )
}

function DoneActions({ step }: { readonly step: StepId }) {
  const send = useSend()
  return (
    <div className="actions">
      <ActionButton
        action="check"
        iconName="refresh"
        onClick={() => send({ step, action: 'check' })}
      >
        {BUTTONS.check}
      </ActionButton>
      <ChangeButton step={step} />
      {step === 'sign-in' && (
        <>
          <ActionButton
            action="other-account"
            onClick={() => send({ step: 'sign-in', action: 'other-account' })}
          >
            {SIGNED_IN.otherAccount}
          </ActionButton>
          <ActionButton
            action="sign-out"
            onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
          >
            {SIGNED_IN.signOut}
          </ActionButton>
        </>
      )}
    </div>
  )
}
