import { describe, expect, test } from 'vitest'
import { parseBucketName, suggestedBucketNames } from '../aws/client/bucket-name.ts'
import { asksForExternalId, NO_EXTERNAL_ID } from '../aws/iam/trust.ts'
import { NOT_MANAGED } from '../contract/managed.ts'
import { settingsThatDecide } from './decides.ts'
import { isWayOpen, newBucketRefusal, requireLanguage } from './rules.ts'

const ACCOUNT = '418207315602'

describe('names that are proposed for a bucket', () => {
  test.each([
    [
      'finance-*',
      'finance-spot-eco-cur-418207315602-us-east-1-an',
      'finance-spot-eco-cur-418207315602',
    ],
    ['*-billing', '', 'spot-eco-cur-418207315602-billing'],
    ['finance-cur', '', 'finance-cur'],
    ['finance-??-cur', '', ''],
    ['*', 'spot-eco-cur-418207315602-us-east-1-an', 'spot-eco-cur-418207315602'],
    // As long as a name can be, with room for the shortest part only.
    [`${'a'.repeat(45)}-*`, '', `${'a'.repeat(45)}-418207315602`],
  ])('for “%s”', (bucketName, regional, global) => {
    expect(suggestedBucketNames(ACCOUNT, { bucketName, classicNamesOnly: false })).toEqual({
      regional,
      global,
    })
    for (const name of [regional, global]) {
      if (name === '') continue
      expect(parseBucketName(name, ACCOUNT)).toBe(name)
      expect(newBucketRefusal({ bucketName, classicNamesOnly: false }, name)).toBeNull()
    }
  })

  test('are ordinary ones where only such are wanted', () => {
    const names = suggestedBucketNames(ACCOUNT, { bucketName: null, classicNamesOnly: true })
    expect(names).toEqual({ regional: '', global: 'spot-eco-cur-418207315602' })
  })
})

test.each([
  [[], false],
  [['spotinst:aws:extid:0f1e2d'], true],
  [['one', 'other'], true],
  [['one', NO_EXTERNAL_ID], false],
  [['StringLike:*'], false],
  [['StringEqualsIfExists:one'], false],
  [['ForAnyValue:StringEquals:one'], false],
])('a trust that lists %j asks for an external ID: %s', (externalIds, asks) => {
  expect(asksForExternalId({ externalIds })).toBe(asks)
})

test.each([
  [null, 'console', true],
  [['eu-central-1'], 'console', false],
  [['eu-central-1', 'us-east-1'], 'console', true],
  // A portal has a region of its own.
  [['eu-central-1'], 'portal', true],
] as const)('where %j are allowed, the way “%s” is open: %s', (regions, way, open) => {
  expect(isWayOpen({ ...NOT_MANAGED, regions }, way)).toBe(open)
  const signInWays = { ...NOT_MANAGED.signInWays, [way]: false }
  expect(isWayOpen({ ...NOT_MANAGED, regions, signInWays }, way)).toBe(false)
})

test('no language but the one that is set can be chosen', () => {
  const managed = { ...NOT_MANAGED, language: 'de' } as const
  expect(() => requireLanguage(NOT_MANAGED, 'en')).not.toThrow()
  expect(() => requireLanguage(managed, 'de')).not.toThrow()
  expect(() => requireLanguage(managed, 'en')).toThrow('set-by-organization')
})

test('settings that change nothing are not named, and of the others nothing but their names', () => {
  expect(settingsThatDecide(NOT_MANAGED)).toEqual([])
  expect(
    settingsThatDecide({
      ...NOT_MANAGED,
      accounts: [ACCOUNT],
      ownTemplates: { sha256: [] },
      signInWays: { ...NOT_MANAGED.signInWays, keys: false },
      audit: { folder: '/var/log/eco', retentionDays: 30 },
    }),
  ).toEqual([
    'AllowedAccounts',
    'AllowedSignInWays',
    'AllowedTemplateFingerprints',
    'AuditFolder',
    'AuditRetentionDays',
  ])
})
