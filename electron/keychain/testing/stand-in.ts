import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Clock } from '../../base/clock.ts'
import { AppFailure } from '../../errors/failure.ts'
import { createKeychain, type Keychain, type KeychainProcess } from '../keychain.ts'
import { requestShape } from '../protocol.ts'
import { type Behaviour, readWorld, type World, writeWorld } from './behaviour.ts'

const program = fileURLToPath(new URL('./stand-in-process.ts', import.meta.url))

export type StandIn = {
  readonly folder: string
  readonly keychain: Keychain
  readonly world: () => World
  readonly behave: (behaviour: Behaviour) => void
  /** Changes the entries behind the app's back. */
  readonly setEntry: (account: string, value: string | null) => void
  /** Lets the time limit of the call in flight pass, once the keychain is at work on it. */
  readonly passLimit: () => Promise<void>
  readonly children: readonly ChildProcess[]
  readonly stop: () => Promise<void>
}

/** A keychain in a real process of its own, with a clock that moves only by `passLimit`. */
export async function startStandIn(): Promise<StandIn> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keychain-'))
  const file = path.join(folder, 'world.json')
  const world = (): World => readWorld(file)
  const change = (changes: Partial<World>): void => writeWorld(file, { ...world(), ...changes })
  writeWorld(file, { behaviour: 'open', entries: {}, calls: [] })

  const children: ChildProcess[] = []
  const start = (): KeychainProcess => {
    const child = fork(program, [file], {
      execArgv: ['--import', 'tsx'],
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    })
    children.push(child)
    return {
      postMessage: (message) => void child.send(requestShape.parse(message)),
      onMessage: (listener) => void child.on('message', listener),
      onExit: (listener) => void child.on('exit', () => listener()),
      onComplaint: (listener) =>
        void child.stderr?.on('data', (text: Buffer) => listener(String(text))),
      kill: () => void child.kill('SIGKILL'),
    }
  }

  let endWaits: (() => void)[] = []
  const clock: Clock = {
    now: () => 0,
    sleep: () => new Promise((resolve) => endWaits.push(resolve)),
  }
  const passLimit = async (): Promise<void> => {
    const seen = world().calls.length
    while (world().calls.length === seen) await new Promise((resolve) => setTimeout(resolve, 20))
    endWaits.forEach((end) => end())
    endWaits = []
  }

  const keychain = createKeychain({ fork: start, service: 'Eco Connect', clock })
  return {
    folder,
    keychain,
    world,
    children,
    passLimit,
    behave: (behaviour) => change({ behaviour }),
    setEntry: (account, value) => {
      const { [account]: _, ...others } = world().entries
      change({ entries: value === null ? others : { ...others, [account]: value } })
    },
    stop: async () => {
      keychain.stop()
      for (const child of children) if (isAlive(child)) await once(child, 'exit')
      await rm(folder, { recursive: true, force: true })
    },
  }
}

export function isAlive(child: ChildProcess | undefined): boolean {
  return child !== undefined && child.exitCode === null && child.signalCode === null
}

/** The error of a promise that must fail, as data. */
export async function failureOf(promise: Promise<unknown>): Promise<AppFailure> {
  try {
    await promise
  } catch (error) {
    if (error instanceof AppFailure) return error
    throw error
  }
  throw new Error('It did not fail.')
}
