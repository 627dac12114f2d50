import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseCliFiles, parseSections } from './cli-files.ts'

test('merges both files as the CLI does', () => {
  const { profiles, ssoSessions } = parseCliFiles(
    [
      '\uFEFF# my settings',
      '[default]',
      'region = eu-west-1',
      '[profile payer] ; the one that pays',
      'SSO_Session = northwind',
      's3 =',
      '  max_concurrent_requests = 20',
      'output=json',
      '[profile "with a space"]',
      'login_session = arn:aws:iam::418207315602:user/dana',
      '[ignored]',
      'region = mars-1',
      '[sso-session northwind]',
      'sso_region=us-east-1',
      '[services local]',
      'sso_region=nowhere',
    ].join('\r\n'),
    '[default]\naws_access_key_id = A\naws_secret_access_key = s#ecret;\n[other]\nregion=x\n',
  )
  expect([...profiles.keys()]).toEqual(['default', 'payer', 'with a space', 'other'])
  expect(Object.fromEntries(profiles.get('default') ?? [])).toEqual({
    region: 'eu-west-1',
    aws_access_key_id: 'A',
    aws_secret_access_key: 's#ecret;',
  })
  expect(Object.fromEntries(profiles.get('payer') ?? [])).toEqual({
    sso_session: 'northwind',
    s3: '',
    output: 'json',
  })
  expect(ssoSessions.get('northwind')?.get('sso_region')).toBe('us-east-1')
})

test.each([
  ['as a whole', '  region = eu-west-1\n  output = json\n  s3 =\n    region = nowhere'],
  ['by a tab', '\tregion = eu-west-1\n\toutput = json'],
  ['in its first setting only', '  region = eu-west-1\noutput = json'],
  [
    'not at all, with a block below a setting',
    's3 =\n  region = nowhere\nregion = eu-west-1\noutput = json',
  ],
  ['with colons', 'region: eu-west-1\noutput : json'],
])('a section that is indented %s is read as botocore reads it', (_how, settings) => {
  const { profiles } = parseCliFiles(`[profile payer]\n${settings}\n`, null)
  expect(profiles.get('payer')?.get('region')).toBe('eu-west-1')
  expect(profiles.get('payer')?.get('output')).toBe('json')
})

/** Each as botocore 1.43 reads it: forms in use, with other names. */
test.each<[string, string, Record<string, Record<string, string>>]>([
  [
    'the default profile in both of its forms, of which the last counts alone',
    '[default]\nrole_arn = arn:aws:iam::418207315602:role/Old\nregion = eu-west-1\n[profile default]\nsso_session = corp\n',
    { default: { sso_session: 'corp' } },
  ],
  [
    'the same the other way round',
    '[profile default]\nsso_session = corp\n[default]\nregion = eu-west-1\n',
    { default: { region: 'eu-west-1' } },
  ],
  [
    'a profile that another program has written',
    '[profile northwind/Finance]\ngranted_sso_start_url      = https://d-9067f719d0.awsapps.com/start/\ncredential_process         = granted credential-process --profile northwind/Finance\n',
    {
      'northwind/Finance': {
        granted_sso_start_url: 'https://d-9067f719d0.awsapps.com/start/',
        credential_process: 'granted credential-process --profile northwind/Finance',
      },
    },
  ],
  [
    'names in single quotes, behind a tab and with signs',
    "[profile 'a name']\nregion = a\n[profile\tb]\nregion = b\n[profile c#1@x]\nregion = c\n",
    { 'a name': { region: 'a' }, b: { region: 'b' }, 'c#1@x': { region: 'c' } },
  ],
  [
    'a block with blank lines and comments in it',
    '[profile a]\ns3 =\n  # note\n\n  region = nowhere\n# top\nregion = x\n',
    { a: { s3: '', region: 'x' } },
  ],
  [
    'sections that are no profiles',
    '[plugins]\nendpoint = x\n[preview]\nregion = nowhere\n[services s]\ns3 =\n  endpoint_url = http://x\n[profile a]\nservices = s\n',
    { a: { services: 's' } },
  ],
  [
    'an account that begins with a zero, and percent signs',
    '[profile a]\nsso_account_id = 012345678909\naws_secret_access_key = ab%cd%%e\n',
    { a: { sso_account_id: '012345678909', aws_secret_access_key: 'ab%cd%%e' } },
  ],
])('reads %s', (_what, text, expected) => {
  const { profiles } = parseCliFiles(text, null)
  const found = [...profiles].map(([name, settings]) => [name, Object.fromEntries(settings)])
  expect(Object.fromEntries(found)).toEqual(expected)
})

const word = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_@+.:/-]{0,20}$/)
const settingName = fc.stringMatching(/^[a-z][a-z_]{0,15}$/)
const settingValue = fc.stringMatching(/^[A-Za-z0-9/+=:.@_-]{1,40}$/)

test.each([
  ['a note behind a value is part of it', '[a]\nregion = x # note\nk = v ; w', 'x # note'],
  ['an older name counts as another setting', '[a]\naws_security_token = t\nregion = x', 'x'],
  ['a heading ends with the last bracket', '[a]\nregion = x\n[a]b]\nregion = y', 'x'],
])('as botocore reads it: %s', (_what, credentials, region) => {
  expect(parseCliFiles(null, credentials).profiles.get('a')?.get('region')).toBe(region)
})

test.each([
  ['profile  wide', ['wide']],
  ['profile "two words"', ['two words']],
  ["profile 'b c'", ['b c']],
  ['profile two words', []],
  [' profile x', []],
  ['preview', []],
])('in the config file [%s] is %j', (heading, names) => {
  const { profiles } = parseCliFiles(`[${heading}]\nregion = x`, null)
  expect([...profiles.keys()]).toEqual(names)
})

test('every file that is written is read back', () => {
  const section = fc.dictionary(settingName, settingValue, { maxKeys: 5, noNullPrototype: true })
  const profiles = fc.dictionary(word, section, { maxKeys: 5, noNullPrototype: true })
  fc.assert(
    fc.property(
      profiles,
      fc.constantFrom('\n', '\r\n'),
      fc.constantFrom('=', ' = '),
      (all, end, is) => {
        const text = Object.entries(all).flatMap(([name, settings]) => [
          `[profile ${name}]`,
          ...Object.entries(settings).map(([key, value]) => `${key}${is}${value}`),
          '',
          '# a comment = nothing',
        ])
        const read = parseCliFiles(text.join(end), null).profiles
        const found = [...read].map(([name, settings]) => [name, Object.fromEntries(settings)])
        expect(Object.fromEntries(found)).toEqual(all)
      },
    ),
  )
})

test('no text is too odd to be read', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('[', ']', '=', '\n', ' ', '__proto__'),
  )
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const sections = parseSections(pieces.join(''))
      expect(sections.every(({ settings }) => settings instanceof Map)).toBe(true)
    }),
  )
})
