import type { Letters } from '../checklist/step.ts'
import type { Catalogue } from '../texts/catalogue.ts'
import { summaryText } from '../texts/summary.ts'
import { billQuestionText } from '../texts/bill-question.ts'
import { mspRequestText } from '../texts/msp-request.ts'
import { supportRequestText } from '../texts/support-request.ts'

/** What steps have written for people, in the words that are spoken when it is written. */
export const lettersIn = (words: () => Catalogue): Letters => ({
  summary: (at, steps, about) => summaryText(words(), at, steps, about),
  mspRequest: (request) => ({
    subject: words().askMsp.request.subject(request.accountId),
    text: mspRequestText(words(), request),
  }),
  supportRequest: (request) => ({
    subject: words().supportRequest.subject,
    text: supportRequestText(words(), request),
  }),
  request: (accountId) => {
    const { subject, text } = words().someoneElse.letter
    return { subject: subject(accountId), text }
  },
  billQuestion: (question) => ({
    subject: words().bill.question.subject,
    text: billQuestionText(words(), question),
  }),
})
