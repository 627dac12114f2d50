import type {
  CostReportAsk,
  ReportVerdict,
  RequirementVerdict,
} from '../../../electron/contract/ask/cost-report.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { isMarked } from '../../../electron/errors/catalogue.ts'

/** The reports of an account as they are shown. */
export type ReportList = {
  /** One card each: what can be used comes first; what cannot only as long as it is a single one. */
  readonly cards: readonly ReportVerdict[]
  /** Several that cannot be used, told together. */
  readonly folded: readonly ReportVerdict[]
  readonly someFit: boolean
  /** No report fits, and there is room for another. */
  readonly newIsTheWay: boolean
}

/** Whether Eco can use it, and the organization lets it be used. */
export const isUsable = ({ fits, refusal }: ReportVerdict): boolean => fits && !refusal

export function reportList({ reports, limitReached }: CostReportAsk): ReportList {
  const fit = reports.filter(isUsable)
  const unfit = reports.filter((report) => !isUsable(report))
  const someFit = fit.length > 0
  return {
    cards: unfit.length === 1 ? [...fit, ...unfit] : fit,
    folded: unfit.length === 1 ? [] : unfit,
    someFit,
    newIsTheWay: !someFit && !limitReached,
  }
}

/** Both forms have a field for a bucket: a problem belongs to the one that was sent. */
export function isAboutTold(sent: string, problem: AppError | undefined): boolean {
  return sent === 'told' || (problem !== undefined && isMarked(problem.code, 'told-bucket'))
}

/** Reports that cannot be used, and whose last delivery failed as well. */
export function failingReports(reports: readonly ReportVerdict[]): readonly ReportVerdict[] {
  return reports.filter(({ fits, lastStatus }) => !fits && lastStatus.startsWith('ERROR'))
}

export function unmetOf({ requirements }: ReportVerdict): readonly RequirementVerdict[] {
  return requirements.filter(({ met }) => !met)
}

/** True for a report that is right but for the region that it is delivered to. */
export function lacksRegionOnly(report: ReportVerdict): boolean {
  const unmet = unmetOf(report)
  return unmet.length === 1 && unmet[0]?.id === 'region'
}
