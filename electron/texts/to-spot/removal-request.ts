import { visibleLine } from '../../base/visible.ts'
import type { KnownToSpot } from '../../contract/disconnect.ts'
import type { Letter } from './letter.ts'

const words = {
  subject: 'Remove our AWS account from Spot Eco',
  greeting: 'Hello Spot Support,',
  request:
    'we have taken back the connection of our AWS account in AWS. Please remove it from Eco.',
  row: (label: string, value: string) => `${label}: ${value}`,
  rows: {
    accountId: 'AWS account ID',
    roleArn: 'Role ARN that Spot was given',
    bucketName: 'S3 bucket that Spot was given',
    spotAccount: 'Spot account',
    spotOrganizationId: 'Spot organization ID',
  },
  ask: [
    'Please tell us when it is removed, what becomes of the report files that Spot has copied,',
    'and whether anything is still to be settled for the time until then.',
  ],
  thanks: 'Thank you.',
} as const

const ROWS = [
  'accountId',
  'roleArn',
  'bucketName',
  'spotAccount',
  'spotOrganizationId',
] as const satisfies readonly (keyof KnownToSpot)[]

/** The message that asks Spot Support to remove an account, complete. */
export function removalRequestLetter(known: KnownToSpot): Letter {
  const rows = ROWS.flatMap((id) => {
    const value = visibleLine(known[id])
    return value === '' ? [] : [words.row(words.rows[id], value)]
  })
  const { subject, greeting, request, ask, thanks } = words
  const text = [greeting, '', request, '', ...rows, '', ...ask, '', thanks].join('\n')
  return { subject, text }
}
