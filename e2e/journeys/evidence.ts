import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { environmentFor } from '../runtime/environment.ts'
import type { Keyring } from '../runtime/keyring.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import type { Simulator } from '../simulator/index.ts'

const policySchema = z.object({
  Version: z.string(),
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Action: z.union([z.string(), z.array(z.string())]).transform((action) => [action].flat()),
      Resource: z.union([z.string(), z.array(z.string())]),
    }),
  ),
})

/** The policy that the README gives to an operator, as IAM would read it. */
export function operatorPolicy(): z.infer<typeof policySchema> {
  const file = new URL('../../resources/operator-policy.json', import.meta.url)
  return policySchema.parse(JSON.parse(readFileSync(file, 'utf8')))
}

/** How many requests for an operation were answered by now. */
export function answered({ requests }: Pick<Simulator, 'requests'>, wanted: string): number {
  return requests.filter(({ operation, status }) => operation === wanted && status !== undefined)
    .length
}

/** Every secret that the simulator has given out so far. */
export function secretsOf({ world }: Simulator): string[] {
  const sessions = [...world.sso.sessions.values()]
  return [
    ...[...world.sso.clients.values()].map(({ secret }) => secret),
    ...sessions.flatMap(({ accessTokens }) => [...accessTokens.keys()]),
    ...sessions.flatMap(({ refreshTokens }) => [...refreshTokens]),
    ...world.signin.codes.keys(),
    ...[...world.signin.sessions].flatMap(({ refreshTokens }) => [...refreshTokens.keys()]),
    ...[...world.sso.roleCredentials.values()].flatMap(({ secretAccessKey, sessionToken }) => [
      secretAccessKey,
      sessionToken,
    ]),
  ]
}

/** Tells `note` of everything that is put into a map from now on. */
function noting<Key, Value>(map: Map<Key, Value>, note: (value: Value, key: Key) => void): void {
  const set = map.set.bind(map)
  map.set = (key, value) => {
    note(value, key)
    return set(key, value)
  }
}

/** The same of a set. */
function notingIn<Value>(all: Set<Value>, note: (value: Value) => void): void {
  const add = all.add.bind(all)
  all.add = (value) => {
    note(value)
    return add(value)
  }
}

/**
 * Remembers every secret that the simulator gives out from now on, also those that it forgets when
 * they are used or when a session ends. The function it returns lists them.
 */
export function watchSecrets({ world: { sso, signin } }: Simulator): () => string[] {
  const secrets = new Set<string>()
  const note = (secret: string): void => void secrets.add(secret)
  noting(sso.clients, ({ secret }) => note(secret))
  noting(sso.codes, ({ code }) => note(code))
  noting(sso.devices, ({ deviceCode }) => note(deviceCode))
  noting(sso.roleCredentials, ({ secretAccessKey, sessionToken }) => {
    note(secretAccessKey)
    note(sessionToken)
  })
  noting(sso.sessions, ({ accessTokens, refreshTokens }) => {
    noting(accessTokens, (_, token) => note(token))
    notingIn(refreshTokens, note)
  })
  noting(signin.codes, (_, code) => note(code))
  notingIn(signin.sessions, ({ refreshTokens }) => noting(refreshTokens, (_, token) => note(token)))
  return () => [...secrets]
}

/**
 * Whether the keyring has an entry of the app for this connection. Asked from a process of its own,
 * as the library speaks to the session bus of the process it runs in.
 */
export async function keychainHolds(
  keyring: Pick<Keyring, 'env'>,
  connectionId: string,
): Promise<boolean> {
  const ask = `require('keytar').getPassword('Eco Connect', ${JSON.stringify(connectionId)})
    .then((value) => process.stdout.write(String(value !== null)))`
  const { stdout } = await promisify(execFile)(process.execPath, ['-e', ask], {
    cwd: repositoryRoot,
    env: environmentFor(keyring.env),
  })
  return stdout === 'true'
}

/** The id of the only connection in a profile. */
export async function connectionIn(profile: string): Promise<string> {
  const [id] = await readdir(path.join(profile, 'connections'))
  if (!id) throw new Error('no connection in the profile')
  return id
}
