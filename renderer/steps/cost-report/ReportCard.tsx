import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { ReactNode } from 'react'
import type {
  ReportVerdict,
  RequirementVerdict,
} from '../../../electron/contract/ask/cost-report.ts'
import { ErrorSentences } from '../../parts/ErrorNotice.tsx'
import { Coded } from '../../parts/Coded.tsx'
import { Card } from '../../parts/Card.tsx'
import { Table, type Column } from '../../parts/Table.tsx'
import { lacksRegionOnly, unmetOf } from './reportList.ts'
import { wordsFor, type Catalogue } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'

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
  const words = useWords()
  return (
    <Card title={words.costReport.report(report.name)} aside={<Verdict report={report} />}>
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
  const words = useWords()
  return (
    <Card title={words.costReport.unfitTitle(reports.length)}>
      <p>{words.costReport.unfitMeansMany}</p>
      <ul className="unfit">
        {reports.map((report) => (
          <li key={report.name} data-report={report.name}>
            <div className="unfit-line">
              <strong>{words.costReport.report(report.name)}</strong>
              <Verdict report={report} />
            </div>
            <ExpandableSection
              header={
                <span className="fold">
                  {words.costReport.why}
                  <span className="for-screen-readers">
                    {' '}
                    {words.costReport.report(report.name)}
                  </span>
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
  const words = useWords()
  const unmet = unmetOf(report).length
  if (report.fits && report.refusal)
    return <StatusIndicator type="warning">{words.managed.notAllowed}</StatusIndicator>
  return (
    <StatusIndicator type={report.fits ? 'success' : 'warning'}>
      {report.fits ? words.costReport.fits : words.costReport.unfit(unmet)}
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
  const words = useWords()
  const unmet = unmetOf(report)
  const onlyRegion = lacksRegionOnly(report)
  // Of a report that is unfit besides, that is told: nobody could use it anyway.
  const refused = report.fits ? report.refusal : undefined
  const repair = report.fits
    ? wordsFor(words.costReport.deliveryRepairs, report.lastStatus, '')
    : ''
  const meaning = !report.fits
    ? words.costReport.unfitMeans
    : repair === ''
      ? words.costReport.fitsMeans
      : words.costReport.fitsButFails
  return (
    <>
      {onlyRegion ? (
        <>
          <p>
            <strong>{words.costReport.onlyRegion(report.region)}</strong>
          </p>
          <p>
            {words.costReport.onlyRegionMeans} {newIsTheWay && words.costReport.onlyRegionWay}
          </p>
        </>
      ) : (
        !refused && <p>{meaning}</p>
      )}
      {refused && <ErrorSentences error={refused} withoutWhat />}
      <p className="quiet">
        <Coded
          text={words.costReport.place(placeOf(words, report), report.region)}
          value={placeOf(words, report)}
        />{' '}
        {words.costReport.lastDelivery(wordsFor(words.costReport.deliveries, report.lastStatus))}
      </p>
      {repair !== '' && (
        <Alert type="warning" header={words.costReport.deliveryFails}>
          {repair}
        </Alert>
      )}
      {unmet.length > 0 && !onlyRegion && <Requirements name={report.name} requirements={unmet} />}
      <ExpandableSection
        header={<span className="fold">{words.costReport.allSettings}</span>}
        variant="footer"
      >
        <Requirements name={report.name} requirements={report.requirements} />
      </ExpandableSection>
    </>
  )
}

function placeOf(words: Catalogue, report: ReportVerdict): string {
  if (report.bucket === '') return words.costReport.noBucket
  return report.prefix === '' ? report.bucket : `${report.bucket}/${report.prefix}`
}

function Requirements({
  name,
  requirements,
}: {
  readonly name: string
  readonly requirements: readonly RequirementVerdict[]
}) {
  const words = useWords()
  return (
    <Table
      label={words.costReport.table(name)}
      columns={columnsOf(words)}
      items={requirements}
      keyOf={({ id }) => id}
    />
  )
}

const columnsOf = (words: Catalogue): readonly Column<RequirementVerdict>[] => [
  {
    id: 'requirement',
    header: words.costReport.columns.requirement,
    isRowHeader: true,
    cell: ({ id }) => (
      <div>
        <strong>
          {words.costReport.requirement(
            words.requirements[id].label,
            words.requirements[id].needed,
          )}
        </strong>
        <p className="quiet">{words.requirements[id].why}</p>
      </div>
    ),
  },
  {
    id: 'found',
    header: words.costReport.columns.found,
    width: 190,
    cell: ({ found }) => {
      if (found === '') return words.costReport.notSet
      return wordsFor(words.costReport.found, found, '') || <span className="code">{found}</span>
    },
  },
  {
    id: 'verdict',
    header: words.costReport.columns.verdict,
    width: 130,
    cell: ({ met }) => (
      <StatusIndicator type={met ? 'success' : 'warning'}>
        {met ? words.costReport.met : words.costReport.notMet}
      </StatusIndicator>
    ),
  },
]
