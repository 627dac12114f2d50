import Alert from '@cloudscape-design/components/alert'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { BucketAsk, BucketFinding } from '../../../electron/contract/ask/bucket.ts'
import type { TermId } from '../../../electron/contract/help.ts'
import { namespaceOf } from '../../../electron/contract/bucket-namespace.ts'
import type { Progress } from '../../../electron/contract/status.ts'
import { stepNumber, type StepId } from '../../../electron/contract/steps.ts'
import type { Catalogue } from '../../../electron/texts/catalogue.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useMoment } from '../../parts/time.ts'
import { Recreate, Repair } from './BucketRepair.tsx'
import { findingValue } from '../../../electron/texts/facts.ts'
import { Table, type Column } from '../../parts/Table.tsx'
import { isUnread } from '../../../electron/contract/bucket-findings.ts'
import { Term } from '../../parts/Term.tsx'
import { useWords } from '../../parts/words.ts'

/** The name of the bucket that was looked at. */
export const bucketIn = ({ findings }: BucketAsk): string =>
  findings.find(({ id }) => id === 'exists')?.value ?? ''

/** What is wrong with the bucket, and what the app can do about it once the person agrees. */
export function Bucket({
  ask,
  problem,
}: {
  readonly ask: BucketAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const send = useSend()
  const isGone = ask.findings.some(({ id, verdict }) => id === 'exists' && verdict === 'bad')
  const name = bucketIn(ask)
  return (
    <>
      {problem && <ErrorNotice error={problem} />}
      {ask.repair && <Repair change={ask.repair} bucket={name} />}
      {ask.recreatable && <Recreate bucket={name} />}
      <Card title={words.bucket.title}>
        <p>{isGone ? words.bucket.gone : words.bucket.bad}</p>
        <Findings findings={ask.findings} />
        <div className="actions">
          <ActionButton
            action="change"
            onClick={() => send({ step: 'cost-report', action: 'change' })}
          >
            {words.bucket.otherReport}
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
  const words = useWords()
  const rows = findings.map((finding) => ({ ...finding, result: resultOf(finding, willCorrect) }))
  return (
    <Table
      label={words.bucket.table}
      columns={columnsOf(words)}
      items={rows}
      keyOf={({ id }) => id}
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
  odd: 'warning',
  unread: 'stopped',
  corrected: 'info',
} as const

function resultOf(finding: BucketFinding, willCorrect: readonly string[]): Result {
  const { id, verdict } = finding
  if (isUnread(finding)) return 'unread'
  return verdict !== 'good' && willCorrect.includes(id) ? 'corrected' : verdict
}

/** The word in a check that Help explains. */
const TERMS: Partial<Readonly<Record<BucketFinding['id'], TermId>>> = {
  policy: 'bucket-policy',
  encryption: 'sse-s3',
  notifications: 'event-notifications',
  manifest: 'manifest',
}

function FindingTerm({ id }: Pick<BucketFinding, 'id'>) {
  const term = TERMS[id]
  return term && <Term id={term} />
}

const columnsOf = (words: Catalogue): readonly Column<Row>[] => [
  {
    id: 'check',
    header: words.bucket.columns.check,
    isRowHeader: true,
    width: 300,
    cell: ({ id }) => (
      <div>
        <strong>{words.bucket.findings[id].label}</strong> <FindingTerm id={id} />
        <p className="quiet">{words.bucket.findings[id].why}</p>
      </div>
    ),
  },
  {
    id: 'found',
    header: words.bucket.columns.found,
    cell: (finding) => findingValue(words, finding),
  },
  {
    id: 'verdict',
    header: words.bucket.columns.verdict,
    width: 180,
    cell: ({ result }) => (
      <StatusIndicator type={INDICATORS[result]}>{words.bucket.verdicts[result]}</StatusIndicator>
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
  const words = useWords()
  const { evidence } = progress
  return (
    <>
      {registered ? (
        <Alert type="info" header={words.bucket.registeredTitle}>
          {words.bucket.registered(stepNumber('registration'))}
        </Alert>
      ) : (
        <DeliveryNotice progress={progress} />
      )}
      {evidence.length > 0 && (
        <Card title={words.app.panel.evidence}>
          <Facts facts={evidence} label={words.steps[step].title} />
        </Card>
      )}
    </>
  )
}

function DeliveryNotice({ progress }: { readonly progress: Progress & { kind: 'delivery' } }) {
  const moment = useMoment()
  const words = useWords()
  const due = moment(progress.dueAt)
  const repaired = progress.awaited === 'after-repair'
  if (!progress.overdue) {
    return (
      <Alert
        type="info"
        header={repaired ? words.bucket.repairedTitle : words.bucket.deliveryTitle}
      >
        {repaired ? words.bucket.repairedDelivery(due) : words.bucket.delivery(due)}{' '}
        {words.bucket.deliveryMeans}
      </Alert>
    )
  }
  const bucket = progress.evidence.find(({ id }) => id === 'bucket')?.value ?? ''
  const checks = [
    ...words.bucket.overdueChecks,
    ...(namespaceOf(bucket) ? [words.bucket.overdueRegional] : []),
  ]
  return (
    <Alert
      type="warning"
      header={repaired ? words.bucket.overdueRepairedTitle : words.bucket.overdueTitle}
    >
      <div className="stack-s">
        <p>{repaired ? words.bucket.overdueRepaired(due) : words.bucket.overdue(due)}</p>
        <ul className="points">
          {checks.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{words.bucket.overdueWho}</p>
      </div>
    </Alert>
  )
}
