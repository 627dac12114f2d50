import type { Letters } from '../checklist/step.ts'
import type { Spoken } from '../texts/speech.ts'
import { summaryText } from '../texts/summary.ts'
import { billQuestionLetter } from '../texts/to-spot/bill-question.ts'
import { mspRequestText } from '../texts/msp-request.ts'
import { supportRequestLetter } from '../texts/to-spot/support-request.ts'

/** What steps have written for people. */
export const lettersIn = ({ language, languageOf }: Spoken): Letters => ({
  summary: (at, steps, about) => summaryText(language(), at, steps, about),
  mspRequest: async (request, id) => {
    const { words } = await languageOf(id)
    const { subject } = words.askMsp.request
    return { subject: subject(request.accountId), text: mspRequestText(words, request) }
  },
  supportRequest: supportRequestLetter,
  request: async (accountId, id) => {
    const { subject, text } = (await languageOf(id)).words.someoneElse.letter
    return { subject: subject(accountId), text }
  },
  billQuestion: billQuestionLetter,
})
