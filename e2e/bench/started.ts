import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { debuggingAddress } from '../runtime/debugging.ts'
import { appProcesses, awaitGone, startCompanion } from '../runtime/processes.ts'

/** What every measurement needs to start either app the same way. */
export type Bench = {
  executable: string
  env: Record<string, string>
  sandbox: boolean
}

/** An app that was started for one measurement, with its own fresh profile. */
export type Started = {
  pid: number
  profile: string
  /** `Date.now()` just before the spawn. */
  spawnedAt: number
  /** Chromium's debugging address, `ws://127.0.0.1:…`. */
  debugger: string
}

/** Starts the app in `folder`, hands it to `measure`, and ends all its processes afterwards. */
export async function withStarted<T>(
  bench: Bench,
  folder: string,
  measure: (started: Started) => Promise<T>,
): Promise<T> {
  const profile = await mkdtemp(path.join(tmpdir(), 'bench-'))
  const flags = ['--remote-debugging-port=0', `--user-data-dir=${profile}`]
  if (!bench.sandbox) flags.push('--no-sandbox')
  const spawnedAt = Date.now()
  const child = startCompanion(bench.executable, [...flags, folder], {
    env: bench.env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let complaint = ''
  child.stderr?.on('data', (chunk: Buffer) => {
    complaint += chunk.toString()
  })
  try {
    const address = await debuggingAddress(child, () => complaint)
    return await measure({ pid: child.pid ?? -1, profile, spawnedAt, debugger: address })
  } finally {
    const family = await appProcesses(child.pid ?? -1, profile)
    child.kill('SIGKILL')
    await awaitGone(family, 0)
    await awaitGone(family, 5000)
    await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
  }
}
