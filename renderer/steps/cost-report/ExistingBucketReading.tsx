import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ExistingBucket } from '../../../electron/contract/ask/cost-report.ts'
import { EXISTING_BUCKET } from '../../../electron/texts/en/cost-report.ts'
import { Card } from '../../parts/Card.tsx'
import { PolicyDiff } from '../../parts/PolicyDiff.tsx'
import { Findings } from '../bucket/Bucket.tsx'
import { takesReports } from './newReportForm.ts'

/** What was read of a bucket that is there already, before a report is put into it. */
export function ExistingBucketReading({ bucket }: { readonly bucket: ExistingBucket }) {
  const { name, findings, policy, notifications } = bucket
  const canBeUsed = takesReports(bucket)
  return (
    <>
      <Card title={EXISTING_BUCKET.title(name)}>
        <StatusIndicator type={canBeUsed ? 'success' : 'error'}>
          {canBeUsed ? EXISTING_BUCKET.fits : EXISTING_BUCKET.unfit}
        </StatusIndicator>
        <Findings findings={findings} willCorrect={canBeUsed && policy ? ['policy'] : []} />
      </Card>
      {notifications.length > 0 && (
        <Alert type="warning" header={EXISTING_BUCKET.notificationsTitle}>
          <div className="stack-s">
            <p>{EXISTING_BUCKET.notifications}</p>
            <ul className="points">
              {notifications.map((notification) => (
                <li key={notification}>
                  <span className="code">{notification}</span>
                </li>
              ))}
            </ul>
            <p>{EXISTING_BUCKET.notificationsAdvice}</p>
          </div>
        </Alert>
      )}
      {canBeUsed && policy && policy.diff.length > 0 && (
        <Card title={EXISTING_BUCKET.policyTitle}>
          <p>{EXISTING_BUCKET.policy}</p>
          <PolicyDiff diff={policy.diff} bucket={name} />
        </Card>
      )}
    </>
  )
}
