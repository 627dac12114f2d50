import { factsOf, recordOf } from '../../checklist/record.ts'
import type { Choices } from '../../checklist/state-file.ts'
import type { ActContext, Step, StepContext } from '../../checklist/step.ts'
import type { As } from '../../contract/commands.ts'
import {
  REQUEST_ROWS,
  type RegistrationAsk,
  type RequestWay,
  type SentRequest,
  type SupportRequest,
} from '../../contract/ask/registration.ts'
import type { Fact } from '../../contract/facts.ts'
import type { Doing, Status } from '../../contract/status.ts'
import { fail } from '../../errors/failure.ts'
import { requireSpotApi } from '../../managed/rules.ts'
import type { FactId } from '../../contract/steps.ts'
import { SPOT_CONSOLE } from '../../spot/console-handoff.ts'
import { mailtoLink } from '../../spot/support-request.ts'
import { accountIdOf, bucketNameOf, stackOf } from '../shared/account.ts'
import { mspReportOf } from '../shared/msp.ts'
import { mspAccountOf } from '../cost-report/ask-msp.ts'
import { ownRoleOf } from '../stack/own-role.ts'

type Way = NonNullable<Choices['registered']>['way']

type Instant = 'forget-token' | 'open-spot' | 'support-details' | 'copy-request' | 'email-request'

/** Tells Spot: by its API, in its console, or (MSP customers) by a request to Support. */
export const registration: Step<'registration', Instant> = {
  id: 'registration',
  needs: ['plan', 'sign-in', 'bucket', 'stack'],
  appliesTo: () => null,

  check: async (context) => asked(context),

  answers: {
    async connect({ spot, choices, managed, signal }, { token }) {
      requireSpotApi(managed)
      await spot.connect(token, choices().spotOrganizationId, signal)
    },
    async 'check-token'({ spot, choices, managed, signal }) {
      requireSpotApi(managed)
      await spot.check(choices().spotOrganizationId, signal)
    },
    send,
    'confirm-done': (context) => finish(context, 'spot-console', proofOf(context)),
    'confirm-request-sent': confirmSent,
  },
  instant: {
    async 'forget-token'(context) {
      context.spot.forget()
      return asked(context)
    },
    async 'open-spot'({ desktop }) {
      await desktop.open(SPOT_CONSOLE)
      return null
    },
    async 'support-details'(context, command) {
      await fillIn(context, command)
      return asked(context)
    },
    async 'copy-request'(context, command) {
      await fillIn(context, command)
      return handOut(context, 'copied')
    },
    async 'email-request'(context, command) {
      await fillIn(context, command)
      return handOut(context, 'email')
    },
  },
}

const asked = (context: StepContext): Status => ({ kind: 'todo', ask: askOf(context) })

/**
 * Sends role, account and bucket to Spot. How far that came is on disk before it goes on: an attempt
 * that was cut off goes on with what is missing, and is not taken for somebody else's registration.
 */
async function send(context: ActContext, command: As<'registration', 'send'>): Promise<void> {
  const { choices, managed, remember, report, spot, signal } = context
  requireSpotApi(managed)
  const { spotAccountId } = command
  const proof = proofOf(context)
  const roleArn = roleArnOf(context)
  const billing = {
    billingAccountId: accountIdOf(choices()),
    bucketName: bucketNameOf(choices()),
  }
  if (billing.bucketName === '') throw fail('not-now', { step: 'registration' })
  const before = choices().spotBegun
  const same = before?.spotAccountId === spotAccountId && before.roleArn === roleArn
  const begun = same ? before.begun : 'no'
  const sending = (doing: Doing): void => report({ kind: 'working', doing })
  sending('sending-to-spot')
  const account = await spot.register(
    { accountId: spotAccountId, roleArn, billing, begun },
    {
      signal,
      onWait: () => sending('waiting-for-spot'),
      onBegun: (begun) =>
        remember({ spotBegun: begun === 'no' ? null : { spotAccountId, roleArn, begun } }),
    },
  )
  const more: readonly Fact[] = [
    { id: 'spot-account', value: `${account.name} (${account.id})` },
    { id: 'spot-organization', value: account.organizationId },
  ]
  return finish(context, 'spot-api', proof, { more })
}

async function fillIn(
  { remember }: ActContext,
  { spotOrganizationId }: As<'registration', 'support-details' | 'copy-request' | 'email-request'>,
): Promise<void> {
  await remember({ spotOrganizationId: parseOrganizationId(spotOrganizationId) })
}

/**
 * Hands the request to the clipboard or the mail program, and keeps what it said: only that can be said
 * to be sent. Throws `spot-organization-missing`.
 */
async function handOut(context: ActContext, how: RequestWay): Promise<Status> {
  const { clock, desktop, letters, remember } = context
  const request = wholeRequestOf(context)
  const { subject, text } = letters.supportRequest(request)
  await (how === 'copied' ? desktop.copy(text) : desktop.open(mailtoLink(subject, text)))
  await remember({ preparedRequest: { request, how, at: clock.now() } })
  return asked(context)
}

/** The person says that the request is on its way. Throws `request-not-copied`, `spot-organization-missing`. */
async function confirmSent(context: ActContext): Promise<void> {
  const request = wholeRequestOf(context)
  const how = preparedAs(context, request)
  if (how === null) throw fail('request-not-copied')
  return finish(context, 'spot-support', proofOf(context), { sent: { request, how } })
}

/** How exactly this request left the app; one that says something else by now has not. */
function preparedAs({ choices }: StepContext, request: SupportRequest): RequestWay | null {
  const prepared = choices().preparedRequest
  if (!prepared) return null
  return REQUEST_ROWS.every((row) => prepared.request[row] === request[row]) ? prepared.how : null
}

/** What is registered, as it was proven at one moment: nothing of it is read again while sending. */
type Registered = Pick<NonNullable<Choices['registered']>, 'evidence'> & {
  readonly steps: ReturnType<typeof recordOf>
}

function proofOf(context: ActContext): Registered {
  const roleArn = roleArnOf(context)
  if (roleArn === '') throw fail('not-now', { step: 'registration' })
  return {
    steps: recordOf(context.checklist()),
    evidence: [{ id: 'role-arn', value: roleArn, copy: true }],
  }
}

/**
 * Writes down what was proven, then removes every token. In this order, so that a crash between
 * the two leaves a registered connection whose tokens are wiped at the next start.
 */
async function finish(
  context: ActContext,
  way: Way,
  { evidence, steps }: Registered,
  {
    more = [],
    sent = null,
  }: { readonly more?: readonly Fact[]; readonly sent?: SentRequest | null } = {},
): Promise<void> {
  const { clock, desktop, remember, report, spot, wipe } = context
  const at = clock.now()
  const facts = [
    { id: 'way', value: way },
    ...more,
    ...evidence,
    { id: 'submitted-at', value: new Date(at).toISOString() },
  ].map((fact) => ({ copy: false, ...fact }))
  const last = { id: 'registration' as const, kind: 'done' as const, evidence: facts }
  const sections = [...steps, last].map((step) => ({
    id: step.id,
    facts: factsOf(step.evidence),
    verified: step.kind !== 'unverified',
  }))
  const { byHand, plan } = context.choices()
  const about = { byHand, managedBy: plan?.managedBy ?? 'us', sent }
  const summaryFile = await desktop.saveSummary(context.letters.summary(at, sections, about))
  const done = { way, at, evidence: facts, steps, summaryFile, wiped: false, sent }
  const registered = { ...done, confirmedAt: null }
  await remember({ registered, spotBegun: null, preparedRequest: null })
  report({ kind: 'working', doing: 'wiping' })
  spot.forget()
  if (await wipe.run()) await remember({ registered: { ...registered, wiped: true } })
}

function askOf(context: StepContext): RegistrationAsk {
  const { choices, spot } = context
  const { plan, spotOrganizationId } = choices()
  const managedBy = plan?.managedBy ?? 'us'
  const supportRequest = managedBy === 'msp' ? supportRequestOf(context) : null
  return {
    step: 'registration',
    managedBy,
    summary: summaryFacts(context),
    verified: isVerified(context),
    spotAccounts: spot.accounts(),
    token: spot.token(),
    supportRequest,
    spotOrganizationId,
    prepared: supportRequest && preparedAs(context, supportRequest),
  }
}

function summaryFacts(context: StepContext): Fact[] {
  const choices = context.choices()
  const externalId = provenOrTold(context, 'external-id', 'externalId')
  return [
    { id: 'account', value: accountIdOf(choices), copy: true },
    { id: 'bucket', value: bucketNameOf(choices), copy: true },
    { id: 'role-arn', value: roleArnOf(context), copy: true },
    ...(externalId ? [{ id: 'external-id' as const, value: externalId, copy: true }] : []),
  ]
}

/** Another account that pays the bill, by AWS's word; '' where none is known to. */
function payerOf(context: StepContext): string {
  const payer = context.proven('sign-in', 'bill-payer')
  return /^\d{12}/.test(payer) ? payer : ''
}

function roleArnOf(context: StepContext): string {
  return provenOrTold(context, 'role-arn', 'roleArn')
}

/** Where nothing is read from AWS, what the person told stands for what could be proven. */
function provenOrTold(context: StepContext, fact: FactId, told: 'roleArn' | 'externalId'): string {
  if (isVerified(context)) return context.proven('stack', fact)
  return ownRoleOf(context.choices())?.[told] ?? ''
}

function isVerified({ choices }: StepContext): boolean {
  return !choices().byHand
}

function supportRequestOf(context: StepContext): SupportRequest {
  const { spotOrganizationId } = context.choices()
  return {
    bucketName: bucketNameOf(context.choices()),
    roleArn: roleArnOf(context),
    customerAccountId: accountIdOf(context.choices()),
    mspAccountId: mspAccountOf(context),
    stackName: stackOf(context.choices())?.name ?? '',
    reportPrefix: mspReportOf(context.choices())?.prefix ?? '',
    spotOrganizationId,
    billPayer: payerOf(context),
    verified: isVerified(context),
  }
}

/** The request of an MSP's customer, with all that Support cannot do without. */
function wholeRequestOf(context: StepContext): SupportRequest {
  if (askOf(context).supportRequest === null) throw fail('not-now', { step: 'registration' })
  const request = supportRequestOf(context)
  if (request.spotOrganizationId === '')
    throw fail('spot-organization-missing', {}, { field: 'spotOrganizationId' })
  return request
}

/** As the Spot console shows it under organization settings; '' if not entered. */
function parseOrganizationId(text: string): string {
  const id = text.trim()
  if (id === '' || /^[A-Za-z0-9-]{1,64}$/.test(id)) return id
  throw fail('spot-organization-invalid', { typed: id }, { field: 'spotOrganizationId' })
}
