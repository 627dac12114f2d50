import { ChildProcess } from 'node:child_process'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import type { Browser, ElectronApplication, Page } from 'playwright'
import { _electron, chromium } from 'playwright'
import { debuggingAddress, pageLoading } from './debugging.ts'
import type { Display, Environment } from './display.ts'
import { resolveElectron } from './electron.ts'
import { environmentFor, sandboxWorks } from './environment.ts'
import type { Keyring } from './keyring.ts'
import { repositoryRoot, runtimeFolder } from './paths.ts'
import { appProcesses, awaitGone, endChild, startCompanion } from './processes.ts'

const startLimitMs = 30_000
/** As long as what is expected may take (`e2e/playwright.config.ts`): a window beside three others waits for frames. */
const ACTION_MS = 60_000
const closeLimitMs = 10_000

export type LaunchOptions = {
  keyring: Pick<Keyring, 'env'>
  display: Pick<Display, 'env'>
  /** A profile folder to use and keep; without one, a temporary one that `close` removes. */
  profile?: string
  /** Merged last, over the cleaned environment, the keyring's and the display's. */
  env?: Environment
  /** After the app's folder. */
  args?: readonly string[]
}

export type Launched = {
  /** The first window, loaded as far as `domcontentloaded`. */
  window: Page
  profile: string
  /** What the app wrote to stdout and stderr so far. */
  output: () => string
  /** Quits the app as a user would; rejects if a process outlives it (and ends that too). */
  close: () => Promise<void>
  /** Ends all its processes at once, as a crash would. */
  kill: () => Promise<void>
}

async function profileFor(options: LaunchOptions): Promise<string> {
  return options.profile ?? mkdtemp(path.join(tmpdir(), 'profile-'))
}

/** Removes a temporary profile; one that the caller named stays. */
async function dropProfile(options: LaunchOptions, profile: string): Promise<void> {
  if (options.profile !== undefined) return
  await rm(profile, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 })
}

function collect(child: ChildProcess, sink: string[]): void {
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk: Buffer | string) => sink.push(chunk.toString()))
  }
}

/**
 * Collects what a child writes from its first byte on. Playwright hands out the process only when
 * the app is up, too late for its first lines, so the spawn itself is observed.
 */
function collectFromSpawn(profile: string, sink: string[]): () => void {
  const onSpawn = (message: unknown) => {
    if (typeof message !== 'object' || message === null || !('process' in message)) return
    const child = message.process
    if (!(child instanceof ChildProcess)) return
    // Announced before the child has streams; they are there when the current task ends.
    queueMicrotask(() => {
      if (child.spawnargs.join(' ').includes(profile)) collect(child, sink)
    })
  }
  subscribe('child_process', onSpawn)
  return () => unsubscribe('child_process', onSpawn)
}

/** `close` and `kill` for a started app; `quit` asks it to end in the way that fits it. */
function ending(
  options: LaunchOptions,
  profile: string,
  child: ChildProcess,
  quit: () => Promise<unknown>,
): Pick<Launched, 'close' | 'kill'> {
  const root = child.pid ?? -1
  const kill = async () => {
    const family = await appProcesses(root, profile)
    child.kill('SIGKILL')
    await awaitGone(family, 0)
    await awaitGone(family, closeLimitMs)
    await dropProfile(options, profile)
  }
  const close = async () => {
    const family = await appProcesses(root, profile)
    await Promise.race([quit().catch(() => undefined), delay(closeLimitMs, null, { ref: false })])
    const left = await awaitGone(family, closeLimitMs / 2)
    await awaitGone(left, closeLimitMs / 2)
    child.kill('SIGKILL')
    await dropProfile(options, profile)
    if (left.length > 0) {
      const list = left.map(({ pid, command }) => `${pid} ${command.slice(0, 200)}`).join('\n')
      throw new Error(`These processes outlived the app and were killed:\n${list}`)
    }
  }
  return { close, kill }
}

export type LaunchAppOptions = LaunchOptions & {
  /** The app's folder; the repository, if left out. */
  app?: string
  /** The Electron to run; the one `resolveElectron` gives, if left out. */
  executable?: string
  /** A script that runs in each page before anything of the app does. */
  before?: string
}

/** Keeps the app from opening a window before Playwright is there to see it. */
export const holdReady = path.join(runtimeFolder, 'hold-ready.cjs')

/** Starts an unpackaged app in Electron under Playwright and waits for its first window. */
export async function launchApp(
  options: LaunchAppOptions,
): Promise<Launched & { app: ElectronApplication }> {
  const executable = options.executable ?? (await resolveElectron()).executable
  const profile = await profileFor(options)
  const lines: string[] = []
  const output = () => lines.join('')
  const stopCollecting = collectFromSpawn(profile, lines)
  let app: ElectronApplication | undefined
  try {
    const sandbox = await sandboxWorks(executable)
    app = await _electron.launch({
      executablePath: executable,
      args: [
        '-r',
        holdReady,
        options.app ?? repositoryRoot,
        `--user-data-dir=${profile}`,
        ...(options.args ?? []),
      ],
      env: environmentFor(options.keyring.env, options.display.env, options.env),
      chromiumSandbox: sandbox,
      timeout: startLimitMs,
    })
    stopCollecting()
    const started = app
    app.context().setDefaultTimeout(ACTION_MS)
    if (options.before !== undefined) await app.context().addInitScript({ path: options.before })
    const end = ending(options, profile, app.process(), () => started.close())
    const window = await app.firstWindow({ timeout: startLimitMs })
    await window.waitForLoadState('domcontentloaded')
    return { app, window, profile, output, ...end }
  } catch (error) {
    stopCollecting()
    app?.process().kill('SIGKILL')
    await dropProfile(options, profile)
    throw new Error(`The app did not open a window. Its output:\n${output()}`, { cause: error })
  }
}

/**
 * Starts a packaged app. Its inspect fuse is off, so Playwright cannot reach its main process;
 * the window is driven over Chromium's debugging port.
 */
export async function launchPackaged(
  executable: string,
  options: LaunchOptions & {
    /** The program shall choose its profile folder by itself; `profile` is where that is expected. */
    choosesProfile?: boolean
  },
): Promise<Launched & { browser: Browser; process: ChildProcess }> {
  const profile = await profileFor(options)
  const lines: string[] = []
  const output = () => lines.join('')
  const sandbox = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const child = startCompanion(
    executable,
    [
      ...sandbox,
      '--remote-debugging-port=0',
      ...(options.choosesProfile ? [] : [`--user-data-dir=${profile}`]),
      ...(options.args ?? []),
    ],
    {
      env: environmentFor(options.keyring.env, options.display.env, options.env),
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  )
  collect(child, lines)
  try {
    const address = await debuggingAddress(child, output)
    await pageLoading(address)
    const browser = await chromium.connectOverCDP(address)
    const context = browser.contexts()[0]
    if (!context) throw new Error('It has no browser context.')
    const window = context.pages()[0] ?? (await context.waitForEvent('page'))
    await window.waitForLoadState('domcontentloaded')
    const end = ending(options, profile, child, async () => {
      await browser.close()
      await endChild(child, closeLimitMs)
    })
    return { browser, process: child, window, profile, output, ...end }
  } catch (error) {
    await endChild(child, 0)
    await dropProfile(options, profile)
    throw new Error(`The packaged app did not open a window. Its output:\n${output()}`, {
      cause: error,
    })
  }
}
