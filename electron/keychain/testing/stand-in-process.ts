/**
 * A keychain process for tests: the real request handling over a library that keeps its entries in
 * the file named by the first argument.
 */
import { writeSync } from 'node:fs'
import process from 'node:process'
import { type KeychainLibrary, serveKeychain } from '../serve.ts'
import { readWorld, type World, writeWorld } from './behaviour.ts'

const file = process.argv[2] ?? ''

function refusal({ behaviour }: World, value: string): string | null {
  if (behaviour === 'locked') return 'Cannot create an item in a locked collection'
  if (behaviour === 'dismissed') return 'The prompt was dismissed'
  return behaviour === 'tells-all' ? `cannot store ${value}` : null
}

/** Notes the call and stages what happens before any answer. */
function begin(operation: string, service: string, account: string): World {
  const world = readWorld(file)
  world.calls.push(`${operation} ${service}/${account}`)
  writeWorld(file, world)
  if (world.behaviour === 'dies') process.exit(11)
  if (world.behaviour === 'closed')
    writeSync(
      process.stderr.fd,
      '(process:7): libsecret-WARNING **: received unexpected result type ao from Completed signal instead of expected o\n',
    )
  if (world.behaviour === 'hangs' || world.behaviour === 'closed')
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  if (world.behaviour === 'babbles') process.send?.({ hello: 'world' })
  if (world.behaviour.startsWith('unlucky')) {
    if (world.behaviour === 'unlucky') writeWorld(file, { ...world, behaviour: 'open' })
    throw new Error('Client public key size is invalid')
  }
  if (world.behaviour === 'no-service') {
    throw new Error('The name org.freedesktop.secrets was not provided by any .service files')
  }
  return world
}

/** Entries that this process has made, or was allowed to use. */
const own = new Set<string>()

/** Whether the keychain opens this entry to this process, if need be once a person was asked. */
function opens({ behaviour, entries }: World, account: string): boolean {
  if (behaviour === 'asks-allowed') own.add(account)
  if (behaviour.startsWith('asks-')) return own.has(account) || !(account in entries)
  return behaviour === 'open'
}

const library: KeychainLibrary = {
  getPassword: async (service, account) => {
    const world = begin('get', service, account)
    return opens(world, account) ? (world.entries[account] ?? null) : null
  },
  setPassword: async (service, account, password) => {
    const world = begin('set', service, account)
    const refused = refusal(world, password)
    if (refused !== null) throw new Error(refused)
    if (!opens(world, account)) return
    own.add(account)
    world.entries[account] = password
    writeWorld(file, world)
  },
  deletePassword: async (service, account) => {
    const world = begin('delete', service, account)
    const open = world.behaviour.startsWith('asks-') ? own.has(account) : opens(world, account)
    if (!open || !(account in world.entries)) return false
    delete world.entries[account]
    writeWorld(file, world)
    return true
  },
}

serveKeychain(
  {
    onMessage: (listener) => process.on('message', listener),
    postMessage: (message) => process.send?.(message),
  },
  async () => {
    const { behaviour } = readWorld(file)
    if (behaviour === 'no-library') throw new Error('Failed to load keytar native addon, checked …')
    return library
  },
)
