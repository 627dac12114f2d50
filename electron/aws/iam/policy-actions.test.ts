import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cpuTime } from '../../testing/cpu-time.ts'
import { matches } from './policy-document.ts'
import { classOfAction, onlyReads } from './policy-actions.ts'

const anywhere = (action: string) => classOfAction(action, ['*'])

describe('an action', () => {
  it.each([
    's3:GetObject',
    's3:Get*',
    'ce:Get*',
    'ec2:Describe*Instances',
    'cur:DescribeReportDefinition?',
    'sqs:ReceiveMessage',
    'SQS:receivemessage',
    'cloudformation:Detect*',
  ])('reads and no more: %s', (action) => expect(onlyReads(action)).toBe(true))

  it.each([
    ['writes', '*'],
    ['writes', '*:*'],
    ['writes', 's3:*'],
    ['writes', 's3:PutObject'],
    ['writes', 's?:PutObject'],
    ['writes', 'sts:GetFederationToken'],
    ['writes', 'sts:GetWebIdentityToken'],
    ['writes', 'states:GetActivityTask'],
    ['writes', 'route53globalresolver:List*'],
    ['writes', 'sts:Get*'],
    ['writes', 'sts:AssumeRole'],
    ['writes', 'kms:Decrypt'],
    ['writes', 'codeconnections:UseConnection'],
    ['reveals', 'sts:getsessiontoken'],
    ['reveals', 's3:GetDataAccess'],
    ['reveals', 'secretsmanager:GetSecretValue'],
    ['reveals', 'secretsmanager:Get*Value'],
    ['reveals', 'secretsmanager:BatchGet*'],
    ['reveals', 'ssm:GetParameter'],
    ['reveals', 'ssm:GetParameters?yPath'],
    ['reveals', 'ec2:Describe*'],
    ['not-known', 's3:GetEverything'],
    ['not-known', 's3:GetEvery*'],
    ['not-known', 'cur:DescribeReport?'],
    ['not-known', 'nothing:Get*'],
    ['not-known', 'constructor:Get*'],
    ['not-known', '__proto__:*'],
    ['not-known', 's3'],
    ['not-known', 's3:'],
    ['not-known', 's3:GetObject:*'],
    ['not-known', ' s3:GetObject'],
    ['not-known', 's3:GetObject\n'],
    // A Kelvin sign, of which the lower case is a plain k.
    ['not-known', '\u212Ams:ListKeys'],
    ['not-known', 'odd'],
    ['not-known', ''],
  ])('does more than read: %s, %s', (may, action) => {
    expect(anywhere(action)).toBe(may)
    expect(onlyReads(action)).toBe(false)
  })

  it('is the same in any case', () => {
    const action = fc.constantFrom('s3:GetObject', 'ssm:Get*', 'sts:Get*', 'iam:PassRole', 'x:Y')
    const bits = fc.array(fc.boolean(), { minLength: 20, maxLength: 20 })
    fc.assert(
      fc.property(action, bits, (text, upper) => {
        const mixed = text
          .split('')
          .map((one, at) => (upper[at] === true ? one.toUpperCase() : one.toLowerCase()))
        expect(anywhere(mixed.join(''))).toBe(anywhere(text))
      }),
    )
  })

  it('is answered in time, whatever the pattern is', () => {
    const pattern = `*:*${'a*e*'.repeat(40)}?x`
    const spent = cpuTime(() => expect(anywhere(pattern)).toBe('not-known'))
    expect(spent).toBeLessThan(5000)
  })
})

describe('a pattern', () => {
  it('matches what the same regular expression does', () => {
    const part = fc.string({ unit: fc.constantFrom('a', 'b', '.', '\n'), maxLength: 8 })
    const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '.', '*', '?'), maxLength: 7 })
    fc.assert(
      fc.property(pattern, part, (wanted, text) => {
        const source = wanted
          .replaceAll('.', '[.]')
          .replaceAll(/[*?]/g, (one) => (one === '*' ? '[^]*' : '[^]'))
        expect(matches(wanted, text)).toBe(new RegExp(`^${source}$`).test(text))
      }),
      { numRuns: 2000 },
    )
  })
})

describe('what the app itself asks for', () => {
  const files = [
    'operator-policy.json',
    'disconnect-policy.json',
    'health-policy.json',
    'eco-role.template.json',
  ]

  it.each(files)('is known to AWS’s reference: %s', (name) => {
    const text = readFileSync(new URL(`../../../resources/${name}`, import.meta.url), 'utf8')
    const actions = listed(JSON.parse(text))
    expect(actions.length).toBeGreaterThan(4)
    expect(actions.filter((action) => anywhere(action) === 'not-known')).toEqual([])
  })
})

/** All that stands under `Action` or `NotAction`, at any depth. */
function listed(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inside]: [string, unknown]) =>
    /^(Not)?Action$/.test(name) ? [inside].flat().map(String) : listed(inside),
  )
}
