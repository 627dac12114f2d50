import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { toAppError } from '../errors.ts'
import { deliveryVerdict, mergeDeliveryPolicy } from './bucket-policy.ts'

const BUCKET = 'our-reports'
const ACCOUNT = '418207315602'
const ARN = `arn:aws:s3:::${BUCKET}`
const verdict = (...statements: object[]): string =>
  deliveryVerdict(JSON.stringify({ Version: '2012-10-17', Statement: statements }), BUCKET, ACCOUNT)
const billing = { Service: 'billingreports.amazonaws.com' }

const oneOrMore = <T>(item: fc.Arbitrary<T>) =>
  fc.oneof(item, fc.array(item, { minLength: 1, maxLength: 3 }))
const principal = fc.oneof(
  fc.constant('*'),
  fc.record({ AWS: oneOrMore(fc.constantFrom('*', 'arn:aws:iam::111122223333:root')) }),
  fc.record({ Service: oneOrMore(fc.constantFrom('billingreports.amazonaws.com', 'logs.aws')) }),
  fc.record({ Federated: fc.string() }),
)
const action = oneOrMore(
  fc.constantFrom('s3:*', 's3:PutObject', 's3:Get*', 'S3:getbucketacl', 's3:GetBucketPolicy'),
)
const resource = oneOrMore(
  fc.constantFrom(ARN, `${ARN}/*`, `${ARN}*`, `${ARN}/logs/*`, 'arn:aws:s3:::our-report?'),
)
const condition = fc.dictionary(
  fc.constantFrom('StringEquals', 'StringNotEquals', 'Bool', 'ArnLike', 'Null', 'IpAddress', 'X'),
  fc.dictionary(
    fc.constantFrom('aws:SourceAccount', 'aws:SecureTransport', 'aws:SourceArn', 's3:x-amz-acl'),
    oneOrMore(fc.oneof(fc.constantFrom(ACCOUNT, 'true', 'false', '*'), fc.boolean())),
    { maxKeys: 2 },
  ),
  { maxKeys: 2 },
)
const unknown = fc.dictionary(
  fc.stringMatching(/^x-[a-z]{1,5}$/),
  fc.oneof(fc.string(), fc.integer()),
  { maxKeys: 2 },
)
const statement = fc
  .tuple(
    fc.record({ Effect: fc.constantFrom('Allow', 'Deny') }),
    fc.record(
      { Sid: fc.oneof(fc.string(), fc.constant('EcoConnectReportBucket')), Condition: condition },
      { requiredKeys: [] },
    ),
    fc.oneof(fc.record({ Principal: principal }), fc.record({ NotPrincipal: principal })),
    fc.oneof(fc.record({ Action: action }), fc.record({ NotAction: action })),
    fc.oneof(fc.record({ Resource: resource }), fc.record({ NotResource: resource })),
    unknown,
  )
  .map(([effect, known, whom, what, where, others]) => ({
    ...others,
    ...where,
    ...what,
    ...whom,
    ...known,
    ...effect,
  }))
const policy = fc
  .tuple(
    fc.oneof(fc.array(statement, { maxLength: 4 }), statement),
    fc.record(
      { Version: fc.constantFrom('2012-10-17', '2008-10-17'), Id: fc.string() },
      { requiredKeys: [] },
    ),
    unknown,
  )
  .map(([Statement, known, others]) => ({ ...others, ...known, Statement }))

const documentSchema = z.looseObject({
  Statement: z.union([z.looseObject({}), z.array(z.looseObject({ Sid: z.string().optional() }))]),
})
const parsed = (text: string) => documentSchema.parse(JSON.parse(text))

describe('merging', () => {
  test('keeps every statement, in its order, and everything else', () => {
    fc.assert(
      fc.property(policy, (existing) => {
        const merged = mergeDeliveryPolicy(JSON.stringify(existing), BUCKET, ACCOUNT)
        const { Statement, ...rest } = parsed(merged.policy)
        const { Statement: before, ...restBefore } = parsed(JSON.stringify(existing))
        const old = [before].flat()
        expect([Statement].flat().slice(0, old.length)).toEqual(old)
        expect(rest).toEqual(restBefore)
        expect([Statement].flat().length - old.length).toBe(merged.changed ? 2 : 0)
      }),
    )
  })

  test('is done once, and then allows delivery unless it is forbidden', () => {
    fc.assert(
      fc.property(fc.option(policy), (existing) => {
        const text = existing === null ? null : JSON.stringify(existing)
        const once = mergeDeliveryPolicy(text, BUCKET, ACCOUNT)
        const twice = mergeDeliveryPolicy(once.policy, BUCKET, ACCOUNT)
        expect(twice).toEqual({ policy: once.policy, changed: false })
        const denied = text !== null && deliveryVerdict(text, BUCKET, ACCOUNT) === 'denied'
        expect(deliveryVerdict(once.policy, BUCKET, ACCOUNT)).toBe(denied ? 'denied' : 'allowed')
        if (!once.changed) expect(once.policy).toBe(text)
      }),
    )
  })

  test('gives its statements names of their own', () => {
    fc.assert(
      fc.property(policy, (existing) => {
        const merged = mergeDeliveryPolicy(JSON.stringify(existing), BUCKET, ACCOUNT)
        if (!merged.changed) return
        const sids = [parsed(merged.policy).Statement].flat().slice(-2)
        const before = [existing.Statement].flat()
        for (const { Sid } of sids) expect(before.map((one) => one.Sid)).not.toContain(Sid)
      }),
    )
  })

  test('asks for no more than delivering takes', () => {
    const { policy: text, changed } = mergeDeliveryPolicy(null, BUCKET, ACCOUNT)
    const Condition = {
      StringEquals: {
        'aws:SourceAccount': ACCOUNT,
        'aws:SourceArn': `arn:aws:cur:us-east-1:${ACCOUNT}:definition/*`,
      },
    }
    expect(changed).toBe(true)
    expect(JSON.parse(text)).toEqual({
      Version: '2012-10-17',
      Statement: [
        {
          Sid: 'EcoConnectReportBucket',
          Effect: 'Allow',
          Principal: billing,
          Action: ['s3:GetBucketAcl', 's3:GetBucketPolicy'],
          Resource: ARN,
          Condition,
        },
        {
          Sid: 'EcoConnectReportObjects',
          Effect: 'Allow',
          Principal: billing,
          Action: 's3:PutObject',
          Resource: `${ARN}/*`,
          Condition,
        },
      ],
    })
  })

  test.each(['', 'null', '{"Statement": 3}', '{"Statement": [{"Effect": "Maybe"}]}', '{'])(
    'leaves alone what it does not understand: %s',
    (text) => {
      try {
        mergeDeliveryPolicy(text, BUCKET, ACCOUNT)
        expect.unreachable()
      } catch (error) {
        expect(toAppError(error).code).toBe('bucket-policy-unreadable')
      }
    },
  )

  test('says when there is no room', () => {
    const statements = Array.from({ length: 200 }, () => ({
      Effect: 'Allow',
      Principal: { AWS: '111122223333' },
      Action: 's3:GetObject',
      Resource: `${ARN}/a-long-folder-name-so-that-it-adds-up/*`,
    }))
    try {
      mergeDeliveryPolicy(JSON.stringify({ Statement: statements }), BUCKET, ACCOUNT)
      expect.unreachable()
    } catch (error) {
      expect(toAppError(error)).toMatchObject({
        code: 'bucket-policy-too-large',
        facts: { limit: '20480' },
      })
    }
  })
})

describe('judging', () => {
  const all = { Effect: 'Allow', Principal: billing, Action: 's3:*', Resource: [ARN, `${ARN}/*`] }

  test.each<[string, object[], string]>([
    ['nothing', [], 'not-allowed'],
    ['everything to the service', [all], 'allowed'],
    ['another service', [{ ...all, Principal: { Service: 'logs.aws' } }], 'not-allowed'],
    ['objects only', [{ ...all, Resource: `${ARN}/*` }], 'not-allowed'],
    ['one folder only', [{ ...all, Resource: [ARN, `${ARN}/eco/*`] }], 'not-allowed'],
    [
      'another account’s reports',
      [{ ...all, Condition: { StringEquals: { 'AWS:SourceAccount': '1' } } }],
      'not-allowed',
    ],
    [
      'our reports, by a pattern',
      [{ ...all, Condition: { ArnLike: { 'aws:SourceArn': `arn:aws:cur:*:${ACCOUNT}:*` } } }],
      'allowed',
    ],
    [
      'TLS enforced',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: { Bool: { 'aws:SecureTransport': false } },
        },
      ],
      'allowed',
    ],
    [
      'only our own network',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: { NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' } },
        },
      ],
      'denied',
    ],
    [
      'only our own network, AWS’s services excepted',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: {
            NotIpAddress: { 'aws:SourceIp': '10.0.0.0/8' },
            BoolIfExists: { 'aws:PrincipalIsAWSService': 'false' },
          },
        },
      ],
      'allowed',
    ],
    [
      'everybody but one forbidden',
      [
        all,
        { Effect: 'Deny', NotPrincipal: { AWS: '1' }, Action: 's3:Put*', Resource: `${ARN}/*` },
      ],
      'denied',
    ],
    [
      'a network endpoint demanded',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: { StringNotEquals: { 'aws:SourceVpce': 'vpce-1' } },
        },
      ],
      'denied',
    ],
  ])('%s', (_, statements, expected) => {
    expect(verdict(...statements)).toBe(expected)
  })

  test('no policy lets nobody in', () => {
    expect(deliveryVerdict(null, BUCKET, ACCOUNT)).toBe('not-allowed')
  })
})
