import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { BucketAsk, BucketFinding } from '../../../electron/contract/ask/bucket.ts'
import type { Progress } from '../../../electron/contract/status.ts'
import type { StepId } from '../../../electron/contract/steps.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { PANEL, STEPS } from '../../../electron/texts/en/app.ts'
import { BUCKET, FINDINGS, findingValue, isUnread } from '../../../electron/texts/en/bucket.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { momentInWords } from '../../parts/time.ts'
import { Recreate, Repair } from './BucketRepair.tsx'

/** What is wrong with the bucket, and what the app can do about it once the person agrees. */
export function Bucket({
  ask,
  problem,
}: {
  readonly ask: BucketAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const isGone = ask.findings.some(({ id, verdict }) => id === 'exists' && verdict === 'bad')
  const name = ask.findings.find(({ id }) => id === 'exists')?.value ?? ''
  return (
    <>
      {problem && <ErrorNotice error={problem} />}
      {ask.repair && <Repair change={ask.repair} bucket={name} />}
      {ask.recreatable && <Recreate bucket={name} />}
      <Card title={BUCKET.title}>
        <p>{isGone ? BUCKET.gone : BUCKET.bad}</p>
        <Findings findings={ask.findings} />
        <div className="actions">
          <ActionButton
            action="change"
            onClick={() => send({ step: 'cost-report', action: 'change' })}
          >
            {BUCKET.otherReport}
          </ActionButton>
        </div>
      </Card>
    </>
  )
}

/** The checks of the bucket as a table. */
export function Findings({
  findings,
  willCorrect = NONE,
}: {
  readonly findings: readonly BucketFinding[]
  /** What the person is about to have corrected, unless it is good already. */
  readonly willCorrect?: readonly BucketFinding['id'][]
}) {
  const rows = findings.map((finding) => ({ ...finding, result: resultOf(finding, willCorrect) }))
  return (
    <Table
      variant="embedded"
      wrapLines
      items={rows}
      trackBy="id"
      ariaLabels={{ tableLabel: BUCKET.table }}
      columnDefinitions={COLUMNS}
    />
  )
}

type Result = BucketFinding['verdict'] | 'corrected' | 'unread'
type Row = BucketFinding & { readonly result: Result }

const NONE: readonly BucketFinding['id'][] = []
const INDICATORS = {
  good: 'success',
  bad: 'error',
  note: 'info',
  unread: 'stopped',
  corrected: 'info',
} as const

function resultOf(finding: BucketFinding, willCorrect: readonly string[]): Result {
  const { id, verdict } = finding
  if (isUnread(finding)) return 'unread'
  return verdict !== 'good' && willCorrect.includes(id) ? 'corrected' : verdict
}

const COLUMNS: TableProps<Row>['columnDefinitions'] = [
  {
    id: 'check',
    header: BUCKET.columns.check,
    isRowHeader: true,
    width: 300,
    cell: ({ id }) => (
      <div>
        <strong>{FINDINGS[id].label}</strong>
        <p className="quiet">{FINDINGS[id].why}</p>
      </div>
    ),
  },
  { id: 'found', header: BUCKET.columns.found, cell: findingValue },
  {
    id: 'verdict',
    header: BUCKET.columns.verdict,
    width: 180,
    cell: ({ result }) => (
      <StatusIndicator type={INDICATORS[result]}>{BUCKET.verdicts[result]}</StatusIndicator>
    ),
  },
]

/** Everything is set up; AWS has yet to deliver the first report. */
export function Delivery({
  step,
  progress,
  registered,
}: {
  readonly step: StepId
  readonly progress: Progress & { readonly kind: 'delivery' }
  /** After that nobody looks again, and there is no next step to go on with. */
  readonly registered: boolean
}) {
  const { evidence } = progress
  return (
    <>
      {registered ? (
        <Alert type="info" header={BUCKET.registeredTitle}>
          {BUCKET.registered}
        </Alert>
      ) : (
        <DeliveryNotice progress={progress} />
      )}
      {evidence.length > 0 && (
        <Card title={PANEL.evidence}>
          <Facts facts={evidence} label={STEPS[step].title} />
        </Card>
      )}
    </>
  )
}

function DeliveryNotice({ progress }: { readonly progress: Progress & { kind: 'delivery' } }) {
  const due = momentInWords(progress.dueAt)
  const repaired = progress.awaited === 'after-repair'
  if (!progress.overdue) {
    return (
      <Alert type="info" header={repaired ? BUCKET.repairedTitle : BUCKET.deliveryTitle}>
        {repaired ? BUCKET.repairedDelivery(due) : BUCKET.delivery(due)} {BUCKET.deliveryMeans}
      </Alert>
    )
  }
  return (
    <Alert type="warning" header={repaired ? BUCKET.overdueRepairedTitle : BUCKET.overdueTitle}>
      <div className="stack-s">
        <p>{repaired ? BUCKET.overdueRepaired(due) : BUCKET.overdue(due)}</p>
        <ul className="points">
          {BUCKET.overdueChecks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{BUCKET.overdueWho}</p>
      </div>
    </Alert>
  )
}
