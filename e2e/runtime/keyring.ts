import type { ChildProcess } from 'node:child_process'
import { execFile } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { connect } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { buffer } from 'node:stream/consumers'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Environment } from './display.ts'
import { endChild, startCompanion } from './processes.ts'
import { makeHome, startBus, type Home } from './session-bus.ts'
import { asUser, type User } from './user.ts'

const run = promisify(execFile)

export type KeyringState = 'unlocked' | 'locked' | 'missing'

export type Keyring = {
  /** For the app under test: its session bus and a home folder of its own. */
  env: Environment
  unlock: () => Promise<void>
  lock: () => Promise<void>
  /** The keyring stays reachable and answers nothing until `thaw`, like a prompt nobody sees. */
  freeze: () => void
  thaw: () => void
  /** Ends the keyring's service, frozen or not, as a crash would; its entries stay on disk. */
  crash: () => Promise<void>
  /** Starts the service again after a `crash`, unlocked. */
  revive: () => Promise<void>
  /** Ends the session bus, so that no keyring can be reached any more. */
  endBus: () => Promise<void>
  stop: () => Promise<void>
}

/** gnome-keyring refuses an empty password. */
const password = '\n'
const loginCollection = '/org/freedesktop/secrets/collection/login'
const startLimitMs = 10_000

/** Whether the login collection is locked; undefined while the service is not there. */
async function isLocked(env: NodeJS.ProcessEnv, user: User | null): Promise<boolean | undefined> {
  const args = ['--session', '--print-reply=literal', '--dest=org.freedesktop.secrets']
  const method = 'org.freedesktop.DBus.Properties.Get'
  const property = ['string:org.freedesktop.Secret.Collection', 'string:Locked']
  const reply = await run('dbus-send', [...args, loginCollection, method, ...property], {
    env,
    ...asUser(user),
  }).catch(() => undefined)
  const value = /boolean (true|false)/.exec(reply?.stdout ?? '')?.[1]
  return value === undefined ? undefined : value === 'true'
}

async function waitForLock(
  env: NodeJS.ProcessEnv,
  wanted: boolean,
  user: User | null,
): Promise<void> {
  const deadline = Date.now() + startLimitMs
  while ((await isLocked(env, user)) !== wanted) {
    if (Date.now() > deadline) {
      throw new Error(`The keyring did not become ${wanted ? 'locked' : 'unlocked'}.`)
    }
    await delay(30)
  }
}

/** One request of gnome-keyring's control protocol, as PAM sends it: length, UNLOCK, password. */
export function unlockRequest(secret: string): Buffer {
  const text = Buffer.from(secret)
  const header = Buffer.alloc(12)
  header.writeUInt32BE(header.length + text.length, 0)
  header.writeUInt32BE(1, 4)
  header.writeUInt32BE(text.length, 8)
  return Buffer.concat([header, text])
}

/** A client says who it is by one zero byte, to which the kernel attaches its credentials. */
async function unlockThroughControl(socketPath: string): Promise<void> {
  const socket = connect(socketPath)
  socket.end(Buffer.concat([Buffer.of(0), unlockRequest(password)]))
  const reply = await buffer(socket)
  if (reply.length !== 8 || reply.readUInt32BE(4) !== 0) {
    throw new Error(`gnome-keyring refused to unlock: ${reply.toString('hex')}`)
  }
}

async function lockThroughBus(env: NodeJS.ProcessEnv, user: User | null): Promise<void> {
  const target = ['--dest=org.freedesktop.secrets', '/org/freedesktop/secrets']
  const method = ['org.freedesktop.Secret.Service.Lock', `array:objpath:${loginCollection}`]
  await run('dbus-send', ['--session', '--print-reply', ...target, ...method], {
    env,
    ...asUser(user),
  })
}

const nothingToDo = () => Promise.resolve()
const noKeyring = () => Promise.reject(new Error('There is no keyring of this test.'))
/** What can be staged with a keyring of the test's own only. */
const notStaged = {
  freeze: () => undefined,
  thaw: () => undefined,
  crash: noKeyring,
  revive: noKeyring,
  endBus: noKeyring,
}

/** Elsewhere the system's own keychain is used, and only an unlocked one can be had. */
function systemKeychain(state: KeyringState): Keyring {
  if (state !== 'unlocked') throw new Error(`A ${state} keyring can be staged on Linux only.`)
  return { ...notStaged, env: {}, unlock: nothingToDo, lock: nothingToDo, stop: nothingToDo }
}

function missingKeyring(home: Home): Keyring {
  const stop = () => rm(home.folder, { recursive: true, force: true })
  return { ...notStaged, env: home.env, unlock: noKeyring, lock: noKeyring, stop }
}

function startDaemon(env: NodeJS.ProcessEnv, user: User | null): ChildProcess {
  const daemon = startCompanion(
    'gnome-keyring-daemon',
    ['--foreground', '--unlock', '--components=secrets'],
    { env, stdio: ['pipe', 'ignore', 'ignore'], ...asUser(user) },
  )
  daemon.stdin?.end(password)
  return daemon
}

/**
 * A keyring for one test: a private session bus without a display (so a locked keyring errors at
 * once instead of prompting) and a gnome-keyring with a login collection, in a folder of its own.
 * `missing` is a machine without a session bus. All of it belongs to `user`, if one is given (who then is the only one that can `unlock` it again). `stop`
 * ends and removes it.
 */
export async function startKeyring(
  state: KeyringState,
  user: User | null = null,
): Promise<Keyring> {
  if (process.platform !== 'linux') return systemKeychain(state)
  const home = await makeHome(user)
  if (state === 'missing') return missingKeyring(home)

  const { PATH } = process.env
  const env: NodeJS.ProcessEnv = { ...home.env, PATH, LANG: 'C.UTF-8' }
  const bus = await startBus(home, user)

  let daemon = startDaemon(env, user)

  const unlock = async () => {
    await unlockThroughControl(path.join(home.runtimeFolder, 'keyring', 'control'))
    await waitForLock(env, false, user)
  }
  const lock = async () => {
    await lockThroughBus(env, user)
    await waitForLock(env, true, user)
  }
  const freeze = () => void daemon.kill('SIGSTOP')
  const thaw = () => void daemon.kill('SIGCONT')
  const crash = () => {
    daemon.kill('SIGKILL')
    return endChild(daemon)
  }
  const revive = async () => {
    daemon = startDaemon(env, user)
    await waitForLock(env, false, user)
  }
  const endBus = () => endChild(bus)
  const stop = async () => {
    thaw()
    await endChild(daemon)
    await endChild(bus)
    await rm(home.folder, { recursive: true, force: true, maxRetries: 3 })
  }
  try {
    await waitForLock(env, false, user)
    if (state === 'locked') await lock()
  } catch (error) {
    await stop()
    throw error
  }
  return { env: home.env, unlock, lock, freeze, thaw, crash, revive, endBus, stop }
}
