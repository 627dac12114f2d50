import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { AppFailure } from '../../errors/failure.ts'
import { parseCliFiles, type CliFiles } from './cli-files.ts'
import { kindOf, recipeOf } from './cli-recipe.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'
import { NO_STAND_IN } from '../../network/stand-in.ts'

/**
 * Reads pairs of the AWS CLI's files by botocore, the CLI's own reader, and tells of each profile its
 * settings and by which way its credentials come. Nothing is asked of AWS: roles and IAM Identity Center
 * are only begun, and no file that is tried names a program.
 */
const REFEREE = String.raw`
import json, os, sys, tempfile
import botocore.configloader
import botocore.session

home = tempfile.mkdtemp()
for name in [one for one in os.environ if one.startswith('AWS_')]:
    del os.environ[name]
os.environ.update(HOME=home, AWS_EC2_METADATA_DISABLED='true')

def put(name, text):
    path = os.path.join(home, name)
    with open(path, 'w', encoding='utf-8', newline='') as file:
        file.write(text)
    return path

def credentials(name):
    try:
        session = botocore.session.Session(profile=name)
        found = session.get_credentials()
        if found is None:
            return {'from': 'none'}
        told = {'from': found.method}
        if found.method in ('shared-credentials-file', 'config-file'):
            told.update(key=found.access_key, secret=found.secret_key, token=found.token or '')
        return told
    except Exception as error:
        return {'error': type(error).__name__}

def read(config, keys):
    os.environ['AWS_CONFIG_FILE'] = put('config', config)
    os.environ['AWS_SHARED_CREDENTIALS_FILE'] = put('credentials', keys)
    try:
        full = botocore.session.Session().full_config
    except Exception as error:
        return {'error': type(error).__name__}
    profiles = full['profiles']
    return {'profiles': {name: {'settings': {key: value for key, value in settings.items()
                                             if isinstance(value, str) and '\n' not in value},
                                'credentials': credentials(name)}
                         for name, settings in profiles.items()}}

json.dump([read(config, keys) for config, keys in json.load(sys.stdin)], sys.stdout)
`

const hasReferee = ((): boolean => {
  try {
    execFileSync('python3', ['-c', 'import botocore.session'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const saidSchema = z.array(
  z.union([
    z.object({ error: z.string() }),
    z.object({
      profiles: z.record(
        z.string(),
        z.object({
          settings: z.record(z.string(), z.string()),
          credentials: z.union([
            z.object({ error: z.string() }),
            z.object({
              from: z.string(),
              key: z.string().optional(),
              secret: z.string().optional(),
              token: z.string().optional(),
            }),
          ]),
        }),
      ),
    }),
  ]),
)
type Pair = readonly [config: string, credentials: string]
type Said = z.infer<typeof saidSchema>[number]

const referee = (pairs: readonly Pair[]): readonly Said[] =>
  saidSchema.parse(
    JSON.parse(
      execFileSync('python3', ['-c', REFEREE], {
        input: JSON.stringify(pairs),
        encoding: 'utf8',
        maxBuffer: 1e9,
      }),
    ),
  )

/** By which kind of profile botocore's ways are met here. */
const KINDS: Readonly<Record<string, string>> = {
  'assume-role': 'assumed-role',
  sso: 'sso',
  'shared-credentials-file': 'short-lived',
  'config-file': 'short-lived',
}

async function expectSameCredentials(
  files: CliFiles,
  name: string,
  theirs: {
    from: string
    key?: string | undefined
    secret?: string | undefined
    token?: string | undefined
  },
): Promise<void> {
  if (theirs.from === 'none') return
  expect(kindOf(files, name)).toBe(KINDS[theirs.from])
  // A value that goes on in lines below is one that AWS knows by no name.
  const values = [theirs.key, theirs.secret, theirs.token]
  if (theirs.key === undefined || values.some((value) => value?.includes('\n'))) return
  const known = {
    files,
    caches: [],
    read: () => Promise.resolve(null),
    now: 0,
    managed: NOT_MANAGED,
    isStandIn: NO_STAND_IN,
  }
  const ours = await recipeOf(known, name).catch((error: unknown) => error)
  if (ours instanceof AppFailure) {
    // Keys without a token do not end, and those without a part are none: both are refused here.
    expect(theirs.token === '' || theirs.key === '' || theirs.secret === '').toBe(true)
    return
  }
  expect(ours).toMatchObject({
    accessKeyId: theirs.key,
    secretAccessKey: theirs.secret,
    sessionToken: theirs.token,
  })
}

/**
 * What both accept is the same: profiles, settings and where credentials come from. A file that the CLI
 * refuses as a whole is read here as far as it goes. Resolves how many profiles were compared.
 */
async function expectAgreement(pairs: readonly Pair[]): Promise<number> {
  const said = referee(pairs)
  let compared = 0
  for (const [index, [config, credentials]] of pairs.entries()) {
    const theirs = said[index]
    if (!theirs || 'error' in theirs) continue
    const files = parseCliFiles(config, credentials)
    const about = JSON.stringify([config, credentials])
    expect([...files.profiles.keys()].toSorted(), about).toEqual(
      Object.keys(theirs.profiles).toSorted(),
    )
    for (const [name, profile] of Object.entries(theirs.profiles)) {
      const ours = Object.fromEntries(files.profiles.get(name) ?? [])
      expect(ours, about).toMatchObject(profile.settings)
      if (!('error' in profile.credentials))
        await expectSameCredentials(files, name, profile.credentials)
      compared += 1
    }
  }
  return compared
}

const indent = fc.constantFrom('', '', '', ' ', '    ', '\t')
const between = fc.constantFrom('=', ' = ', ':', ' : ', '= ', ' =')
const tail = fc.constantFrom('', '', '', ' ', ' # a note', ' ; a note', '#no', '\t# tab')
const setting = fc.constantFrom<readonly [string, string]>(
  ['aws_access_key_id', 'ASIA1'],
  ['aws_secret_access_key', 's#ecret+/'],
  ['aws_session_token', 'token=='],
  ['aws_security_token', 'older'],
  ['role_arn', 'arn:aws:iam::418207315602:role/Auditor'],
  ['source_profile', 'a'],
  ['sso_session', 'nw'],
  ['sso_account_id', '418207315602'],
  ['sso_role_name', 'ReadOnly'],
  ['sso_start_url', 'https://nw.awsapps.com/start/#/'],
  ['sso_region', 'eu-west-1'],
  ['Region', 'us-east-1'],
  ['s3', ''],
)
const settingLine = fc
  .tuple(indent, setting, between, tail)
  .map(([space, [name, value], sign, rest]) => `${space}${name}${sign}${value}${rest}`)
const otherLine = fc.constantFrom('', '   ', '# note', '  ; note', '  max_concurrent_requests = 20')
const lines = fc.array(fc.oneof({ weight: 5, arbitrary: settingLine }, otherLine), { maxLength: 7 })
const section = (headings: readonly string[]) =>
  fc.tuple(fc.constantFrom(...headings), lines).map(([heading, all]) => [heading, ...all])
const file = (headings: readonly string[]) =>
  fc
    .tuple(
      fc.uniqueArray(section(headings), { maxLength: 4, selector: ([heading]) => heading }),
      fc.constantFrom('\n', '\r\n'),
    )
    .map(([sections, end]) => sections.flat().join(end) + end)
const pair = fc.tuple(
  file([
    '[default]',
    '[profile a]',
    '[profile b]',
    '[profile "two words"]',
    "[profile 'b c']",
    '[sso-session nw]',
    '[preview]',
    '[profile  wide]',
    '[ profile x]',
    '[a]',
  ]),
  file(['[default]', '[a]', '[b]', '[two words]', '[profile a]', '[ x ]', '[x]y]']),
)

// Debian and Ubuntu: python3-botocore. `npm run prepare-electron -- --tests` installs it as root.
describe.skipIf(!hasReferee)('the AWS CLI’s files, with botocore as referee', () => {
  it('agree on every pair of files that the CLI accepts', { timeout: 300_000 }, async () => {
    // One batch for one start of Python; what differs is named by its pair of files.
    for (const pairs of fc.sample(fc.array(pair, { minLength: 300, maxLength: 300 }), 2))
      expect(await expectAgreement(pairs)).toBeGreaterThan(100)
  })
})
