import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import Table, { type TableProps } from '@cloudscape-design/components/table'
import type { ReactNode } from 'react'
import type { ReportVerdict, RequirementVerdict } from '../../electron/contract.ts'
import { COST_REPORT } from '../../electron/texts/cost-report.ts'
import { REQUIREMENTS } from '../../electron/texts/requirements.ts'
import { Card } from '../parts/Card.tsx'

/** One report of the account, and whether it has what Eco needs. */
export function ReportCard({
  report,
  heading,
  children,
}: {
  readonly report: ReportVerdict
  readonly heading: (name: string) => string
  readonly children?: ReactNode
}) {
  const unmet = report.requirements.filter(({ met }) => !met)
  const onlyRegion = unmet.length === 1 && unmet[0]?.id === 'region'
  const repair = report.fits ? COST_REPORT.deliveryRepairs[report.lastStatus] : undefined
  return (
    <Card
      title={heading(report.name)}
      aside={
        <StatusIndicator type={report.fits ? 'success' : 'warning'}>
          {report.fits ? COST_REPORT.fits : COST_REPORT.unfit(unmet.length)}
        </StatusIndicator>
      }
    >
      {onlyRegion ? (
        <>
          <p>
            <strong>{COST_REPORT.onlyRegion(report.region)}</strong>
          </p>
          <p>{COST_REPORT.onlyRegionMeans}</p>
        </>
      ) : (
        <p>{report.fits ? COST_REPORT.fitsMeans : COST_REPORT.unfitMeans}</p>
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
      {children}
    </Card>
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
    cell: ({ found }) => <span className="code">{found === '' ? COST_REPORT.notSet : found}</span>,
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
