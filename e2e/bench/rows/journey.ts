import { SPOT_DEMO_TOKEN } from '../../simulator/index.ts'
import { chainOf, type Needs, type Timed } from '../calls.ts'
import { compared, counted } from '../figures.ts'
import { goes, reached, type Move } from '../page.ts'
import { inRounds } from '../rounds.ts'
import type { Ground, Result, Row } from '../row.ts'
import { openScene, type Scene } from '../scene.ts'

/** How late each answer of AWS and Spot is; milliseconds. */
export const CALL_MS = 100

/** How long AWS is at work on the stack; seconds. */
export const STACK_SECONDS = 20

/** One journey: what it took without the person, and what no app could do without; milliseconds. */
type Journey = { readonly ms: number; readonly least: number; readonly chain: readonly string[] }

/**
 * The whole main path, from the first answer to the registration, by somebody who needs no time: each
 * press comes at the very moment at which the window offers it. The time in the browser is theirs and left
 * out. Against the stack's own time and the calls that must follow each other.
 */
export const journey: Row = {
  id: 'journey',
  title: `the main path without the person, a stack of ${STACK_SECONDS} s, against stack and chain of calls`,
  pairs: 3,
  applies: true,
  async measure(ground, rounds) {
    return ofOurs(await journeysOf(ground, rounds))
  },
}

const measured = new WeakMap<Ground, readonly Journey[]>()

/** Journeys of our app: at least so many, of which those that were made before are some. */
export async function journeysOf(ground: Ground, rounds: number): Promise<readonly Journey[]> {
  const known = measured.get(ground) ?? []
  const made = { ours: () => makeIn(ground, ground.apps.ours) }
  const missing = { rounds: rounds - known.length, warmUps: 0 }
  const all = [...known, ...(await inRounds(made, missing))('ours')]
  measured.set(ground, all)
  return all.slice(0, rounds)
}

/** What a person presses and types, who takes what is proposed. */
const movesOf = ({ signIn }: Scene['scenario']): Move[] => [
  { find: '[data-panel="plan"] [data-answer="us"]' },
  { find: '[data-panel="sign-in"] input[placeholder^="https://"]', type: signIn.startUrl },
  { find: '[data-panel="sign-in"] button[data-action="start"]' },
  { find: `button[data-action="choose-account"][data-account="${signIn.accountId}"]` },
  { find: `button[data-action="choose-role"][data-role="${signIn.permissionSet}"]` },
  { find: '[data-panel="cost-report"] button[data-action="create"]' },
  { find: '[data-panel="template"] button[data-action="approve"]' },
  { find: '[data-panel="stack"] button[data-action="create"]' },
  { find: '[data-panel="registration"] [data-way="send"] input', type: SPOT_DEMO_TOKEN },
  { find: '[data-panel="registration"] button[data-action="connect"]' },
  { find: '[data-panel="registration"] button[data-action="send"]' },
]

async function makeIn(ground: Ground, folder: string): Promise<Journey> {
  const scene = await openScene(ground, 'fresh', { stackSeconds: STACK_SECONDS })
  const { requests, world } = scene.simulator
  world.settings.answerMs = CALL_MS
  try {
    return await scene.with(folder, async (window) => {
      const presses = await goes(window, movesOf(scene.scenario))
      const end = await reached(window, ['registration=done'])
      return journeyOf(requests, [...presses, end])
    })
  } finally {
    await scene.close()
  }
}

/**
 * What a journey took, by its log and by when each press could be made, its end last. Between two presses
 * the least is the longest chain of those calls that were made and must follow each other (`needs`), at
 * the time that each of them takes; after the one that creates the stack, its own time besides.
 */
export function journeyOf(log: readonly Timed[], presses: readonly number[]): Journey {
  const chain = presses.flatMap((from, i) => {
    const to = presses[i + 1] ?? from
    return chainOf(
      log.filter(({ time }) => time >= from && time < to),
      needs,
    )
  })
  const [first = 0, last = 0] = [presses[0], presses.at(-1)]
  const least = STACK_SECONDS * 1000 + chain.length * CALL_MS
  return { ms: last - first - inBrowser(log), least, chain }
}

/** From when the app knew what to open until AWS's page sent the person back; milliseconds. */
function inBrowser(log: readonly Timed[]): number {
  const opened = log.find(({ operation }) => operation === 'RegisterClient')?.answered
  const allowed = log.find(({ operation }) => operation === 'AuthorizeDecision')?.answered
  if (opened === undefined || allowed === undefined) throw new Error('Nobody was in the browser.')
  return allowed - opened
}

/** After creating: what cannot be done, or read as it will be, before that has been answered. */
const AFTER: Readonly<Record<string, readonly string[]>> = {
  CreateToken: ['RegisterClient'],
  GetRoleCredentials: ['CreateToken'],
  PutPublicAccessBlock: ['CreateBucket'],
  PutBucketPolicy: ['CreateBucket'],
  PutReportDefinition: ['PutBucketPolicy'],
  DescribeReportDefinitions: ['PutReportDefinition'],
  DescribeStacks: ['CreateStack'],
  SetUpBilling: ['SetCredentials'],
}

/**
 * What AWS and Spot demand: the portal lists for the token that it gave, signed calls need credentials,
 * a report is refused whose bucket does not let AWS deliver yet, and what was created is proven by reading it
 * afterwards. Whatever the app asks besides, to be sure, must follow nothing, and is no part of the least.
 */
const needs: Needs = ({ service, operation, accountId }) => {
  const own = AFTER[operation]
  if (service === 'sso' && operation !== 'GetRoleCredentials') return ['CreateToken']
  if (accountId === undefined) return own ?? []
  return ['GetRoleCredentials', ...(own ?? [])]
}

function ofOurs(journeys: readonly Journey[]): Result[] {
  const figure = { what: 'the main path', against: 'stack and chain of calls', unit: 'ms' } as const
  const [one] = journeys
  return [
    compared(
      { ...figure, goal: 1.05, limit: LIMIT },
      journeys.map(({ ms }) => ms),
      journeys.map(({ least }) => least),
    ),
    counted(
      { what: 'calls in the chain', unit: 'requests', goal: null, limit: '' },
      one?.chain.length ?? 0,
    ),
  ]
}

const LIMIT =
  'The stack’s own time and one call after the other, where AWS demands it, are the limit. The rest is what the app ' +
  'asks twice or in turn, how late it sees that the stack is complete, and its own work between press and call.'
