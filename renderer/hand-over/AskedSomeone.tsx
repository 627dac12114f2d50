import type { Progress } from '../../electron/contract/status.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { CopyButton } from '../parts/CopyButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { useMoment } from '../parts/time.ts'
import { RecipientLanguage, useRecipientLanguage } from './recipient.tsx'
import { isFoundByItself } from './foundByItself.ts'
import { useWords } from '../parts/words.ts'

/** Somebody else does this step: which file to send them, and that the app looks by itself. */
export function AskedSomeone({
  step,
  progress,
  snapshot,
}: {
  readonly step: StepId
  readonly progress: Progress & { readonly kind: 'handed-over' }
  readonly snapshot: Snapshot
}) {
  const moment = useMoment()
  const words = useWords()
  const send = useSend()
  const language = useRecipientLanguage()
  const again = progress.steps.length > 1 ? 'hand-over-all' : 'hand-over'
  const found = isFoundByItself(step, snapshot.byHand)
  return (
    <Card title={words.someoneElse.asked.title}>
      <p>
        {progress.steps.length > 1
          ? words.someoneElse.asked.sinceForAll(moment(progress.at))
          : words.someoneElse.asked.since(moment(progress.at))}
      </p>
      <AskedSteps steps={progress.steps} snapshot={snapshot} />
      <dl className="details values">
        <div>
          <dt>{words.someoneElse.asked.file}</dt>
          <dd>
            <span className="code">{progress.file}</span>{' '}
            <CopyButton text={progress.file} label={words.someoneElse.asked.copyFile} />
          </dd>
        </div>
      </dl>
      {progress.found && (
        <ErrorNotice
          error={progress.found}
          title={words.someoneElse.asked.foundTitle}
          type="warning"
        />
      )}
      <div className="actions">
        <ActionButton
          action="show-file"
          iconName="folder-open"
          onClick={() => send({ step, action: 'show-file' })}
        >
          {words.someoneElse.asked.showFile}
        </ActionButton>
        <ActionButton
          action="write-email"
          iconName="envelope"
          onClick={() => send({ step, action: 'write-email', language })}
        >
          {words.someoneElse.asked.email}
        </ActionButton>
        <RecipientLanguage />
      </div>
      <p className="quiet">{words.someoneElse.asked.emailHint}</p>
      <p>{found ? words.someoneElse.asked.looks : words.someoneElse.asked.tells}</p>
      {found && <p className="quiet">{words.someoneElse.asked.mayClose}</p>}
      <div className="actions">
        {found && (
          <ActionButton
            action="check"
            iconName="refresh"
            onClick={() => send({ step, action: 'check' })}
          >
            {words.someoneElse.asked.check}
          </ActionButton>
        )}
        <ActionButton action="take-back" onClick={() => send({ step, action: 'take-back' })}>
          {found ? words.someoneElse.asked.takeBack : words.someoneElse.asked.enterAnswer}
        </ActionButton>
        <ActionButton action={again} onClick={() => send({ step, action: again, language })}>
          {words.someoneElse.asked.saveAgain}
        </ActionButton>
      </div>
    </Card>
  )
}

/** What a file asks for that asks for several steps at once. */
function AskedSteps({
  steps,
  snapshot,
}: {
  readonly steps: readonly StepId[]
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  if (steps.length < 2) return null
  const placeOf = (step: StepId): number => snapshot.steps.findIndex(({ id }) => id === step) + 1
  return (
    <div className="stack-xs" data-panel="asked-steps">
      <p>{words.someoneElse.asked.asksFor(steps.length)}</p>
      <ul className="points">
        {steps.map((step) => (
          <li key={step}>
            {words.someoneElse.asked.stepLine(placeOf(step), stepTitle(words, step, snapshot))}
          </li>
        ))}
      </ul>
    </div>
  )
}
