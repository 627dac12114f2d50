import type { KnownToSpot } from '../contract/disconnect.ts'
import { visibleLine } from '../base/visible.ts'
import type { Catalogue } from './catalogue.ts'

const ROWS = [
  'accountId',
  'roleArn',
  'bucketName',
  'spotAccount',
  'spotOrganizationId',
] as const satisfies readonly (keyof KnownToSpot)[]

/** The message that asks Spot Support to remove an account, complete. */
export function removalRequestText(
  { removalRequest: words }: Catalogue,
  known: KnownToSpot,
): string {
  const rows = ROWS.flatMap((id) => {
    const value = visibleLine(known[id])
    return value === '' ? [] : [words.row(words.rows[id], value)]
  })
  return [words.greeting, '', words.request, '', ...rows, '', ...words.ask, '', words.thanks].join(
    '\n',
  )
}
