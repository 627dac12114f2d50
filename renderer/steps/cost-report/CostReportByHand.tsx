import type { CostReportByHandAsk } from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { costReportByHand } from '../../../electron/texts/en/by-hand.ts'
import { BY_HAND_FIELDS } from '../../../electron/texts/en/modes.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { SubmitButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { problemOf } from '../../parts/problem.ts'
import { Guide } from '../../parts/Guide.tsx'

/** Setting up the report in AWS's console, and telling where it is delivered. */
export function CostReportByHand({
  ask,
  problem,
}: {
  readonly ask: CostReportByHandAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  // Names of their own: what is typed here is not the draft of a report that the app creates.
  const draft = useDraft('cost-report', {
    bucketByHand: ask.bucketName,
    prefixByHand: ask.prefix,
  })
  const shown = problemOf(problem, ['bucketName', 'prefix'])
  const note = (): void =>
    send({
      step: 'cost-report',
      action: 'use-bucket',
      bucketName: draft.get('bucketByHand').trim(),
      prefix: draft.get('prefixByHand').trim(),
    })
  return (
    <>
      <Guide guide={costReportByHand({ accountId: ask.accountId, report: ask.suggestion })} />
      <Form problem={shown} onSubmit={note}>
        <Card title={BY_HAND_FIELDS.title}>
          <TextField
            label={BY_HAND_FIELDS.bucket}
            hint={BY_HAND_FIELDS.bucketHint}
            value={draft.get('bucketByHand')}
            error={shown.at('bucketName')}
            onChange={(value) => draft.set('bucketByHand', value)}
          />
          <TextField
            label={BY_HAND_FIELDS.prefix}
            hint={BY_HAND_FIELDS.prefixHint}
            value={draft.get('prefixByHand')}
            error={shown.at('prefix')}
            onChange={(value) => draft.set('prefixByHand', value)}
          />
          <div className="actions">
            <SubmitButton action="use-bucket">{BY_HAND_FIELDS.note}</SubmitButton>
          </div>
        </Card>
      </Form>
    </>
  )
}
