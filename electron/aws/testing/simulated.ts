import { expect, onTestFinished } from 'vitest'
import { manualClock, startSimulator } from '../../../e2e/simulator/index.ts'
import type { ManualClock, Simulator, SimulatorOptions } from '../../../e2e/simulator/index.ts'
import type { Clock } from '../../base/clock.ts'
import type { Call } from '../client/clients.ts'
import { endpointsFrom } from '../../network/endpoints-from.ts'
import { createConsoleSignIn } from '../sign-in/console/console-sign-in.ts'
import type { ConsoleSignIn } from '../sign-in/console/console-sign-in.ts'
import { createSession } from '../sign-in/session.ts'
import type { KeptTokens, Session, TokenStore } from '../sign-in/session.ts'
import { createSignIn } from '../sign-in/sign-in.ts'
import type { SignIn, TokenSet } from '../sign-in/sign-in.ts'
import { nodeHttpJson, PAYER, press, START_URL, englishPage } from './portal.ts'
import { NOT_MANAGED } from '../../contract/managed.ts'

export { nodeHttpJson, PAYER, press, START_URL }

/** Time that passes only when somebody sleeps. */
export type TestClock = Clock & { readonly advance: (ms: number) => void; readonly slept: number[] }

export type Simulated = {
  readonly simulator: Simulator
  readonly clock: TestClock
  readonly signIn: SignIn
  readonly consoleSignIn: ConsoleSignIn
  readonly calls: Call[]
  /** Where whoever signs in keeps their tokens. */
  readonly tokens: TokenStore
  /** What the token store holds. */
  readonly stored: () => KeptTokens | null
  /** The same, of a sign-in at a portal. */
  readonly portalTokens: () => TokenSet | null
  /** `signIn` stands in for the sign-in of this world. */
  readonly newSession: (signIn?: SignIn) => Session
  /** Signs in to this session with the device code. */
  readonly signInTo: (session: Session) => Promise<void>
  /** Signs in with the device code and enters the payer (or another account). */
  readonly enter: (choice?: { accountId?: string; roleName?: string }) => Promise<{
    readonly session: Session
    readonly access: Parameters<typeof createSession>[0] & {
      readonly credentials: Session['credentials']
      readonly invalidateCredentials: () => void
    }
  }>
}

/** A clock on which time passes only when somebody sleeps, and then at once. */
export function impatient(manual: ManualClock): TestClock {
  const slept: number[] = []
  return {
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
}

/** A simulator that ends with the test, which then must have found no fault in what it was sent. */
export async function simulated(options: Partial<SimulatorOptions> = {}): Promise<Simulated> {
  const manual = manualClock()
  const clock = impatient(manual)
  const simulator = await startSimulator({ scenario: 'fresh', clock: manual, ...options })
  onTestFinished(async () => {
    await simulator.stop()
    expect(simulator.violations).toEqual([])
  })
  const endpoints = endpointsFrom(simulator.env)
  const calls: Call[] = []
  const reach = { endpoints, clock, onCall: (call: Call) => void calls.push(call) }
  const signIn = createSignIn({ ...reach, browserPage: englishPage })
  const consoleSignIn = createConsoleSignIn({ ...reach, browserPage: englishPage })
  let stored: KeptTokens | null = null
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
  const newSession = (own = signIn): Session =>
    createSession({ ...reach, store, signIn: own, consoleSignIn, managed: NOT_MANAGED })
  const signInTo = async (session: Session): Promise<void> => {
    const approved: Promise<string>[] = []
    await session.signIn({
      method: 'device',
      startUrl: START_URL,
      region: 'us-east-1',
      signal: new AbortController().signal,
      onCode: (code) => approved.push(press(code.verificationUriComplete, 'allow')),
      onLink: () => expect.unreachable(),
    })
    await Promise.all(approved)
  }
  return {
    simulator,
    clock,
    signIn,
    consoleSignIn,
    calls,
    tokens: store,
    stored: () => stored,
    portalTokens: () => (stored?.way === 'portal' ? stored : null),
    newSession,
    signInTo,
    async enter({ accountId = PAYER, roleName = 'AdministratorAccess' } = {}) {
      const session = newSession()
      await signInTo(session)
      session.use({ accountId, roleName })
      const { credentials, invalidateCredentials } = session
      return {
        session,
        access: {
          ...reach,
          store,
          signIn,
          consoleSignIn,
          managed: NOT_MANAGED,
          credentials,
          invalidateCredentials,
        },
      }
    },
  }
}
