import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { CostReportAsk } from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { NewReport } from './NewReport.tsx'
import { ReportCard, UnfitReports } from './ReportCard.tsx'
import { failingReports, isAboutTold, isUsable, reportList } from './reportList.ts'
import { ToldBucket } from './ToldBucket.tsx'
import { useWords } from '../../parts/words.ts'

/** The reports of the account with a verdict on each, and the ways to another one. */
export function CostReport({
  ask,
  problem,
}: {
  readonly ask: CostReportAsk
  readonly problem: AppError | undefined
}) {
  const words = useWords()
  const { get } = useDraft('cost-report', { sent: '' })
  const aboutTold = isAboutTold(get('sent'), problem) ? problem : undefined
  const aboutNew = aboutTold ? undefined : problem
  const { cards, folded, someFit, newIsTheWay } = reportList(ask)
  const fitting = cards.filter(isUsable)
  const only = fitting.length === 1 ? fitting[0] : undefined
  const form = ask.limitReached ? null : (
    <NewReport ask={ask} problem={aboutNew} isTheWay={!someFit} />
  )
  return (
    <>
      {ask.reports.length === 0 ? (
        <p>{words.costReport.none}</p>
      ) : (
        <Alert type="info" header={words.costReport.promise}>
          {ask.limitReached ? words.costReport.promiseFit : words.costReport.promiseMore}
        </Alert>
      )}
      {cards.map((report) => (
        <ReportCard key={report.name} report={report} newIsTheWay={newIsTheWay}>
          {isUsable(report) && report !== only && (
            <div className="actions">
              <Reuse name={report.name} />
            </div>
          )}
        </ReportCard>
      ))}
      {only && (
        <PrimaryBar says={<p>{words.costReport.reuseMeans(only.name)}</p>}>
          <Reuse name={only.name} />
        </PrimaryBar>
      )}
      {folded.length > 0 && <UnfitReports reports={folded} newIsTheWay={newIsTheWay} />}
      {ask.limitReached && <LimitReached ask={ask} someFit={someFit} />}
      {aboutNew && !form && <ErrorNotice error={aboutNew} />}
      {someFit && form ? (
        <ExpandableSection
          headerText={words.costReport.newReport.titleInstead}
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

function Reuse({ name }: { readonly name: string }) {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton
      action="reuse"
      variant="primary"
      ariaLabel={words.costReport.reuseNamed(name)}
      onClick={() => send({ step: 'cost-report', action: 'reuse', reportName: name })}
    >
      {words.costReport.reuse}
    </ActionButton>
  )
}

/** No room for another report: what can be done about it. */
function LimitReached({
  ask,
  someFit,
}: {
  readonly ask: CostReportAsk
  readonly someFit: boolean
}) {
  const words = useWords()
  const failing = failingReports(ask.reports)
  const ways = [
    ...(someFit ? [words.costReport.limitFits] : []),
    words.costReport.limitAsk,
    ...(failing.length > 0 ? [words.costReport.limitFailing(failing.map(({ name }) => name))] : []),
    words.costReport.limitCheck,
  ]
  return (
    <Alert type="warning" header={words.costReport.limitTitle}>
      <div className="stack-s">
        <p>{words.costReport.limit}</p>
        <ul className="points">
          {ways.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </div>
    </Alert>
  )
}
