import { expect, onTestFinished } from 'vitest'
import { manualClock, startSimulator } from '../../../e2e/simulator/index.ts'
import type { Simulator, SimulatorOptions } from '../../../e2e/simulator/index.ts'
import type { Clock } from '../../base/clock.ts'
import type { Call } from '../client/clients.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { createSession } from '../sign-in/session.ts'
import type { Session, TokenStore } from '../sign-in/session.ts'
import { createSignIn } from '../sign-in/sign-in.ts'
import type { SignIn, TokenSet } from '../sign-in/sign-in.ts'
import { nodeHttpJson, PAYER, press, START_URL, englishPage } from './portal.ts'

export { nodeHttpJson, PAYER, press, START_URL }

/** Time that passes only when somebody sleeps. */
export type TestClock = Clock & { readonly advance: (ms: number) => void; readonly slept: number[] }

export type Simulated = {
  readonly simulator: Simulator
  readonly clock: TestClock
  readonly signIn: SignIn
  readonly calls: Call[]
  /** Where whoever signs in keeps their tokens. */
  readonly tokens: TokenStore
  /** What the token store holds. */
  readonly stored: () => TokenSet | null
  readonly newSession: () => Session
  /** Signs in with the device code and enters the payer (or another account). */
  readonly enter: (choice?: { accountId?: string; roleName?: string }) => Promise<{
    readonly session: Session
    readonly access: Parameters<typeof createSession>[0] & {
      readonly credentials: Session['credentials']
      readonly invalidateCredentials: () => void
    }
  }>
}

/** A simulator that ends with the test, which then must have found no fault in what it was sent. */
export async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulated> {
  const manual = manualClock()
  const slept: number[] = []
  const clock: TestClock = {
    slept,
    now: () => manual.now(),
    advance: (ms) => manual.advance(ms),
    sleep: (ms, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason)
      slept.push(ms)
      manual.advance(ms)
      return Promise.resolve()
    },
  }
  const simulator = await startSimulator({ scenario: 'fresh', clock: manual, ...options })
  onTestFinished(async () => {
    await simulator.stop()
    expect(simulator.violations).toEqual([])
  })
  const endpoints = endpointsFrom(simulator.env)
  const calls: Call[] = []
  const connection = { endpoints, clock, onCall: (call: Call) => void calls.push(call) }
  const signIn = createSignIn({ ...connection, browserPage: englishPage })
  let stored: TokenSet | null = null
  const store: TokenStore = {
    load: () => Promise.resolve(stored),
    save: (tokens) => {
      stored = tokens
      return Promise.resolve()
    },
    wipe: () => {
      stored = null
      return Promise.resolve()
    },
  }
  const newSession = (): Session => createSession({ ...connection, store, signIn })
  return {
    simulator,
    clock,
    signIn,
    calls,
    tokens: store,
    stored: () => stored,
    newSession,
    async enter({ accountId = PAYER, roleName = 'AdministratorAccess' } = {}) {
      const approved: Promise<string>[] = []
      const tokens = await signIn.device({
        startUrl: START_URL,
        region: 'us-east-1',
        signal: new AbortController().signal,
        onCode: (code) => approved.push(press(code.verificationUriComplete, 'allow')),
      })
      await Promise.all(approved)
      const session = newSession()
      await session.accept(tokens)
      session.use({ accountId, roleName })
      const { credentials, invalidateCredentials } = session
      return {
        session,
        access: { ...connection, store, signIn, credentials, invalidateCredentials },
      }
    },
  }
}
