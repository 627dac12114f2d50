import path from 'node:path'
import process from 'node:process'
import { startDisplay } from '../runtime/display.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { sandboxWorks } from '../runtime/environment.ts'
import { startKeyring } from '../runtime/keyring.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { ensureSystem } from '../runtime/system.ts'
import { requireBuilt } from './before.ts'
import type { Ground } from './row.ts'

const bare = path.join(repositoryRoot, 'e2e', 'bench', 'bare')

/** Whoever has a screen sees the windows on it; elsewhere they are on one that nobody sees. */
async function screen() {
  const shown = process.env['DISPLAY']
  return shown ? { env: { DISPLAY: shown }, stop: () => Promise.resolve() } : startDisplay()
}

/**
 * Sets up what measurements stand on, hands it to `measure`, and takes it down again. `before` is the
 * folder of an earlier build, if there is one to compare with.
 */
export async function onGround<T>(
  before: string | undefined,
  measure: (ground: Ground) => Promise<T>,
): Promise<T> {
  requireBuilt(repositoryRoot)
  const { executable } = await resolveElectron()
  await ensureSystem(executable)
  const endings: (() => Promise<void>)[] = []
  try {
    const display = await screen()
    endings.push(display.stop)
    const keyring = await startKeyring('unlocked')
    endings.push(keyring.stop)
    const sandbox = await sandboxWorks(executable)
    const apps = { ours: repositoryRoot, bare, before }
    return await measure({ executable, sandbox, display, keyring, apps })
  } finally {
    for (const end of endings.toReversed()) await end()
  }
}
