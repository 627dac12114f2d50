import { createHash } from 'node:crypto'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { issueCredentials, type Role } from '../../../e2e/simulator/index.ts'
import { fail, toAppError } from '../../errors/failure.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import { renewalOf } from '../../contract/renew-profile.ts'
import { parseCliFiles } from './cli-files.ts'
import { createCliProfiles } from './cli-profiles.ts'
import { kindOf, recipeOf, renewalBehind } from './cli-recipe.ts'
import { PUBLIC_ENDPOINTS } from '../../network/endpoints.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { createIdentity } from './identity.ts'
import { PAYER, simulated, START_URL } from '../testing/simulated.ts'
import type { Simulated } from '../testing/simulated.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'
import { NO_STAND_IN } from '../../network/stand-in.ts'

const FOLDER = '/home/person/.aws'
const LOGIN = `arn:aws:iam::${PAYER}:user/dana`
const sso = (id: string): string => `sso/cache/${createHash('sha1').update(id).digest('hex')}.json`
const login = (id: string): string =>
  `login/cache/${createHash('sha256').update(id).digest('hex')}.json`
const lines = (...all: string[]): string => all.join('\n')

const CONFIG = lines(
  '[profile payer]',
  'sso_session = northwind',
  `sso_account_id = ${PAYER}`,
  'sso_role_name = AdministratorAccess',
  '[sso-session northwind]',
  `sso_start_url = ${START_URL}`,
  'sso_region = us-east-1',
  '[profile legacy]',
  `sso_start_url = ${START_URL}`,
  'sso_region = us-east-1',
  `sso_account_id = ${PAYER}`,
  'sso_role_name = ReadOnlyAccess',
  '[profile removed]',
  'sso_session = northwind',
  `sso_account_id = ${PAYER}`,
  'sso_role_name = TakenAway',
  '[profile console]',
  `login_session = ${LOGIN}`,
  '[profile audit]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'source_profile = payer',
  'external_id = northwind-1',
  '[profile audit-elsewhere]',
  `role_arn = arn:aws:iam::${PAYER}:role/Nobody`,
  'source_profile = payer',
  '[profile second-factor]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'source_profile = payer',
  `mfa_serial = arn:aws:iam::${PAYER}:mfa/dana`,
  '[profile from-keys]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'source_profile = default',
  '[profile circle]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'source_profile = other-circle',
  '[profile other-circle]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'source_profile = circle',
  '[profile server]',
  `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
  'credential_source = Ec2InstanceMetadata',
  '[profile program]',
  'credential_process = /usr/bin/keys',
  '[profile empty]',
  'region = eu-west-1',
  '[profile no-region]',
  'sso_session = nowhere',
  `sso_account_id = ${PAYER}`,
  'sso_role_name = ReadOnlyAccess',
)
const LONG_LIVED = lines(
  '[default]',
  'aws_access_key_id = AKIAQWERTYUIOPASDFGH',
  'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
)

/** A computer on which somebody has used the AWS CLI to sign in to the simulator. */
async function computer() {
  const world = await simulated()
  await world.enter()
  const token = world.portalTokens()
  const at = new Date(world.clock.now() + 3_600_000).toISOString()
  const keys = issueCredentials(world.simulator.world, {
    accountId: PAYER,
    holder: { kind: 'role', roleName: 'Auditor', sessionName: 'dana', sessionPolicy: undefined },
    expires: world.clock.now() + 900_000,
  })
  world.simulator.world.accounts.get(PAYER)?.roles.set('Auditor', auditor)
  const cached = JSON.stringify({ accessToken: token?.accessToken, expiresAt: at })
  const files = new Map([
    ['config', CONFIG],
    [
      'credentials',
      lines(
        LONG_LIVED,
        '[temporary]',
        `aws_access_key_id = ${keys.accessKeyId}`,
        `aws_secret_access_key = ${keys.secretAccessKey}`,
        `aws_session_token = ${keys.sessionToken}`,
      ),
    ],
    [sso('northwind'), cached],
    [sso(START_URL), cached.replace(/Z"}$/, 'UTC"}')],
    [
      login(LOGIN),
      JSON.stringify({
        accessToken: {
          accessKeyId: keys.accessKeyId,
          secretAccessKey: keys.secretAccessKey,
          sessionToken: keys.sessionToken,
          accountId: PAYER,
          expiresAt: at,
        },
        clientId: 'arn:aws:signin:::devtools/same-device',
        refreshToken: 'r',
        dpopKey: 'k',
      }),
    ],
  ])
  const asked: string[] = []
  const endpoints = endpointsFrom(world.simulator.env)
  const profiles = createCliProfiles({
    folder: FOLDER,
    managed: NOT_MANAGED,
    isStandIn: NO_STAND_IN,
    files: {
      read: async (file) => {
        const name = path.relative(FOLDER, file)
        asked.push(name)
        return files.get(name) ?? null
      },
    },
    endpoints,
    clock: world.clock,
  })
  const refusalOf = async (name: string) =>
    toAppError(await profiles.credentials(name).catch((error: unknown) => error))
  const callerOf = async (name: string) => {
    const credentials = await profiles.credentials(name)
    const access = { endpoints, credentials: () => Promise.resolve(credentials) }
    return createIdentity(access).caller()
  }
  return { world, files, asked, profiles, refusalOf, callerOf }
}

const auditor: Role = {
  name: 'Auditor',
  path: '/',
  arn: `arn:aws:iam::${PAYER}:role/Auditor`,
  id: 'AROA5XN7Q2LMD3TRKE4VB',
  created: 0,
  description: undefined,
  trust: {
    Version: '2012-10-17',
    Statement: [
      {
        Effect: 'Allow',
        Principal: { AWS: `arn:aws:iam::${PAYER}:root` },
        Action: 'sts:AssumeRole',
        Condition: { StringEquals: { 'sts:ExternalId': 'northwind-1' } },
      },
    ],
  },
  inline: new Map(),
  attached: new Set(),
  tags: {},
  maxSessionSeconds: 3600,
}

test('reads nothing before somebody asks, and then says of each profile whether it can be used', async () => {
  const { profiles, asked, world } = await computer()
  expect([profiles.listed(), asked]).toEqual([null, []])
  const calls = world.simulator.requests.length
  const found = await profiles.list()
  expect(profiles.listed()).toEqual(found)
  expect(world.simulator.requests.length).toBe(calls)
  const short = found.map(({ name, kind, accountId, refusal }) => [name, kind, accountId, refusal])
  expect(short).toEqual([
    ['payer', 'sso', PAYER, ''],
    ['legacy', 'sso', PAYER, ''],
    ['removed', 'sso', PAYER, ''],
    ['console', 'console-login', PAYER, ''],
    ['audit', 'assumed-role', PAYER, ''],
    ['audit-elsewhere', 'assumed-role', PAYER, ''],
    ['second-factor', 'assumed-role', PAYER, 'profile-mfa'],
    ['from-keys', 'assumed-role', PAYER, 'profile-long-lived'],
    ['circle', 'assumed-role', PAYER, 'profile-unsupported'],
    ['other-circle', 'assumed-role', PAYER, 'profile-unsupported'],
    ['server', 'assumed-role', PAYER, 'profile-unsupported'],
    ['program', 'other', '', 'profile-process'],
    ['empty', 'other', '', 'profile-unsupported'],
    ['no-region', 'sso', PAYER, 'profile-unsupported'],
    ['default', 'short-lived', '', 'profile-long-lived'],
    ['temporary', 'short-lived', '', ''],
  ])
  expect(JSON.stringify(found)).not.toMatch(/ASIA|AKIA|wJalr/)
})

describe('the credentials of', () => {
  test.each([
    ['payer', { kind: 'permission-set', roleName: 'AdministratorAccess' }],
    ['legacy', { kind: 'permission-set', roleName: 'ReadOnlyAccess' }],
    ['console', { kind: 'role', roleName: 'Auditor' }],
    ['temporary', { kind: 'role', roleName: 'Auditor' }],
    ['audit', { kind: 'role', roleName: 'Auditor', userName: 'eco-connect' }],
  ])('%s are AWS’s own', async (name, expected) => {
    const { callerOf } = await computer()
    expect(await callerOf(name)).toMatchObject({ accountId: PAYER, ...expected })
  })

  test('a profile say which command renews them', async () => {
    const { profiles } = await computer()
    const commands = ['payer', 'audit', 'console', 'temporary'].map(async (name) => {
      const { renewedBy, expiration } = await profiles.credentials(name)
      return [renewedBy, expiration !== undefined]
    })
    expect(await Promise.all(commands)).toEqual([
      [renewalOf('sso', 'payer'), true],
      [renewalOf('sso', 'payer'), true],
      [renewalOf('console-login', 'console'), true],
      [{ command: '', silent: '' }, false],
    ])
  })
})

describe('a sign-in of the CLI that has ended', () => {
  const ended = (profile: string, command: string, silent = '') => ({
    code: 'profile-ended',
    facts: { profile, command, silent },
    field: 'profile',
  })

  test('is told with the command that renews it: by its time, without a file, and by AWS', async () => {
    const { world, files, profiles, refusalOf } = await computer()
    files.delete(sso(START_URL))
    expect(await refusalOf('legacy')).toEqual(ended('legacy', 'aws sso login --profile legacy'))
    files.set(login(LOGIN), '{"accessToken":')
    expect(await refusalOf('console')).toEqual(ended('console', 'aws login --profile console'))
    world.simulator.world.sso.endSsoSession()
    expect(await refusalOf('audit')).toEqual(ended('audit', 'aws sso login --profile payer'))
    world.clock.advance(3_600_000)
    expect(await refusalOf('payer')).toEqual(ended('payer', 'aws sso login --profile payer'))
    const refusals = new Map((await profiles.list()).map(({ name, refusal }) => [name, refusal]))
    expect([refusals.get('payer'), refusals.get('audit')]).toEqual([
      'profile-ended',
      'profile-ended',
    ])
  })

  test('of aws login is told after its fifteen minutes with what the CLI renews silently by', async () => {
    const { world, files, profiles, refusalOf } = await computer()
    files.set(
      'config',
      lines(
        CONFIG,
        '[profile through-console]',
        `role_arn = arn:aws:iam::${PAYER}:role/Auditor`,
        'source_profile = console',
      ),
    )
    world.clock.advance(3_600_000)
    const [command, silent] = [
      'aws login --profile console',
      'aws sts get-caller-identity --profile console',
    ]
    const over = await refusalOf('console')
    expect(over).toEqual(ended('console', command, silent))
    expect(await refusalOf('through-console')).toEqual(ended('through-console', command, silent))
    const { what, todo } = errorText(english, over)
    expect(what).toContain('have run out')
    expect(todo.indexOf(silent)).toBeLessThan(todo.indexOf(command))
    const listed = (await profiles.list()).find(({ name }) => name === 'console')
    expect(listed).toMatchObject({ refusal: 'profile-ended', renewal: { command, silent } })
    files.delete(login(LOGIN))
    const none = (await profiles.list()).find(({ name }) => name === 'console')
    expect(none?.renewal).toEqual({ command, silent: '' })
  })

  test('is not renewed behind the CLI’s back', async () => {
    const { world, profiles } = await computer()
    const tokens = (sent: Simulated): number =>
      sent.simulator.requests.filter(({ operation }) => operation === 'CreateToken').length
    const before = tokens(world)
    world.simulator.world.sso.expireAccessTokens()
    await expect(profiles.credentials('payer')).rejects.toThrow('profile-ended')
    expect(tokens(world)).toBe(before)
  })
})

test.each([
  ['nobody', { code: 'profile-missing', facts: { profile: 'nobody' } }],
  ['default', { code: 'profile-long-lived', facts: { profile: 'default' } }],
  ['from-keys', { code: 'profile-long-lived', facts: { profile: 'from-keys' } }],
  ['program', { code: 'profile-process' }],
  ['second-factor', { code: 'profile-mfa' }],
  ['server', { code: 'profile-unsupported', facts: { setting: 'credential_source' } }],
  ['circle', { code: 'profile-unsupported', facts: { setting: 'source_profile' } }],
  ['no-region', { code: 'profile-unsupported', facts: { setting: 'sso_start_url' } }],
  ['removed', { code: 'profile-refused', facts: { profile: 'removed' } }],
  ['audit-elsewhere', { code: 'profile-refused', facts: { profile: 'audit-elsewhere' } }],
])('%s is refused with its reason', async (name, expected) => {
  const { refusalOf } = await computer()
  expect(await refusalOf(name)).toMatchObject({ ...expected, field: 'profile' })
})

test('says which file cannot be read, and lists nothing where there is none', async () => {
  const world = await simulated()
  const options = {
    folder: FOLDER,
    endpoints: PUBLIC_ENDPOINTS,
    clock: world.clock,
    managed: NOT_MANAGED,
    isStandIn: NO_STAND_IN,
  }
  const locked = createCliProfiles({
    ...options,
    files: {
      read: (file) =>
        file === `${FOLDER}/credentials`
          ? Promise.reject(new Error('EACCES'))
          : Promise.resolve(null),
    },
  })
  expect(toAppError(await locked.list().catch((error: unknown) => error))).toMatchObject({
    code: 'profile-files-unreadable',
    facts: { file: `${FOLDER}/credentials` },
  })
  const none = createCliProfiles({ ...options, files: { read: () => Promise.resolve(null) } })
  expect(await none.list()).toEqual([])
})

test('what AWS finds wrong with the role of a profile is said of the profile', async () => {
  const { world, refusalOf } = await computer()
  world.simulator.inject({
    kind: 'error',
    service: 'sts',
    operation: 'AssumeRole',
    code: 'MalformedPolicyDocument',
    message: 'The trust of the role is broken',
    status: 400,
  })
  expect(await refusalOf('audit')).toMatchObject({
    code: 'profile-refused',
    detail: { operation: 'AssumeRole', code: 'MalformedPolicyDocumentException' },
  })
})

describe('of several kinds of settings in one profile', () => {
  const ROLE = ['role_arn = arn:aws:iam::418207315602:role/Auditor', 'source_profile = default']
  const TOKEN_FILE = ['web_identity_token_file = /token']
  const SSO = ['sso_session = s', 'sso_account_id = 418207315602', 'sso_role_name = r']
  const KEYS = ['aws_access_key_id = ASIAQ', 'aws_secret_access_key = s', 'aws_session_token = t']
  const LOGIN_SESSION = [`login_session = ${LOGIN}`]
  const PROCESS = ['credential_process = /usr/bin/keys']
  const filesOf = (config: string[], credentials: string[] = []) =>
    parseCliFiles(lines('[profile x]', ...config), lines('[x]', ...credentials))

  test.each<[string, string[], string[], string]>([
    ['a role', [...PROCESS, ...LOGIN_SESSION, ...SSO, ...ROLE], KEYS, 'assumed-role'],
    ['a token file, which is not a role of its source', [...ROLE, ...TOKEN_FILE], KEYS, 'other'],
    ['IAM Identity Center', [...PROCESS, ...LOGIN_SESSION, ...SSO], KEYS, 'sso'],
    ['keys of the credentials file', [...PROCESS, ...LOGIN_SESSION], KEYS, 'short-lived'],
    ['aws login', [...KEYS, ...PROCESS, ...LOGIN_SESSION], [], 'console-login'],
    ['a program', [...KEYS, ...PROCESS], [], 'other'],
    ['keys of the config file', KEYS, [], 'short-lived'],
    [
      'aws login, where a session of Identity Center is named for something else',
      ['sso_session = s', ...LOGIN_SESSION],
      [],
      'console-login',
    ],
    ['Identity Center as far as it is there', ['sso_session = s'], [], 'sso'],
  ])('the CLI takes first: %s', (_, config, credentials, kind) => {
    expect(kindOf(filesOf(config, credentials), 'x')).toBe(kind)
  })

  test.each([
    ['under its older name alone', ['aws_security_token = old'], 'old'],
    ['under both of its names', ['aws_session_token = new', 'aws_security_token = old'], 'old'],
    ['under its newer name', ['aws_session_token = new'], 'new'],
  ])('a session token is read %s', async (_, token, sessionToken) => {
    const files = filesOf([], [...KEYS.slice(0, 2), ...token])
    const known = {
      files,
      caches: [FOLDER],
      read: () => Promise.resolve(null),
      now: 0,
      managed: NOT_MANAGED,
      isStandIn: NO_STAND_IN,
    }
    expect(await recipeOf(known, 'x')).toMatchObject({ from: 'file', sessionToken })
  })

  test('keys of a source are taken before its role, and only with their own token', async () => {
    const config = lines(
      '[profile keys-and-role]',
      ...ROLE,
      '[profile upon-it]',
      'role_arn = arn:aws:iam::418207315602:role/Auditor',
      'source_profile = keys-and-role',
      '[profile stale]',
      'aws_session_token = of-an-older-sign-in',
    )
    const credentials = lines('[keys-and-role]', ...KEYS, '[stale]', ...KEYS.slice(0, 2))
    const files = parseCliFiles(config, credentials)
    const known = {
      files,
      caches: [FOLDER],
      read: () => Promise.resolve(null),
      now: 0,
      managed: NOT_MANAGED,
      isStandIn: NO_STAND_IN,
    }
    expect(await recipeOf(known, 'upon-it')).toMatchObject({
      from: 'role',
      source: { from: 'file', sessionToken: 't' },
    })
    const stale = await recipeOf(known, 'stale').catch((error: unknown) => toAppError(error))
    expect(stale).toMatchObject({ facts: { setting: 'aws_session_token' } })
    expect(renewalBehind(files, 'upon-it')).toEqual({ command: '', silent: '' })
  })
})

test('the older name of a session token counts, and none is taken from the other file', async () => {
  const older = ['aws_access_key_id = ASIA1', 'aws_secret_access_key = s']
  const files = parseCliFiles(
    lines('[profile in-config]', ...older, '[profile both]', ...older, 'aws_session_token = t'),
    lines('[in-config]', 'aws_session_token = other', '[old]', ...older, 'aws_security_token = o'),
  )
  const known = {
    files,
    caches: [],
    read: () => Promise.resolve(null),
    now: 0,
    managed: NOT_MANAGED,
    isStandIn: NO_STAND_IN,
  }
  expect(await recipeOf(known, 'old')).toMatchObject({ sessionToken: 'o' })
  expect(await recipeOf(known, 'both')).toMatchObject({ sessionToken: 't' })
  const joined = await recipeOf(known, 'in-config').catch((error: unknown) => toAppError(error))
  expect(joined).toMatchObject({ code: 'profile-unsupported' })
})

describe('odd files of the AWS CLI', () => {
  const listing = (config: string, read?: () => Promise<string | null>) =>
    createCliProfiles({
      folder: FOLDER,
      managed: NOT_MANAGED,
      isStandIn: NO_STAND_IN,
      files: {
        read: read ?? ((file) => Promise.resolve(file === `${FOLDER}/config` ? config : null)),
      },
      endpoints: PUBLIC_ENDPOINTS,
      clock: { now: () => 0, sleep: () => Promise.resolve() },
    })

  test('with twenty thousand profiles are a sentence, and one of them can still be asked for', async () => {
    const many = Array.from({ length: 20_000 }, (_, n) => `[profile p${n}]\nregion = eu-west-1`)
    const { list, credentials } = listing(lines(...many))
    const listed = toAppError(await list().catch((error: unknown) => error))
    expect(listed).toMatchObject({ code: 'profile-too-many', facts: { count: '20000' } })
    expect(errorText(english, listed).what).toContain('20000')
    const one = toAppError(await credentials('p1').catch((error: unknown) => error))
    expect(one.code).toBe('profile-unsupported')
  })

  test('with profiles that lead to each other in a long chain end', async () => {
    const chain = Array.from(
      { length: 1999 },
      (_, n) => `[profile p${n}]\nrole_arn = arn:aws:iam::1:role/x\nsource_profile = p${n + 1}`,
    )
    const found = await listing(lines(...chain)).list()
    expect(found).toHaveLength(1999)
    expect(found[0]?.refusal).toBe('profile-unsupported')
  })

  test('that cannot be read say which it is', async () => {
    const odd = () =>
      Promise.reject(fail('file-odd', { file: 'config', oddity: 'pipe', limit: '1' }))
    const error = toAppError(
      await listing('', odd)
        .list()
        .catch((reason: unknown) => reason),
    )
    expect(error).toMatchObject({
      code: 'profile-files-unreadable',
      facts: { file: `${FOLDER}/config` },
    })
  })

  test.each([
    ['a name', 'aws sso login --profile "a name"'],
    ['a"; curl evil.example; "', ''],
    ['$(curl evil.example)', ''],
    ['`id`', ''],
    ["it's", ''],
  ])('give no command that does more than it says: %s', (name, command) => {
    const files = parseCliFiles(null, null)
    const profiles = new Map([[name, new Map([['sso_role_name', 'r']])]])
    expect(renewalBehind({ ...files, profiles }, name).command).toBe(command)
    expect(renewalOf('console-login', name).silent).toBe(
      command.replace('aws sso login', 'aws sts get-caller-identity'),
    )
  })
})

test('of a chain of profiles the account counts into which it leads, and the portal where it begins', async () => {
  const OTHER = '111122223333'
  const sections = (...text: readonly string[]) => parseCliFiles(text.join('\n'), '')
  const beginning = (account: string) => [
    '[profile begins]',
    `sso_start_url = ${START_URL}`,
    'sso_region = us-east-1',
    `sso_account_id = ${account}`,
    'sso_role_name = ReadOnlyAccess',
  ]
  const leading = (account: string) => [
    '[profile leads]',
    `role_arn = arn:aws:iam::${account}:role/Auditor`,
    'source_profile = begins',
  ]
  const token = JSON.stringify({ accessToken: 't', expiresAt: '2099-01-01T00:00:00Z' })
  const read: string[] = []
  const recipe = async (begins: string, leads: string, managed: Partial<typeof NOT_MANAGED>) => {
    const known = {
      files: sections(...beginning(begins), ...leading(leads)),
      caches: ['/home/dana/.aws'],
      read: async (file: string) => {
        read.push(file)
        return token
      },
      now: 0,
      managed: { ...NOT_MANAGED, ...managed },
      isStandIn: NO_STAND_IN,
    }
    return recipeOf(known, 'leads').then(
      ({ from }) => from,
      (error: unknown) => toAppError(error).facts['setting'],
    )
  }
  expect(await recipe(OTHER, PAYER, { accounts: [PAYER] })).toBe('role')
  read.length = 0
  expect(await recipe(PAYER, OTHER, { accounts: [PAYER] })).toBe('AllowedAccounts')
  const elsewhere = ['https://elsewhere.awsapps.com/start']
  expect(await recipe(PAYER, PAYER, { portals: elsewhere })).toBe('AllowedPortals')
  expect(await recipe(PAYER, PAYER, { regions: ['eu-central-1'] })).toBe('AllowedRegions')
  // No sign-in is even looked for.
  expect(read).toEqual([])
})
