import { visibleLine } from '../base/visible.ts'
import { REQUIREMENT_IDS, type MspRequest } from '../contract/ask/cost-report.ts'
import type { Catalogue } from './catalogue.ts'

/** The message that asks an MSP for a report that Eco can read, complete. */
export function mspRequestText(
  { askMsp: { request: words }, requirements, summary }: Catalogue,
  { accountId, accountName, mspAccountId }: MspRequest,
): string {
  const ours = [accountId, accountName].map(visibleLine).filter((part) => part !== '')
  return [
    words.greeting,
    '',
    ...words.intro,
    '',
    summary.fact(words.ours, ours.join(', ')),
    ...(mspAccountId === '' ? [] : [summary.fact(words.yours, visibleLine(mspAccountId))]),
    '',
    ...words.please,
    '',
    ...REQUIREMENT_IDS.map((id, index) =>
      words.setting(index + 1, requirements[id].label, requirements[id].needed),
    ),
    '',
    ...words.more,
    '',
    words.answer,
    '',
    ...words.answers.map((line) => words.point(line)),
    '',
    words.thanks,
  ].join('\n')
}
