import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { START } from '../../electron/texts/start.ts'
import { until } from '../runtime/debugging.ts'
import type { Display, Environment } from '../runtime/display.ts'
import { startCompanion } from '../runtime/processes.ts'
import { ordinaryUser } from '../runtime/user.ts'
import type { Installed } from './installed.ts'
import { readTrace, TRACED_CALLS, type Traced } from './trace.ts'
import { setTraps } from './traps.ts'

const run = promisify(execFile)

/** One way of starting the program. */
export type Attempt = {
  /** The name that the copy of the program has. */
  readonly name: string
  readonly words: readonly string[]
  readonly variables: Environment
}

/** The exit status of a refused start. */
const REFUSED = 64

/**
 * Files that Chromium and V8 make before any JavaScript runs, so that no app can keep them from it:
 * named in the threat model. Nothing has been sent by then, and nothing is known that could be in them.
 */
const MADE_BEFORE_JAVASCRIPT = /-js-flags|-log-file|ELECTRON_LOG_FILE|CHROME_LOG_FILE/

/** Chromium itself gives up under these, before any JavaScript runs: then nobody explains it. */
const CHROMIUM_ENDS = /-no-zygote|-disable-namespace-sandbox/

/** Follows children, tells environments whole, and stops at the calls that count only. */
const STRACE = ['-f', '-v', '-s', '4096', '-qq', '--seccomp-bpf', '-e', `trace=${TRACED_CALLS}`]

const OWN_PROGRAMS = /\/(eco-connect|chrome-sandbox|chrome_crashpad_handler)$|^\/proc\/self\/exe$/

/**
 * Starts the program so, as an ordinary user with Chromium's sandbox, and follows it and everything
 * that it starts. Resolves what it did that a refused start does not do: nothing, hopefully.
 */
export async function tryRefused(
  installed: Installed,
  display: Display,
  attempt: Attempt,
): Promise<string[]> {
  const user = ordinaryUser()
  const home = await mkdtemp(path.join(tmpdir(), 'hostile-'))
  if (user) await chown(home, user.uid, user.gid)
  const traps = await setTraps(home, user)
  const trace = path.join(home, 'trace')
  try {
    const program = await installed.called(attempt.name)
    const variables = Object.entries(attempt.variables).map(
      ([name, value = '']) => [name, traps.fill(value)] as const,
    )
    const env = { HOME: home, PATH: '/usr/bin:/bin', ...display.env }
    const words = attempt.words.map(traps.fill)
    const child = startCompanion(
      'strace',
      [
        ...(user ? ['-u', 'nobody'] : []),
        ...STRACE,
        '-o',
        trace,
        ...variables.flatMap(([name, value]) => ['-E', `${name}=${value}`]),
        '--',
        program,
        ...words,
      ],
      { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const output = Promise.all(
      [child.stdout, child.stderr].map((out) => buffer(out ?? Readable.from([]))),
    )
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const look = async (): Promise<Traced> =>
      readTrace(await readFile(trace, 'utf8').catch(() => ''))
    const explained = await explanation(look, env).catch((error: unknown) => String(error))
    const over = setInterval(() => {
      void look().then(({ processes }) => endAll(processes))
    }, 200)
    const status = await ended
    clearInterval(over)
    const said = (await output).join('')
    const traced = await look()
    const early = MADE_BEFORE_JAVASCRIPT.test(
      [...attempt.words, ...Object.keys(attempt.variables)].join(' '),
    )
    const caught = (await traps.caught()).filter((what) => !(early && what.startsWith('file ')))
    const ownEnd = CHROMIUM_ENDS.test(attempt.words.join(' ')) && status !== REFUSED
    const answer = [
      ...(status === REFUSED ? [] : [`ended with ${status}`]),
      ...(/^Eco Connect was started .* and has ended\.$/m.test(said) ? [] : [`said ${said}`]),
      ...(explained === null ? [] : [`explanation: ${explained}`]),
    ]
    return [
      ...(ownEnd && status !== 0 ? [] : answer),
      ...traced.programs.filter((one) => one !== program && !OWN_PROGRAMS.test(one)),
      ...traced.network,
      ...caught,
    ]
  } finally {
    await traps.remove()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

/**
 * Waits for the fresh process that explains the refusal, and for its window, and looks at what it was
 * given. Resolves null when all is as it should be.
 */
async function explanation(
  traced: () => Promise<Traced>,
  env: Environment,
): Promise<string | null> {
  const { pid, variables } = await until('process that explains', async () => {
    const { explaining } = await traced()
    return explaining ?? undefined
  })
  await until('window that explains', async () => {
    const search = ['search', '--pid', String(pid), '--name', START.title]
    const { stdout } = await run('xdotool', search, { env }).catch(() => ({ stdout: '' }))
    return stdout.trim() === '' ? undefined : true
  })
  // Chromium itself notes there that no session bus was found.
  const strange = variables.filter(
    (one) =>
      !/^((HOME|PATH|DISPLAY)=|(DBUS_SESSION_BUS_ADDRESS=disabled:|NODE_V8_COVERAGE=)$)/.test(one),
  )
  return strange.length === 0 ? null : `was given ${strange.join(' ')}`
}

/** Ends what an attempt has left running: the explanation waits for its button to be pressed. */
function endAll(processes: readonly number[]): void {
  for (const pid of processes) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It has ended by itself.
    }
  }
}
