import type { Choices } from './state-file.ts'

/**
 * Times that lie ahead were written before the computer's clock was set back: all that is known of
 * them is that they have passed. Otherwise what is due after them would be due in years.
 */
export function withoutFuture(choices: Choices, now: number): Choices {
  const { report, repaired, handedOver, askedMsp, mspReport, preparedRequest } = choices
  const {
    approvedTemplate: approved,
    claimedApproval: claimed,
    provenEarlier: proven,
    health,
  } = choices
  const passed = (at: number): number => Math.min(at, now)
  // A delivery is due when it is due.
  const seen = <T extends { kind: string; at: number }>(step: T): T =>
    step.kind === 'done' ? { ...step, at: passed(step.at) } : step
  return {
    ...choices,
    report: report && { ...report, definedAt: passed(report.definedAt) },
    askedMsp: askedMsp && { ...askedMsp, at: passed(askedMsp.at) },
    mspReport: mspReport && {
      ...mspReport,
      at: mspReport.at === null ? null : passed(mspReport.at),
    },
    preparedRequest: preparedRequest && { ...preparedRequest, at: passed(preparedRequest.at) },
    repaired: repaired && { ...repaired, at: passed(repaired.at) },
    approvedTemplate: approved && {
      ...approved,
      at: approved.at === null ? null : passed(approved.at),
    },
    claimedApproval: claimed && { ...claimed, at: passed(claimed.at) },
    provenEarlier: proven && { ...proven, steps: proven.steps.map(seen) },
    health: health && {
      ...health,
      lookedAt: passed(health.lookedAt),
      findings: health.findings.map(({ at, before, ...rest }) => ({
        ...rest,
        at: passed(at),
        before: before && { ...before, at: passed(before.at) },
      })),
    },
    handedOver: handedOver.map((request) => ({ ...request, at: passed(request.at) })),
  }
}
