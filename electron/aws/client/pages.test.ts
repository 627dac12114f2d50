import { describe, expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { listAccountPage, listRoles } from '../sign-in/account-list.ts'
import { createAccounts } from '../sign-in/accounts.ts'
import { allAccounts } from '../testing/all-accounts.ts'
import { createBuckets } from '../s3/buckets.ts'
import { createDeliveries } from '../s3/deliveries.ts'
import { MOST_PAGES, pageWatch } from './pages.ts'
import { createPermissions } from '../iam/permissions.ts'
import { createRemoval } from '../removal/removal.ts'
import { createReports } from '../cur/reports.ts'
import { createRoles } from '../iam/roles.ts'
import { createStacks } from '../cloudformation/stacks.ts'
import { answering, type Answering } from '../testing/answering.ts'

const ACCOUNT = '111122223333'
const ROLE = `arn:aws:iam::${ACCOUNT}:role/Spot`
const STACK = `arn:aws:cloudformation:us-east-1:${ACCOUNT}:stack/a/b`

const json = (list: string, member: string) => (token: string) =>
  JSON.stringify({ [list]: [], [member]: token })
const query = (operation: string, member: string) => (token: string) =>
  `<${operation}Response><${operation}Result><${member}>${token}</${member}>` +
  `<IsTruncated>true</IsTruncated></${operation}Result></${operation}Response>`
const objects = (token: string) =>
  `<ListBucketResult><IsTruncated>true</IsTruncated><NextContinuationToken>${token}</NextContinuationToken></ListBucketResult>`
const buckets = (token: string) =>
  `<ListAllMyBucketsResult><Buckets></Buckets><ContinuationToken>${token}</ContinuationToken></ListAllMyBucketsResult>`

const portal = { startUrl: 'https://d-1.awsapps.com/start', region: 'us-east-1' }
const tokens = {
  way: 'portal' as const,
  ...portal,
  clientId: 'c',
  clientSecret: 's',
  clientSecretExpiresAt: 0,
  accessToken: 't',
  expiresAt: 0,
}
const listAccounts = (access: Answering) =>
  allAccounts({ accounts: createAccounts((token) => listAccountPage(access, tokens, token)) })
const lists: readonly [
  string,
  (token: string) => string,
  (access: Answering) => Promise<unknown>,
][] = [
  ['ListAccounts', json('accountList', 'nextToken'), (access) => listAccounts(access)],
  [
    'ListAccountRoles',
    json('roleList', 'nextToken'),
    (access) => listRoles(access, tokens, ACCOUNT),
  ],
  [
    'DescribeReportDefinitions',
    json('ReportDefinitions', 'NextToken'),
    (access) => createReports(access).list(),
  ],
  [
    'DescribeStacks',
    query('DescribeStacks', 'NextToken'),
    (access) => createStacks(access).withRole(),
  ],
  [
    'DescribeStackEvents',
    query('DescribeStackEvents', 'NextToken'),
    (access) => createStacks(access).events(STACK),
  ],
  [
    'DescribeEvents',
    query('DescribeEvents', 'NextToken'),
    (access) => createStacks(access).refusals({ id: STACK, operationId: '' }),
  ],
  [
    'ListStackResources',
    query('ListStackResources', 'NextToken'),
    (access) => createStacks(access).roleResource(STACK),
  ],
  ['ListBuckets', buckets, (access) => createBuckets(access).list()],
  [
    'SimulatePrincipalPolicy',
    query('SimulatePrincipalPolicy', 'Marker'),
    (access) =>
      createPermissions(access).missing(ROLE, [{ action: 's3:GetObject', resource: '*' }]),
  ],
  [
    'SimulatePrincipalPolicy',
    query('SimulatePrincipalPolicy', 'Marker'),
    (access) => createRoles(access).mayChange(ROLE, 'b'),
  ],
  [
    'ListObjectsV2',
    objects,
    (access) =>
      createDeliveries(access).latest({ bucket: 'bucket', prefix: 'p', name: 'n' }, ACCOUNT),
  ],
]
const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => toAppError(error).code,
  )

describe('a list of AWS', () => {
  test.each(lists)(
    'that gives the same page again ends in a sentence: %s',
    async (_, page, run) => {
      expect(await codeOf(run(await answering(() => page('again'))))).toBe('aws-reply-endless')
    },
  )

  test('whose next page is always another one ends in a sentence', async () => {
    const access = await answering((asked) => json('roleList', 'nextToken')(`page-${asked}`))
    expect(await codeOf(listRoles(access, tokens, ACCOUNT))).toBe('aws-reply-endless')
  })

  test('is read to its end as long as it can be true', async () => {
    const last = 150
    const access = await answering((asked) =>
      JSON.stringify({
        accountList: [{ accountId: String(asked).padStart(12, '0') }],
        ...(asked < last ? { nextToken: `page-${asked}` } : {}),
      }),
    )
    expect(await listAccounts(access)).toHaveLength(last + 1)
  })
})

test('objects that are listed again after they were deleted are not deleted for ever', async () => {
  const listed = '<ListBucketResult><Contents><Key>one</Key></Contents></ListBucketResult>'
  const tags =
    '<Tagging><TagSet><Tag><Key>eco-connect</Key><Value>c</Value></Tag></TagSet></Tagging>'
  const access = await answering((asked) =>
    asked === 0 ? tags : asked === 1 ? '{"ReportDefinitions":[]}' : listed,
  )
  const owner = { connectionId: 'c', remembered: true }
  const removed = createRemoval(access).deleteBucket('bucket', ACCOUNT, owner, {
    withObjects: true,
  })
  expect(await codeOf(removed)).toBe('aws-reply-endless')
})

test('the watch counts tokens, and takes the last page for the last', () => {
  const watch = pageWatch('sso', 'ListAccounts', 3)
  for (const token of ['a', 'b', undefined, '']) watch(token)
  expect(() => watch('c')).toThrow('aws-reply-endless')
  expect(() => pageWatch('sso', 'ListAccounts')(undefined)).not.toThrow()
  // The largest organizations must fit, several times over.
  expect(MOST_PAGES.ListAccounts * 100).toBeGreaterThanOrEqual(50_000)
})
