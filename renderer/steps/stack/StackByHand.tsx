import type { StackByHandAsk } from '../../../electron/contract/ask/stack.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { Guide } from '../../parts/Guide.tsx'
import { stackByHand } from '../../../electron/texts/by-hand.ts'
import { useWords } from '../../parts/words.ts'

/** Creating the stack in AWS's console from the saved template, and telling the role's ARN. */
export function StackByHand({
  ask,
  problem,
}: {
  readonly ask: StackByHandAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <Guide
        guide={stackByHand(words, ask)}
        first={
          <ActionButton
            action="save-file"
            iconName="download"
            onClick={() => send({ step: 'template', action: 'save-file' })}
          >
            {words.modes.byHandFields.saveTemplate}
          </ActionButton>
        }
      />
      <RoleForm ask={ask} problem={problem} />
    </>
  )
}

function RoleForm({
  ask,
  problem,
}: {
  readonly ask: StackByHandAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  // Names of their own: the form that creates the role has an external ID too.
  const draft = useDraft('stack', {
    roleByHand: ask.roleArn,
    externalIdByHand: ask.externalId,
  })
  const shown = problemOf(words, problem, ['roleArn', 'externalId'])
  const note = (): void =>
    send({
      step: 'stack',
      action: 'use-role',
      roleArn: draft.get('roleByHand').trim(),
      externalId: draft.get('externalIdByHand').trim(),
    })
  return (
    <Form problem={shown} onSubmit={note}>
      <Card title={words.modes.byHandFields.title}>
        <TextField
          wants="role-arn"
          label={words.modes.byHandFields.role}
          hint={words.modes.byHandFields.roleHint(ask.accountId)}
          value={draft.get('roleByHand')}
          error={shown.at('roleArn')}
          onChange={(value) => draft.set('roleByHand', value)}
        />
        <TextField
          wants="external-id"
          label={words.modes.byHandFields.externalId}
          hint={words.modes.byHandFields.externalIdHint}
          value={draft.get('externalIdByHand')}
          error={shown.at('externalId')}
          onChange={(value) => draft.set('externalIdByHand', value)}
        />
        <div className="actions">
          <SubmitButton action="use-role">{words.modes.byHandFields.note}</SubmitButton>
        </div>
      </Card>
    </Form>
  )
}
