import { expect } from 'vitest'
import type { Operation } from '../../aws/testing/named-request.ts'
import type { Status } from '../../contract/status.ts'
import { STEP_IDS, STEPS, type StepId } from '../../contract/steps.ts'
import { verdictOf } from '../../contract/health.ts'
import { whatExists } from './kept-world.ts'
import type { Opened, Shown } from './remembered.ts'
import { WRONGLY_TRUSTED } from './wrong-premises.ts'

/**
 * What holds for everything that is shown while a checklist is verified, in whatever order it asks and
 * is answered: written from what AWS was asked and has said, not from how the app goes about it.
 */

type InAws = {
  [S in StepId]: (typeof STEPS)[S]['doneInAws'] extends true ? S : never
}[StepId]
const isInAws = (step: StepId): step is InAws => STEPS[step].doneInAws
/** The steps that rest on AWS's word, in their order. */
const IN_AWS = STEP_IDS.filter(isInAws)

/** What AWS has to have said in this pass before a step may be green, with what it rests on. */
const PROOF: Readonly<Record<InAws, readonly string[]>> = {
  'sign-in': ['GetCallerIdentity', 'DescribeOrganization'],
  'cost-report': ['DescribeReportDefinitions'],
  bucket: ['GetBucketLocation', 'GetBucketPolicy', 'ListObjectsV2'],
  stack: ['DescribeStacks', 'GetRole', 'SimulatePrincipalPolicy'],
}

/** Of the others AWS's refusal is an answer as well: what they tell is not known then, or seen in another way. */
const MUST_SUCCEED: readonly string[] = [
  'GetCallerIdentity',
  'DescribeReportDefinitions',
  'GetRole',
  'SimulatePrincipalPolicy',
]

/** Whom the role trusts stands in what is read of any account: Spot's own accounts, or who took their place. */
const TRUSTED_BY_ROLE = ['884866656237', '627743545735', WRONGLY_TRUSTED]

/** Where a look begins: nothing that was shown or said before counts for it. */
export type Pass = { readonly shown: number; readonly told: number; readonly sent: number }
const FROM_THE_START: Pass = { shown: 0, told: 0, sent: 0 }
export const beginningNow = ({ shown, network }: Opened): Pass => ({
  shown: shown.length,
  told: network.told.length,
  sent: network.sent.length,
})

const statusIn = ({ steps }: Pick<Shown, 'steps'>, step: StepId): Status => {
  const view = steps.find(({ id }) => id === step)
  if (!view) throw new Error(`no step ${step}`)
  return view.status
}

/** What a snapshot says that nobody can know yet; empty is good. */
function untrue({ network }: Opened, shown: Shown, pass: Pass): string[] {
  const answers = network.told.slice(pass.told, shown.told)
  const said = new Set(
    answers
      .filter(({ operation, status }) => status === 200 || !MUST_SUCCEED.includes(operation))
      .map(({ operation }) => operation),
  )
  const needed: string[] = []
  const wrong: string[] = []
  for (const step of IN_AWS) {
    if (statusIn(shown, step).kind !== 'done') continue
    needed.push(...PROOF[step])
    const missing = needed.filter((operation) => !said.has(operation))
    if (missing.length > 0) wrong.push(`${step} is green without ${missing.join(', ')}`)
    const before = IN_AWS.slice(0, IN_AWS.indexOf(step))
    const open = before.filter(
      (one) => !['done', 'pending', 'skipped'].includes(statusIn(shown, one).kind),
    )
    if (open.length > 0) wrong.push(`${step} is green before ${open.join(', ')}`)
  }
  return [...wrong, ...ofAnotherAccount(shown)]
}

/** What is shown of an account that is not the one proven to be signed in. */
function ofAnotherAccount(shown: Shown): string[] {
  const signIn = statusIn(shown, 'sign-in')
  const proven =
    signIn.kind === 'done' ? signIn.evidence.find(({ id }) => id === 'account')?.value : undefined
  return IN_AWS.slice(1).flatMap((step): string[] => {
    const status = statusIn(shown, step)
    if (proven === undefined) {
      const says = ['done', 'pending', 'todo'].includes(status.kind)
      return says ? [`${step} is ${status.kind} while nobody is proven to be signed in`] : []
    }
    const numbers = JSON.stringify(status).match(/(?<![\da-zA-Z])\d{12}(?![\da-zA-Z])/g) ?? []
    const strange = numbers.filter((one) => one !== proven && !TRUSTED_BY_ROLE.includes(one))
    return strange.map((one) => `${step} tells of ${one} to ${proven}`)
  })
}

/** That nothing shown since `pass` was said too early, and nothing of another account. */
export function expectNothingUntrue(opened: Opened, pass: Pass = FROM_THE_START): void {
  const wrong = opened.shown.slice(pass.shown).flatMap((shown) => untrue(opened, shown, pass))
  expect([...new Set(wrong)]).toEqual([])
}

/** What signs somebody in changes nothing of what an account has. */
const SIGNING_IN = ['sso-oidc', 'signin', 'browser']

/** Reads of what an account has; those that tell who somebody is are none. */
export const isOfAccount = ({ service }: Operation): boolean =>
  ['cur', 's3', 'cloudformation', 'iam'].includes(service)

/**
 * That nothing of an account was asked before it was known whose credentials ask: those of a portal are asked
 * for by the account's number, any others have to be looked at first.
 */
export function expectAskedAsSomebodyKnown({ network }: Opened, pass: Pass): void {
  const sent = network.sent.slice(pass.sent)
  const early = sent.filter((one, place) => {
    if (!isOfAccount(one)) return false
    const isOfPortal = sent
      .slice(0, place)
      .some((before) => before.operation === 'GetRoleCredentials')
    const told = network.told.slice(pass.told, one.told)
    return !isOfPortal && !told.some(({ operation }) => operation === 'GetCallerIdentity')
  })
  expect(early.map(({ operation }) => operation)).toEqual([])
}

/** That nothing was asked of AWS but to tell something, and that all of it is on record. */
export async function expectOnlyReads(
  { simulator, world, connection }: Opened,
  before: ReturnType<typeof whatExists>,
): Promise<void> {
  const asked = simulator.requests.filter(({ service }) => !SIGNING_IN.includes(service))
  const writes = asked.filter(
    ({ operation }) => !/^(Get|List|Describe|Simulate|Validate|Logout)/.test(operation),
  )
  expect(writes.map(({ operation }) => operation)).toEqual([])
  expect(whatExists(world)).toEqual(before)
  const ofOthers = asked.filter(
    ({ service, operation, accountId, params }) =>
      service === 's3' &&
      operation !== 'ListBuckets' &&
      params['ExpectedBucketOwner'] !== accountId,
  )
  expect(ofOthers.map(({ operation }) => `${operation} of anybody's bucket`)).toEqual([])
  await expectOnRecord({ simulator, connection })
}

/** That the record of calls has every call that AWS saw. */
export async function expectOnRecord({
  simulator,
  connection,
}: Pick<Opened, 'simulator' | 'connection'>): Promise<void> {
  const seen = new Map<string, number>()
  for (const { service, operation } of simulator.requests) {
    if (service === 'browser') continue
    const name = `${service} ${operation}`
    seen.set(name, (seen.get(name) ?? 0) + 1)
  }
  for (const entry of await connection.record()) {
    if (entry.kind !== 'call') continue
    const name = `${entry.service} ${entry.operation}`
    seen.set(name, (seen.get(name) ?? 0) - Math.max(1, entry.attempts))
  }
  const missing = [...seen].filter(([, count]) => count > 0)
  expect(missing).toEqual([])
}

/** A status in a few words: its kind, and what it asks or is stopped by. */
function inWords(status: Status): string {
  switch (status.kind) {
    case 'failed':
      return `failed ${status.error.code}`
    case 'todo':
      return ['todo', status.problem?.code, 'stage' in status.ask ? status.ask.stage : '']
        .filter(Boolean)
        .join(' ')
    case 'pending':
      return `pending ${status.progress.kind}`
    default:
      return status.kind
  }
}

/** How the steps stand that rest on AWS, but for those that wait for one before; `all done` if they are. */
export function standing({ connection }: Pick<Opened, 'connection'>): string {
  const view = connection.view()
  const told = IN_AWS.map((step) => [step, inWords(statusIn(view, step))] as const)
  const open = told.filter(
    ([, words], place) => words !== 'done' && (place === 0 || words !== 'waiting'),
  )
  return open.map(([step, words]) => `${step} ${words}`).join('; ') || 'all done'
}

/** What a look on a later day has found: its verdict, or what is wrong. */
export function foundWrong({ connection }: Pick<Opened, 'connection'>): string {
  const health = connection.view().health
  if (health?.look !== 'looked') return health?.look ?? 'none'
  const found = verdictOf(health.findings)
  if (found.kind === 'works' || found.kind === 'waits') return found.kind
  return health.findings
    .filter(({ state }) => state === (found.kind === 'broken' ? 'bad' : 'unseen'))
    .filter(({ codes }) => !codes.includes('not-asked'))
    .map(({ id, codes }) => `${id}: ${codes.join(', ')}`)
    .join('; ')
}

/** All that is shown in the end, but for when and by which request it became known. */
export function inTheEnd({ connection }: Opened): unknown {
  const { steps, health } = connection.view()
  const timeless = new Set(['at', 'lookedAt', 'lookAgainAt', 'dueAt', 'requestId'])
  return JSON.parse(
    JSON.stringify({ steps, health }, (key, value: unknown) =>
      timeless.has(key) ? undefined : value,
    ),
  )
}
