import { isDenied, unlessDenied } from '../../aws/client/reply.ts'
import { roleOutputOf } from '../../aws/cloudformation/stacks.ts'
import { parseExistingBucketName } from '../../aws/client/bucket-name.ts'
import { judge } from '../../aws/cur/report-verdict.ts'
import { WAITS } from '../../base/waits.ts'
import { requestFor } from '../../checklist/hand-over.ts'
import { interrupts, unverified } from '../../checklist/outcome.ts'
import type { ActContext, StepContext } from '../../checklist/step.ts'
import type {
  AskMspAsk,
  FoundBucket,
  MspAsked,
  MspRequest,
} from '../../contract/ask/cost-report.ts'
import type { As } from '../../contract/commands.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Status } from '../../contract/status.ts'
import type { AppError } from '../../errors/app-error.ts'
import { fail, isCode, toAppError } from '../../errors/failure.ts'
import { bucketRefusal, requireBucketName } from '../../managed/rules.ts'
import { mailtoLink } from '../../spot/support-request.ts'
import { parameterOf } from '../../template/parameters.ts'
import { accountIdOf, ofThisAccount } from '../shared/account.ts'
import { mspReportOf, parseMspAccount, parseMspPrefix } from '../shared/msp.ts'
import { currentTemplate } from '../template/template.ts'

export const byMsp = ({ choices }: StepContext): boolean => choices().plan?.managedBy === 'msp'

/**
 * How it stands with the report that an MSP sets up: asked for, waited for, or told. Nothing of it can
 * be read from here, as it is in the MSP's account; what the account itself names is offered.
 */
export async function statusOfMsp(context: StepContext): Promise<Status> {
  const { choices, clock, managed } = context
  const told = mspReportOf(choices())
  const refusal = told && bucketRefusal(managed, told.bucketName)
  if (told && !refusal) return unverified(told.at || clock.now(), evidenceOf(told))
  const ask = await askMsp(context)
  if (refusal) return { kind: 'todo', ask, problem: refusal.error }
  if (!ask.asked?.sent) return { kind: 'todo', ask }
  return {
    kind: 'pending',
    blocks: true,
    lookAgainAt: choices().byHand ? null : clock.now() + WAITS.msp.everyMs,
    progress: { kind: 'asked-msp', ask },
  }
}

function evidenceOf(told: NonNullable<ReturnType<typeof mspReportOf>>): Fact[] {
  return [
    { id: 'bucket', value: told.bucketName, copy: true },
    ...(told.prefix === '' ? [] : [{ id: 'prefix' as const, value: told.prefix }]),
    ...(told.mspAccountId === '' ? [] : [{ id: 'msp-account' as const, value: told.mspAccountId }]),
  ]
}

async function askMsp(context: StepContext): Promise<AskMspAsk> {
  const { choices } = context
  const before = ofThisAccount(choices().mspReport, choices())
  const request = requestOf(context)
  return {
    step: 'cost-report',
    stage: 'ask-msp',
    request,
    asked: askedOf(context),
    answer: {
      bucketName: before?.bucketName ?? '',
      prefix: before?.prefix ?? '',
      mspAccountId: before?.mspAccountId || request.mspAccountId,
    },
    ...(await lookedThrough(context)),
  }
}

/** The payer above an MSP's customer is the MSP, so that AWS itself knows its number. */
export function mspAccountOf({ choices, proven }: Pick<StepContext, 'choices' | 'proven'>): string {
  const payer = proven('sign-in', 'management-account')
  const told = mspReportOf(choices())?.mspAccountId || choices().plan?.mspAccountId
  return told || (/^\d{12}$/.test(payer) ? payer : '')
}

export function requestOf(context: Pick<StepContext, 'choices' | 'proven'>): MspRequest {
  const { account } = context.choices()
  return {
    accountId: account?.id ?? '',
    accountName: account?.name ?? '',
    mspAccountId: mspAccountOf(context),
  }
}

/** The last way in which the request left the app. */
function askedOf({ choices }: StepContext): MspAsked | null {
  const asked = ofThisAccount(choices().askedMsp, choices())
  const saved = requestFor('cost-report', choices())
  if (saved && saved.at > (asked?.sent ? asked.at : 0))
    return { how: 'file', at: saved.at, sent: true, file: saved.file }
  return asked && { how: asked.how, at: asked.at, sent: asked.sent, file: '' }
}

/** Whoever cannot look goes by what the MSP says: only an ended sign-in stops the step. */
async function lookedThrough(
  context: StepContext,
): Promise<{ readonly found: readonly FoundBucket[]; readonly unread: AppError | null }> {
  if (context.choices().byHand) return { found: [], unread: null }
  try {
    const all = await Promise.all([inStacks(context), inReports(context)])
    const found = all
      .flat()
      .filter(({ bucketName }) => bucketRefusal(context.managed, bucketName) === null)
    return { found, unread: null }
  } catch (error) {
    const problem = toAppError(error)
    if (context.signal.aborted || interrupts(problem.code)) throw error
    return { found: [], unread: isDenied(error) ? null : problem }
  }
}

/** A stack with a role for Spot tells which bucket the role is for. */
async function inStacks(context: StepContext): Promise<FoundBucket[]> {
  const parameter = parameterOf(currentTemplate(context).parameters, 'bucketName')?.name ?? ''
  const stacks = await unlessDenied(context.stacks.withRole(context.signal), [])
  return stacks
    .filter((stack) => roleOutputOf(stack) !== '')
    .flatMap(({ name, parameters }) => {
      const bucketName = parameters[parameter] ?? ''
      return isName(bucketName) ? [{ bucketName, prefix: '', by: 'stack' as const, name }] : []
    })
}

/** An MSP may set the report up in its customer's account, too. */
async function inReports({ reports, signal }: StepContext): Promise<FoundBucket[]> {
  const all = await unlessDenied(reports.list(signal), [])
  return all
    .map(judge)
    .filter(({ fits, bucket }) => fits && isName(bucket))
    .map(({ name, bucket, prefix }) => ({ bucketName: bucket, prefix, by: 'report', name }))
}

function isName(bucketName: string): boolean {
  try {
    return parseExistingBucketName(bucketName) === bucketName
  } catch (error) {
    if (isCode(error, 'bucket-name-invalid')) return false
    throw error
  }
}

/** Notes what the MSP answered. Throws for what cannot be so, or may not be (`set-by-organization`), each with its field. */
export async function answer(
  context: ActContext,
  { bucketName, prefix, mspAccountId }: As<'cost-report', 'answer'>,
): Promise<void> {
  refuseOthers(context)
  const { choices, clock, managed, remember } = context
  const name = parseExistingBucketName(bucketName)
  requireBucketName(managed, name)
  const mspReport = {
    accountId: accountIdOf(choices()),
    bucketName: name,
    prefix: parseMspPrefix(prefix),
    mspAccountId: parseMspAccount(mspAccountId),
    at: clock.now(),
  }
  await remember({ mspReport })
}

/** The person says that the request is on its way. Throws `request-not-copied`. */
export async function confirmSent(context: ActContext): Promise<void> {
  refuseOthers(context)
  const { choices, clock, remember } = context
  const asked = ofThisAccount(choices().askedMsp, choices())
  if (!asked) throw fail('request-not-copied')
  await remember({ askedMsp: { ...asked, at: clock.now(), sent: true } })
}

/** Hands the request to the clipboard or the mail program, and shows that. */
export async function handOut(
  context: ActContext,
  how: 'copied' | 'email',
  language: string,
): Promise<Status | null> {
  refuseOthers(context)
  const { choices, clock, desktop, letters, remember, status } = context
  const { subject, text } = await letters.mspRequest(requestOf(context), language)
  await (how === 'copied' ? desktop.copy(text) : desktop.open(mailtoLink(subject, text)))
  const accountId = accountIdOf(choices())
  const before = ofThisAccount(choices().askedMsp, choices())
  // Copied once more, it was sent when it was sent.
  if (before?.sent || requestFor('cost-report', choices())) return null
  await remember({ askedMsp: { accountId, how, at: clock.now(), sent: false } })
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'cost-report' || ask.stage !== 'ask-msp') return null
  return { kind: 'todo', ask: { ...ask, asked: askedOf(context) } }
}

function refuseOthers(context: ActContext): void {
  if (!byMsp(context)) throw fail('not-now', { step: 'cost-report' })
}
