import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { NOT_MANAGED } from '../contract/managed.ts'
import { toAppError } from '../errors/failure.ts'
import { NO_STAND_IN } from '../network/stand-in.ts'
import { judged } from './judge.ts'
import { SETTINGS } from './settings.ts'

const COMPUTER = { isStandIn: NO_STAND_IN, home: '/home/dana' }

const sourceOf = (values: object, place = 'one') => ({
  at: { place, version: '1.2.3' },
  written: { values: new Map<string, unknown>(Object.entries(values)), lineOf: () => 7 },
})
const judge = (...made: readonly object[]) =>
  judged(
    made.map((values, at) => sourceOf(values, `place ${at}`)),
    COMPUTER,
  )

function against(...made: readonly object[]) {
  try {
    judge(...made)
  } catch (error) {
    return toAppError(error)
  }
  throw new Error('it was taken')
}

/** Of each setting: what it needs beside it, what it may not be, and what comes of its example. */
const CASES: Readonly<
  Record<
    keyof typeof SETTINGS,
    { readonly beside?: object; readonly wrong: readonly unknown[]; readonly decided: object }
  >
> = {
  AllowedPortals: {
    wrong: [
      'https://example.awsapps.com/start',
      ['https://example.com/start'],
      ['identitycenter.amazonaws.com'],
      ['http://example.awsapps.com/start'],
      ['https://example.awsapps.com:444/start'],
      ['https://user@example.awsapps.com/start'],
      [''],
    ],
    decided: { portals: ['https://example.awsapps.com/start'] },
  },
  AllowedRegions: {
    wrong: [['EU-CENTRAL-1'], ['eu-central'], ['*'], 'eu-central-1'],
    decided: { regions: ['eu-central-1', 'us-east-1'] },
  },
  AllowedAccounts: {
    wrong: [['1111-2222-3333'], ['11112222333'], [111122223333], 111122223333],
    decided: { accounts: ['111122223333', '444455556666'] },
  },
  AllowedSignInWays: {
    wrong: [['sso'], ['portal', 'Console'], ['byHand'], 'portal'],
    decided: {
      signInWays: { portal: true, console: false, keys: false, profile: false, byHand: true },
    },
  },
  AllowDeviceCode: { wrong: ['false', 0, null], decided: { deviceCode: false } },
  AllowVanityAddresses: { wrong: ['no', 1], decided: { vanityAddresses: false } },
  SessionOnly: { wrong: ['yes', 1], decided: { sessionOnly: true } },
  AllowSpotApi: { wrong: ['no', 0], decided: { spotApi: false } },
  AllowOwnTemplates: { wrong: ['off', 0], decided: { ownTemplates: 'off' } },
  AllowedTemplateFingerprints: {
    wrong: [['0123'], ['g'.repeat(64)], ['0'.repeat(65)], '0'.repeat(64)],
    decided: { ownTemplates: { sha256: ['0123456789abcdef'.repeat(4)] } },
  },
  RequireExternalId: { wrong: ['true', 1], decided: { externalIdRequired: true } },
  BucketNamePattern: {
    wrong: ['', 'Finance-*', '^finance-.*$', 'a b', 'a?', 'a'.repeat(64), ['finance-*']],
    decided: { bucketName: 'finance-*' },
  },
  ClassicBucketNamesOnly: { wrong: ['true', 1], decided: { classicNamesOnly: true } },
  ProxyServer: {
    wrong: [
      '',
      'proxy.example',
      'proxy.example:0',
      'proxy.example:99999',
      'ftp://proxy.example:21',
      'http://proxy.example:8080/',
      'http=proxy.example:8080',
      'http://user:word@proxy.example:8080',
      'a:1;b:2',
      'a:1,,b:2',
      '[::zz]:8080',
      '.:8080',
      '-:8080',
      'proxy..example:8080',
      'proxy.example:8080,-.example:8080',
    ],
    decided: { proxy: { kind: 'servers', rules: 'http://proxy.example:8080', bypass: '' } },
  },
  ProxyBypassList: {
    beside: { ProxyServer: 'proxy.example:80' },
    wrong: [['*.example;b'], ['a,b'], [''], '<local>'],
    decided: {
      proxy: { kind: 'servers', rules: 'proxy.example:80', bypass: '*.corp.example,<local>' },
    },
  },
  ProxyPacUrl: {
    wrong: [
      'file:///etc/proxy.pac',
      'proxy.example/pac',
      'data:text/plain,x',
      'https://u:p@x/y',
      'http://[zz]/',
    ],
    decided: { proxy: { kind: 'pac', url: 'https://proxy.example/proxy.pac' } },
  },
  Language: { wrong: ['fr', 'DE', 'de-DE', ''], decided: { language: 'de' } },
  AuditFolder: {
    wrong: [
      '',
      'audit',
      '../audit',
      '/var/../etc',
      '~dana/audit',
      '/a\nb',
      '/a\uD800',
      String.raw`C:\audit`,
      // It would be a folder beside the person’s own: a backslash separates nothing here.
      String.raw`~\audit`,
    ],
    decided: { audit: { folder: '/home/dana/eco-connect-audit', retentionDays: null } },
  },
  AuditRetentionDays: {
    beside: { AuditFolder: '/var/log/eco' },
    wrong: [0, -1, 1.5, 3651, '30', true],
    decided: { audit: { folder: '/var/log/eco', retentionDays: 365 } },
  },
  SupportContact: {
    wrong: ['', ' ', '\u00A0', 'a'.repeat(201), 'a\nb', 'a\u202Eb', 7],
    decided: { supportContact: 'IT Service Desk, +49 30 123456' },
  },
  CliFolder: {
    wrong: ['', '.aws', '$HOME/.aws', '%USERPROFILE%\\.aws', String.raw`~\.aws`],
    decided: { cliFolder: '/home/dana/.aws-finance' },
  },
}

describe.each(Object.entries(SETTINGS))('%s', (id, { example }) => {
  const one = Object.entries(CASES).find(([name]) => name === id)?.[1]
  if (!one) throw new Error(id)

  test('decides what it says, and nothing else', () => {
    expect(judge({ ...one.beside, [id]: example })).toEqual({ ...NOT_MANAGED, ...one.decided })
  })

  test('is refused with any other value, with its name and its line', () => {
    for (const value of [...one.wrong, null, {}, [], [[]], undefined])
      expect([value, against({ ...one.beside, [id]: value })]).toMatchObject([
        value,
        {
          code: 'policy-unusable',
          facts: { cause: 'value', setting: id, line: '7', place: 'place 0', version: '1.2.3' },
        },
      ])
  })
})

test('a proxy’s password is not told, in whichever place it stands', () => {
  const address = 'http://someone:tulip-Garden-41@proxy.example:8080'
  for (const made of [
    { ProxyServer: address },
    { [address]: 'ProxyServer' },
    { [`x ${address}`]: 1 },
    { 'someone:tulip-Garden-41@proxy.example:8080': 'ProxyServer' },
  ])
    expect(JSON.stringify(against(made))).not.toMatch(/someone|tulip/)
})

test('hosts are taken as they are written for a proxy', () => {
  for (const rules of ['proxy.example.:8080', 'a--b.c-d:1', '10.0.0.1:3128', '[2001:db8::1]:8080'])
    expect(judge({ ProxyServer: rules }).proxy).toMatchObject({ kind: 'servers', rules })
})

test('without any setting nothing is decided', () => {
  expect(judge({})).toEqual(NOT_MANAGED)
})

test.each(['allowDeviceCode', 'AllowDeviceCodes', '', '__proto__', 'constructor', 'toString'])(
  'a setting called “%s” is not known',
  (name) => {
    const values = new Map<string, unknown>([[name, true]])
    const source = {
      at: { place: 'p', version: 'v' },
      written: { values, lineOf: () => undefined },
    }
    try {
      judged([source], COMPUTER)
    } catch (error) {
      expect(toAppError(error).facts).toMatchObject({
        cause: 'unknown-setting',
        setting: name,
        line: '',
      })
    }
    expect.assertions(1)
  },
)

test.each([
  ['ProxyPacUrl', { ProxyPacUrl: 'https://p.example/x', ProxyServer: 'p.example:80' }],
  ['ProxyBypassList', { ProxyBypassList: ['<local>'] }],
  ['ProxyBypassList', { ProxyBypassList: ['<local>'], ProxyPacUrl: 'https://p.example/x' }],
  ['AuditRetentionDays', { AuditRetentionDays: 30 }],
  // The console is us-east-1’s for everybody: nobody could sign in.
  ['AllowedSignInWays', { AllowedSignInWays: ['console'], AllowedRegions: ['eu-central-1'] }],
])('%s is refused beside what it excludes, or without what it needs', (setting, made) => {
  expect(against(made)).toMatchObject({ facts: { cause: 'conflict', setting } })
})

test('no template of one’s own wins over templates that are allowed', () => {
  const sha256 = ['0123456789abcdef'.repeat(4)]
  const made = { AllowOwnTemplates: false, AllowedTemplateFingerprints: sha256 }
  expect(judge(made).ownTemplates).toBe('off')
  expect(judge({ ...made, AllowOwnTemplates: true }).ownTemplates).toEqual({ sha256 })
})

test('portals are kept as the app knows them', () => {
  const made = { AllowedPortals: ['example.awsapps.com', 'https://Example.awsapps.com/start/#/x'] }
  expect(judge(made).portals).toEqual([
    'https://example.awsapps.com/start',
    'https://example.awsapps.com/start',
  ])
})

test('of two places that make the same setting the first one counts', () => {
  const managed = judge({ AllowSpotApi: false }, { AllowSpotApi: true, SessionOnly: true })
  expect(managed).toEqual({ ...NOT_MANAGED, spotApi: false, sessionOnly: true })
})

test('a mistake in one place is a mistake, whatever the other says', () => {
  expect(against({ AllowSpotApi: false }, { AllowSpotApi: 'true' }).facts['place']).toBe('place 1')
})

test('any settings whatever are taken as a whole, or refused as a policy that cannot be used', () => {
  const ids = fc.constantFrom(...Object.keys(SETTINGS), 'Unknown')
  const examples = fc.constantFrom<unknown>(
    ...Object.values(SETTINGS).map(({ example }) => example),
  )
  const values = fc.oneof(examples, fc.jsonValue())
  let taken = 0
  fc.assert(
    fc.property(fc.dictionary(ids, values, { maxKeys: 4 }), (made) => {
      try {
        const managed = judge(made)
        taken += 1
        expect(Object.keys(managed).toSorted()).toEqual(Object.keys(NOT_MANAGED).toSorted())
      } catch (error) {
        expect(toAppError(error).code).toBe('policy-unusable')
      }
    }),
    { numRuns: 3000 },
  )
  expect(taken).toBeGreaterThan(50)
})
