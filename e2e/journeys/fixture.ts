import { test as base } from '@playwright/test'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { startDisplay, type Display } from '../runtime/display.ts'
import { stagesOn, type SetStage } from './stage.ts'

export { expect } from '@playwright/test'
export type { App, Stage, StageOptions } from './stage.ts'

/**
 * `stage('fresh')` sets up a simulator, a keyring and a profile, and starts nothing. Whatever the
 * test started is ended after it, and the simulator must have seen nothing that AWS would refuse.
 */
export const test = base.extend<{ stage: SetStage }, { display: Display }>({
  display: [
    async ({}, use) => {
      const display = await startDisplay()
      await use(display)
      await display.stop()
    },
    { scope: 'worker' },
  ],
  stage: async ({ display }, use) => {
    const endings: (() => Promise<void>)[] = []
    await use(stagesOn(display, endings))
    for (const end of endings.toReversed()) await end()
  },
})

/** The files of a profile that hold one of the texts. Chromium's own temporary files may go while they are read. */
export async function filesWith(profile: string, texts: readonly string[]): Promise<string[]> {
  const entries = await readdir(profile, { recursive: true, withFileTypes: true })
  const found: string[] = []
  for (const entry of entries) {
    if (!entry.isFile()) continue
    const file = path.join(entry.parentPath, entry.name)
    const content = await readFile(file).catch(emptyIfGone)
    if (texts.some((text) => content.includes(text))) found.push(path.relative(profile, file))
  }
  return found
}

function emptyIfGone(error: NodeJS.ErrnoException): Buffer {
  if (error.code !== 'ENOENT') throw error
  return Buffer.alloc(0)
}
