import { untilRegistration } from '../journeys/steps.ts'
import { STEPS } from '../../electron/contract/steps.ts'
import { reached } from './page.ts'
import { roundsOf, type Timed } from './calls.ts'
import { delayAnswers, openScene, type Scene } from './scene.ts'
import type { Bench } from './started.ts'

/** How late each answer of AWS is; milliseconds. */
export const CALL_MS = 100

/** Credentials first, then everything at once: nothing is quicker. */
export const VERIFY_LIMIT_MS = 2 * CALL_MS

/** What one look at everything took, with the requests that it waited for. */
export type Look = { readonly ms: number; readonly requests: readonly Timed[]; readonly rounds: number }

export type VerifyAll = {
  /** From the first request of the app in `folder`, newly started, until all steps are proven. */
  readonly measure: (folder: string) => Promise<Look>
  readonly close: () => Promise<void>
}

/**
 * Somebody who opens the window again: report, bucket and role are there, the sign-in of this morning is
 * in the keyring, and only the registration is left to do.
 */
export async function openVerifyAll(bench: Bench, folder: string): Promise<VerifyAll> {
  const scene = await openScene(bench, 'report-fits', { stackSeconds: 1 })
  await scene.with(folder, async (window) => {
    await untilRegistration(window, scene.scenario)
    await reached(window, PROVEN)
  })
  delayAnswers(scene.simulator, CALL_MS)
  return { measure: (folder) => verifyIn(scene, folder), close: scene.close }
}

/** Every step that is read, in the state in which it is proven. */
const PROVEN = Object.keys(STEPS)
  .filter((step) => step !== 'registration')
  .map((step) => `${step}=${step === 'bucket' ? 'pending' : 'done'}`)

/** What has been read when everything is proven; a build that leaves some of it out is not quicker. */
const READ = [
  'GetRoleCredentials',
  'GetCallerIdentity',
  'DescribeOrganization',
  'DescribeReportDefinitions',
  'GetBucketLocation',
  'GetBucketPolicy',
  'DescribeStacks',
  'GetRole',
  'SimulatePrincipalPolicy',
]

function verifyIn(scene: Scene, folder: string): Promise<Look> {
  const { requests } = scene.simulator
  const before = requests.length
  return scene.with(folder, async (window) => {
    const proven = await reached(window, PROVEN)
    return lookOf(requests.slice(before), proven, READ)
  })
}

/** What a look took that was over at `end`. Throws if it was over before it had read what it has to. */
export function lookOf(log: readonly Timed[], end: number, read: readonly string[]): Look {
  const [first] = log
  if (!first) throw new Error('AWS was asked nothing.')
  const requests = log.filter(({ answered }) => answered !== undefined && answered <= end)
  const unread = read.filter((name) => !requests.some(({ operation }) => operation === name))
  if (unread.length > 0) throw new Error(`It was over without an answer to ${unread.join(', ')}.`)
  return { ms: end - first.time, requests, rounds: roundsOf(requests).length }
}
