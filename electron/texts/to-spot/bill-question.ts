import { visibleLine } from '../../base/visible.ts'
import type { BillQuestion } from '../../contract/ask/bill.ts'
import type { Letter } from './letter.ts'

const words = {
  subject: 'Before we connect our AWS account: another account pays our bill',
  greeting: 'Hello Spot Support,',
  why: [
    'we want to connect our AWS organization to Eco. AWS says that another organization’s management',
    'account pays our bill (AWS Billing Transfer), so we ask before we set anything up.',
  ],
  account: (id: string) => `AWS management account of our organization: ${id}`,
  organization: (id: string) => `AWS organization: ${id}`,
  payer: (id: string, since: string) => `AWS account that pays our bill: ${id}, since ${since}`,
  payerUntil: (id: string, since: string, until: string) =>
    `AWS account that pays our bill: ${id}, since ${since}, until ${until}`,
  spot: (id: string) => `Spot organization ID: ${id}`,
  noSpot: 'Spot organization ID: (not entered yet)',
  knownTitle: 'What we have read in AWS’s documents:',
  known: [
    'The paying account decides, in AWS Billing Conductor, which costs our account can see.',
    'Reports on a transferred bill can be created in Data Exports only.',
  ],
  point: (text: string) => `- ${text}`,
  questionsTitle: 'Our questions:',
  questions: [
    'Does Eco work with a Cost and Usage Report of our own management account in this case?',
    'If not, can Eco read a report that the paying account creates in Data Exports?',
    'If so, what would each of the two accounts have to set up?',
  ],
  numbered: (text: string, index: number) => `${index + 1}. ${text}`,
  thanks: 'Thank you.',
} as const

/** A day in UTC, as both sides of a letter write it: `2026-12-01`. */
const day = (at: number): string => new Date(at).toISOString().slice(0, 10)

/** The question to Spot Support about a bill that another account pays, complete. */
export function billQuestionLetter({
  accountId,
  organizationId,
  paidBy,
  spotOrganizationId,
}: BillQuestion): Letter {
  const payers = paidBy.map(({ accountId: payer, starts, ends }) => {
    const since = day(starts)
    return ends === null
      ? words.payer(visibleLine(payer), since)
      : words.payerUntil(visibleLine(payer), since, day(ends))
  })
  const text = [
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
  return { subject: words.subject, text }
}
