import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { useWords } from '../../parts/words.ts'

/** For those who were told the ARN of a role that somebody else created. */
export function ToldRole({ problem }: { readonly problem: AppError | undefined }) {
  const words = useWords()
  const send = useSend()
  const { externalIdRequired } = useManaged()
  const draft = useDraft('stack', { toldRoleArn: '', toldExternalId: '', sent: '' })
  const shown = problemOf(words, problem, ['roleArn', 'externalId'])
  const use = (): void => {
    draft.set('sent', 'told')
    send({
      step: 'stack',
      action: 'use-role',
      roleArn: draft.get('toldRoleArn').trim(),
      externalId: draft.get('toldExternalId').trim(),
    })
  }
  return (
    <ExpandableSection
      headerText={words.stack.toldRole.title}
      headingTagOverride="h3"
      defaultExpanded={problem !== undefined || draft.get('toldRoleArn') !== ''}
    >
      <Form problem={shown} onSubmit={use}>
        <Card>
          <p>{words.stack.toldRole.body}</p>
          <TextField
            wants="role-arn"
            label={words.stack.toldRole.roleArn}
            term="arn"
            hint={words.stack.toldRole.roleArnHint}
            value={draft.get('toldRoleArn')}
            error={shown.at('roleArn')}
            onChange={(value) => draft.set('toldRoleArn', value)}
          />
          <TextField
            wants="external-id"
            label={words.stack.toldRole.externalId}
            hint={
              externalIdRequired ? (
                <SetByOrganization inline setting="RequireExternalId" />
              ) : (
                words.stack.toldRole.externalIdHint
              )
            }
            value={draft.get('toldExternalId')}
            error={shown.at('externalId')}
            onChange={(value) => draft.set('toldExternalId', value)}
          />
          <div className="actions">
            <SubmitButton action="use-role">{words.stack.toldRole.use}</SubmitButton>
          </div>
        </Card>
      </Form>
    </ExpandableSection>
  )
}
