import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { newBucket } from '../../../e2e/simulator/index.ts'
import { letsReportsIn } from '../../../e2e/simulator/services/s3-bucket.ts'
import { toAppError } from '../../errors/failure.ts'
import { deliveryVerdict, denyingStatement, mergeDeliveryPolicy } from './bucket-policy.ts'
import {
  foreseeablePolicy,
  hardlyForeseeablePolicy,
  NOT_CARRIED,
  policy,
} from '../testing/policies.ts'
import { planDelivery, policyFingerprint } from './delivery-plan.ts'

const BUCKET = 'our-reports'
const ACCOUNT = '418207315602'
const ARN = `arn:aws:s3:::${BUCKET}`
const verdict = (...statements: object[]): string =>
  deliveryVerdict(JSON.stringify({ Version: '2012-10-17', Statement: statements }), BUCKET, ACCOUNT)
const billing = { Service: 'billingreports.amazonaws.com' }

const bucketWith = (text: string) =>
  newBucket({ name: BUCKET, owner: ACCOUNT, created: 0, policy: text })

const documentSchema = z.record(z.string(), z.unknown())
const statementsSchema = z.looseObject({
  Statement: z.union([z.looseObject({}), z.array(z.looseObject({ Sid: z.string().optional() }))]),
})
const parsed = (text: string) => statementsSchema.parse(JSON.parse(text))

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
        const before = text === null ? 'not-allowed' : deliveryVerdict(text, BUCKET, ACCOUNT)
        const after = deliveryVerdict(once.policy, BUCKET, ACCOUNT)
        if (before === 'not-allowed') expect(['allowed', 'depends']).toContain(after)
        else expect(after).toBe(before)
        if (!once.changed) expect(once.policy).toBe(text)
      }),
    )
  })

  test('keeps each old statement letter by letter, whatever its form', () => {
    const forms: object[] = [
      { Effect: 'Allow', NotPrincipal: { AWS: ['1'] }, NotAction: 's3:*', NotResource: [ARN] },
      { Effect: 'Deny', Principal: '*', Action: 's3:*', Resource: ARN, Condition: {} },
      {
        Effect: 'Allow',
        Principal: { Service: ['a', 'b'] },
        Action: ['s3:GetObject'],
        Resource: `${ARN}/*`,
        Condition: { Bool: { 'aws:SecureTransport': false }, NumericLessThan: { x: [1, 2] } },
        'x-new': { nested: [true, null] },
      },
      {
        Sid: 'EcoConnectReportBucket',
        Effect: 'Allow',
        Principal: '*',
        Action: 'x',
        Resource: 'y',
      },
    ]
    fc.assert(
      fc.property(fc.subarray(forms, { minLength: 1 }), fc.boolean(), (some, alone) => {
        const [first = {}] = some
        const Statement = alone ? first : some
        const { policy: merged } = mergeDeliveryPolicy(
          JSON.stringify({ Id: 'x', Statement, Extra: 1 }),
          BUCKET,
          ACCOUNT,
        )
        const written = (alone ? [first] : some).map((one) => JSON.stringify(one)).join(',')
        expect(merged).toContain(`"Statement":[${written},{"Sid":"EcoConnectReport`)
        expect(Object.keys(documentSchema.parse(JSON.parse(merged)))).toEqual([
          'Id',
          'Statement',
          'Extra',
        ])
      }),
    )
  })

  test('is what the plan shows', () => {
    fc.assert(
      fc.property(fc.option(policy), (existing) => {
        const text = existing === null ? null : JSON.stringify(existing)
        const plan = planDelivery(text, BUCKET, ACCOUNT)
        expect(plan.reviewed).toBe(policyFingerprint(text))
        expect(plan.before === '' ? null : JSON.parse(plan.before)).toEqual(
          text === null ? null : JSON.parse(text),
        )
        if (plan.verdict === 'not-allowed') {
          const merged = mergeDeliveryPolicy(text, BUCKET, ACCOUNT).policy
          expect(JSON.parse(plan.after)).toEqual(JSON.parse(merged))
          const after = planDelivery(merged, BUCKET, ACCOUNT)
          expect(['allowed', 'depends']).toContain(after.verdict)
          expect(after).toMatchObject({
            before: plan.after,
            after: plan.after,
          })
        } else {
          expect(plan.after).toBe(plan.before)
        }
      }),
    )
  })

  test('names the statement that forbids', () => {
    fc.assert(
      fc.property(policy, (existing) => {
        const text = JSON.stringify(existing)
        const place = denyingStatement(text, BUCKET, ACCOUNT)
        const judged = deliveryVerdict(text, BUCKET, ACCOUNT)
        // Where more is missing, a statement of which nobody knows whether it forbids may be there too.
        if (judged !== 'not-allowed') expect(place !== null).toBe(judged !== 'allowed')
        if (!place) return
        const found = [existing.Statement].flat()[place.position - 1]
        expect(found).toMatchObject({ Effect: 'Deny' })
        expect(found?.Sid ?? '').toBe(place.sid)
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
    [
      'only our organization’s, as AWS advises for its services',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: {
            StringNotEqualsIfExists: { 'aws:SourceOrgID': 'o-northwind' },
            Bool: { 'aws:PrincipalIsAWSService': 'true' },
          },
        },
      ],
      'depends',
    ],
    [
      'only from accounts under a path of the organization, or one that is tagged',
      [
        all,
        ...['aws:SourceOrgPaths', 'aws:ResourceOrgID', 'aws:ResourceTag/team'].map((key) => ({
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: { 'ForAllValues:StringNotLike': { [key]: 'x' } },
        })),
      ],
      'depends',
    ],
    [
      'only people of our organization, which no service of AWS is',
      [
        all,
        {
          ...all,
          Effect: 'Deny',
          Principal: '*',
          Condition: { StringNotEquals: { 'aws:PrincipalOrgID': 'o-northwind' } },
        },
      ],
      'denied',
    ],
  ])('%s', (_, statements, expected) => {
    expect(verdict(...statements)).toBe(expected)
  })

  const deny = { ...all, Effect: 'Deny', Principal: '*' }
  const source = `arn:aws:cur:us-east-1:${ACCOUNT}:definition/*`
  /** Patterns that companies use, from policies in public repositories: reduced, the account is ours. */
  test.each<[string, object[], string]>([
    [
      'only S3’s access logs, by the list of service names',
      [
        all,
        {
          ...deny,
          Action: 's3:PutObject',
          Condition: {
            'ForAllValues:StringNotEquals': {
              'aws:PrincipalServiceNamesList': ['logging.s3.amazonaws.com', 's3.amazonaws.com'],
            },
          },
        },
      ],
      'denied',
    ],
    [
      'only AWS’s reports, by the list of service names',
      [
        {
          ...all,
          Principal: '*',
          Condition: {
            'ForAnyValue:StringEquals': { 'aws:PrincipalServiceNamesList': billing.Service },
          },
        },
      ],
      'allowed',
    ],
    [
      'no service on behalf of another account, by a variable',
      [
        all,
        {
          ...deny,
          Condition: {
            StringNotEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' },
            Bool: { 'aws:PrincipalIsAWSService': 'true' },
          },
        },
      ],
      'allowed',
    ],
    [
      'the bucket’s own account, by a variable',
      [{ ...all, Condition: { StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } } }],
      'allowed',
    ],
    [
      'the account of a person, by a variable that no delivery fills in',
      [{ ...all, Condition: { StringEquals: { 'aws:SourceAccount': '${aws:PrincipalAccount}' } } }],
      'not-allowed',
    ],
    [
      'reports only, by an ARN that is cut short',
      [{ ...all, Condition: { ArnLike: { 'aws:SourceArn': 'arn:aws:cur:*' } } }],
      'not-allowed',
    ],
    [
      'whatever source, by an ARN operator that knows no such ARN',
      [{ ...all, Condition: { ArnLike: { 'aws:SourceArn': '*' } } }],
      'not-allowed',
    ],
    [
      'reports only, by a text that is cut short',
      [{ ...all, Condition: { StringLike: { 'aws:SourceArn': 'arn:aws:cur:*' } } }],
      'allowed',
    ],
    [
      'a report and an export, both by a list',
      [
        {
          ...all,
          Condition: {
            ArnEquals: { 'aws:SourceArn': ['arn:aws:bcm-data-exports:*:*:export/*', source] },
          },
        },
      ],
      'allowed',
    ],
    [
      'old TLS forbidden',
      [all, { ...deny, Condition: { NumericLessThan: { 's3:TlsVersion': '1.2' } } }],
      'allowed',
    ],
    [
      'whoever is none of our roles forbidden, AWS’s services excepted',
      [
        all,
        {
          ...deny,
          Condition: {
            ArnNotLike: { 'aws:PrincipalArn': [`arn:aws:iam::${ACCOUNT}:role/Finance`] },
            Bool: { 'aws:PrincipalIsAWSService': ['false'] },
          },
        },
      ],
      'allowed',
    ],
    [
      'everybody but our account forbidden, which is nobody’s name for a service',
      [
        all,
        { ...deny, Principal: undefined, NotPrincipal: { AWS: [`arn:aws:iam::${ACCOUNT}:root`] } },
      ],
      'denied',
    ],
    [
      'a person by a canonical ID',
      [all, { ...deny, Principal: { CanonicalUser: 'f'.repeat(64) } }],
      'allowed',
    ],
    [
      'both services and a role of our own together',
      [
        {
          ...all,
          Principal: {
            Service: ['bcm-data-exports.amazonaws.com', billing.Service],
            AWS: [`arn:aws:iam::${ACCOUNT}:role/BillingExtractTags`],
          },
        },
      ],
      'allowed',
    ],
    [
      'reports without GetBucketPolicy, as older modules write them',
      [
        { ...all, Action: 's3:PutObject', Resource: `${ARN}/*` },
        { ...all, Action: 's3:GetBucketAcl', Resource: ARN },
      ],
      'not-allowed',
    ],
    [
      'every place but this one',
      [all, { ...deny, Resource: undefined, NotResource: [ARN, `${ARN}/*`] }],
      'allowed',
    ],
    [
      'every action but reading',
      [all, { ...deny, Action: undefined, NotAction: ['s3:Get*', 's3:List*'] }],
      'denied',
    ],
  ])('as companies write it: %s', (_, statements, expected) => {
    expect(verdict(...statements)).toBe(expected)
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements })
    const unforeseeable = text.includes('s3:TlsVersion')
    if (!unforeseeable)
      expect(letsReportsIn(bucketWith(text), ACCOUNT)).toBe(expected === 'allowed')
  })

  const put = { ...deny, Action: 's3:PutObject', Resource: `${ARN}/*` }
  /** What nobody but AWS sees: how it encrypts, where it comes from, when. */
  test.each<[string, object]>([
    ['KMS', { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }],
    ['S3’s own keys', { StringNotEquals: { 's3:x-amz-server-side-encryption': ['AES256'] } }],
    ['any encryption', { Null: { 's3:x-amz-server-side-encryption': 'true' } }],
    [
      'one KMS key',
      { StringNotLikeIfExists: { 's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:x' } },
    ],
    ['an ACL', { StringNotEquals: { 's3:x-amz-acl': 'bucket-owner-full-control' } }],
    ['a storage class', { StringNotEquals: { 's3:x-amz-storage-class': 'STANDARD' } }],
    ['the newest TLS', { NumericLessThan: { 's3:TlsVersion': 1.3 } }],
    ['a version of signatures', { StringNotEquals: { 's3:signatureversion': 'AWS4-HMAC-SHA256' } }],
    ['a program', { StringNotLike: { 'aws:UserAgent': 'northwind*' } }],
    ['certain addresses', { IpAddress: { 'aws:SourceIp': '203.0.113.0/24' } }],
    ['a time', { DateGreaterThan: { 'aws:CurrentTime': '2030-01-01T00:00:00Z' } }],
    ['an organization', { StringNotEquals: { 'aws:SourceOrgID': 'o-northwind' } }],
    ['an operator that is not known', { BinaryEquals: { 'aws:SourceAccount': 'x' } }],
    ['a variable that is not known', { StringNotEquals: { 'aws:SourceAccount': '${aws:x}' } }],
  ])('does not say what only AWS will see: %s', (_, Condition) => {
    expect(verdict(all, { ...put, Condition })).toBe('depends')
    // What is not allowed yet can be, and what is forbidden anyway stays so.
    expect(verdict({ ...put, Condition })).toBe('not-allowed')
    expect(verdict(all, put, { ...put, Condition })).toBe('denied')
    const plain = { Bool: { 'aws:SecureTransport': 'false' } }
    expect(verdict(all, { ...put, Condition: { ...Condition, ...plain } })).toBe('allowed')
    expect(verdict({ ...all, Condition })).toBe('not-allowed')
  })

  test.each<[string, object]>([
    [
      'a key of somebody’s own',
      { Null: { [`s3:x-amz-server-side-encryption-customer-algorithm`]: 'false' } },
    ],
    ['old TLS', { NumericLessThan: { 's3:TlsVersion': ['1.2'] } }],
    ['older TLS', { NumericLessThanEquals: { 's3:TlsVersion': '1.1' } }],
    ['no TLS', { Null: { 's3:TlsVersion': 'true' } }],
    ['buckets of others', { StringNotEquals: { 's3:ResourceAccount': ACCOUNT } }],
  ])('knows what no delivery is: %s', (_, Condition) => {
    expect(verdict(all, { ...put, Condition })).toBe('allowed')
  })

  test('fills in no variable where the version of the policy has none', () => {
    const Condition = { StringEquals: { 'aws:SourceAccount': '${aws:ResourceAccount}' } }
    const text = JSON.stringify({ Version: '2008-10-17', Statement: [{ ...all, Condition }] })
    expect(deliveryVerdict(text, BUCKET, ACCOUNT)).toBe('not-allowed')
    expect(letsReportsIn(bucketWith(text), ACCOUNT)).toBe(false)
  })

  const service = [billing.Service, 'bcm-data-exports.amazonaws.com']
  const asAws = {
    Sid: 'EnableAWSDataExportsToWriteToS3AndCheckPolicy',
    Effect: 'Allow',
    Principal: { Service: service },
    Action: ['s3:PutObject', 's3:GetBucketPolicy'],
    Resource: [ARN, `${ARN}/*`],
    Condition: {
      StringLike: {
        'aws:SourceAccount': ACCOUNT,
        'aws:SourceArn': [
          `arn:aws:cur:us-east-1:${ACCOUNT}:definition/*`,
          `arn:aws:bcm-data-exports:us-east-1:${ACCOUNT}:export/*`,
        ],
      },
    },
  }
  const split = ['s3:PutObject', 's3:GetBucketPolicy'].map((Action, place) => ({
    ...asAws,
    Sid: `Part${place}`,
    Action,
    Resource: Action === 's3:PutObject' ? `${ARN}/*` : ARN,
  }))
  test.each<[string, object[]]>([
    ['as AWS writes it today', [asAws]],
    ['in two statements', split],
    ['without a condition', [{ ...asAws, Condition: undefined }]],
    ['by ARN operators', [{ ...asAws, Condition: { ArnLike: asAws.Condition.StringLike } }]],
    [
      'with set operators',
      [{ ...asAws, Condition: { 'ForAnyValue:StringLike': asAws.Condition.StringLike } }],
    ],
    [
      'with the ACL kept from everybody',
      [asAws, { Effect: 'Deny', Principal: '*', Action: 's3:GetBucketAcl', Resource: ARN }],
    ],
  ])('needs nothing added: %s', (_, statements) => {
    const text = JSON.stringify({ Version: '2012-10-17', Statement: statements })
    expect(deliveryVerdict(text, BUCKET, ACCOUNT)).toBe('allowed')
    expect(mergeDeliveryPolicy(text, BUCKET, ACCOUNT)).toEqual({ policy: text, changed: false })
    expect(planDelivery(text, BUCKET, ACCOUNT)).toMatchObject({ verdict: 'allowed' })
    expect(letsReportsIn(bucketWith(text), ACCOUNT)).toBe(true)
  })

  test.each([
    ['for Data Exports only', { Principal: { Service: service.slice(1) } }],
    ['for another account', { Condition: { StringLike: { 'aws:SourceAccount': '730915264418' } } }],
    ['without the policy', { Action: 's3:PutObject' }],
    ['for objects only', { Resource: `${ARN}/*` }],
  ])('is not enough: AWS’s own policy %s', (_, change) => {
    expect(verdict({ ...asAws, ...change })).toBe('not-allowed')
  })

  const OPERATORS = ['StringEquals', 'StringNotEquals', 'StringLike', 'StringNotLike']
    .concat('StringEqualsIgnoreCase', 'StringNotEqualsIgnoreCase', 'ArnLike', 'ArnNotEquals')
    .concat('Bool', 'IpAddress', 'NotIpAddress', 'NumericLessThan', 'DateGreaterThan')
  describe.each(NOT_CARRIED)('of %s, which no delivery carries', (key) => {
    const deny = (operator: string, value: string): string =>
      verdict(all, { ...all, Effect: 'Deny', Condition: { [operator]: { [key]: value } } })
    const allow = (operator: string, value: string): string =>
      verdict({ ...all, Condition: { [operator]: { [key]: value } } })

    test.each(OPERATORS.flatMap((name) => [name, `${name}IfExists`]))(
      'any value is none, and all values are all: %s',
      (name) => {
        expect(deny(`ForAnyValue:${name}`, 'x')).toBe('allowed')
        expect(allow(`ForAnyValue:${name}`, 'x')).toBe('not-allowed')
        expect(deny(`ForAllValues:${name}`, 'x')).toBe('denied')
        expect(allow(`ForAllValues:${name}`, 'x')).toBe('allowed')
      },
    )

    test.each(OPERATORS)('it is as wanted only where the operator is negated: %s', (name) => {
      const negated = name.includes('Not')
      expect(deny(name, 'x')).toBe(negated ? 'denied' : 'allowed')
      expect(allow(name, 'x')).toBe(negated ? 'allowed' : 'not-allowed')
      expect(deny(`${name}IfExists`, 'x')).toBe('denied')
      expect(allow(`${name}IfExists`, 'x')).toBe('allowed')
    })

    test('it is null', () => {
      expect(deny('Null', 'true')).toBe('denied')
      expect(deny('Null', 'false')).toBe('allowed')
      expect(allow('Null', 'true')).toBe('allowed')
      expect(allow('Null', 'false')).toBe('not-allowed')
    })
  })

  test('as the simulator’s S3 does, which has its own way of evaluating', () => {
    fc.assert(
      fc.property(foreseeablePolicy, (foreseeable) => {
        const text = JSON.stringify(foreseeable)
        const bucket = bucketWith(text)
        expect(deliveryVerdict(text, BUCKET, ACCOUNT) === 'allowed').toBe(
          letsReportsIn(bucket, ACCOUNT),
        )
      }),
      { numRuns: 500 },
    )
  })

  test('lets nobody in whom it would keep out, also where a variable has no value', () => {
    fc.assert(
      fc.property(hardlyForeseeablePolicy, (some) => {
        const text = JSON.stringify(some)
        const isAllowed = deliveryVerdict(text, BUCKET, ACCOUNT) === 'allowed'
        expect(!isAllowed || letsReportsIn(bucketWith(text), ACCOUNT)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  test('no policy lets nobody in', () => {
    expect(deliveryVerdict(null, BUCKET, ACCOUNT)).toBe('not-allowed')
  })
})

describe('of a report that is named', () => {
  const CUR = { prefix: 'finance/cur', name: 'spot-eco' }
  const all = { Effect: 'Allow', Principal: billing, Action: 's3:*', Resource: [ARN, `${ARN}/*`] }
  const deny = { Sid: 'Closed', Effect: 'Deny', Principal: '*', Action: 's3:PutObject' }
  const text = (...Statement: object[]) => JSON.stringify({ Version: '2012-10-17', Statement })
  const DATA = `${CUR.prefix}/${CUR.name}/${CUR.name}/year=2026/month=11/x.snappy.parquet`

  test.each([
    ['its prefix', 'finance/cur/*'],
    ['a folder above', 'finance/*'],
    ['its own folder', 'finance/cur/spot-eco/*'],
    ['its data', '*.parquet'],
    ['its manifests', '*/spot-eco-Manifest.json'],
    ['whatever has its name', '*spot-eco*'],
  ])('a Deny on %s forbids it, and no other', (_, place) => {
    const policy = text(all, { ...deny, Resource: `${ARN}/${place}` })
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT, CUR)).toBe('denied')
    expect(denyingStatement(policy, BUCKET, ACCOUNT, CUR)).toEqual({ sid: 'Closed', position: 2 })
    expect(planDelivery(policy, BUCKET, ACCOUNT, CUR).verdict).toBe('denied')
    expect(denyingStatement(policy, BUCKET, ACCOUNT, { prefix: 'x', name: 'y' }) === null).toBe(
      place !== '*.parquet',
    )
  })

  test.each([
    ['another prefix', 'finance/logs/*'],
    ['a prefix that only begins alike', 'finance/cur2/*'],
    ['another report', 'finance/cur/other/*'],
  ])('a Deny on %s leaves it alone', (_, place) => {
    const policy = text(all, { ...deny, Resource: `${ARN}/${place}` })
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT, CUR)).toBe('allowed')
    expect(denyingStatement(policy, BUCKET, ACCOUNT, CUR)).toBeNull()
    expect(letsReportsIn(bucketWith(policy), ACCOUNT, [DATA])).toBe(true)
  })

  test('every place but its folder is its folder', () => {
    const NotResource = [ARN, `${ARN}/aws-programmatic*`, `${ARN}/finance/cur/*`]
    const policy = text(all, { ...deny, NotResource })
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT, CUR)).toBe('allowed')
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT)).toBe('denied')
  })

  test('what is allowed for its folder is enough, and for another is not', () => {
    const only = (folder: string) =>
      text({
        ...all,
        Resource: [ARN, `${ARN}/aws-programmatic-access-test-object`, `${ARN}/${folder}/*`],
      })
    expect(deliveryVerdict(only('finance/cur'), BUCKET, ACCOUNT, CUR)).toBe('allowed')
    expect(mergeDeliveryPolicy(only('finance/cur'), BUCKET, ACCOUNT, CUR).changed).toBe(false)
    expect(deliveryVerdict(only('finance'), BUCKET, ACCOUNT, CUR)).toBe('allowed')
    expect(deliveryVerdict(only('logs'), BUCKET, ACCOUNT, CUR)).toBe('not-allowed')
    expect(mergeDeliveryPolicy(only('logs'), BUCKET, ACCOUNT, CUR).changed).toBe(true)
  })

  test('a condition that only AWS can judge counts for its folder', () => {
    const Condition = { StringNotEquals: { 's3:x-amz-server-side-encryption': 'aws:kms' } }
    const policy = text(all, { ...deny, Resource: `${ARN}/finance/*`, Condition })
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT, CUR)).toBe('depends')
    expect(deliveryVerdict(policy, BUCKET, ACCOUNT)).toBe('allowed')
  })

  test('the simulator’s delivery is refused where its folder is closed', () => {
    const policy = text(all, { ...deny, Resource: `${ARN}/finance/cur/*` })
    expect(letsReportsIn(bucketWith(policy), ACCOUNT)).toBe(true)
    expect(letsReportsIn(bucketWith(policy), ACCOUNT, [DATA])).toBe(false)
  })
})
