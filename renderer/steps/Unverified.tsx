import type { Progress } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { UNVERIFIED } from '../../electron/texts/en/modes.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { Facts } from '../parts/Facts.tsx'
import { takesChange } from '../parts/takesChange.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { momentInWords } from '../parts/time.ts'

/** A step told by hand: what was typed in, and that nobody has compared it with AWS. */
export function Unverified({
  step,
  progress,
  closed,
}: {
  readonly step: StepId
  readonly progress: Progress & { readonly kind: 'unverified' }
  /** Nothing can be changed any more. */
  readonly closed: boolean
}) {
  const send = useSend()
  return (
    <Card title={UNVERIFIED.title} aside={<UnverifiedMark />} className="card-unverified">
      <p>
        {UNVERIFIED.means} {closed ? UNVERIFIED.lookAgain : UNVERIFIED.signIn}
      </p>
      {progress.evidence.length > 0 && (
        <Facts facts={progress.evidence} label={UNVERIFIED.values} />
      )}
      <p className="quiet">{UNVERIFIED.noted(momentInWords(progress.at))}</p>
      {!closed && takesChange(step) && (
        <div className="actions">
          <ActionButton action="change" onClick={() => send({ step, action: 'change' })}>
            {UNVERIFIED.change}
          </ActionButton>
        </div>
      )}
    </Card>
  )
}
