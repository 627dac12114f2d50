import { STEPS } from '../../../electron/contract/steps.ts'
import { untilRegistration } from '../../journeys/steps.ts'
import { lookOf, type Look } from '../calls.ts'
import { compared } from '../figures.ts'
import { askedIn, timesOf } from '../looks.ts'
import { reached } from '../page.ts'
import { inRounds } from '../rounds.ts'
import type { Ground, Result, Row } from '../row.ts'
import { openScene, type Scene } from '../scene.ts'

/** How late each answer of AWS is; milliseconds. */
const CALL_MS = 100

/** Credentials first, then everything at once. */
const LEAST_ROUNDS = 2

/**
 * Somebody opens the window again: report, bucket and role are there, the sign-in of this morning is in the
 * keyring, AWS's first delivery is still awaited, and only the registration is left. From the first
 * request that AWS gets until all the other steps are shown as proven, by what it has answered.
 */
export const verifyAll: Row = {
  id: 'verify-all',
  title: 'everything proven anew at 100 ms a call, against two rounds',
  pairs: 10,
  applies: true,
  async measure(ground, rounds) {
    const { ours, before } = ground.apps
    const scene = await madeBefore(ground)
    try {
      const looked = (folder: string) => () => lookIn(scene, folder)
      const subjects = { ours: looked(ours) }
      const looks = await inRounds(
        before === undefined ? subjects : { ...subjects, before: looked(before) },
        { rounds, warmUps: 1 },
      )
      const results = ofOurs(looks('ours'))
      return before === undefined
        ? results
        : [...results, ...besides(looks('ours'), looks('before'))]
    } finally {
      await scene.close()
    }
  },
}

/** The journey up to the registration, made by the app as it is; the profile outlives it. */
async function madeBefore(ground: Ground): Promise<Scene> {
  const scene = await openScene(ground, 'fresh', { stackSeconds: 1 })
  await scene.with(ground.apps.ours, async (window) => {
    await untilRegistration(window, scene.scenario)
    await reached(window, PROVEN)
  })
  scene.simulator.world.settings.answerMs = CALL_MS
  return scene
}

/** How each step stands that is read from AWS, or rests on what is. */
const PROVEN = Object.keys(STEPS)
  .filter((step) => step !== 'registration')
  .map((step) => `${step}=${step === 'bucket' ? 'pending' : 'done'}`)

/** What has to be answered before anything of it may be called proven. */
const READ = [
  'GetRoleCredentials',
  'DescribeOrganization',
  'DescribeReportDefinitions',
  'GetBucketPolicy',
  'DescribeStacks',
  'GetRole',
  'SimulatePrincipalPolicy',
]

function lookIn({ simulator: { requests }, with: started }: Scene, folder: string): Promise<Look> {
  const before = requests.length
  return started(folder, async (window) => {
    const end = await reached(window, PROVEN)
    const log = requests.slice(before)
    const start = Math.min(...log.map(({ time }) => time))
    return lookOf(log, { start, end }, READ)
  })
}

function ofOurs(looks: readonly Look[]): Result[] {
  const least = looks.map(() => LEAST_ROUNDS * CALL_MS)
  const against = 'two rounds'
  return [
    compared(
      { what: 'everything proven', against, unit: 'ms', goal: 1.6, limit: LIMIT },
      timesOf(looks),
      least,
    ),
    ...askedIn(looks, 'ours'),
  ]
}

function besides(ours: readonly Look[], before: readonly Look[]): Result[] {
  const against = 'the build before'
  const figure = {
    what: 'everything proven',
    against,
    unit: 'ms',
    goal: 1 / 3.5,
    limit: LIMIT,
  } as const
  return [compared(figure, timesOf(ours), timesOf(before)), ...askedIn(before, 'the build before')]
}

const LIMIT =
  'Two rounds are the limit: nobody can ask AWS for anything before there are credentials, and nothing can be ' +
  'answered sooner than one call later. What is above them is processor time: questions written and signed, answers read, the checklist drawn.'
