import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareGrants, grantsOf, type Grant } from './grants.ts'
import { matches } from './policy-document.ts'

const of = (Statement: unknown, rest: object = { Version: '2012-10-17' }): Grant[] => {
  const grants = grantsOf({ policy: 'p', document: { ...rest, Statement } })
  if (!grants) throw new Error('not understood')
  return grants
}
const allow = (Action: unknown, Resource: unknown = '*', more: object = {}) => ({
  Effect: 'Allow',
  Action,
  Resource,
  ...more,
})
const deny = (Action: unknown) => ({ ...allow(Action), Effect: 'Deny' })
const texts = (grants: readonly Grant[]): string[] =>
  grants.map(({ effect, action, resource }) => `${effect} ${action} on ${resource}`)
const compared = (meant: readonly Grant[], found: readonly Grant[]) => {
  const { more, less } = compareGrants(meant, found)
  return { more: texts(more), less: texts(less) }
}
const SAME = { more: [], less: [] }

describe('two policies', () => {
  test('are the same however they are written', () => {
    const one = of([
      allow(['s3:GetObject', 'ce:GetTags'], ['arn:aws:s3:::a/*', 'arn:aws:s3:::b/*'], {
        Condition: { StringEquals: { 'aws:SourceAccount': ['1', '2'] }, Bool: { 'aws:X': true } },
      }),
      deny('iam:*'),
    ])
    const other = of([
      deny(['IAM:*']),
      ...['arn:aws:s3:::b/*', 'arn:aws:s3:::a/*'].map((place) =>
        allow(['ce:gettags', 's3:GETOBJECT'], [place], {
          Sid: 'Other',
          Condition: {
            bool: { 'AWS:x': 'true' },
            StringEquals: { 'aws:sourceaccount': ['2', '1'] },
          },
        }),
      ),
    ])
    expect(compared(one, other)).toEqual(SAME)
    expect(compared(of(allow('s3:Get*')), of([allow('s3:Get*')]))).toEqual(SAME)
  })

  test('differ by what one allows more', () => {
    expect(compared(of(allow('s3:Get*')), of(allow(['s3:Get*', 's3:PutObject'])))).toEqual({
      more: ['Allow s3:PutObject on *'],
      less: [],
    })
    // A narrower permission beside a wide one is none more; a wider one is.
    expect(compared(of(allow('s3:Get*')), of(allow(['s3:Get*', 's3:GetObject'])))).toEqual(SAME)
    expect(compared(of(allow('s3:GetObject')), of(allow('s3:Get*'))).more).toHaveLength(1)
    // A prohibition that is gone, and a condition that is.
    expect(compared(of([allow('*'), deny('iam:*')]), of(allow('*'))).more).toEqual([
      'Deny iam:* on *',
    ])
    const limited = allow('s3:GetObject', '*', {
      Condition: { Bool: { 'aws:SecureTransport': 'true' } },
    })
    expect(compared(of(limited), of(allow('s3:GetObject'))).more).toHaveLength(1)
    expect(compared(of(limited), of(allow('s3:GetObject'))).less).toEqual([])
  })

  test('differ by what one allows less', () => {
    expect(compared(of(allow(['ce:GetTags', 's3:Get*'])), of(allow('s3:Get*')))).toEqual({
      more: [],
      less: ['Allow ce:GetTags on *'],
    })
    expect(compared(of(allow('*')), of([allow('*'), deny('ce:*')])).less).toEqual([
      'Deny ce:* on *',
    ])
  })

  test('with all but some actions or places are compared as a whole', () => {
    const allBut = (NotAction: unknown) => ({ Effect: 'Allow', NotAction, Resource: '*' })
    expect(compared(of(allBut(['iam:*', 'sts:*'])), of(allBut(['sts:*', 'iam:*'])))).toEqual(SAME)
    expect(compared(of(allow('s3:*')), of(allBut('iam:*'))).more).toEqual([
      'Allow all but iam:* on *',
    ])
    expect(compared(of(allow('*')), of(allBut('iam:*'))).more).toEqual([])
  })

  test('of which one fills in no variables differ where they are', () => {
    const home = allow('s3:GetObject', 'arn:aws:s3:::a/${aws:username}/*')
    expect(compared(of(home), of(home))).toEqual(SAME)
    expect(compared(of(home), of(home, { Version: '2008-10-17' })).more).toHaveLength(1)
    const wide = allow('s3:GetObject', 'arn:aws:s3:::a/*')
    expect(compared(of(wide), of(home)).more).toHaveLength(1)
  })

  test.each([
    ['no policy', 'text'],
    ['no statement', {}],
    ['an unknown member', { Statement: { ...allow('a:b'), Surprise: 1 } }],
    ['a principal', { Statement: { ...allow('a:b'), Principal: '*' } }],
    ['both actions', { Statement: { ...allow('a:b'), NotAction: 'c:d' } }],
    ['no place', { Statement: { Effect: 'Allow', Action: 'a:b' } }],
  ])('are not understood: %s', (_, document) => {
    expect(grantsOf({ policy: 'p', document })).toBeNull()
  })
})

test('nothing counts as covered that a wider permission reaches', () => {
  const pattern = fc.stringMatching(/^[ab?*]{0,6}$/)
  const plain = fc.stringMatching(/^[ab]{0,6}$/)
  fc.assert(
    fc.property(pattern, pattern, plain, (meant, found, action) => {
      const { more } = compareGrants(of(allow(`x:${meant}`)), of(allow(`x:${found}`)))
      if (more.length > 0 || !matches(found, action)) return
      expect(matches(meant, action)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})
