import { issueCredentials } from '../../../e2e/simulator/index.ts'
import { PAYER, START_URL } from '../../aws/testing/portal.ts'
import { regionalSuffix } from '../../contract/bucket-namespace.ts'
import type { HandOverFile } from '../../contract/hand-over-file.ts'
import { NOT_MANAGED, type Managed } from '../../contract/managed.ts'
import type { SettingId } from '../../managed/settings.ts'
import { sha256Of } from '../../template/review.ts'
import { builtInTemplate } from './ground.ts'
import type { Acting, Case } from './organization.ts'
import type { Opened } from './remembered.ts'
import { FITTING } from './report-journey.ts'
import { askOf as stackAskOf, create, ROLE, roleArn, useRole } from './stack-scene.ts'

const OTHER_PORTAL = 'https://elsewhere.awsapps.com/start'
const OTHER_REGION = 'eu-central-1'
const NOBODYS = '111122223333'
/** What tells AWS of the end of a sign-in that was kept and is not allowed any more. */
const ENDED = ['Logout']

const start = (startUrl = START_URL, method: 'browser' | 'device' = 'browser') =>
  ({ step: 'sign-in', action: 'start', startUrl, region: 'us-east-1', method }) as const
const atConsole = (method: 'browser' | 'device') =>
  ({ step: 'sign-in', action: 'start-console', method }) as const
const signInAgain = { step: 'sign-in', action: 'sign-in-again' } as const
const useProfile = { step: 'sign-in', action: 'use-profile', profile: 'one' } as const
const change = (step: 'cost-report' | 'stack') => ({ step, action: 'change' }) as const

const keysOf = ({ world, clock }: Opened, accountId: string) =>
  issueCredentials(world, {
    accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: clock.now() + 3_600_000,
  })

async function pasteKeys({ opened, door }: Acting): Promise<void> {
  const { accessKeyId, secretAccessKey, sessionToken } = keysOf(opened, PAYER)
  const keys = { block: '', accessKeyId, secretAccessKey, sessionToken }
  await door({ step: 'sign-in', action: 'use-keys', ...keys })
}

/** A profile of IAM Identity Center, whose sign-in has ended. */
const ssoProfile = {
  awsFiles: new Map([
    [
      'config',
      `[profile one]
sso_start_url = ${START_URL}
sso_region = us-east-1
sso_account_id = ${PAYER}
sso_role_name = AdministratorAccess
`,
    ],
  ]),
}

/** Signs in with another device, which nobody confirms. */
const onOtherDevice =
  (command: Parameters<Acting['door']>[0]) =>
  async ({ opened, door }: Acting): Promise<void> => {
    const sent = door(command)
    await opened.reaches('sign-in', 'todo', 'failed', 'acting')
    while (opened.status('sign-in').kind === 'acting') {
      const status = opened.status('sign-in')
      if (status.kind === 'acting' && status.progress.kind === 'device')
        await opened.connection.command({ step: 'sign-in', action: 'cancel' })
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await sent
  }

const without = (way: keyof Managed['signInWays']): Partial<Managed> => ({
  signInWays: { ...NOT_MANAGED.signInWays, [way]: false },
})
const only = (way: keyof Managed['signInWays']): Partial<Managed> => ({
  signInWays: {
    portal: false,
    console: false,
    keys: false,
    profile: false,
    byHand: false,
    [way]: true,
  },
})
const ways = (
  way: keyof Managed['signInWays'],
  name: string,
  rest: Omit<Case, 'name' | 'forbids' | 'allows' | 'from'> & { readonly from?: Case['from'] },
): Case => ({ from: 'fresh', ...rest, name, forbids: without(way), allows: only(way) })

const portals = { forbids: { portals: [OTHER_PORTAL] }, allows: { portals: [START_URL] } }
const regions = { forbids: { regions: [OTHER_REGION] }, allows: { regions: ['us-east-1'] } }
const accounts = { forbids: { accounts: [NOBODYS] }, allows: { accounts: [PAYER] } }
const SIGNED_IN = ['RegisterClient', 'CreateToken']

/** Another template than the one that comes with the app, to be opened from a file. */
const ownBytes = Buffer.from(builtInTemplate.replace('"Description"', '"Description" '), 'utf8')
const ownTemplate = {
  from: 'fresh',
  since: { template: ownBytes },
  act: ({ door }: Acting) => door({ step: 'template', action: 'open-file' }),
} as const

const newReport = (bucketName: string, bucketIsNew = true) => ({
  reportName: 'spot-eco-2',
  bucketName,
  prefix: 'cur',
  bucketIsNew,
})
const createReport = (bucketName: string) => ({
  step: 'cost-report' as const,
  action: 'create' as const,
  reviewed: '',
  ...newReport(bucketName),
})
const REGIONAL = `finance-cur${regionalSuffix(PAYER)}`
/** Chooses the report anew. */
const anew =
  (command: Parameters<Acting['door']>[0]) =>
  async ({ door }: Acting): Promise<void> => {
    await door(change('cost-report'))
    await door(command)
  }
const bucketNames = {
  from: 'proven',
  forbids: { bucketName: 'finance-*' },
  allows: { bucketName: 'north*' },
  // Reports and buckets are listed as ever; of no bucket anything is read or made.
  never: ['CreateBucket', 'PutBucketPolicy', 'GetBucketPolicy', 'PutReportDefinition'],
} as const

/** What is tried for each setting that forbids something. */
export const CASES: { readonly [S in SettingId]?: readonly Case[] } = {
  AllowedPortals: [
    {
      name: 'an address that is typed, however it is written',
      from: 'fresh',
      ...portals,
      act: ({ door }) => door(start('  https://D-90679C2F1A.awsapps.com/start/#/?tab=accounts ')),
      goesOnTo: 'CreateToken',
    },
    {
      name: 'one to which an address of the company’s own leads',
      from: 'fresh',
      ...portals,
      since: { ownAddressLeadsTo: START_URL },
      act: ({ door }) => door(start('https://aws.northwind.example')),
    },
    { name: 'one that was signed in to before', from: 'proven', ...portals, asked: ENDED },
    {
      name: 'one that is remembered, once more',
      from: 'proven',
      ...portals,
      act: ({ door }) => door(signInAgain),
      goesOnTo: 'CreateToken',
    },
    {
      name: 'that of a profile of the AWS CLI',
      from: 'fresh',
      ...portals,
      since: ssoProfile,
      act: ({ door }) => door(useProfile),
    },
  ],
  AllowedRegions: [
    {
      name: 'one that is typed',
      from: 'fresh',
      ...regions,
      act: ({ door }) => door(start()),
      goesOnTo: 'CreateToken',
    },
    { name: 'one that was signed in to before', from: 'proven', ...regions, asked: ENDED },
    {
      name: 'that of the AWS console',
      from: 'fresh',
      ...regions,
      act: ({ door }) => door(atConsole('browser')),
      goesOnTo: 'CreateOAuth2Token',
    },
    {
      name: 'that of a profile of the AWS CLI',
      from: 'fresh',
      ...regions,
      since: ssoProfile,
      act: ({ door }) => door(useProfile),
    },
  ],
  AllowedAccounts: [
    {
      name: 'one behind a portal',
      from: 'fresh',
      ...accounts,
      act: async ({ door }) => {
        await door(start())
        await door({ step: 'sign-in', action: 'choose-account', accountId: PAYER })
      },
      asked: [...SIGNED_IN, 'ListAccounts'],
      goesOnTo: 'ListAccountRoles',
    },
    { name: 'one that is remembered', from: 'proven', ...accounts, asked: ['ListAccounts'] },
    {
      name: 'that of keys, of which AWS’s word is all that is asked',
      from: 'fresh',
      ...accounts,
      act: async (at) => {
        await pasteKeys(at)
        await at.door({ step: 'sign-in', action: 'check' })
        await at.door({ step: 'sign-in', action: 'choose-account', accountId: PAYER })
      },
      asked: ['GetCallerIdentity'],
      goesOnTo: 'DescribeOrganization',
    },
    {
      name: 'that of whoever signs in to the console',
      from: 'fresh',
      ...accounts,
      act: async ({ opened, door }) => {
        opened.world.signin.whoIsInBrowser = 'iam-user'
        await door(atConsole('browser'))
        await door({ step: 'sign-in', action: 'check' })
      },
      // The last of them ends the sign-in at AWS.
      asked: ['CreateOAuth2Token', 'GetCallerIdentity', 'RevokeOAuth2TokenWithIAM'],
      goesOnTo: 'DescribeOrganization',
    },
    {
      name: 'one that a profile of the AWS CLI names',
      from: 'fresh',
      ...accounts,
      since: ssoProfile,
      act: ({ door }) => door(useProfile),
    },
    {
      name: 'one that is told by hand',
      from: 'fresh',
      ...accounts,
      act: async ({ door }) => {
        await door({ step: 'sign-in', action: 'by-hand' })
        await door({ step: 'sign-in', action: 'by-hand-account', accountId: PAYER })
      },
    },
    {
      name: 'one that a file of somebody else is about',
      from: 'fresh',
      ...accounts,
      act: ({ opened, noting }) => noting(opened.connection.propose(handOver(), 1)),
    },
  ],
  AllowedSignInWays: [
    ways('portal', 'a portal', { act: ({ door }) => door(start()), goesOnTo: 'CreateToken' }),
    ways('portal', 'a portal, by a sign-in that was kept', { from: 'proven', asked: ENDED }),
    ways('console', 'the console', {
      act: ({ door }) => door(atConsole('browser')),
      goesOnTo: 'CreateOAuth2Token',
    }),
    ways('keys', 'keys', { act: pasteKeys, goesOnTo: 'GetCallerIdentity' }),
    ways('profile', 'a profile', {
      since: ssoProfile,
      act: ({ door }) => door(useProfile),
    }),
    ways('profile', 'looking for profiles', {
      act: ({ door }) => door({ step: 'sign-in', action: 'look-for-profiles' }),
    }),
    ways('profile', 'looking for them in the folder of the AWS CLI', {
      act: ({ door }) => door({ step: 'sign-in', action: 'usual-folder' }),
    }),
    ways('byHand', 'without any', {
      act: ({ door }) => door({ step: 'sign-in', action: 'by-hand' }),
    }),
    ways('byHand', 'an account that is told', {
      act: ({ door }) => door({ step: 'sign-in', action: 'by-hand-account', accountId: PAYER }),
    }),
  ],
  AllowDeviceCode: [
    {
      name: 'a code of Identity Center',
      from: 'fresh',
      forbids: { deviceCode: false },
      allows: { deviceCode: true },
      act: onOtherDevice(start(START_URL, 'device')),
      goesOnTo: 'StartDeviceAuthorization',
    },
    {
      name: 'a code of the console',
      from: 'fresh',
      forbids: { deviceCode: false },
      allows: { deviceCode: true },
      act: ({ door }) => door(atConsole('device')),
    },
  ],
  AllowVanityAddresses: [
    {
      name: 'an address of the company’s own, which is not asked where it leads',
      from: 'fresh',
      forbids: { vanityAddresses: false },
      allows: {},
      since: { ownAddressLeadsTo: START_URL },
      act: async ({ opened, door }) => {
        await door(start('https://aws.northwind.example'))
        const found = opened.asked.length > 0
        const { steps } = opened.connection.view()
        const told = JSON.stringify(steps).includes('AllowVanityAddresses')
        if (found === told) throw new Error('asked although it is forbidden, or not although not')
      },
    },
  ],
  AllowSpotApi: [
    {
      name: 'a token of Spot',
      from: 'proven',
      forbids: { spotApi: false },
      allows: { spotApi: true },
      act: ({ door }) => door({ step: 'registration', action: 'connect', token: 'a'.repeat(64) }),
      goesOnTo: 'ListAccounts',
    },
    {
      name: 'a token that is held',
      from: 'proven',
      forbids: { spotApi: false },
      allows: { spotApi: true },
      act: ({ door }) => door({ step: 'registration', action: 'check-token' }),
    },
    {
      name: 'sending',
      from: 'proven',
      forbids: { spotApi: false },
      allows: { spotApi: true },
      act: ({ door }) =>
        door({ step: 'registration', action: 'send', spotAccountId: 'act-3f9c1d27' }),
    },
  ],
  AllowOwnTemplates: [
    {
      name: 'a file',
      ...ownTemplate,
      forbids: { ownTemplates: 'off' },
      allows: { ownTemplates: 'any' },
    },
    {
      name: 'one that comes along with a file of somebody else',
      from: 'fresh',
      forbids: { ownTemplates: 'off' },
      allows: { ownTemplates: 'any' },
      act: ({ opened, noting }) => noting(opened.connection.propose(handOver(ownBytes), 1)),
    },
  ],
  AllowedTemplateFingerprints: [
    {
      name: 'a file',
      ...ownTemplate,
      forbids: { ownTemplates: { sha256: [sha256Of(builtInTemplate)] } },
      allows: { ownTemplates: { sha256: [sha256Of(ownBytes.toString('utf8'))] } },
    },
  ],
  RequireExternalId: [
    {
      name: 'a role that was proven without one',
      from: 'proven',
      forbids: { externalIdRequired: true },
      allows: { externalIdRequired: false },
      told: 'role-without-external-id',
      act: ({ door }) => door({ step: 'stack', action: 'check' }),
      never: ['SimulatePrincipalPolicy'],
    },
    {
      name: 'creating a role without one, whatever the person decides',
      from: 'proven',
      forbids: { externalIdRequired: true },
      allows: { externalIdRequired: false },
      act: async ({ opened, door }) => {
        await door(change('stack'))
        const ask = stackAskOf(opened.status('stack'))
        await door(
          create(ask, { stackName: 'Another', roleName: 'another', policyName: 'another' }),
        )
      },
      never: ['CreateStack'],
      goesOnTo: 'CreateStack',
    },
    {
      name: 'telling of a role without one',
      from: 'proven',
      forbids: { externalIdRequired: true },
      allows: { externalIdRequired: false },
      act: ({ door }) => door(useRole(roleArn(ROLE))),
      never: ['SimulatePrincipalPolicy'],
      goesOnTo: 'SimulatePrincipalPolicy',
    },
  ],
  BucketNamePattern: [
    { name: 'that of the report that was chosen', ...bucketNames },
    {
      name: 'that of a report that is there',
      ...bucketNames,
      act: anew({ step: 'cost-report', action: 'reuse', reportName: FITTING.name }),
    },
    {
      name: 'one that somebody tells',
      ...bucketNames,
      act: anew({
        step: 'cost-report',
        action: 'use-bucket',
        bucketName: `s3://${FITTING.bucket}/`,
        prefix: '',
      }),
    },
    {
      name: 'a new one',
      ...bucketNames,
      act: anew(createReport('northern-cur')),
      goesOnTo: 'CreateBucket',
    },
    {
      name: 'one that an MSP has told',
      ...bucketNames,
      from: 'fresh',
      act: async ({ door }) => {
        await door({ step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: '' })
        await door({ step: 'sign-in', action: 'by-hand' })
        await door({ step: 'sign-in', action: 'by-hand-account', accountId: PAYER })
        await door({
          step: 'cost-report',
          action: 'answer',
          bucketName: FITTING.bucket,
          prefix: '',
          mspAccountId: '',
        })
      },
    },
    {
      name: 'one of a draft, of which nothing is read',
      ...bucketNames,
      act: anew({
        step: 'cost-report',
        action: 'preview',
        ...newReport(FITTING.bucket, false),
      }),
      goesOnTo: 'GetBucketPolicy',
    },
  ],
  ClassicBucketNamesOnly: [
    {
      name: 'a new one in the account’s own namespace',
      from: 'proven',
      forbids: { classicNamesOnly: true },
      allows: { classicNamesOnly: false },
      act: anew(createReport(REGIONAL)),
      never: ['CreateBucket', 'PutReportDefinition'],
      goesOnTo: 'CreateBucket',
    },
  ],
  CliFolder: [
    {
      name: 'another folder',
      from: 'fresh',
      forbids: { cliFolder: '/opt/aws' },
      allows: {},
      act: ({ door }) => door({ step: 'sign-in', action: 'usual-folder' }),
    },
  ],
}

/** Where other settings are tried: a test in each file makes its setting. */
export const ELSEWHERE: { readonly [S in SettingId]?: string } = {
  SessionOnly: 'electron/connection/session-only.test.ts',
}

/** The list of those whose rows of the matrix in the real window (`e2e/policies/`) are played every time. */
export const IN_WINDOW = 'e2e/policies/always.ts'

/** What stands for a setting where a test hands over what is decided, and no policy in which it is made. */
export const FIELD_OF: { readonly [S in SettingId]?: string } = { SessionOnly: 'SESSION_ONLY' }

function handOver(template?: Buffer): HandOverFile {
  const body = template?.toString('utf8')
  return {
    format: 'eco-connect-hand-over',
    version: 1,
    kind: 'request',
    from: { name: 'Dana', connection: '' },
    madeAt: '2026-01-31T12:00:00.000Z',
    appVersion: '0.1.0',
    accountId: PAYER,
    steps: ['template'],
    values: {},
    ...(body === undefined
      ? {}
      : { template: { fileName: 'own.json', sha256: sha256Of(body), body, approved: false } }),
  }
}
