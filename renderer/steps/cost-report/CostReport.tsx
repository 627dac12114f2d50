import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { CostReportAsk } from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { COST_REPORT, NEW_REPORT } from '../../../electron/texts/en/cost-report.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { NewReport } from './NewReport.tsx'
import { ReportCard, UnfitReports } from './ReportCard.tsx'
import { failingReports, isAboutTold, reportList } from './reportList.ts'
import { ToldBucket } from './ToldBucket.tsx'

/** The reports of the account with a verdict on each, and the ways to another one. */
export function CostReport({
  ask,
  problem,
}: {
  readonly ask: CostReportAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const { get } = useDraft('cost-report', { sent: '' })
  const aboutTold = isAboutTold(get('sent'), problem) ? problem : undefined
  const aboutNew = aboutTold ? undefined : problem
  const { cards, folded, someFit, newIsTheWay } = reportList(ask)
  const form = ask.limitReached ? null : <NewReport ask={ask} problem={aboutNew} />
  return (
    <>
      <Alert type="info" header={COST_REPORT.promise}>
        {promiseOf(ask)}
      </Alert>
      {cards.map((report) => (
        <ReportCard key={report.name} report={report} newIsTheWay={newIsTheWay}>
          {report.fits && (
            <div className="actions">
              <ActionButton
                action="reuse"
                variant="primary"
                ariaLabel={COST_REPORT.reuseNamed(report.name)}
                onClick={() =>
                  send({ step: 'cost-report', action: 'reuse', reportName: report.name })
                }
              >
                {COST_REPORT.reuse}
              </ActionButton>
            </div>
          )}
        </ReportCard>
      ))}
      {folded.length > 0 && <UnfitReports reports={folded} newIsTheWay={newIsTheWay} />}
      {ask.limitReached && <LimitReached ask={ask} someFit={someFit} />}
      {aboutNew && !form && <ErrorNotice error={aboutNew} />}
      {someFit && form ? (
        <ExpandableSection
          headerText={NEW_REPORT.titleInstead}
          headingTagOverride="h3"
          defaultExpanded={aboutNew !== undefined}
        >
          {form}
        </ExpandableSection>
      ) : (
        form
      )}
      <ToldBucket problem={aboutTold} />
    </>
  )
}

/** What the app does with what there is. */
function promiseOf({ reports, limitReached }: CostReportAsk): string {
  if (reports.length === 0) return COST_REPORT.none
  return limitReached ? COST_REPORT.promiseFit : COST_REPORT.promiseMore
}

/** No room for another report: what can be done about it. */
function LimitReached({
  ask,
  someFit,
}: {
  readonly ask: CostReportAsk
  readonly someFit: boolean
}) {
  const failing = failingReports(ask.reports)
  const ways = [
    ...(someFit ? [COST_REPORT.limitFits] : []),
    COST_REPORT.limitAsk,
    ...(failing.length > 0
      ? [COST_REPORT.limitFailing(failing.map(({ name }) => name).join(', '))]
      : []),
    COST_REPORT.limitCheck,
  ]
  return (
    <Alert type="warning" header={COST_REPORT.limitTitle}>
      <div className="stack-s">
        <p>{COST_REPORT.limit}</p>
        <ul className="points">
          {ways.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Alert>
  )
}
