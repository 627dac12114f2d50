import { NO_STAND_IN } from '../network/stand-in.ts'
import { isOnThisComputer } from '../start/development.ts'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { AppError } from '../errors/app-error.ts'
import { english } from '../texts/en/index.ts'
import { errorText } from '../texts/errors.ts'
import { checkedChoices, checkedStateFile } from './checked-choices.ts'
import { createStateFile, formatState, noChoices, type Choices } from './state-file.ts'

const ID = '418207315602'
const SUMMARY = '/home/dana/.config/Eco Connect/connections/c/summary.txt'
const allowed = { isStandIn: NO_STAND_IN, summaryFile: SUMMARY }
const SHA = 'a'.repeat(64)
const ROLE = `arn:aws:iam::${ID}:role/SpotEco`
const REQUEST = {
  bucketName: 'cloudharbor-cur',
  roleArn: ROLE,
  customerAccountId: ID,
  mspAccountId: '562910847733',
  stackName: 'SpotEcoConnect',
  reportPrefix: 'what the MSP said',
  spotOrganizationId: '606079874123',
  billPayer: '',
  verified: true,
}
const STACK = `arn:aws:cloudformation:us-east-1:${ID}:stack/SpotEcoConnect/6e961297-fc97-4499-b785-ebcf106ac4bd`

/** What an honest connection has saved by its end. */
const honest: Choices = {
  plan: { managedBy: 'msp', mspAccountId: '' },
  portal: {
    startUrl: 'https://northwind.awsapps.com/start',
    region: 'eu-west-1',
    method: 'browser',
  },
  refusedRegions: [{ startUrl: 'https://northwind.awsapps.com/start', region: 'us-east-1' }],
  account: { id: ID, name: 'Northwind Payer', email: 'aws@northwind.example' },
  roleName: 'AdministratorAccess',
  way: 'portal',
  profile: 'a name with spaces, ünïcode and "quotes"',
  byHand: false,
  label: 'Northwind (Europe)',
  handedOver: [
    { step: 'stack', accountId: '', at: 1, file: '/home/dana/Für Bob.html', present: [STACK] },
  ],
  typedBucket: { accountId: ID, bucketName: 'northwind-cur', prefix: '' },
  askedMsp: { accountId: ID, how: 'copied', at: 1, sent: true },
  mspReport: {
    accountId: ID,
    bucketName: 'cloudharbor-cur',
    prefix: 'what the MSP said',
    mspAccountId: '',
    at: null,
  },
  repaired: { accountId: ID, bucketName: 'northwind-cur', at: 1 },
  ownRole: { accountId: ID, roleArn: ROLE, externalId: '' },
  confirmedManagement: ID,
  acceptedRoot: ID,
  acceptedPayers: [{ accountId: ID, payerId: '562910847733' }],
  begunBucket: { accountId: ID, bucketName: 'northwind-cur' },
  created: [
    { kind: 'stack', accountId: ID, name: 'SpotEcoConnect', id: '' },
    { kind: 'stack', accountId: ID, name: 'SpotEcoConnect', id: STACK },
    { kind: 'report', accountId: ID, name: "spot-eco(2)!*'_.", id: '' },
    { kind: 'bucket', accountId: ID, name: 'northwind-cur', id: '' },
  ],
  report: {
    accountId: ID,
    name: 'spot-eco',
    bucket: 'Northwind.Billing_2014',
    prefix: '/cur/daily/',
    definedAt: 1,
  },
  reportDraft: {
    accountId: ID,
    reportName: 'half typed ☃',
    bucketName: 'Not A Bucket/',
    prefix: '//',
    bucketIsNew: true,
  },
  ownTemplate: { fileName: 'our role (v2).yaml', body: 'Resources: {}' },
  approvedTemplate: { sha256: SHA, by: `arn:aws:sts::${ID}:assumed-role/Admin/dana`, at: 1 },
  claimedApproval: { sha256: SHA, from: 'Dana', at: 1 },
  provenEarlier: {
    accountId: ID,
    managedBy: 'us',
    mspAccountId: '',
    steps: [{ id: 'stack', kind: 'done', at: 1 }],
  },
  stack: {
    accountId: ID,
    name: 'SpotEcoConnect',
    id: STACK,
    requestToken: '6e961297-fc97-4499-b785-ebcf106ac4bd',
    templateSha256: SHA,
    roleName: 'a role that\nno template asks for',
    policyName: '',
    externalId: '',
    bucketName: '',
    values: { CostCenter: 'any text\nof any form' },
    withoutExternalId: true,
  },
  spotBegun: { spotAccountId: 'act-1a2b3c4d', roleArn: ROLE, begun: 'asked' },
  spotOrganizationId: '606079874123',
  preparedRequest: { request: REQUEST, how: 'email', at: 1 },
  registered: {
    way: 'spot-api',
    at: 1,
    evidence: [],
    steps: [{ id: 'stack', kind: 'done', at: 1, evidence: [] }],
    summaryFile: SUMMARY,
    wiped: true,
    sent: { request: REQUEST, how: null },
    confirmedAt: 3,
  },
  health: {
    accountId: ID,
    lookedAt: 2,
    findings: [
      {
        id: 'costs',
        state: 'unseen',
        codes: ['denied'],
        at: 2,
        before: { state: 'good', at: 1 },
      },
    ],
  },
  disconnected: {
    accountId: ID,
    at: 2,
    removed: [{ id: 'stack', name: 'SpotEcoConnect', at: 2, proven: true }],
    left: [{ id: 'bucket', name: 'spot-eco-cur', state: 'there' }],
    steps: [{ id: 'stack', kind: 'done', at: 1, evidence: [] }],
  },
}

describe('what the app itself has saved', () => {
  test('is taken as it is', () => {
    expect(checkedChoices(honest, allowed)).toEqual({ choices: honest, refused: [] })
    expect(checkedChoices(noChoices, allowed)).toEqual({ choices: noChoices, refused: [] })
  })

  test.each([
    'https://d-1234567890.awsapps.com/start',
    'https://start.us-gov-home.awsapps.com/directory/northwind',
    'https://ssoins-1234567890abcdef.portal.us-east-1.app.aws',
    'https://identitycenter.amazonaws.com/ssoins-1234567890abcdef',
    'https://northwind.awsapps.cn/start',
  ])('is taken with the portal %s', (startUrl) => {
    const portal = { startUrl, region: 'us-east-1', method: 'device' as const }
    expect(checkedChoices({ ...noChoices, portal }, allowed).choices.portal).toEqual(portal)
  })

  test.each([
    ['a role with a path', { roleArn: `arn:aws:iam::${ID}:role/spot/eco/Role` }],
    ['a role of GovCloud', { roleArn: `arn:aws-us-gov:iam::${ID}:role/Role` }],
    ['an external ID', { externalId: 'spot:eco/1=2,3@x' }],
  ])('is taken with %s', (_, part) => {
    const ownRole = { accountId: ID, roleArn: ROLE, externalId: '', ...part }
    const { choices, refused } = checkedChoices({ ...noChoices, ownRole }, allowed)
    expect([choices.ownRole, refused]).toEqual([ownRole, []])
  })

  test.each([
    ['a bucket with dots', 'logs.northwind.example'],
    ['an old bucket', `Old_Bucket.${'x'.repeat(200)}`],
  ])('is taken with %s', (_, bucketName) => {
    const mspReport = { accountId: ID, bucketName, prefix: '', mspAccountId: '', at: 1 }
    const { choices, refused } = checkedChoices({ ...noChoices, mspReport }, allowed)
    expect([choices.mspReport, refused]).toEqual([mspReport, []])
  })

  test('is taken from a profile folder that was moved, with the summary where it is now', () => {
    const moved = { ...allowed, summaryFile: '/mnt/new/connections/c/summary.txt' }
    const { choices, refused } = checkedChoices(honest, moved)
    expect([choices.registered?.summaryFile, refused]).toEqual([moved.summaryFile, []])
  })

  test('is a portal on this computer only where a simulator may be', () => {
    const portal = { startUrl: 'http://127.0.0.1:4566/start', region: 'us-east-1' }
    const saved = { ...noChoices, portal: { ...portal, method: 'browser' as const } }
    expect(checkedChoices(saved, allowed).choices.portal).toBeNull()
    const there = checkedChoices(saved, { ...allowed, isStandIn: isOnThisComputer })
    expect(there).toEqual({ choices: saved, refused: [] })
  })
})

/** What stands in a file that somebody else has written, and what becomes of it. */
type Bad = readonly [part: string, change: Partial<Choices>, instead: Partial<Choices>]
const {
  plan,
  portal,
  account,
  ownRole,
  typedBucket,
  repaired,
  begunBucket,
  report,
  reportDraft,
  stack,
  spotBegun,
  registered,
  ownTemplate,
  askedMsp,
  mspReport,
  preparedRequest,
} = honest
const [request] = honest.handedOver
const of = <T>(value: T | null | undefined, change: Partial<T>): T => {
  if (!value) throw new Error('not in the honest choices')
  return { ...value, ...change }
}
const inPortal = (change: Partial<NonNullable<Choices['portal']>>) => ({
  portal: of(portal, change),
})
const noPortal = { portal: null }
const bucketsThatAreNone = [
  '',
  '..',
  '...',
  'a/b',
  'evil.example/?',
  'evil.example:443',
  'user@evil.example',
  `arn:aws:s3:us-west-2:${ID}:accesspoint/x`,
  'x--use1-az4--x-s3',
  'x--op-s3',
  'a b',
  'x\n',
  'x#y',
]

const BAD: readonly Bad[] = [
  ['portal.region', inPortal({ region: 'evil-1' }), noPortal],
  ['portal.region', inPortal({ region: '' }), noPortal],
  ['portal.region', inPortal({ region: 'us-east-1.evil.example/' }), noPortal],
  ['portal.startUrl', inPortal({ startUrl: 'https://evil.example/start' }), noPortal],
  ['portal.startUrl', inPortal({ startUrl: 'javascript:alert(1)' }), noPortal],
  ['portal.startUrl', inPortal({ startUrl: 'file:///etc/passwd' }), noPortal],
  ['portal.startUrl', inPortal({ startUrl: '' }), noPortal],
  [
    'plan.mspAccountId',
    { plan: of(plan, { mspAccountId: 'x' }) },
    { plan: of(plan, { mspAccountId: '' }) },
  ],
  ['account.id', { account: of(account, { id: '../..' }) }, { account: null }],
  ['account.name', { account: of(account, { name: 'x'.repeat(5000) }) }, { account: null }],
  ['roleName', { roleName: 'Admin&x=y' }, { roleName: '' }],
  ['profile', { profile: 'x]\n[default' }, { profile: '' }],
  ['label', { label: 'x'.repeat(81) }, { label: '' }],
  ['handedOver.file', { handedOver: [of(request, { file: 'relative' })] }, { handedOver: [] }],
  ['handedOver.accountId', { handedOver: [of(request, { accountId: '1' })] }, { handedOver: [] }],
  ['handedOver.at', { handedOver: [of(request, { at: 1e300 })] }, { handedOver: [] }],
  ['repaired.at', { repaired: of(repaired, { at: -1e300 }) }, { repaired: null }],
  [
    'ownRole.roleArn',
    { ownRole: of(ownRole, { roleArn: `arn:aws:iam::999999999999:role/Evil` }) },
    { ownRole: null },
  ],
  ['ownRole.roleArn', { ownRole: of(ownRole, { roleArn: 'Evil' }) }, { ownRole: null }],
  ['ownRole.externalId', { ownRole: of(ownRole, { externalId: 'a b' }) }, { ownRole: null }],
  ['confirmedManagement', { confirmedManagement: 'me' }, { confirmedManagement: '' }],
  [
    'typedBucket.prefix',
    { typedBucket: of(typedBucket, { prefix: 'a?b' }) },
    { typedBucket: null },
  ],
  [
    'begunBucket.accountId',
    { begunBucket: of(begunBucket, { accountId: '' }) },
    { begunBucket: null },
  ],
  ['report.name', { report: of(report, { name: 'a/../b' }) }, { report: null }],
  ['report.prefix', { report: of(report, { prefix: '?x' }) }, { report: null }],
  ...bucketsThatAreNone.map((bucket): Bad => [
    'report.bucket',
    { report: of(report, { bucket }) },
    { report: null },
  ]),
  [
    'reportDraft.bucketName',
    { reportDraft: of(reportDraft, { bucketName: 'x'.repeat(3000) }) },
    { reportDraft: null },
  ],
  ...['../../evil', '/etc/passwd', '..', '', 'a\0b'].map((fileName): Bad => [
    'ownTemplate.fileName',
    { ownTemplate: of(ownTemplate, { fileName }) },
    { ownTemplate: null },
  ]),
  [
    'approvedTemplate.sha256',
    { approvedTemplate: { sha256: 'yes', by: '', at: 1 } },
    { approvedTemplate: null },
  ],
  [
    'claimedApproval.from',
    { claimedApproval: { sha256: SHA, from: 'Spot\u200b', at: 1 } },
    { claimedApproval: null },
  ],
  [
    'provenEarlier.accountId',
    {
      provenEarlier: { accountId: 'mine', managedBy: 'us', mspAccountId: '', steps: [] },
    },
    { provenEarlier: null },
  ],
  ['stack.name', { stack: of(stack, { name: 'a b' }) }, { stack: null }],
  ['stack.id', { stack: of(stack, { id: 'arn:aws:s3:::x' }) }, { stack: null }],
  ['stack.id', { stack: of(stack, { id: STACK.replace(ID, '999999999999') }) }, { stack: null }],
  ['stack.requestToken', { stack: of(stack, { requestToken: 'a b' }) }, { stack: null }],
  ['stack.bucketName', { stack: of(stack, { bucketName: 'a/b' }) }, { stack: null }],
  [
    'spotBegun.spotAccountId',
    { spotBegun: of(spotBegun, { spotAccountId: 'act-1&x=y' }) },
    { spotBegun: null },
  ],
  ['spotOrganizationId', { spotOrganizationId: 'a b' }, { spotOrganizationId: '' }],
  ['askedMsp.at', { askedMsp: of(askedMsp, { at: 1e300 }) }, { askedMsp: null }],
  [
    'mspReport.bucketName',
    { mspReport: of(mspReport, { bucketName: 'a/b' }) },
    { mspReport: null },
  ],
  [
    'mspReport.prefix',
    { mspReport: of(mspReport, { prefix: 'x'.repeat(3000) }) },
    { mspReport: null },
  ],
  [
    'mspReport.mspAccountId',
    { mspReport: of(mspReport, { mspAccountId: '12' }) },
    { mspReport: null },
  ],
  [
    'preparedRequest.request.reportPrefix',
    { preparedRequest: of(preparedRequest, { request: { ...REQUEST, reportPrefix: 'a\u202eb' } }) },
    { preparedRequest: null },
  ],
  [
    'registered.sent.request.roleArn',
    {
      registered: of(registered, {
        sent: { how: null, request: { ...REQUEST, roleArn: 'arn:aws:s3:::x' } },
      }),
    },
    { registered: of(registered, { sent: null }) },
  ],
  [
    'registered.confirmedAt',
    { registered: of(registered, { confirmedAt: 1e300 }) },
    { registered: of(registered, { confirmedAt: null }) },
  ],
  [
    'registered.summaryFile',
    { registered: of(registered, { summaryFile: '/usr/share/applications/evil.desktop' }) },
    { registered: of(registered, { summaryFile: SUMMARY }) },
  ],
  [
    'registered.at',
    { registered: of(registered, { at: 1e300 }) },
    { registered: of(registered, { at: 0 }) },
  ],
]

describe('a saved value that nobody could have chosen', () => {
  test.each(BAD)('costs itself and nothing else: %s, case %#', (part, change, instead) => {
    const { choices, refused } = checkedChoices({ ...honest, ...change }, allowed)
    expect(choices).toEqual({ ...honest, ...instead })
    expect(refused.map((one) => one.part)).toEqual([part])
  })

  test('among many costs its own entry', () => {
    const bad = { kind: 'bucket', accountId: ID, name: 'a/b', id: '' } as const
    const saved = { ...honest, created: [...honest.created, bad] }
    const { choices, refused } = checkedChoices(saved, allowed)
    expect(choices).toEqual(honest)
    expect(refused).toHaveLength(1)
  })

  test('is told, in words and with where it stood; the file itself stays as it is, and is kept beside', async () => {
    const text = formatState({
      ...honest,
      ...inPortal({ region: 'evil-1' }),
      label: 'x'.repeat(99),
    })
    const told: AppError[] = []
    const kept: [string, string][] = []
    const files = {
      read: () => Promise.resolve(text),
      replace: (path: string, content: string) => {
        kept.push([path, content])
        return Promise.resolve()
      },
      move: () => expect.unreachable(),
    }
    const file = createStateFile('state.json', files, () => 7)
    const { choices, setAside } = await checkedStateFile(file, allowed, ({ error }) =>
      told.push(error),
    ).load()
    expect(setAside).toBeNull()
    expect(choices).toEqual({ ...honest, portal: null, label: '' })
    const [problem, ...more] = told
    if (!problem) return expect.unreachable()
    expect(more).toEqual([])
    expect(errorText(english, problem).meaning).toContain(
      'where you sign in to AWS and the name of this connection',
    )
    expect(problem.detail?.message).toContain('portal.region: "evil-1"')
    expect(problem.detail?.message?.length).toBeLessThan(300)
    expect(kept).toEqual([['state.json.not-understood', text]])
    expect(errorText(english, problem).meaning).toContain('state.json.not-understood')
  })

  test('never throws, and what is left is what would be left again', () => {
    const text = fc.string({ unit: 'grapheme' })
    const odd = fc.record({
      portal: fc.record({ startUrl: text, region: text, method: fc.constant('browser' as const) }),
      account: fc.record({ id: text, name: text, email: text }),
      report: fc.record({
        accountId: text,
        name: text,
        bucket: text,
        prefix: text,
        definedAt: fc.double({ noNaN: true, noDefaultInfinity: true }),
      }),
      roleName: text,
      profile: text,
    })
    fc.assert(
      fc.property(odd, (change) => {
        const { choices } = checkedChoices({ ...honest, ...change }, allowed)
        expect(checkedChoices(choices, allowed)).toEqual({ choices, refused: [] })
      }),
    )
  })
})
