import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { useWords } from '../../parts/words.ts'

/** For those who know the bucket that somebody else set up: its report is found by it. */
export function ToldBucket({ problem }: { readonly problem: AppError | undefined }) {
  const words = useWords()
  const send = useSend()
  const draft = useDraft('cost-report', {
    toldBucket: problem?.facts['bucket'] ?? '',
    sent: '',
  })
  const shown = problemOf(words, problem, ['bucketName'])
  const find = (): void => {
    draft.set('sent', 'told')
    const bucketName = draft.get('toldBucket').trim()
    send({ step: 'cost-report', action: 'use-bucket', bucketName, prefix: '' })
  }
  return (
    <ExpandableSection
      headerText={words.costReport.toldBucket.title}
      headingTagOverride="h3"
      defaultExpanded={problem !== undefined || draft.get('toldBucket') !== ''}
    >
      <Form problem={shown} onSubmit={find}>
        <Card>
          <p>{words.costReport.toldBucket.body}</p>
          <TextField
            wants="bucket"
            label={words.costReport.toldBucket.bucketName}
            hint={words.costReport.toldBucket.hint}
            value={draft.get('toldBucket')}
            error={shown.at('bucketName')}
            onChange={(value) => draft.set('toldBucket', value)}
          />
          <div className="actions">
            <SubmitButton action="use-bucket">{words.costReport.toldBucket.use}</SubmitButton>
          </div>
        </Card>
      </Form>
    </ExpandableSection>
  )
}
