import type { AwsCredentialIdentity } from '@smithy/types'
import type { ConsoleSignIn } from '../../electron/aws/sign-in/console/console-sign-in.ts'
import type { ConsoleTokens } from '../../electron/aws/sign-in/console/tokens.ts'
import { createConsoleSignIn } from '../../electron/aws/sign-in/console/console-sign-in.ts'
import { createSession } from '../../electron/aws/sign-in/session.ts'
import type { KeptTokens, Session, TokenStore } from '../../electron/aws/sign-in/session.ts'
import type { Access, Reach } from '../../electron/aws/client/clients.ts'
import { endpointsFrom } from '../../electron/network/endpoints-from.ts'
import { createHttpHandler, createHttpJson } from '../../electron/network/network.ts'
import type { HttpJson } from '../../electron/network/network.ts'
import { englishPage } from '../../electron/aws/testing/portal.ts'
import { createSignIn } from '../../electron/aws/sign-in/sign-in.ts'
import type { SignIn, TokenSet } from '../../electron/aws/sign-in/sign-in.ts'
import { nodeNet } from '../../electron/aws/testing/node-net.ts'
import type { Clock } from '../../electron/base/clock.ts'
import {
  addFittingReport,
  consoleBrowser,
  manualClock,
  startSimulator,
} from '../simulator/index.ts'
import type { Simulator } from '../simulator/index.ts'
import { signIn as signInToPortal } from '../simulator/test-session.ts'
import { NOT_MANAGED } from '../../electron/contract/managed.ts'

export const PAYER = '418207315602'
/** Whose the things are that are taken back. */
export const OWNER = { connectionId: 'reach', remembered: true }

/** AWS and Spot with somebody signed in, and what the app's services are built from. */
export type Stage = {
  readonly simulator: Simulator
  /** Waits take no time. */
  readonly clock: Clock
  readonly reach: Reach & { readonly clock: Clock }
  readonly access: Access
  readonly session: Session
  /** A session of an app that was just started, with the same tokens in its store. */
  readonly newSession: () => Session
  readonly tokens: TokenSet
  /** Credentials of the person's permission set, good for an hour. */
  readonly keys: AwsCredentialIdentity
  readonly signIn: SignIn
  readonly consoleSignIn: ConsoleSignIn
  /** Of somebody who signed in as to the console. */
  readonly consoleTokens: ConsoleTokens
  /** The way to Spot. */
  readonly http: HttpJson
  /** A name that no earlier call has used. */
  readonly unused: (stem: string) => string
  readonly stop: () => Promise<void>
}

/** Opens a stage; every call is sent once, so that the first refusal is the answer. */
export async function openStage(): Promise<Stage> {
  const manual = manualClock()
  const clock: Clock = {
    now: () => manual.now(),
    sleep: (ms, signal) => {
      if (signal?.aborted) return Promise.reject(signal.reason)
      manual.advance(ms)
      return Promise.resolve()
    },
  }
  const simulator = await startSimulator({
    scenario: 'fresh',
    clock: manual,
    arrange: (world) => addFittingReport(world, manual.now()),
  })
  const net = nodeNet()
  const reach = {
    endpoints: endpointsFrom(simulator.env),
    requestHandler: createHttpHandler(net),
    clock,
    maxAttempts: 1,
  }
  const signIn = createSignIn({ ...reach, browserPage: englishPage })
  const consoleSignIn = createConsoleSignIn({ ...reach, browserPage: englishPage })
  const { registration, accessToken, refreshToken, expiresIn } = await signInToPortal(simulator)
  const { startUrl, region } = simulator.world.sso
  const tokens: TokenSet = {
    way: 'portal',
    startUrl,
    region,
    accessToken,
    refreshToken,
    ...registration,
    clientSecretExpiresAt: clock.now() + 90 * 86_400_000,
    expiresAt: clock.now() + expiresIn * 1000,
  }
  const newSession = (): Session => {
    let stored: KeptTokens | null = tokens
    const store: TokenStore = {
      load: () => Promise.resolve(stored),
      save: (saved) => Promise.resolve(void (stored = saved)),
      wipe: () => Promise.resolve(void (stored = null)),
    }
    return createSession({ ...reach, store, signIn, consoleSignIn, managed: NOT_MANAGED })
  }
  const session = newSession()
  session.use({ accountId: PAYER, roleName: 'AdministratorAccess' })
  const { credentials, invalidateCredentials } = session
  let names = 0
  return {
    simulator,
    clock,
    reach,
    access: { ...reach, credentials, invalidateCredentials },
    session,
    newSession,
    tokens,
    keys: await session.credentials(),
    signIn,
    consoleSignIn,
    consoleTokens: await signInElsewhere(simulator, consoleSignIn),
    http: createHttpJson(net),
    unused: (stem) => `${stem}-${(names += 1)}`,
    stop: () => simulator.stop(),
  }
}

/** Signs in as to the console with the browser of another device. */
export async function signInElsewhere(
  simulator: Simulator,
  consoleSignIn: ConsoleSignIn,
): Promise<ConsoleTokens> {
  const begun = consoleSignIn.elsewhere()
  const code = await consoleBrowser(simulator).codeFrom(begun.link)
  return consoleSignIn.withCode(begun, code ?? '')
}
