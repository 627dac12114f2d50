import { describe, expect, test } from 'vitest'
import { ERROR_CODES, factNames, familyOf, isMarked, isOf, whoCanHelp } from './catalogue.ts'
import type { ErrorCode, ErrorFamily, ErrorMark } from './catalogue.ts'
import { fail } from './failure.ts'

const MARKS: Readonly<Record<ErrorMark, readonly ErrorCode[]>> = {
  'sign-in-again': [
    'aws-credentials-expired',
    'aws-credentials-invalid',
    'not-signed-in',
    'sign-in-ended',
    'console-renewal-not-allowed',
    'console-ended',
    'console-credentials-changed',
  ],
  'sign-in-anew': [
    'aws-credentials-invalid',
    'not-signed-in',
    'sign-in-ended',
    'console-renewal-not-allowed',
    'console-ended',
    'console-credentials-changed',
    'keys-ended',
    'profile-missing',
    'profile-long-lived',
    'profile-process',
    'profile-mfa',
    'profile-unsupported',
    'profile-ended',
    'profile-refused',
    'profile-other-account',
    'profile-files-unreadable',
    'profile-too-many',
  ],
  'ran-out': ['not-signed-in', 'sign-in-ended', 'console-ended', 'keys-ended', 'profile-ended'],
  'other-region': ['sign-in-wrong-region', 'sign-in-region-refused', 'sign-in-start-url-unknown'],
  'told-bucket': ['report-in-bucket-not-fitting', 'no-report-in-bucket'],
  'nothing-created': [
    'report-name-taken',
    'report-limit',
    'report-bucket-refused',
    'report-namespace-refused',
    'report-rejected',
    'bucket-name-invalid',
    'bucket-taken',
    'bucket-namespace-refused',
    'bucket-limit',
  ],
  'role-unproven': [
    'role-missing',
    'role-arn-invalid',
    'role-trust-wrong',
    'role-cannot-read',
    'role-other-path',
    'role-without-external-id',
    'role-bucket-unknown',
  ],
  'policy-obstacle': ['bucket-policy-unreadable', 'bucket-policy-too-large'],
  'policy-repairable': ['delivery-failed-permissions', 'bucket-policy-missing'],
  unspecific: ['unexpected', 'aws-rejected', 'aws-reply-unreadable'],
}

test.each(Object.entries(MARKS))('what is marked %s', (mark, codes) => {
  const isMark = (text: string): text is ErrorMark => Object.hasOwn(MARKS, text)
  if (!isMark(mark)) throw new Error(mark)
  expect(ERROR_CODES.filter((code) => isMarked(code, mark))).toEqual(codes)
})

const FAMILIES: readonly (readonly [ErrorFamily, RegExp])[] = [
  [
    'signed-out',
    /^(not-signed-in|sign-in-ended|console-(renewal-not-allowed|ended|credentials-changed))$/,
  ],
  ['access-ended', /^(keys-ended|profile-ended|profile-other-account|role-not-assigned)$/],
  ['denied', /^aws-denied/],
  ['network', /^network-/],
  ['vault', /^vault-(missing|locked|broken)$/],
]

test.each(FAMILIES)('what is of the family %s', (family, pattern) => {
  const codes = ERROR_CODES.filter((code) => isOf(code, family))
  expect(codes.length).toBeGreaterThan(1)
  expect(codes).toEqual(ERROR_CODES.filter((code) => pattern.test(code)))
})

test('what is of the family of its name, and of no other', () => {
  expect(familyOf('cancelled')).toBe('cancelled')
  expect(isOf('aws-denied', 'network', 'denied')).toBe(true)
  expect(isOf('aws-denied', 'aws')).toBe(false)
})

describe('who can help', () => {
  test('is told by the code alone, for most', () => {
    expect(whoCanHelp({ code: 'aws-denied', facts: {} })).toBe('aws-administrator')
  })

  test('depends on a fact of the code, for some', () => {
    const about = (facts: Record<string, string>) => whoCanHelp({ code: 'bucket-not-empty', facts })
    expect(about({ objects: '12' })).toBe('you')
    expect(about({ objects: '' })).toBe('aws-administrator')
    expect(about({})).toBe('aws-administrator')
  })

  test('never depends on a fact that the code has not', () => {
    for (const code of ERROR_CODES) {
      const told = Object.fromEntries(factNames(code).map((name) => [name, 'told']))
      const depends = whoCanHelp({ code, facts: told }) !== whoCanHelp({ code, facts: {} })
      expect([code, depends]).toEqual([
        code,
        ['folder-was-open', 'bucket-not-empty'].includes(code),
      ])
    }
  })
})

test('every fact of a code has a name of its own', () => {
  for (const code of ERROR_CODES)
    expect([code, factNames(code)]).toEqual([code, [...new Set(factNames(code))]])
})

test('an error is not made with a fact missing, misspelt or of another code', () => {
  const wrong = [
    // @ts-expect-error a code that there is not
    () => fail('bucket-gone', { bucket: 'reports' }),
    // @ts-expect-error its fact is missing
    () => fail('bucket-busy'),
    // @ts-expect-error its fact is missing
    () => fail('bucket-busy', {}),
    // @ts-expect-error its fact is misspelt
    () => fail('bucket-busy', { buket: 'reports' }),
    // @ts-expect-error a fact of another code
    () => fail('bucket-busy', { bucket: 'reports', report: 'hourly' }),
    // @ts-expect-error a code without facts
    () => fail('template-changed', { file: 'role.json' }),
    // @ts-expect-error one of the facts that may be left out is misspelt
    () => fail('account-not-listed', { account: '111122223333', come: '444455556666' }),
  ]
  expect(wrong).toHaveLength(7)
  expect(fail('account-not-listed', { account: '1' }).error.facts).toEqual({ account: '1' })
  expect(fail('template-changed').error.facts).toEqual({})
})
