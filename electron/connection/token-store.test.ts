import { NO_STAND_IN } from '../network/stand-in.ts'
import { isOnThisComputer } from '../start/development.ts'
import { expect, test } from 'vitest'
import { createTokenStore } from './token-store.ts'
import type { Vault } from '../keychain/vault.ts'

const TOKENS = {
  startUrl: 'https://northwind.awsapps.com/start',
  region: 'eu-west-1',
  clientId: 'client',
  clientSecret: 'secret',
  clientSecretExpiresAt: 1,
  accessToken: 'token',
  expiresAt: 1,
}

/** A store over a vault that holds this text, and what it refuses. */
function storeOver(text: string, isStandIn = NO_STAND_IN) {
  const told: string[] = []
  const vault: Pick<Vault, 'read' | 'write' | 'wipe'> = {
    read: () => Promise.resolve(text),
    write: () => Promise.resolve(),
    wipe: () => Promise.resolve(),
  }
  const onRefused = (problem: { error: { code: string } }) => told.push(problem.error.code)
  return { store: createTokenStore(vault, { isStandIn, onRefused }), told }
}

test('gives back what a build of the first version kept', async () => {
  const { store, told } = storeOver(JSON.stringify(TOKENS))
  expect(await store.load()).toEqual({ ...TOKENS, way: 'portal' })
  expect(told).toEqual([])
})

test.each([
  { region: 'evil-1' },
  { region: '' },
  { region: 'us-east-1.evil.example/' },
  { startUrl: 'https://evil.example/start' },
  { startUrl: 'http://127.0.0.1:4566/start' },
])('a sign-in of a place where nobody can have signed in is none, and told: %j', async (odd) => {
  const { store, told } = storeOver(JSON.stringify({ ...TOKENS, ...odd }))
  expect(await store.load()).toBeNull()
  expect(told).toEqual(['choices-not-understood'])
})

test('gives back what it keeps of a sign-in as to the console, under today’s version', async () => {
  const tokens = {
    way: 'console',
    clientId: 'client',
    proofKey: 'key',
    refreshToken: 'token',
    refusal: '',
    accessKeyId: 'ASIA',
    secretAccessKey: 'secret',
    sessionToken: 'session',
    lastsMs: 1,
    expiresAt: 1,
    signedInAt: 1,
  } as const
  const { store } = storeOver(JSON.stringify({ version: 2, ...tokens }))
  expect(await store.load()).toEqual(tokens)
})

test('a portal on this computer is one for a simulator only', async () => {
  const local = { ...TOKENS, startUrl: 'http://127.0.0.1:4566/start' }
  expect(await storeOver(JSON.stringify(local), isOnThisComputer).store.load()).toEqual({
    ...local,
    way: 'portal',
  })
})

test.each(['', 'not JSON', '{}', '[]', 'null'])(
  'what is no sign-in reads as none: %j',
  async (text) => {
    const { store, told } = storeOver(text)
    expect(await store.load()).toBeNull()
    expect(told).toEqual([])
  },
)
