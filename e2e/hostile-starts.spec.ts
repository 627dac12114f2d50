import { expect, test } from './journeys/fixture.ts'
import { sampleSeed } from './load/sample.ts'
import { type Installed, install } from './hostile-starts/installed.ts'
import { drawnBy, SAMPLE, tryCell, typed } from './hostile-starts/matrix.ts'
import { packageShipped } from './packaging/shipped.ts'
import { archiveIn, developmentWords } from './supply-chain/contents.ts'

const seed = sampleSeed()

/** One of each kind; `npm run hostile-starts` tries them all. */
test.describe('the shipped program, started by an ordinary user', () => {
  test.describe.configure({ mode: 'serial' })
  let installed: Installed

  test.beforeAll(async () => {
    test.setTimeout(300_000)
    installed = await install(await packageShipped())
  })
  test.afterAll(() => installed.remove())

  // Here, since the package is: tests at the same time would write it into the same folder.
  test('contains no code for test tools', () => {
    expect(developmentWords(archiveIn(installed.folder))).toEqual([])
  })

  for (const cell of SAMPLE) {
    const outcome = cell.ends === 'refused' ? 'is refused' : 'signs in all the same'
    test(`as “${typed(cell)}” ${outcome}, and nothing of it is honoured`, async ({ display }) => {
      expect(await tryCell(installed, display, cell)).toEqual([])
    })
  }
  test(`in ways drawn by seed ${seed} (npm run hostile-starts -- --seed ${seed} repeats them)`, async ({
    display,
  }) => {
    for (const cell of drawnBy(seed))
      expect(await tryCell(installed, display, cell), typed(cell)).toEqual([])
  })
})
