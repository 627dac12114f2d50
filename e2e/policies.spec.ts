import { expect, test } from './journeys/fixture.ts'
import { sampleSeed } from './load/sample.ts'
import { drawnBy, nameOf, playCell, SAMPLE } from './policies/matrix.ts'

const seed = sampleSeed()

/** What no other test tries; `npm run policies` tries everything. */
for (const cell of SAMPLE)
  test(nameOf(cell), async ({ display }) => {
    expect(await playCell(cell, display)).toEqual([])
  })

test.describe(`drawn by seed ${seed} (npm run policies -- --seed ${seed} repeats them)`, () => {
  for (const cell of drawnBy(seed))
    test(nameOf(cell), async ({ display }) => {
      expect(await playCell(cell, display)).toEqual([])
    })
})
