import type { SupportRequest } from '../contract/ask/registration.ts'
import { visibleLine } from '../base/visible.ts'
import type { Catalogue } from './catalogue.ts'

/** In the order in which Support asks for the values. */
const ROWS = [
  'bucketName',
  'roleArn',
  'customerAccountId',
  'mspAccountId',
  'stackName',
  'reportPrefix',
  'spotOrganizationId',
] as const

/** The message to Spot Support, complete. */
export function supportRequestText(
  { supportRequest: words }: Catalogue,
  request: SupportRequest,
): string {
  const rows = ROWS.map((id) => {
    const { label, unknown } = words.rows[id]
    const value = visibleLine(request[id])
    return value === '' ? words.unknown(label, unknown) : words.row(label, value)
  })
  return [
    words.greeting,
    '',
    words.request,
    '',
    ...rows,
    ...(request.billPayer === ''
      ? []
      : [words.row(words.billPayer, visibleLine(request.billPayer))]),
    '',
    ...(request.verified ? words.checked : words.notChecked),
    '',
    words.thanks,
  ].join('\n')
}
