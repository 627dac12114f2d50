import type { BillQuestion } from '../contract/ask/bill.ts'
import { visibleLine } from '../base/visible.ts'
import type { Catalogue } from './catalogue.ts'

/** A day in UTC, as both sides of a letter write it: `2026-12-01`. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The question to Spot Support about a bill that another account pays, complete. */
export function billQuestionText(
  { bill }: Catalogue,
  { accountId, organizationId, paidBy, spotOrganizationId }: BillQuestion,
): string {
  const { question: words } = bill
  const payers = paidBy.map(({ accountId: payer, starts, ends }) => {
    const since = day(starts)
    return ends === null
      ? words.payer(visibleLine(payer), since)
      : words.payerUntil(visibleLine(payer), since, day(ends))
  })
  return [
    words.greeting,
    '',
    ...words.why,
    '',
    words.account(visibleLine(accountId)),
    words.organization(visibleLine(organizationId)),
    ...payers,
    spotOrganizationId === '' ? words.noSpot : words.spot(visibleLine(spotOrganizationId)),
    '',
    words.knownTitle,
    ...words.known.map(words.point),
    '',
    words.questionsTitle,
    ...words.questions.map(words.numbered),
    '',
    words.thanks,
  ].join('\n')
}
