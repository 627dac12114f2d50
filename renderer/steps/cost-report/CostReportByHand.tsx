import type { CostReportByHandAsk } from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { Guide } from '../../parts/Guide.tsx'
import { costReportByHand } from '../../../electron/texts/by-hand.ts'
import { useWords } from '../../parts/words.ts'

/** Setting up the report in AWS's console, and telling where it is delivered. */
export function CostReportByHand({
  ask,
  problem,
}: {
  readonly ask: CostReportByHandAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  // Names of their own: what is typed here is not the draft of a report that the app creates.
  const draft = useDraft('cost-report', {
    bucketByHand: ask.bucketName,
    prefixByHand: ask.prefix,
  })
  const shown = problemOf(words, problem, ['bucketName', 'prefix'])
  const note = (): void =>
    send({
      step: 'cost-report',
      action: 'use-bucket',
      bucketName: draft.get('bucketByHand').trim(),
      prefix: draft.get('prefixByHand').trim(),
    })
  return (
    <>
      <Guide
        guide={costReportByHand(words, { accountId: ask.accountId, report: ask.suggestion })}
      />
      <Form problem={shown} onSubmit={note}>
        <Card title={words.modes.byHandFields.title}>
          <TextField
            wants="bucket"
            label={words.modes.byHandFields.bucket}
            hint={words.modes.byHandFields.bucketHint}
            value={draft.get('bucketByHand')}
            error={shown.at('bucketName')}
            onChange={(value) => draft.set('bucketByHand', value)}
          />
          <TextField
            wants="prefix"
            label={words.modes.byHandFields.prefix}
            hint={words.modes.byHandFields.prefixHint}
            value={draft.get('prefixByHand')}
            error={shown.at('prefix')}
            onChange={(value) => draft.set('prefixByHand', value)}
          />
          <div className="actions">
            <SubmitButton action="use-bucket">{words.modes.byHandFields.note}</SubmitButton>
          </div>
        </Card>
      </Form>
    </>
  )
}
