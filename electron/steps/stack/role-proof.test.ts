import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readTrust, sameTrust } from '../../aws/iam/trust.ts'
import { reviewTemplate } from '../../template/review.ts'
import { trustsMeant } from './role-proof.ts'

const builtIn = readFileSync(
  new URL('../../../resources/eco-role.template.json', import.meta.url),
  'utf8',
)
const US = '418207315602'
const SPOT = '884866656237'
const ROOT = `arn:aws:iam::${SPOT}:root`
const allow = (Principal: unknown, id?: unknown) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...(id === undefined ? {} : { Condition: { StringEquals: { 'sts:ExternalId': id } } }),
})
const body = (...Statement: unknown[]) =>
  JSON.stringify({
    Parameters: { ExternalId: { Type: 'String', Default: '' } },
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: { AssumeRolePolicyDocument: { Statement } },
      },
    },
  })
/** Whether a role with this trust is what the template means. */
const fits = (template: string, externalId: string, ...Statement: unknown[]): boolean =>
  trustsMeant(reviewTemplate(template, 'file', ''), US, externalId).some((meant) =>
    sameTrust(readTrust({ Statement }), meant),
  )

describe('the trust of a role', () => {
  const spot = { AWS: ['arn:aws:iam::627743545735:root', ROOT] }

  it('is that of the built-in template, with the external ID of the form and no other', () => {
    expect(fits(builtIn, '', allow(spot))).toBe(true)
    expect(fits(builtIn, '', allow(spot, 'x1'))).toBe(false)
    expect(fits(builtIn, 'x1', allow(spot, 'x1'))).toBe(true)
    expect(fits(builtIn, 'x1', allow(spot))).toBe(false)
    expect(fits(builtIn, 'x1', allow(spot, 'x2'))).toBe(false)
    expect(fits(builtIn, 'x1', allow(spot, 'x1'), allow(spot))).toBe(false)
    expect(fits(builtIn, '', allow({ AWS: ROOT }))).toBe(false)
  })

  it('is never proven by a template that names somebody with characters that cannot be seen', () => {
    const looksLikeSpot = allow({ AWS: `${ROOT}\u200b` })
    expect(fits(body(looksLikeSpot), '', allow({ AWS: ROOT }))).toBe(false)
    expect(fits(body(looksLikeSpot), '', looksLikeSpot)).toBe(false)
    expect(fits(body(allow({ AWS: ROOT })), '', looksLikeSpot)).toBe(false)
  })

  it('may ask for an external ID written in the template', () => {
    const own = body(allow({ AWS: ROOT }, 'eco-1'))
    expect(fits(own, '', allow({ AWS: ROOT }, 'eco-1'))).toBe(true)
    expect(fits(own, '', allow({ AWS: ROOT }))).toBe(false)
    expect(fits(own, '', allow({ AWS: ROOT }, ['eco-1', 'eco-2']))).toBe(false)
  })

  it.each([
    SPOT,
    Number(SPOT),
    { 'Fn::Sub': `arn:\${AWS::Partition}:iam::${SPOT}:root` },
    { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, `:iam::${SPOT}:root`]] },
    [SPOT, ROOT],
  ])('is the same however the account is written: %j', (AWS) => {
    expect(fits(body(allow({ AWS })), '', allow({ AWS: ROOT }))).toBe(true)
    expect(fits(body(allow({ AWS })), '', allow({ AWS: [ROOT, '111122223333'] }))).toBe(false)
  })

  it('has nobody of another kind', () => {
    const real = { AWS: ROOT, Service: 'ec2.amazonaws.com' }
    expect(fits(body(allow({ AWS: ROOT })), '', allow(real))).toBe(false)
    expect(fits(body(allow(real)), '', allow(real))).toBe(true)
    const NotPrincipal = { AWS: '111122223333' }
    const rest = { Effect: 'Allow', NotPrincipal, Action: 'sts:AssumeRole' }
    expect(fits(body(allow({ AWS: ROOT })), '', allow({ AWS: ROOT }), rest)).toBe(false)
  })

  it('is one of those that a condition allows, and no mixture', () => {
    const either = body(allow({ AWS: { 'Fn::If': ['C', SPOT, '111122223333'] } }))
    expect(fits(either, '', allow({ AWS: ROOT }))).toBe(true)
    expect(fits(either, '', allow({ AWS: '111122223333' }))).toBe(true)
    expect(fits(either, '', allow({ AWS: [SPOT, '111122223333'] }))).toBe(false)
  })

  it('may name the account itself', () => {
    const own = body(allow({ AWS: { Ref: 'AWS::AccountId' } }))
    expect(fits(own, '', allow({ AWS: `arn:aws:iam::${US}:root` }))).toBe(true)
  })

  it('never fits when anybody was added', () => {
    const ids = fc.uniqueArray(fc.stringMatching(/^[0-9]{12}$/), { minLength: 2 })
    fc.assert(
      fc.property(ids, (AWS) => {
        const template = body(allow({ AWS: AWS.slice(1) }))
        expect(fits(template, '', allow({ AWS: AWS.slice(1).toReversed() }))).toBe(true)
        expect(fits(template, '', allow({ AWS }))).toBe(false)
      }),
    )
  })
})
