import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { AppError, CostReportAsk } from '../../electron/contract.ts'
import { COST_REPORT, NEW_REPORT } from '../../electron/texts/cost-report.ts'
import { useSend } from '../bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { NewReport } from './NewReport.tsx'
import { ReportCard } from './ReportCard.tsx'

/** The reports of the account with a verdict on each, and the form for a new one. */
export function CostReport({
  ask,
  problem,
}: {
  readonly ask: CostReportAsk
  readonly problem: AppError | undefined
}) {
  const send = useSend()
  const someFit = ask.reports.some(({ fits }) => fits)
  const form = <NewReport ask={ask} problem={problem} />
  return (
    <>
      <Alert type="info" header={COST_REPORT.promise}>
        {ask.reports.length === 0 ? COST_REPORT.none : COST_REPORT.promiseMore}
      </Alert>
      {ask.reports.map((report) => (
        <ReportCard key={report.name} report={report} heading={COST_REPORT.report}>
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
      {ask.limitReached && (
        <Alert type="warning" header={COST_REPORT.limitTitle}>
          {COST_REPORT.limit}
        </Alert>
      )}
      {someFit ? (
        <ExpandableSection
          headerText={NEW_REPORT.titleInstead}
          headingTagOverride="h3"
          defaultExpanded={problem !== undefined}
        >
          {form}
        </ExpandableSection>
      ) : (
        form
      )}
    </>
  )
}
