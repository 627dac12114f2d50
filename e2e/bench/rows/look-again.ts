import { keepConnectionOfBefore } from '../../demo/connected-before.ts'
import { addColleaguesStack, type World } from '../../simulator/index.ts'
import { lookOf, type Look, type Timed } from '../calls.ts'
import { compared } from '../figures.ts'
import { askedIn, timesOf } from '../looks.ts'
import { goes, reached } from '../page.ts'
import { inRounds } from '../rounds.ts'
import type { Ground, Result, Row } from '../row.ts'
import { openScene } from '../scene.ts'

/** How late each answer of AWS is; milliseconds. */
const CALL_MS = 100

/** Credentials, then everything at once, then the policies that the role turns out to have. */
const LEAST_ROUNDS = 3

/**
 * Three weeks after a connection was made somebody presses “Look again” and signs in anew. From the moment at
 * which AWS has given the sign-in's token until the verdict on the connection's health stands in the window.
 */
export const lookAgain: Row = {
  id: 'look-again',
  title: 'a verdict on a later day, 100 ms a call, against three rounds',
  pairs: 6,
  applies: true,
  async measure(ground, rounds) {
    const { ours, before } = ground.apps
    const looked = (folder: string) => () => lookIn(ground, folder)
    const subjects = { ours: looked(ours) }
    const looks = await inRounds(
      before === undefined ? subjects : { ...subjects, before: looked(before) },
      { rounds, warmUps: 1 },
    )
    const results = ofOurs(looks('ours'))
    return before === undefined ? results : [...results, ...besides(looks('ours'), looks('before'))]
  },
}

/** What somebody does who comes back: the address of the portal is still there. */
const MOVES = [
  { find: '[data-panel="registration"] button[data-action="reopen"]' },
  { find: '[data-step="sign-in"][data-status="todo"] button' },
  { find: '[data-panel="sign-in"] button[data-action="start"]' },
  { find: '[data-step="registration"][data-status] button' },
]

/** What has to be answered before anybody may say how the connection stands. */
const READ = [
  'GetRoleCredentials',
  'DescribeReportDefinitions',
  'GetBucketPolicy',
  'DescribeStacks',
  'GetRole',
  'ListAttachedRolePolicies',
  'ListRolePolicies',
  'GetPolicyVersion',
  'SimulatePrincipalPolicy',
]

/**
 * In a world and on a profile of its own, so that no sign-in of an earlier measurement is there. All is as
 * it was approved: where something is broken, what rests on it is not looked at.
 */
async function lookIn(ground: Ground, folder: string): Promise<Look> {
  const arrange = (world: World) => addColleaguesStack(world, Date.now())
  const scene = await openScene(ground, 'report-fits', { arrange })
  const { simulator, scenario, profile } = scene
  try {
    await keepConnectionOfBefore(profile, scenario, simulator.world, Date.now())
    simulator.world.settings.answerMs = CALL_MS
    return await scene.with(folder, async (window) => {
      await goes(window, MOVES)
      const end = await reached(window, ['verdict=works'])
      return lookOf(simulator.requests, { start: tokenAt(simulator.requests), end }, READ)
    })
  } finally {
    await scene.close()
  }
}

/** When AWS gave the token that the browser's sign-in was for. */
function tokenAt(requests: readonly Timed[]): number {
  const at = requests.findLast(({ operation }) => operation === 'CreateToken')?.answered
  if (at === undefined) throw new Error('Nobody signed in.')
  return at
}

function ofOurs(looks: readonly Look[]): Result[] {
  const figure = {
    what: 'the verdict',
    against: 'three rounds',
    unit: 'ms',
    goal: 1.5,
    limit: LIMIT,
  } as const
  const least = looks.map(() => LEAST_ROUNDS * CALL_MS)
  return [compared(figure, timesOf(looks), least), ...askedIn(looks, 'ours')]
}

function besides(ours: readonly Look[], before: readonly Look[]): Result[] {
  const figure = {
    what: 'the verdict',
    against: 'the build before',
    unit: 'ms',
    goal: null,
    limit: '',
  } as const
  return [compared(figure, timesOf(ours), timesOf(before)), ...askedIn(before, 'the build before')]
}

const LIMIT =
  'Three rounds are the limit: credentials, everything whose name is known, and the text of the policies that ' +
  'the role turns out to have. The most of it is calls that wait for each other.'
