import { cp, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, expect, onTestFinished } from 'vitest'
import {
  addFittingReport,
  manualClock,
  startSimulator,
  type Simulator,
  type World,
} from '../../../e2e/simulator/index.ts'
import { heldNet, type HeldNet } from '../../aws/testing/held-net.ts'
import type { Operation } from '../../aws/testing/named-request.ts'
import { press } from '../../aws/testing/portal.ts'
import { impatient, type TestClock } from '../../aws/testing/simulated.ts'
import type { Clock } from '../../base/clock.ts'
import { openConnection, type Connection } from '../../connection/connection.ts'
import type { ConnectionCommand } from '../../connection/commands.ts'
import { createConnectionFolders } from '../../connection/folders.ts'
import { warmingUp } from '../../connection/warm-up.ts'
import { type Managed, NOT_MANAGED } from '../../contract/managed.ts'
import type { ConnectionView } from '../../connection/view-of-none.ts'
import { startStandIn, type StandIn } from '../../keychain/testing/stand-in.ts'
import { createHttpHandler } from '../../network/network.ts'
import { groundOn, recordingDesktop, watched, type Watched } from './ground.ts'
import { playThrough, playUntilRegistration, type Played } from './journey.ts'
import { keepWorld } from './kept-world.ts'

/** What the window was shown, and how many answers the app had been told by then. */
export type Shown = Pick<ConnectionView, 'steps' | 'health'> & { readonly told: number }

/** One connection that was opened, over a network whose answers can be held back. */
export type Opened = Played & {
  readonly connection: Connection
  readonly watch: Watched['watch']
  readonly simulator: Simulator
  readonly world: World
  readonly clock: TestClock
  readonly network: HeldNet
  /** Everything that was shown since it was opened. */
  readonly shown: readonly Shown[]
  /** Hosts of the company's own that were asked where they lead. */
  readonly asked: readonly string[]
  readonly folder: string
  /** What is in the keychain. */
  readonly keychain: StandIn['world']
  /** Carries out a command; throws where it is refused. */
  readonly command: (command: ConnectionCommand) => Promise<void>
  /** Resolves once nothing goes on and nobody waits for AWS. */
  readonly quiet: () => Promise<void>
  /** Lets so much time pass (ms), and happen what waited for it. */
  readonly later: (ms: number) => void
  /** Holds no answer back any more, and hands over those that wait. */
  readonly letGo: () => void
  readonly stop: () => Promise<void>
}

/** What differs from how it was left, when a profile is opened again. */
export type Since = {
  readonly change?: (world: World) => void
  /** Whose answers wait until they are released, from the first one on. */
  readonly held?: (operation: Operation) => boolean
  /** Files of the AWS CLI by name below its folder. */
  readonly awsFiles?: ReadonlyMap<string, string>
  /** What the organization has decided by then. */
  readonly managed?: Partial<Managed>
  /** Where an address of the company's own leads; nowhere if left out. */
  readonly ownAddressLeadsTo?: string
  /** The template that the person chooses when asked for a file. */
  readonly template?: Uint8Array
}

/** A profile in which something is remembered, and the world that goes with it. */
export type Remembered = {
  readonly world: World
  readonly clock: TestClock
  /** Opens it as it was left, in the world as it was then. */
  readonly open: (since?: Since) => Promise<Opened>
}

type Stage = {
  readonly simulator: Simulator
  readonly clock: TestClock
  readonly keychain: StandIn
  /** Puts the world back to before anything was done. */
  readonly restore: () => void
  /** Every profile that was made. */
  readonly folders: string[]
}

/**
 * Makes connections once for all tests of a file: `registered` ones have come to the end, and nobody is
 * signed in; of the others everything is proven but the registration, and the sign-in is kept.
 */
export function rememberedConnections() {
  const running: { current: Promise<Stage> | null } = { current: null }
  const made = new Map<string, Promise<Remembered>>()
  const stage = (): Promise<Stage> => (running.current ??= startStage())
  const leaks: string[] = []
  const noteLeak = (warning: Error): void => {
    if (warning.name === 'MaxListenersExceededWarning') leaks.push(warning.message)
  }
  process.on('warning', noteLeak)
  afterAll(async () => {
    process.off('warning', noteLeak)
    const { simulator, keychain, folders } = await stage()
    await simulator.stop()
    await keychain.stop()
    for (const folder of folders) await rm(folder, { recursive: true, force: true })
    expect(simulator.violations).toEqual([])
    expect([...new Set(leaks)]).toEqual([])
  })
  const make = async (play: (played: Played) => Promise<void>): Promise<Remembered> => {
    const on = await stage()
    on.restore()
    const first = await openIn(on, null)
    await play(first)
    await first.quiet()
    await written(first.folder)
    first.connection.stop()
    return kept(on, first.folder)
  }
  const once = (name: string, play: (played: Played) => Promise<void>) => {
    const found = made.get(name) ?? make(play)
    made.set(name, found)
    return found
  }
  return {
    /** Nothing is remembered but who manages the account. */
    fresh: () => once('fresh', choosePlan),
    proven: () => once('proven', playUntilRegistration),
    registered: () => once('registered', playThrough),
    /** As `proven`, and by then every step is done by hand; the sign-in is kept all the same. */
    byHand: () =>
      once('by-hand', async (played) => {
        await playUntilRegistration(played)
        await played.send({ step: 'sign-in', action: 'by-hand' })
        await played.reaches('sign-in', 'pending')
      }),
  }
}

async function startStage(): Promise<Stage> {
  const manual = manualClock()
  const simulator = await startSimulator({
    scenario: 'two-payers',
    clock: manual,
    stackSeconds: 4,
    arrange: (world) => addFittingReport(world, manual.now()),
  })
  simulator.settle()
  return {
    simulator,
    clock: impatient(manual),
    keychain: await startStandIn(),
    restore: keepWorld(simulator.world),
    folders: [],
  }
}

async function choosePlan({ send, reaches }: Played): Promise<void> {
  await reaches('plan', 'todo')
  await send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await reaches('plan', 'done')
}

/** The profile and the world as they are now, to begin with as often as wanted. */
function kept(on: Stage, folder: string): Remembered {
  const { simulator, clock, keychain } = on
  const at = clock.now()
  const restore = keepWorld(simulator.world)
  const { entries } = keychain.world()
  return {
    world: simulator.world,
    clock,
    async open(since = {}) {
      clock.advance(at - clock.now())
      restore()
      for (const [account, value] of Object.entries(entries)) keychain.setEntry(account, value)
      since.change?.(simulator.world)
      simulator.requests.length = 0
      const opened = await openIn(on, folder, since)
      onTestFinished(() => ended(opened))
      return opened
    },
  }
}

/**
 * Resolves once nothing of it can reach the keychain or AWS any more, also where it was just ending its
 * sign-in: the next one is opened with the same key and the same tokens.
 */
async function ended({ connection, stop }: Opened): Promise<void> {
  await stop()
  await connection.forget()
  await arrived()
}

/** Opens a copy of a profile, or a new one. */
async function openIn(
  on: Stage,
  profile: string | null,
  { held, awsFiles, managed, ownAddressLeadsTo: leads, template }: Since = {},
): Promise<Opened> {
  const { simulator, keychain } = on
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-'))
  on.folders.push(folder)
  // Its record of calls begins anew, so that whatever is in it was called since.
  const filter = (file: string): boolean => path.basename(file) !== 'audit.jsonl'
  if (profile !== null) await cp(profile, folder, { recursive: true, filter })
  const network = heldNet()
  network.hold(held ?? null)
  const pressed: Promise<unknown>[] = []
  const { desktop } = recordingDesktop({
    saveSummary: () => undefined,
    ...(template ? { template } : {}),
    async open(link) {
      const shown = press(link, 'allow')
      pressed.push(shown)
      await shown
    },
  })
  const { clock, later } = waitingClock(on.clock)
  const shown: Shown[] = []
  const asked: string[] = []
  const opened: { connection: Connection | null } = { connection: null }
  const viewNow = (): ConnectionView => {
    if (!opened.connection) throw new Error('not opened yet')
    return opened.connection.view()
  }
  const { onChange, ...seen } = watched(() => ({ steps: () => viewNow().steps }))
  const show = (): void => {
    const { steps, health } = viewNow()
    shown.push({ steps, health, told: network.told.length })
    onChange()
  }
  const [own] = await createConnectionFolders(folder, clock).all()
  if (!own) throw new Error('no folder')
  const ground = groundOn({ simulator, clock: on.clock, tokens: NO_TOKENS }, desktop)
  const connection = await openConnection(own, desktop, {
    ...ground,
    managed: { ...NOT_MANAGED, ...managed },
    askRedirect: async ({ hostname }) => {
      asked.push(hostname)
      return leads === undefined ? null : new URL(leads)
    },
    clock,
    awsFiles: awsFiles ? cliFolder(awsFiles) : ground.awsFiles,
    requestHandler: createHttpHandler(network.net),
    keychain: keychain.keychain,
    warmUp: warmingUp(ground.endpoints),
    onChange: inOneTurn(() => opened.connection !== null && show()),
  })
  opened.connection = connection
  const command = async (sent: ConnectionCommand): Promise<void> => {
    const reply = await connection.command(sent)
    if (!reply.accepted) throw new Error(`${sent.step} refused: ${reply.error.code}`)
  }
  const letGo = (): void => {
    network.hold(null)
    for (const answer of network.held()) answer.release()
  }
  return {
    ...seen,
    folder,
    connection,
    simulator,
    world: simulator.world,
    clock: on.clock,
    network,
    shown,
    asked,
    keychain: keychain.world,
    command,
    send: command,
    later,
    quiet: () => quiet(connection, network),
    letGo,
    async stop() {
      connection.stop()
      letGo()
      // What was sent and given up may not have come to the simulator yet, which must not take it for the next one's.
      await Promise.allSettled(pressed)
      await arrived()
    },
  }
}

/**
 * Resolves once everything that was sent has come: the simulator is in this process, so that it reads what lies
 * in its sockets in the next turns of the event loop, however busy the machine is.
 */
async function arrived(): Promise<void> {
  for (let turn = 0; turn < 20; turn += 1)
    // oxlint-disable-next-line no-await-in-loop -- one turn after the other
    await new Promise((resolve) => setImmediate(resolve))
}

/** As the app does: what changes in the same turn is one change. */
function inOneTurn(show: () => void): () => void {
  let isDue = false
  return () => {
    if (isDue) return
    isDue = true
    queueMicrotask(() => {
      isDue = false
      show()
    })
  }
}

const LONG = 60_000

/** Short waits pass at once, as on the clock beneath; long ones when so much time was let pass. */
function waitingClock(beneath: TestClock): { clock: Clock; later: (ms: number) => void } {
  const waiting = new Set<{ readonly at: number; readonly wake: () => void }>()
  return {
    clock: {
      now: beneath.now,
      sleep: (ms, signal) =>
        ms < LONG
          ? beneath.sleep(ms, signal)
          : new Promise((resolve, reject) => {
              const one = { at: beneath.now() + ms, wake: resolve }
              waiting.add(one)
              signal?.addEventListener(
                'abort',
                () => {
                  waiting.delete(one)
                  reject(signal.reason)
                },
                { once: true },
              )
            }),
    },
    later(ms) {
      beneath.advance(ms)
      for (const one of waiting)
        if (one.at <= beneath.now()) {
          waiting.delete(one)
          one.wake()
        }
    },
  }
}

const CLI_FOLDER = '/home/person/.aws'
const cliFolder = (files: ReadonlyMap<string, string>) => ({
  folder: CLI_FOLDER,
  files: { read: async (file: string) => files.get(path.relative(CLI_FOLDER, file)) ?? null },
})

/** Resolves once no file is being replaced. */
async function written(folder: string): Promise<void> {
  const names = await readdir(folder, { recursive: true })
  if (!names.some((name) => name.includes('.tmp-'))) return
  await pause(10)
  return written(folder)
}

/** A connection keeps its tokens in its own vault. */
const NO_TOKENS = {
  load: () => Promise.resolve(null),
  save: () => Promise.resolve(),
  wipe: () => Promise.resolve(),
}

/** Real time, for what waits for disks and sockets. */
export const pause = (ms: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, ms))

/** Whether a connection works on something, or says that it waits for AWS's answers. */
export function isBusy(connection: Connection): boolean {
  const { steps, preflight, health, wipe } = connection.view()
  return (
    steps.some(({ status }) => ['checking', 'acting'].includes(status.kind)) ||
    preflight.kind === 'checking' ||
    health?.look === 'looking' ||
    wipe.kind === 'wiping'
  )
}

async function quiet(connection: Connection, network: HeldNet): Promise<void> {
  for (let still = 0; still < 3; still += 1) {
    await pause(4)
    if (isBusy(connection) || network.underWay() > 0 || network.held().length > 0) still = -1
  }
}
