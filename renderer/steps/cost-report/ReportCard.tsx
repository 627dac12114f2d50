import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import type {
  ReportVerdict,
  RequirementVerdict,
} from '../../../electron/contract/ask/cost-report.ts'
import { COST_REPORT } from '../../../electron/texts/en/cost-report.ts'
import { REQUIREMENTS } from '../../../electron/texts/en/requirements.ts'
import { Card } from '../../parts/Card.tsx'
import { lacksRegionOnly, unmetOf } from './reportList.ts'

/** One report of the account, and whether it has what Eco needs. */
export function ReportCard({
  report,
  newIsTheWay = false,
  children,
}: {
  readonly report: ReportVerdict
  /** No report fits, and there is room for another. */
  readonly newIsTheWay?: boolean
  readonly children?: ReactNode
}) {
  return (
    <Card title={COST_REPORT.report(report.name)} aside={<Verdict report={report} />}>
      <Reading report={report} newIsTheWay={newIsTheWay} />
      {children}
    </Card>
  )
}

/** Several reports that cannot be used: one line for each, and why on demand. */
export function UnfitReports({
  reports,
  newIsTheWay,
}: {
  readonly reports: readonly ReportVerdict[]
  readonly newIsTheWay: boolean
}) {
  return (
    <Card title={COST_REPORT.unfitTitle(reports.length)}>
      <p>{COST_REPORT.unfitMeansMany}</p>
      <ul className="unfit">
        {reports.map((report) => (
          <li key={report.name} data-report={report.name}>
            <div className="unfit-line">
              <strong>{COST_REPORT.report(report.name)}</strong>
              <Verdict report={report} />
            </div>
            <ExpandableSection
              header={
                <span className="fold">
                  {COST_REPORT.why}
                  <span className="for-screen-readers"> {COST_REPORT.report(report.name)}</span>
                </span>
              }
              variant="footer"
            >
              <div className="stack-s">
                <Reading report={report} newIsTheWay={newIsTheWay} />
              </div>
            </ExpandableSection>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Verdict({ report }: { readonly report: ReportVerdict }) {
  const unmet = unmetOf(report).length
  return (
    <StatusIndicator type={report.fits ? 'success' : 'warning'}>
      {report.fits ? COST_REPORT.fits : COST_REPORT.unfit(unmet)}
    </StatusIndicator>
  )
}

function Reading({
  report,
  newIsTheWay,
}: {
  readonly report: ReportVerdict
  readonly newIsTheWay: boolean
}) {
  const unmet = unmetOf(report)
  const onlyRegion = lacksRegionOnly(report)
  const repair = report.fits ? COST_REPORT.deliveryRepairs[report.lastStatus] : undefined
  const meaning = !report.fits
    ? COST_REPORT.unfitMeans
    : repair === undefined
      ? COST_REPORT.fitsMeans
      : COST_REPORT.fitsButFails
  return (
    <>
      {onlyRegion ? (
        <>
          <p>
            <strong>{COST_REPORT.onlyRegion(report.region)}</strong>
          </p>
          <p>
            {COST_REPORT.onlyRegionMeans} {newIsTheWay && COST_REPORT.onlyRegionWay}
          </p>
        </>
      ) : (
        <p>{meaning}</p>
      )}
      <p className="quiet">
        {COST_REPORT.place} <span className="code">{placeOf(report)}</span> ({report.region}).{' '}
        {COST_REPORT.lastDelivery}: {COST_REPORT.deliveries[report.lastStatus] ?? report.lastStatus}
      </p>
      {repair !== undefined && (
        <Alert type="warning" header={COST_REPORT.deliveryFails}>
          {repair}
        </Alert>
      )}
      {unmet.length > 0 && !onlyRegion && <Requirements name={report.name} requirements={unmet} />}
      <ExpandableSection
        header={<span className="fold">{COST_REPORT.allSettings}</span>}
        variant="footer"
      >
        <Requirements name={report.name} requirements={report.requirements} />
      </ExpandableSection>
    </>
  )
}

function placeOf(report: ReportVerdict): string {
  if (report.bucket === '') return COST_REPORT.noBucket
  return report.prefix === '' ? report.bucket : `${report.bucket}/${report.prefix}`
}

function Requirements({
  name,
  requirements,
}: {
  readonly name: string
  readonly requirements: readonly RequirementVerdict[]
}) {
  return (
    <Table
      variant="embedded"
      wrapLines
      items={requirements}
      trackBy="id"
      ariaLabels={{ tableLabel: COST_REPORT.table(name) }}
      columnDefinitions={COLUMNS}
    />
  )
}

const COLUMNS: TableProps<RequirementVerdict>['columnDefinitions'] = [
  {
    id: 'requirement',
    header: COST_REPORT.columns.requirement,
    isRowHeader: true,
    cell: ({ id }) => (
      <div>
        <strong>
          {REQUIREMENTS[id].label}: {REQUIREMENTS[id].needed}
        </strong>
        <p className="quiet">{REQUIREMENTS[id].why}</p>
      </div>
    ),
  },
  {
    id: 'found',
    header: COST_REPORT.columns.found,
    width: 190,
    cell: ({ found }) => {
      const words = found === '' ? COST_REPORT.notSet : COST_REPORT.found[found]
      return words ?? <span className="code">{found}</span>
    },
  },
  {
    id: 'verdict',
    header: COST_REPORT.columns.verdict,
    width: 130,
    cell: ({ met }) => (
      <StatusIndicator type={met ? 'success' : 'warning'}>
        {met ? COST_REPORT.met : COST_REPORT.notMet}
      </StatusIndicator>
    ),
  },
]
