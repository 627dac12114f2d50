import type { ManagedBy, PlanAsk } from '../../../electron/contract/ask/plan.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { OpenPlan } from '../../parts/OpenPlan.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { problemOf } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'

/** Who manages the account: two answers, and the MSP's account number if there is one. */
export function Plan({
  ask,
  problem,
}: {
  readonly ask: PlanAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('plan', { managedBy: ask.managedBy ?? '', mspAccountId: ask.mspAccountId })
  const chosen = draft.get('managedBy')
  const byMsp = chosen === 'msp'
  const shown = problemOf(words, problem, byMsp ? ['managedBy', 'mspAccountId'] : ['managedBy'])
  const choose = (managedBy: ManagedBy): void =>
    send({
      step: 'plan',
      action: 'choose',
      managedBy,
      mspAccountId: managedBy === 'msp' ? draft.get('mspAccountId').trim() : '',
    })
  return (
    <Form problem={shown} onSubmit={() => choose('msp')}>
      <BeforeYouStart />
      <Card title={words.plan.question}>
        <ul className="choices choices-whole" aria-label={words.plan.question}>
          <Answer
            answer="us"
            label={words.plan.us}
            means={words.plan.usMeans}
            isChosen={chosen === 'us'}
            onClick={() => choose('us')}
          />
          <Answer
            answer="msp"
            label={words.plan.msp}
            means={words.plan.mspMeans}
            isChosen={byMsp}
            onClick={() => draft.set('managedBy', 'msp')}
          />
        </ul>
        {byMsp && (
          <TextField
            wants="account"
            label={words.plan.mspAccount}
            hint={words.plan.mspAccountHint}
            value={draft.get('mspAccountId')}
            error={shown.at('mspAccountId')}
            onChange={(value) => draft.set('mspAccountId', value)}
          />
        )}
      </Card>
      <div className="actions">
        <OpenPlan />
      </div>
      {byMsp && (
        <PrimaryBar>
          <SubmitButton action="choose">{words.plan.next}</SubmitButton>
        </PrimaryBar>
      )}
    </Form>
  )
}

/** What it is, how long it takes, what is needed, what it costs, and whether it can be undone. */
function BeforeYouStart() {
  const { before } = useWords().plan
  return (
    <section className="before" aria-labelledby="before-title">
      <h3 id="before-title">{before.title}</h3>
      <dl>
        {before.points.map(([name, means]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{means}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** One answer, taken by a click. The MSP’s asks for more. */
function Answer({
  answer,
  label,
  means,
  isChosen,
  onClick,
}: {
  readonly answer: ManagedBy
  readonly label: string
  readonly means: string
  /** It was given before, or is proposed. */
  readonly isChosen: boolean
  readonly onClick: () => void
}) {
  return (
    <li>
      <button
        type="button"
        className="choice choice-tall"
        data-action="answer"
        data-answer={answer}
        aria-current={isChosen ? 'true' : undefined}
        onKeyDown={walkChoices}
        onClick={onClick}
      >
        <strong>{label}</strong>
        <span className="quiet">{means}</span>
      </button>
    </li>
  )
}
