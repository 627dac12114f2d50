import type { ChildProcess } from 'node:child_process'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { KeychainProcess } from '../../electron/keychain/keychain.ts'
import type { Environment } from '../runtime/display.ts'
import { resolveElectron } from '../runtime/electron.ts'
import { environmentFor, sandboxWorks } from '../runtime/environment.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'

/** The app's own keychain process, in utility processes of a real Electron. */
export type KeychainHost = {
  /** Starts one; to be handed to `createKeychain`. */
  readonly fork: () => KeychainProcess
  /** How many were started. */
  readonly forked: () => number
  readonly stop: () => Promise<void>
}

const host = fileURLToPath(new URL('keychain-host.cjs', import.meta.url))
const program = path.join(repositoryRoot, 'dist/main/keychain-process.js')
const told = z.object({
  n: z.number(),
  what: z.enum(['ready', 'reply', 'exit', 'complaint']),
  text: z.string().default(''),
  reply: z.unknown().optional(),
})

/** @param env of the session: its bus, its folders, its display */
export async function startKeychainHost(env: Environment): Promise<KeychainHost> {
  const { executable } = await resolveElectron()
  const switches = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const child = startCompanion(executable, [...switches, host, program], {
    env: environmentFor(env),
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
  await heard(child, (message) => message.what === 'ready')
  let forked = 0
  return {
    fork() {
      forked += 1
      const n = forked
      const on = (
        what: 'reply' | 'exit' | 'complaint',
        then: (text: string, reply: unknown) => void,
      ) =>
        child.on('message', (raw) => {
          const message = told.parse(raw)
          if (message.n === n && message.what === what) then(message.text, message.reply)
        })
      child.setMaxListeners(0)
      child.send({ n, what: 'fork' })
      return {
        postMessage: (message) => void child.send({ n, what: 'ask', message }),
        onMessage: (listener) => void on('reply', (_, reply) => listener(reply)),
        onExit: (listener) => void on('exit', () => listener()),
        onComplaint: (listener) => void on('complaint', listener),
        kill: () => void child.send({ n, what: 'kill' }),
      }
    },
    forked: () => forked,
    stop: () => endChild(child),
  }
}

function heard(
  child: ChildProcess,
  isIt: (message: z.infer<typeof told>) => boolean,
): Promise<void> {
  return new Promise((resolve, reject) => {
    child.on('message', (raw) => {
      if (isIt(told.parse(raw))) resolve()
    })
    child.once('exit', () => reject(new Error('Electron ended before it was ready.')))
  })
}
