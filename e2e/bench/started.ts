import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { until } from '../runtime/debugging.ts'
import type { Environment } from '../runtime/display.ts'
import { environmentFor } from '../runtime/environment.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { appProcesses, awaitGone, startCompanion } from '../runtime/processes.ts'
import type { Ground } from './row.ts'

/** An app that was started for one measurement and is usable. */
export type Started = {
  readonly pid: number
  readonly profile: string
  /** Milliseconds from the spawn until its page was painted for the first time, and was usable. */
  readonly painted: number
  readonly usable: number
  /** Files in `dist/` that the main process had loaded when the page asked its first question. */
  readonly loadedBefore: readonly string[]
  /** Those that it had loaded when the page was usable. */
  readonly loaded: readonly string[]
}

/** How an app is started otherwise than for the first time. */
export type Situation = {
  /** Puts into the profile what was kept there. */
  readonly prepare?: (profile: string) => Promise<void>
  readonly env?: Environment
}

const watch = path.join(repositoryRoot, 'e2e', 'bench', 'watch.cjs')
const seen = z.object({
  painted: z.number(),
  usable: z.number(),
  loadedBefore: z.array(z.string()),
  loaded: z.array(z.string()),
})

/**
 * Starts the app in `folder` with a fresh profile, waits until it is usable, hands it to `measure`, and
 * ends all its processes. No debugger is attached: `watch.cjs`, the same in all apps, tells what
 * the page says of itself.
 */
export async function withStarted<T>(
  { executable, sandbox, keyring, display }: Ground,
  folder: string,
  measure: (started: Started) => Promise<T>,
  { prepare = () => Promise.resolve(), env }: Situation = {},
): Promise<T> {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'))
  await prepare(profile)
  const flags = ['-r', watch, folder, `--user-data-dir=${profile}`]
  if (!sandbox) flags.unshift('--no-sandbox')
  const spawnedAt = Date.now()
  const child = startCompanion(executable, flags, {
    env: environmentFor(keyring.env, display.env, env),
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let output = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    output += chunk.toString()
  })
  try {
    const { painted, usable, ...told } = await until('usable page', () => {
      if (child.exitCode !== null) throw new Error(`The app ended at once:\n${output}`)
      const line = /^usable: (.+)\n/m.exec(output)?.[1]
      return line === undefined ? undefined : seen.parse(JSON.parse(line))
    })
    const pid = child.pid ?? -1
    const times = { painted: painted - spawnedAt, usable: usable - spawnedAt }
    return await measure({ pid, profile, ...times, ...told })
  } finally {
    const family = await appProcesses(child.pid ?? -1, profile)
    child.kill('SIGKILL')
    await awaitGone(family, 0)
    await awaitGone(family, 5000)
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
