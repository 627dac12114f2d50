import FormField from '@cloudscape-design/components/form-field'
import RadioGroup from '@cloudscape-design/components/radio-group'
import {
  longestPart,
  regionalPart,
  regionalSuffix,
} from '../../../electron/contract/bucket-namespace.ts'
import type { CostReportAsk } from '../../../electron/contract/ask/cost-report.ts'
import type { Draft } from '../../checklist/drafts.ts'
import { SuggestField, TextField } from '../../parts/fields.tsx'
import { useManaged } from '../../parts/managed.ts'
import { SetByOrganization } from '../../parts/SetByOrganization.tsx'
import { useWords } from '../../parts/words.ts'
import type { BucketKind, Field } from './newReportForm.ts'
import { regionalName } from './newReportForm.ts'

const KINDS: readonly BucketKind[] = ['regional', 'global', 'own']

/** Where AWS delivers: which kind of bucket, and the name of it. */
export function BucketFields({
  ask,
  form,
  error,
}: {
  readonly ask: CostReportAsk
  readonly form: Draft<Field>
  readonly error: string | undefined
}) {
  const words = useWords()
  const { newReport } = words.costReport
  const { bucketName, classicNamesOnly } = useManaged()
  const chooseKind = (kind: string): void => {
    // Keeps the names of the new bucket for those who change their mind.
    for (const field of ['regionalBucket', 'globalBucket'] as const)
      form.set(field, form.get(field))
    form.set('bucketKind', kind)
  }
  return (
    <>
      <FormField label={newReport.bucketKind} stretch>
        <RadioGroup
          value={form.get('bucketKind')}
          onChange={({ detail }) => chooseKind(detail.value)}
          items={KINDS.filter((one) => one !== 'regional' || !classicNamesOnly).map((value) => ({
            value,
            label: newReport.kinds[value].label,
            description: newReport.kinds[value].means,
          }))}
        />
      </FormField>
      {classicNamesOnly && <SetByOrganization setting="ClassicBucketNamesOnly" />}
      <BucketName ask={ask} form={form} error={error} />
      {bucketName !== null && (
        <SetByOrganization setting="BucketNamePattern">
          {words.managed.bucketsLike(bucketName)}
        </SetByOrganization>
      )}
    </>
  )
}

function BucketName({
  ask: { accountId, ownBuckets },
  form,
  error,
}: {
  readonly ask: CostReportAsk
  readonly form: Draft<Field>
  readonly error: string | undefined
}) {
  const { newReport } = useWords().costReport
  switch (form.get('bucketKind')) {
    case 'regional':
      return (
        <>
          <TextField
            wants="new-bucket"
            label={newReport.bucketName}
            hint={newReport.regionalHint(longestPart(accountId))}
            value={form.get('regionalBucket')}
            ending={{
              text: regionalSuffix(accountId),
              whole: newReport.wholeName(regionalName(form.get('regionalBucket'), accountId)),
            }}
            error={error}
            // A whole name that is pasted has the ending already.
            onChange={(value) =>
              form.set('regionalBucket', regionalPart(value.trim(), accountId) ?? value)
            }
          />
        </>
      )
    case 'global':
      return (
        <TextField
          wants="new-bucket"
          label={newReport.bucketName}
          hint={newReport.globalHint}
          value={form.get('globalBucket')}
          error={error}
          onChange={(value) => form.set('globalBucket', value)}
        />
      )
    default:
      return (
        <SuggestField
          wants="bucket"
          label={newReport.bucketName}
          hint={newReport.ownBucketNameHint}
          value={form.get('ownBucket')}
          error={error}
          onChange={(value) => form.set('ownBucket', value)}
          options={ownBuckets.map((value) => ({ value }))}
          useTyped={newReport.typedBucket}
          empty={newReport.noOwnBucket}
        />
      )
  }
}
