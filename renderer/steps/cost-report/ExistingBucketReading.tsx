import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ExistingBucket } from '../../../electron/contract/ask/cost-report.ts'
import { Card } from '../../parts/Card.tsx'
import { PolicyDiff } from '../../parts/PolicyDiff.tsx'
import { Findings } from '../bucket/Bucket.tsx'
import { takesReports } from './newReportForm.ts'
import { useWords } from '../../parts/words.ts'

/** What was read of a bucket that is there already, before a report is put into it. */
export function ExistingBucketReading({ bucket }: { readonly bucket: ExistingBucket }) {
  const words = useWords()
  const { name, findings, policy, notifications } = bucket
  const canBeUsed = takesReports(bucket)
  return (
    <>
      <Card title={words.costReport.existingBucket.title(name)}>
        <StatusIndicator type={canBeUsed ? 'success' : 'error'}>
          {canBeUsed ? words.costReport.existingBucket.fits : words.costReport.existingBucket.unfit}
        </StatusIndicator>
        <Findings findings={findings} willCorrect={canBeUsed && policy ? ['policy'] : []} />
      </Card>
      {notifications.length > 0 && (
        <Alert type="warning" header={words.costReport.existingBucket.notificationsTitle}>
          <div className="stack-s">
            <p>{words.costReport.existingBucket.notifications}</p>
            <ul className="points">
              {notifications.map((notification) => (
                <li key={notification}>
                  <span className="code">{notification}</span>
                </li>
              ))}
            </ul>
            <p>{words.costReport.existingBucket.notificationsAdvice}</p>
          </div>
        </Alert>
      )}
      {canBeUsed && policy && policy.diff.length > 0 && (
        <Card title={words.costReport.existingBucket.policyTitle}>
          <p>{words.costReport.existingBucket.policy}</p>
          <PolicyDiff diff={policy.diff} bucket={name} />
        </Card>
      )}
    </>
  )
}
