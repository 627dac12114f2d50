import { execFile } from 'node:child_process'
import { chown, mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { english } from '../../electron/texts/en/index.ts'
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
const MADE_BEFORE_JAVASCRIPT =
  /^-{1,2}(log-file=|js-flags=.*--logfile=)|^(ELECTRON|CHROME)_LOG_FILE$/

/**
 * Chromium itself gives up under these, before any JavaScript runs: then nobody explains it. (Its other
 * sandbox, for systems without namespaces, gets no rights from the system while it is traced.)
 */
const CHROMIUM_ENDS = [
  { word: /^-{1,2}no-zygote$/, says: 'Zygote cannot be disabled' },
  { word: /^-{1,2}disable-namespace-sandbox$/, says: 'The setuid sandbox is not running as root' },
]

/** Follows children, tells environments whole, and stops at the calls that count only. */
const STRACE = ['-f', '-v', '-s', '4096', '-qq', '--seccomp-bpf', '-e', `trace=${TRACED_CALLS}`]

const OWN_PROGRAMS = /\/(eco-connect|chrome-sandbox|chrome_crashpad_handler)$|^\/proc\/self\/exe$/

/** Starts the program so. Resolves what it did that a refused start does not do: nothing, hopefully. */
export async function tryRefused(
  installed: Installed,
  display: Display,
  attempt: Attempt,
): Promise<string[]> {
  const { answer, ...seen } = await follow(installed, display, attempt, explanation)
  return judged(attempt, { ...seen, explained: answer })
}

/** Starts it as one of Chromium's helpers: these may wait or crash, and do nothing else. */
export async function tryHelper(
  installed: Installed,
  display: Display,
  attempt: Attempt,
): Promise<string[]> {
  const look = (): Promise<null> => delay(3000, null)
  const { programs, network, left } = await follow(installed, display, attempt, look)
  return [...programs.filter((one) => !OWN_PROGRAMS.test(one)), ...network, ...left]
}

type Followed = Pick<Traced, 'programs' | 'network'> & {
  readonly status: number | null
  readonly said: string
  /** What the traps have caught. */
  readonly left: readonly string[]
}

/**
 * Starts the program as an ordinary user with Chromium's sandbox, and follows it and everything that
 * it starts, until `look` has seen enough; then ends what is left of it.
 */
async function follow<Answer>(
  installed: Installed,
  display: Display,
  attempt: Attempt,
  look: (traced: () => Promise<Traced>, env: Environment) => Promise<Answer | string>,
): Promise<Followed & { readonly answer: Answer | string }> {
  const user = ordinaryUser()
  const home = await mkdtemp(path.join(tmpdir(), 'hostile-'))
  if (user) await chown(home, user.uid, user.gid)
  const traps = await setTraps(home, user)
  const trace = path.join(home, 'trace')
  try {
    const program = await installed.called(attempt.name)
    const variables = Object.entries(attempt.variables).flatMap(([name, value = '']) => [
      '-E',
      `${name}=${traps.fill(value)}`,
    ])
    const env = { HOME: home, PATH: '/usr/bin:/bin', ...display.env }
    const as = user ? ['-u', 'nobody'] : []
    const words = attempt.words.map(traps.fill)
    const child = startCompanion(
      'strace',
      [...as, ...STRACE, '-o', trace, ...variables, '--', program, ...words],
      { env, cwd: '/', stdio: ['ignore', 'pipe', 'pipe'] },
    )
    const output = Promise.all(
      [child.stdout, child.stderr].map((out) => buffer(out ?? Readable.from([]))),
    )
    const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
    const traced = async (): Promise<Traced> =>
      readTrace(await readFile(trace, 'utf8').catch(() => ''))
    const answer = await look(traced, env).catch((error: unknown) => String(error))
    const over = setInterval(() => {
      void traced().then(({ processes }) => endAll(processes))
    }, 200)
    const status = await ended
    clearInterval(over)
    const { programs, network } = await traced()
    return {
      answer,
      status,
      said: (await output).join(''),
      programs: programs.filter((one) => one !== program),
      network,
      left: await traps.caught(),
    }
  } finally {
    await traps.remove()
    await rm(home, { recursive: true, force: true, maxRetries: 5 })
  }
}

export type Seen = Followed & {
  /** What was wrong with the explanation, null if nothing. */
  readonly explained: string | null
}

/** What of it a refused start does not do. */
export function judged({ words, variables }: Attempt, seen: Seen): string[] {
  const brought = [...words.map((word) => word.trim()), ...Object.keys(variables)]
  // Only the file that was named: a program that was run, or a script, leaves others.
  const made = brought.some((one) => MADE_BEFORE_JAVASCRIPT.test(one)) ? /^file \S*sink$/ : /^$/
  const byChromium = CHROMIUM_ENDS.some(
    ({ word, says }) => brought.some((one) => word.test(one)) && seen.said.includes(says),
  )
  const answer = [
    ...(seen.status === REFUSED ? [] : [`ended with ${seen.status}`]),
    ...(/^Eco Connect was started .* and has ended\.$/m.test(seen.said)
      ? []
      : [`said ${seen.said}`]),
    ...(seen.explained === null ? [] : [`explanation: ${seen.explained}`]),
  ]
  return [
    ...(byChromium ? [] : answer),
    ...seen.programs.filter((one) => !OWN_PROGRAMS.test(one)),
    ...seen.network,
    ...seen.left.filter((what) => !made.test(what)),
  ]
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
    const search = ['search', '--pid', String(pid), '--name', english.start.title]
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
