import type { Progress } from '../../electron/contract/status.ts'
import { stepNumber, type StepId } from '../../electron/contract/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { Facts } from '../parts/Facts.tsx'
import { takesChange } from '../parts/takesChange.ts'
import { UnverifiedMark } from '../parts/UnverifiedMark.tsx'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'

/** A step told by hand: what was typed in, and that nobody has compared it with AWS. */
export function Unverified({
  step,
  progress,
  closed,
  byMsp,
}: {
  readonly step: StepId
  readonly progress: Progress & { readonly kind: 'unverified' }
  /** Nothing can be changed any more. */
  readonly closed: boolean
  readonly byMsp: boolean
}) {
  const moment = useMoment()
  const words = useWords()
  const send = useSend()
  // What is in the MSP's account no sign-in of ours can compare.
  const isMsps = byMsp && step === 'cost-report'
  const wayOn = closed
    ? words.modes.unverified.lookAgain(stepNumber('registration'))
    : words.modes.unverified.signIn
  return (
    <Card
      title={isMsps ? words.askMsp.noted.title : words.modes.unverified.title}
      aside={<UnverifiedMark />}
      className="card-unverified"
    >
      <p>{isMsps ? words.askMsp.noted.means : `${words.modes.unverified.means} ${wayOn}`}</p>
      {progress.evidence.length > 0 && (
        <Facts facts={progress.evidence} label={words.modes.unverified.values} />
      )}
      <p className="quiet">{words.modes.unverified.noted(moment(progress.at))}</p>
      {!closed && takesChange(step) && (
        <div className="actions">
          <ActionButton action="change" onClick={() => send({ step, action: 'change' })}>
            {words.modes.unverified.change}
          </ActionButton>
        </div>
      )}
    </Card>
  )
}
