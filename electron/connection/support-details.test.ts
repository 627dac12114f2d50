import { describe, expect, it } from 'vitest'
import { NOT_MANAGED } from '../contract/managed.ts'
import { ENGLISH } from '../texts/en/index.ts'
import { supportDetails, type SupportFacts } from './support-details.ts'

const { words } = ENGLISH
const text = (facts: SupportFacts): string => supportDetails(words.help.details, 'en-US', facts)

const ACCOUNT = '417305628819'
const REQUEST = '5b0f6a52-7c1d-4a8e-9d0e-2f3c4b5a6978'

/** A connection in trouble, with what AWS says of people, accounts and buckets in every place. */
const FACTS: SupportFacts = {
  at: Date.UTC(2026, 0, 31, 12, 5),
  computer: {
    version: '1.2.3',
    edition: 'shipped',
    electron: '45.5.0',
    chromium: '150.0.1.2',
    node: '24.1.0',
    system: 'linux 6.1.0 x64',
    systemLocale: 'de-DE',
  },
  accountId: ACCOUNT,
  managed: { ...NOT_MANAGED, accounts: [ACCOUNT], supportContact: 'Dana Whitfield, 4711' },
  view: {
    signedIn: true,
    byHand: false,
    managedBy: 'msp',
    vault: { kind: 'unavailable', error: { code: 'vault-locked', facts: { reason: 'locked' } } },
    wipe: { kind: 'failed', error: { code: 'unexpected', facts: {}, detail: { message: 'no' } } },
    steps: [
      {
        id: 'plan',
        status: { kind: 'done', at: 1, evidence: [{ id: 'managed-by', value: 'us' }] },
      },
      {
        id: 'stack',
        status: {
          kind: 'failed',
          error: {
            code: 'aws-denied',
            facts: { action: 'iam:CreateRole', resource: `arn:aws:iam::${ACCOUNT}:role/dana` },
            detail: {
              service: 'iam',
              operation: 'CreateRole',
              code: 'AccessDenied',
              message: `dana.whitfield@northwind.example may not iam:CreateRole in ${ACCOUNT}`,
              requestId: REQUEST,
              httpStatus: 403,
            },
          },
        },
      },
    ],
  },
  notices: [{ code: 'state-set-aside', facts: { file: '/home/dana/state.json' } }],
  record: [
    {
      kind: 'change',
      at: '2026-01-31T12:00:00.000Z',
      step: 'stack',
      action: 'create',
      about: 'dana',
    },
    {
      kind: 'call',
      at: '2026-01-31T12:01:00.000Z',
      service: 's3',
      operation: 'GetBucketPolicy',
      resource: `northwind-${ACCOUNT}`,
      error: '',
      status: 200,
      requestId: 'A1B2C3D4E5F60718',
      durationMs: 3,
      attempts: 1,
    },
    {
      kind: 'call',
      at: '2026-01-31T12:02:00.000Z',
      service: 'iam',
      operation: 'CreateRole',
      resource: `arn:aws:iam::${ACCOUNT}:role/dana`,
      error: 'AccessDenied',
      status: 403,
      requestId: REQUEST,
      durationMs: 3,
      attempts: 1,
    },
    {
      kind: 'refused',
      at: '2026-01-31T12:03:00.000Z',
      step: 'stack',
      action: 'create',
      code: 'not-signed-in',
    },
  ],
  servers: [
    { host: 'iam.amazonaws.com', at: 1, error: null },
    { host: '<bucket>.s3.us-east-1.amazonaws.com', at: 1, error: 'network-refused' },
  ],
}

/** What could stand where it should not: each form in which a secret of this job comes. */
const SECRETS = [
  'ASIAQ7XW4GZBNH2TKLMP',
  'wJalrXUtnFEMI/K7MDENG/bPxRfiCYzkq3h5T9vL',
  'IQoJb3JpZ2luX2VjEPz//////////wEaCXVzLWVhc3QtMSJHMEUCIQDx',
  'aoaAAAAAGVtb3JlLXRva2VuLXRoYW4tYW55Ym9keS1uZWVkcw',
  'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl',
  '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  'dana.whitfield@northwind.example',
  `arn:aws:sts::${ACCOUNT}:assumed-role/Finance/dana`,
]

/** Every copy of a value with one of its texts replaced; what only this code can write stays. */
function replacedIn<Part>(value: Part, by: string): Part[]
function replacedIn(value: unknown, by: string): unknown[] {
  if (typeof value === 'string') return [by]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, member]: [string, unknown]) => {
    if (name === 'kind' || name === 'computer') return []
    return replacedIn(member, by).map((other) =>
      Array.isArray(value)
        ? value.map((item: unknown, at) => (String(at) === name ? other : item))
        : { ...value, [name]: other },
    )
  })
}

describe('the details for support', () => {
  it('tell versions, steps, errors, calls with request IDs, and servers', () => {
    expect(text(FACTS).split('\n')).toEqual([
      'Eco Connect: details for support',
      'Made (UTC): 2026-01-31 12:05:00',
      'Version: 1.2.3 (shipped)',
      'Runs on: Electron 45.5.0, Chromium 150.0.1.2, Node.js 24.1.0',
      'System: linux 6.1.0 x64',
      'Language: en-US (system: de-DE)',
      'AWS account: ends in 8819',
      'Way of working: signed in, with an MSP',
      'Keychain: unavailable',
      '',
      'Steps',
      '- 1. plan: done',
      '- 2. stack: failed; first that is not finished',
      '',
      'Errors shown now',
      `- stack: aws-denied; iam; CreateRole; AccessDenied; HTTP 403; request ID ${REQUEST}`,
      '- keychain: vault-locked',
      '- sign-out: unexpected',
      '- notice: state-set-aside',
      '',
      'Last calls, newest first (UTC)',
      '- 2026-01-31 12:03:00 stack create: not-signed-in',
      `- 2026-01-31 12:02:00 iam CreateRole: failed: AccessDenied; HTTP 403; request ID ${REQUEST}`,
      '- 2026-01-31 12:01:00 s3 GetBucketPolicy: went well; HTTP 200; request ID A1B2C3D4E5F60718',
      '',
      'Servers since the start of the app',
      '- a-bucket.s3.us-east-1.amazonaws.com: not reached: network-refused (1970-01-01 00:00:00)',
      '- iam.amazonaws.com: reached (1970-01-01 00:00:00)',
      '',
      'Settings of the organization that change something',
      '- AllowedAccounts',
      '- SupportContact',
      '',
      words.help.details.noSecret,
    ])
  })

  it('have no name of a person, no bucket, no file, and of the account the end only', () => {
    expect(text(FACTS)).not.toMatch(/dana|northwind|41730562|arn:|@|\/home/i)
  })

  it.each(SECRETS)('never have a secret in them, wherever one is planted: %s', (secret) => {
    const planted = replacedIn(FACTS, secret)
    expect(planted.length).toBeGreaterThan(40)
    const leaked = planted.filter((facts) => text(facts).includes(secret))
    expect(leaked).toEqual([])
  })

  it('say so where there is nothing, and where the record cannot be read', () => {
    const none = { ...FACTS, accountId: '', record: null, servers: [], notices: [] }
    const said = text({ ...none, view: { ...FACTS.view, steps: [], byHand: true } })
    expect(said).toContain('AWS account: not known yet')
    expect(said).toContain('- This connection cannot be opened by this version.')
    expect(said).toContain('- The record of calls could not be read.')
    expect(said).toContain('Way of working: by hand')
    expect(said).toContain('Servers since the start of the app\n- none')
  })
})
