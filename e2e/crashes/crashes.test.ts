import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sampleSeed } from '../load/sample.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { bundle } from './bundle.ts'
import { playErasure } from './erasing.ts'
import { AT_CONSOLE, drawnFrom, playAll, pointsOf, TAGS_AFTER } from './matrix.ts'
import { play } from './point.ts'
import type { Ground, PointResult } from './point.ts'

const YEAR = 365 * 86_400_000

let ground: Ground
let undisturbed: PointResult
beforeAll(async () => {
  ground = { bundle: await bundle(), keyring: await startKeyring('unlocked') }
  undisturbed = await play(ground)
}, 120_000)
afterAll(async () => {
  await ground.keyring.stop()
  await ground.bundle.remove()
})

test('an undisturbed journey leaves one of each, and passes every kind of write', () => {
  expect(undisturbed.faults).toEqual([])
  const changes = undisturbed.boundaries
    .filter((name) => name.endsWith(': not yet sent'))
    .map((name) => name.replace(/:.*/, ''))
  expect(changes).toEqual([
    'RegisterClient',
    'CreateToken',
    'CreateBucket',
    'PutPublicAccessBlock',
    'PutBucketPolicy',
    'PutReportDefinition',
    'CreateStack',
    'SetCredentials (Spot)',
    'SetUpBilling (Spot)',
    'Logout',
  ])
  for (const file of ['state.json', 'vault.bin', 'summary.txt'])
    expect(undisturbed.boundaries).toContain(`${file}: between temporary file and exchange`)
  expect(undisturbed.boundaries).toContain('vault.bin: before its removal')
})

test('a removal that nobody disturbs leaves nothing, and passes every kind of step', async () => {
  const { faults, boundaries } = await playErasure(ground)
  expect(faults).toEqual([])
  expect(boundaries.at(0)).toBe('removing-everything: before its exchange')
  expect(boundaries.at(-1)).toBe('profile folder: after its removal at the end')
  expect(boundaries.filter((name) => name === 'Logout: not yet sent')).toHaveLength(2)
  for (const step of ['keychain: before key deleted', 'connection folder: before its removal'])
    expect(boundaries.filter((name) => name === step)).toHaveLength(2)
})

const seed = sampleSeed()
const title = `points drawn by seed ${seed} (npm run crashes -- --seed ${seed} repeats them)`
test(title, { timeout: 240_000 }, async () => {
  const points = drawnFrom(pointsOf(undisturbed.boundaries), seed)
  expect(points.length).toBeGreaterThan(1)
  await playAll(ground, points, ({ name, time }, result) =>
    expect(result, `${name}, time ${time}`).toMatchObject({ killed: true, faults: [] }),
  )
})

describe('killed by SIGKILL and started again', () => {
  test.each([
    ['state.json: half of its temporary file', 3],
    ['keychain: key stored, not yet heard of', 1],
    ['PutReportDefinition: answered, not yet read', 1],
    ['CreateStack: answered, not yet read', 1],
    ['SetCredentials (Spot): answered, not yet read', 1],
    ['vault.bin: after its removal', 1],
  ])('%s', async (name, time) => {
    expect(await play(ground, { name, time })).toMatchObject({ killed: true, faults: [] })
  })

  test.each([
    ['CreateBucket: answered, not yet read', 2],
    ['PutBucketTagging: not yet sent', 1],
    ['PutBucketTagging: answered, not yet read', 1],
  ])('where the tags come after the bucket: %s, time %i', async (name, time) => {
    expect(await play(ground, { name, time }, undefined, TAGS_AFTER)).toMatchObject({
      killed: true,
      faults: [],
    })
  })

  test.each([
    ['CreateOAuth2Token: answered, not yet read', 1],
    ['vault.bin: between temporary file and exchange', 1],
    ['vault.bin: before its removal', 1],
    ['RevokeOAuth2TokenWithIAM: answered, not yet read', 1],
  ])('where people sign in as to the console: %s', async (name, time) => {
    expect(await play(ground, { name, time }, undefined, AT_CONSOLE)).toMatchObject({
      killed: true,
      faults: [],
    })
  })

  test.each([
    ['removing-everything: before its exchange', 1],
    ['Logout: answered, not yet read', 1],
    ['keychain: key deleted, not yet heard of', 1],
    ['connection folder: after its removal', 1],
    ['removing-everything: after its removal at the end', 1],
  ])('while everything is removed from the computer: %s', async (name, time) => {
    expect(await playErasure(ground, { name, time })).toMatchObject({ killed: true, faults: [] })
  })

  test.each([
    ['was a year ahead and is set back', { before: YEAR, after: 0 }],
    ['is set back by a year', { before: 0, after: -YEAR }],
  ])('the journey ends the same when the clock %s', async (_, clocks) => {
    const point = { name: 'CreateStack: answered, not yet read', time: 1 }
    expect(await play(ground, point, clocks)).toMatchObject({ killed: true, faults: [] })
  })
})
