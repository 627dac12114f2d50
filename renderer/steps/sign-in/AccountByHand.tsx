import type { ManagedBy } from '../../../electron/contract/ask/plan.ts'
import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { Guide } from '../../parts/Guide.tsx'
import { signInByHand } from '../../../electron/texts/by-hand.ts'
import { useWords } from '../../parts/words.ts'

/** Instead of the sign-in: opening the right account, and telling its number. */
export function AccountByHand({
  ask,
  managedBy,
  problem,
}: {
  readonly ask: SignInAsk & { readonly stage: 'by-hand' }
  readonly managedBy: ManagedBy
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('sign-in', { accountByHand: ask.accountId })
  const shown = problemOf(words, problem, ['accountId'])
  const note = (): void =>
    send({
      step: 'sign-in',
      action: 'by-hand-account',
      accountId: draft.get('accountByHand').trim(),
    })
  return (
    <>
      <Guide guide={signInByHand(words, { accountId: ask.accountId, managedBy })} />
      <Form problem={shown} onSubmit={note}>
        <Card title={words.modes.byHandFields.title}>
          <TextField
            wants="account"
            label={words.modes.byHandFields.account}
            hint={words.modes.byHandFields.accountHint}
            value={draft.get('accountByHand')}
            error={shown.at('accountId')}
            onChange={(value) => draft.set('accountByHand', value)}
          />
          <div className="actions">
            <SubmitButton action="by-hand-account">{words.modes.byHandFields.note}</SubmitButton>
          </div>
        </Card>
      </Form>
    </>
  )
}
