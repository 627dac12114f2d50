import { builtSizes } from './bench/built.ts'
import { FRUGAL } from './bench/frugal.ts'
import { onGround } from './bench/ground.ts'
import { withStarted, type Started } from './bench/started.ts'
import { expect, test } from './journeys/fixture.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { appProcesses } from './runtime/processes.ts'

test('scripts and styles of the window are not larger than they may be', () => {
  const sizes = builtSizes(repositoryRoot)
  for (const part of ['code', 'words', 'styles'] as const) {
    expect(sizes[part], part).toBeGreaterThan(1000)
    expect(sizes[part] / 1000, `kB of ${part}, gzip`).toBeLessThanOrEqual(FRUGAL.sizes[part])
  }
})

/** The kinds of an app's processes, in order. */
async function kindsOf({ pid, profile }: Started): Promise<string[]> {
  const family = await appProcesses(pid, profile)
  const kinds = family.map(
    ({ command }) =>
      /--utility-sub-type=(\S+)/.exec(command)?.[1] ?? /--type=(\S+)/.exec(command)?.[1] ?? 'main',
  )
  return kinds.toSorted()
}

test('a start needs the processes of a bare window and no other, and loads nothing early', async () => {
  test.skip(process.platform !== 'linux', 'Processes are listed from /proc.')
  await onGround(undefined, async (ground) => {
    const bare = await withStarted(ground, ground.apps.bare, kindsOf)
    expect(bare).toContain('renderer')
    await withStarted(ground, ground.apps.ours, async (started) => {
      expect(await kindsOf(started)).toEqual(bare)
      expect(started.loadedBefore).toContain('main/main.js')
      expect(FRUGAL.loadedBeforeFirstPaint).toEqual(
        expect.arrayContaining([...started.loadedBefore]),
      )
      expect(started.loaded).toContain('main/app.js')
      expect([...FRUGAL.loadedBeforeFirstPaint, ...FRUGAL.loadedUntilUsable]).toEqual(
        expect.arrayContaining([...started.loaded]),
      )
    })
  })
})
