import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type ManualClock, manualClock } from './clock.ts'
import { startSimulator } from './index.ts'
import type { Simulator } from './index.ts'
import { newCode, newKey, postToken, proofOf } from './test-signin.ts'
import type { Answer, Key } from './test-signin.ts'

// It stands, so that a second more or less is one on a busy machine, too.
let clock: ManualClock
let simulator: Simulator

beforeEach(async () => {
  clock = manualClock()
  simulator = await startSimulator({ scenario: 'console-sign-in', clock })
})
afterEach(async () => {
  expect(simulator.violations).toEqual([])
  await simulator.stop()
})

const seconds = (): number => Math.floor(clock.now() / 1000)

/** Exchanges a new code with this proof. */
const exchange = async (proof: string | undefined): Promise<Answer> =>
  postToken(simulator, { grantType: 'authorization_code', ...(await newCode(simulator)) }, proof)

type Wrong = Parameters<typeof proofOf>[1]
const wrong: [string, string, (key: Key, right: Wrong) => string | undefined][] = [
  ['is missing', 'there is no proof', () => undefined],
  ['is no JWT', 'its header', () => 'proof'],
  ['has a fourth part', 'three parts', (key, right) => `${proofOf(key, right)}.more`],
  ['is of another type', 'its header', (key, right) => proofOf(key, right, { typ: 'JWT' })],
  ['names no algorithm', 'its header', (key, right) => proofOf(key, right, { alg: 'none' })],
  ['names another algorithm', 'its header', (key, right) => proofOf(key, right, { alg: 'ES384' })],
  ['has a key of another curve', 'its header', (_key, right) => proofOf(newKey('P-384'), right)],
  [
    'gives its private key away',
    'its header',
    (key, right) => proofOf(key, right, { jwk: key.private.export({ format: 'jwk' }) }),
  ],
  [
    'has coordinates of no key',
    'not by its key',
    (key, right) => proofOf(key, right, { jwk: { ...key.jwk, x: key.jwk['y'] } }),
  ],
  [
    'is signed by another key',
    'not by its key',
    (key, right) => proofOf(newKey(), right, { jwk: key.jwk }),
  ],
  ['has a signature in DER', 'not 64 bytes', (key, right) => proofOf(key, right, {}, 'der')],
  [
    'was changed after it was signed',
    'not by its key',
    (key, right) => {
      const [head, , tail] = proofOf(key, right).split('.')
      const [, body] = proofOf(key, { ...right, jti: randomUUID() }).split('.')
      return `${head}.${body}.${tail}`
    },
  ],
  [
    'is for another method',
    'another method',
    (key, right) => proofOf(key, { ...right, htm: 'GET' }),
  ],
  [
    'is for another address',
    'another address',
    (key, right) =>
      proofOf(key, { ...right, htu: 'https://eu-west-1.signin.aws.amazon.com/v1/token' }),
  ],
  ['has no id', 'its claims', (key, right) => proofOf(key, { ...right, jti: undefined })],
  [
    'has an id that is no UUID',
    'its claims',
    (key, right) => proofOf(key, { ...right, jti: 'once' }),
  ],
]

it.each(wrong)('a proof that %s is refused', async (_what, reason, make) => {
  const proof = make(newKey(), { htu: `${simulator.url}/v1/token`, iat: seconds() })
  const answer = await exchange(proof)
  expect(answer).toMatchObject({
    status: 400,
    type: 'ValidationException',
    body: { error: 'INVALID_REQUEST' },
  })
  expect(answer.body['message']).toContain(reason)
  expect(simulator.world.signin.sessions.size).toBe(0)
})

it.each([[-301], [301]])(
  'a proof of another time (%i seconds) is told as something over',
  async (off) => {
    const proof = proofOf(newKey(), { htu: `${simulator.url}/v1/token`, iat: seconds() + off })
    expect(await exchange(proof)).toMatchObject({
      status: 401,
      type: 'AccessDeniedException',
      body: { error: 'TOKEN_EXPIRED' },
    })
  },
)

it('a proof is judged by the clock of the service, even where that is wrong', async () => {
  simulator.inject({ kind: 'clockSkew', minutes: 20, service: 'signin' })
  const proofAt = (iat: number): string =>
    proofOf(newKey(), { htu: `${simulator.url}/v1/token`, iat })
  expect(await exchange(proofAt(seconds()))).toMatchObject({ status: 401 })
  expect(await exchange(proofAt(seconds() + 20 * 60))).toMatchObject({ status: 200 })
})

it('a proof works once', async () => {
  const proof = proofOf(newKey(), { htu: `${simulator.url}/v1/token`, iat: seconds() })
  expect(await exchange(proof)).toMatchObject({ status: 200 })
  expect(await exchange(proof)).toMatchObject({ status: 400, body: { error: 'INVALID_REQUEST' } })
})
