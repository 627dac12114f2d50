import { createConsoleSignIn } from '../../electron/aws/sign-in/console/console-sign-in.ts'
import type { ConsoleSignIn } from '../../electron/aws/sign-in/console/console-sign-in.ts'
import { englishPage, press } from '../../electron/aws/testing/portal.ts'
import { systemClock } from '../../electron/base/clock.ts'
import { consoleBrowser } from '../simulator/index.ts'
import type { Driver, Drivers } from './drivers.ts'
import type { Stage } from './stage.ts'

const signal = new AbortController().signal
const MINUTE = 60_000

/** What a person gets by signing in is secret, and not shown. */
const SIGNED_IN = 'signed in'

/** Waits between two tries take no time; the person's, who is in the browser, do. */
const signInOf = ({ reach }: Stage): ConsoleSignIn =>
  createConsoleSignIn({
    ...reach,
    browserPage: englishPage,
    clock: {
      now: reach.clock.now,
      sleep: (ms, wait) => (ms < MINUTE ? reach.clock : systemClock).sleep(ms, wait),
    },
  })

const inBrowser: Driver = async (stage) => {
  const pressed: Promise<unknown>[] = []
  const signingIn = signInOf(stage).browser({
    signal,
    onLink: (link) => void pressed.push(press(link, 'allow')),
  })
  await Promise.allSettled([signingIn])
  await Promise.all(pressed)
  return signingIn.then(() => SIGNED_IN)
}

const elsewhere: Driver = async (stage) => {
  const consoleSignIn = signInOf(stage)
  const begun = consoleSignIn.elsewhere()
  const code = await consoleBrowser(stage.simulator).codeFrom(begun.link)
  await consoleSignIn.withCode(begun, code ?? '', signal)
  return SIGNED_IN
}

/** The ways that lead to AWS's sign-in for the console. */
export const consoleDrivers: Drivers = {
  'signin:CreateOAuth2Token': {
    'signing in as to the console': inBrowser,
    'signing in as to the console on another device': elsewhere,
    'renewing the sign-in as to the console': async (stage) => {
      await signInOf(stage).renew(stage.consoleTokens)
      return SIGNED_IN
    },
  },
}
