import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalPrincipal } from '../../base/arn.ts'
import { NO_EXTERNAL_ID, readTrust, sameTrust } from './trust.ts'

const allow = (Principal: unknown, more: object = {}) => ({
  Effect: 'Allow',
  Principal,
  Action: 'sts:AssumeRole',
  ...more,
})
const asking = (id: unknown, operator = 'StringEquals') => ({
  Condition: { [operator]: { 'sts:ExternalId': id } },
})
const trustOf = (...Statement: unknown[]) => readTrust({ Version: '2012-10-17', Statement })
const accountId = fc.stringMatching(/^[0-9]{12}$/)

describe('whom a trust policy lets in', () => {
  it('is read for every kind of principal', () => {
    const { trustedPrincipals } = trustOf(
      allow({ AWS: ['111122223333', 'arn:aws:iam::111122223333:root'] }),
      allow({ Service: ['ec2.amazonaws.com'], Federated: 'cognito-identity.amazonaws.com' }),
      { Effect: 'Allow', Action: 'sts:AssumeRole', NotPrincipal: { AWS: '444455556666' } },
      { ...allow('*'), Effect: 'Deny' },
    )
    expect(trustedPrincipals).toEqual([
      'arn:aws:iam::111122223333:root',
      'Service:ec2.amazonaws.com',
      'Federated:cognito-identity.amazonaws.com',
      'all but arn:aws:iam::444455556666:root',
      'never *',
    ])
    expect(trustOf(allow('*'))).toEqual(trustOf(allow({ AWS: '*' })))
  })

  it('says what else is demanded, and who is kept out', () => {
    const spot = { AWS: '884866656237' }
    const root = 'arn:aws:iam::884866656237:root'
    const withMore = (Condition: object) => trustOf(allow(spot, { Condition }))
    const plain = trustOf(allow(spot, asking('a')))
    const strict = withMore({
      StringEquals: { 'sts:ExternalId': 'a', 'aws:PrincipalOrgID': ['o-2', 'o-1'] },
      Bool: { 'aws:MultiFactorAuthPresent': true },
    })
    expect(strict).toEqual({
      trustedPrincipals: [
        `${root} (if Bool aws:MultiFactorAuthPresent true and StringEquals aws:PrincipalOrgID o-1 o-2)`,
      ],
      externalIds: ['a'],
    })
    expect(sameTrust(strict, plain)).toBe(false)
    expect(sameTrust(strict, strict)).toBe(true)
    const hidden = withMore({ StringEquals: { 'aws:PrincipalOrgID': 'o-1\u200b' } })
    expect(sameTrust(hidden, hidden)).toBe(false)

    const deny = (more: object) =>
      trustOf(allow(spot, asking('a')), { ...allow('*'), Effect: 'Deny', ...more })
    const Condition = { StringNotEquals: { 'sts:ExternalId': 'a' } }
    expect(deny({ Condition }).trustedPrincipals).toEqual([
      root,
      'never * (if StringNotEquals sts:ExternalId a)',
    ])
    expect(sameTrust(deny({ Action: 'STS:*' }), plain)).toBe(false)
    // What is not about taking on the role keeps nobody out of it.
    expect(sameTrust(deny({ Action: 'sts:TagSession' }), plain)).toBe(true)
    expect(sameTrust(deny({ Action: undefined, NotAction: 'sts:Assume*' }), plain)).toBe(true)
    expect(sameTrust(deny({ Action: undefined, NotAction: 'sts:TagSession' }), plain)).toBe(false)
  })

  it('says which external IDs are asked for, and whether by everything', () => {
    const who = { AWS: '111122223333' }
    expect(trustOf(allow(who)).externalIds).toEqual([])
    expect(trustOf(allow(who, asking(['a', 'b']))).externalIds).toEqual(['a', 'b'])
    expect(trustOf(allow(who, asking('a')), allow(who)).externalIds).toEqual(['a', NO_EXTERNAL_ID])
    expect(trustOf(allow(who, asking('a', 'StringNotEquals'))).externalIds).toEqual([
      'StringNotEquals:a',
    ])
  })

  const spot = { AWS: '884866656237' }
  const root = 'arn:aws:iam::884866656237:root'
  const without = { Action: undefined }
  it.each([
    ['what goes with a session only', { Action: ['sts:TagSession', 'sts:SetSourceIdentity'] }],
    ['another service', { Action: 'ec2:*' }],
    ['no action', { Action: [] }],
    ['all but taking it on', { ...without, NotAction: 'sts:assume*' }],
  ])('lets nobody in by a statement about %s', (_, more) => {
    const trust = trustOf(allow(spot, { ...more, ...asking('a') }))
    expect(trust).toEqual({ trustedPrincipals: [], externalIds: [] })
    expect(sameTrust(trust, trust)).toBe(false)
    // Beside one that does, it asks for nothing and leaves nothing open.
    const plain = trustOf(allow(spot, asking('a')))
    expect(trustOf(allow(spot, asking('a')), allow(spot, more))).toEqual(plain)
  })

  it.each([
    ['sts:AssumeRole', ''],
    [['sts:TagSession', 'STS:assumeROLE'], ''],
    ['sts:*', ''],
    ['*', ''],
    ['sts:AssumeRol?', ''],
    ['sts:AssumeRoleWithSAML', ' (by sts:AssumeRoleWithSAML)'],
    ['sts:AssumeRoleWith*', ' (by sts:AssumeRoleWithSAML or sts:AssumeRoleWithWebIdentity)'],
  ])('lets in whom %s lets in, and says how else', (Action, how) => {
    const trust = trustOf(allow(spot, { Action }))
    expect(trust.trustedPrincipals).toEqual([`${root}${how}`])
    expect(sameTrust(trust, trustOf(allow(spot)))).toBe(how === '')
  })

  it('lets in whom all but something else lets in', () => {
    const but = (NotAction: string) => trustOf(allow(spot, { ...without, NotAction }))
    expect(sameTrust(but('sts:TagSession'), trustOf(allow(spot)))).toBe(true)
    expect(but('sts:AssumeRole').trustedPrincipals).toEqual([
      `${root} (by sts:AssumeRoleWithSAML or sts:AssumeRoleWithWebIdentity)`,
    ])
  })

  it.each([
    'odd',
    {},
    { Statement: { Effect: 'Allow', Principal: '*' } },
    { Statement: { ...allow('*'), NotAction: 'sts:TagSession' } },
    { Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole' }] },
    { Statement: { ...allow('*'), Effect: 'Perhaps' } },
    { Statement: { ...allow('*'), Other: 1 } },
  ])('is not guessed: %j', (trust) => {
    expect(() => readTrust(trust)).toThrow('aws-reply-unreadable')
  })

  it.each([
    '\u202e',
    '\u200b',
    '\ufeff',
    '\u00a0',
    '\u00ad',
    '\u{e0041}',
    '\u2028',
    '\u3164',
    '\u2800',
    '\u0007',
    '\n',
  ])(
    'is not understood with %j in a principal or an external ID, and the same as nobody',
    (unseen) => {
      const honest = trustOf(allow({ AWS: '884866656237' }, asking('eco-1')))
      const root = 'arn:aws:iam::884866656237:root'
      for (const text of [`884866656237${unseen}`, `${unseen}${root}`, `${root}${unseen}`]) {
        const trust = trustOf(allow({ AWS: text }, asking('eco-1')))
        expect(trust.trustedPrincipals).toEqual([`not understood: “${text}”`])
        expect(sameTrust(trust, honest)).toBe(false)
        expect(sameTrust(trust, trust)).toBe(false)
      }
      const kind = trustOf(allow({ [`AWS${unseen}`]: root }))
      expect(kind.trustedPrincipals[0]).toMatch(/^not understood: /)
      const others = trustOf({ ...allow(undefined), NotPrincipal: { AWS: `${root}${unseen}` } })
      expect(sameTrust(others, others)).toBe(false)
      const id = trustOf(allow({ AWS: root }, asking(`eco-1${unseen}`)))
      expect(id.externalIds[0]).toMatch(/^not understood: /)
      expect(sameTrust(id, id)).toBe(false)
    },
  )

  it('is the same for an account number and its root, in any order and any number', () => {
    fc.assert(
      fc.property(fc.array(accountId, { minLength: 1 }), (ids) => {
        const roots = ids.map((id) => `arn:aws:iam::${id}:root`).toReversed()
        const partitions = ids.map((id) => `arn:\${AWS::Partition}:iam::${id}:root`)
        const plain = trustOf(allow({ AWS: ids }))
        expect(sameTrust(plain, trustOf(allow({ AWS: roots })))).toBe(true)
        expect(sameTrust(trustOf(allow({ AWS: [...partitions, ...ids] })), plain)).toBe(true)
        expect(sameTrust(plain, trustOf(allow({ AWS: [...ids, '*'] })))).toBe(false)
        expect(new Set(plain.trustedPrincipals).size).toBe(plain.trustedPrincipals.length)
      }),
    )
  })

  it('keeps a canonical principal as it is', () => {
    fc.assert(
      fc.property(fc.oneof(accountId, fc.string()), (text) => {
        const once = canonicalPrincipal(text)
        expect(canonicalPrincipal(once)).toBe(once)
      }),
    )
  })
})
