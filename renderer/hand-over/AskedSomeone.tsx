import type { Progress } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { ASKED_SOMEONE } from '../../electron/texts/en/someone-else.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { momentInWords } from '../parts/time.ts'
import { isFoundByItself } from './foundByItself.ts'

/** Somebody else does this step: which file to send them, and that the app looks by itself. */
export function AskedSomeone({
  step,
  progress,
  byHand,
}: {
  readonly step: StepId
  readonly progress: Progress & { readonly kind: 'handed-over' }
  /** Nothing is read from AWS at all. */
  readonly byHand: boolean
}) {
  const send = useSend()
  const found = isFoundByItself(step, byHand)
  return (
    <Card title={ASKED_SOMEONE.title}>
      <p>{ASKED_SOMEONE.since(momentInWords(progress.at))}</p>
      <dl className="details values">
        <div>
          <dt>{ASKED_SOMEONE.file}</dt>
          <dd>
            <span className="code">{progress.file}</span>{' '}
            <CopyButton text={progress.file} label={ASKED_SOMEONE.copyFile} />
          </dd>
        </div>
      </dl>
      {progress.found && (
        <ErrorNotice error={progress.found} title={ASKED_SOMEONE.foundTitle} type="warning" />
      )}
      <p>{found ? ASKED_SOMEONE.looks : ASKED_SOMEONE.tells}</p>
      {found && <p className="quiet">{ASKED_SOMEONE.mayClose}</p>}
      <div className="actions">
        {found && (
          <ActionButton
            action="check"
            iconName="refresh"
            onClick={() => send({ step, action: 'check' })}
          >
            {ASKED_SOMEONE.check}
          </ActionButton>
        )}
        <ActionButton action="take-back" onClick={() => send({ step, action: 'take-back' })}>
          {found ? ASKED_SOMEONE.takeBack : ASKED_SOMEONE.enterAnswer}
        </ActionButton>
        <ActionButton action="hand-over" onClick={() => send({ step, action: 'hand-over' })}>
          {ASKED_SOMEONE.saveAgain}
        </ActionButton>
      </div>
    </Card>
  )
}
