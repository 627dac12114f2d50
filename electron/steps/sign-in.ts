import type { Caller, Organization } from '../aws/identity.ts'
import type { Account } from '../aws/session.ts'
import { parseRegion, parseStartUrl, REGIONS } from '../aws/start-url.ts'
import type { ActContext, Step, StepContext } from '../checklist/step.ts'
import type {
  AccountChoice,
  AppError,
  Command,
  Fact,
  SignInAsk,
  SignInMethod,
  Status,
} from '../contract.ts'
import { fail, toAppError } from '../errors.ts'

/** Signs in with IAM Identity Center, then proves whose account came back and what it is. */
export const signIn: Step = {
  id: 'sign-in',
  needs: ['plan'],
  appliesTo: () => null,
  async check(context) {
    if (!(await context.session.signedIn())) return todo(startAsk(context))
    try {
      return await whoIsWhere(context)
    } catch (error) {
      const reason = toAppError(error)
      return { kind: 'failed', error: reason, ask: wayOn(context, reason) }
    }
  },

  instantActions: ['copy-link', 'open-link'],
  async instant({ desktop }, command) {
    if (!openLink) throw fail('sign-in-link-gone')
    if (command.action === 'copy-link') await desktop.copy(openLink)
    else await desktop.open(openLink)
    return null
  },

  async act(context, command) {
    if (command.step !== 'sign-in') return
    const { session, remember, choices } = context
    switch (command.action) {
      case 'start':
        return start(context, command)
      case 'sign-in-again': {
        const { portal } = choices()
        if (!portal) throw fail('not-signed-in')
        return openSession(context, portal)
      }
      case 'choose-account': {
        const accounts = await session.accounts(context.signal)
        const account = accounts.find(({ id }) => id === command.accountId)
        if (!account) throw fail('account-not-listed', { account: command.accountId })
        await remember({ account, roleName: '' })
        return chooseOnlyRole(context, account)
      }
      case 'choose-role':
        return remember({ roleName: command.roleName })
      case 'confirm-management':
        return remember({ confirmedManagement: choices().account?.id ?? '' })
      case 'other-account':
      case 'change':
        session.use(null)
        return remember({ account: null, roleName: '' })
      case 'sign-out':
        context.report({ kind: 'working', doing: 'signing-out' })
        await session.signOut()
        return remember({ account: null, roleName: '' })
      case 'copy-link':
      case 'open-link':
      case 'check':
      case 'cancel':
        return
    }
  },
}

/** The account and role chosen before, if they are still there, and who AWS says that is. */
async function whoIsWhere(context: StepContext): Promise<Status> {
  const { session, choices, signal } = context
  const { account, roleName, portal } = choices()
  const accounts = await session.accounts(signal)
  if (accounts.length === 0) return notThere('no-accounts', { portal: portal?.startUrl ?? '' })
  const chosen = accounts.find(({ id }) => id === account?.id)
  if (!chosen) {
    const ask = accountAsk(context, accounts)
    if (!account) return todo(ask)
    return {
      kind: 'failed',
      error: fail('account-not-listed', { account: account.id }).error,
      ask,
    }
  }
  const roles = await session.roles(chosen.id, signal)
  if (roles.length === 0) return notThere('no-roles', { account: chosen.id })
  if (!roles.includes(roleName)) {
    return todo({
      step: 'sign-in',
      stage: 'role',
      account: accountChoice(chosen),
      roles,
      roleName,
    })
  }
  session.use({ accountId: chosen.id, roleName })
  return whoCameBack(context, chosen)
}

/** The link of the sign-in that waits for a browser now. Kept here: it must not reach the renderer. */
let openLink: string | null = null

type Portal = { readonly startUrl: string; readonly region: string; readonly method: SignInMethod }

async function start(
  context: ActContext,
  typed: Extract<Command, { action: 'start' }>,
): Promise<void> {
  const { remember, choices, options } = context
  const { startUrl, regionHint } = parseStartUrl(typed.startUrl, {
    allowLoopback: options.loopbackPortal,
  })
  // An address that names its region knows better than a field left as it was.
  const region = regionHint ?? parseRegion(typed.region)
  if (typed.method === 'device' && !options.deviceCodeAllowed) throw fail('device-code-disabled')
  const portal = { startUrl, region, method: typed.method }
  const samePortal = choices().portal?.startUrl === startUrl
  await remember({ portal, ...(samePortal ? {} : { account: null, roleName: '' }) })
  await openSession(context, portal)
}

async function openSession(context: ActContext, portal: Portal): Promise<void> {
  const { session, signIn: oidc, report, desktop, signal, choices, vaultReady } = context
  await vaultReady()
  report({ kind: 'working', doing: 'opening-browser' })
  try {
    const tokens =
      portal.method === 'device'
        ? await oidc.device({
            ...portal,
            signal,
            onCode: ({ userCode, verificationUri, verificationUriComplete, expiresAt }) => {
              openLink = verificationUriComplete || verificationUri
              report({ kind: 'device', userCode, verificationUri, expiresAt })
            },
          })
        : await oidc.browser({
            ...portal,
            signal,
            onLink: (link, expiresAt) => {
              openLink = link
              report({ kind: 'browser', expiresAt })
              // A browser that cannot be opened is no end: the link can be copied.
              desktop.open(link).catch(() => report({ kind: 'browser', expiresAt }))
            },
          })
    await session.accept(tokens)
  } finally {
    openLink = null
  }
  report({ kind: 'working', doing: 'listing-accounts' })
  if (!choices().account) await chooseOnlyAccount(context)
}

/** Where there is just one account to choose, choosing is no question. */
async function chooseOnlyAccount(context: ActContext): Promise<void> {
  const [account, ...others] = await context.session.accounts(context.signal)
  if (!account || others.length > 0) return
  await context.remember({ account, roleName: '' })
  await chooseOnlyRole(context, account)
}

async function chooseOnlyRole(context: ActContext, account: Account): Promise<void> {
  const [roleName, ...others] = await context.session.roles(account.id, context.signal)
  if (roleName && others.length === 0) await context.remember({ roleName })
}

async function whoCameBack(context: StepContext, account: Account): Promise<Status> {
  const { identity, choices, clock, signal } = context
  const [caller, organization] = await Promise.all([
    identity.caller(signal),
    identity.organization(signal),
  ])
  const evidence = identityFacts(account, caller, organization, choices().confirmedManagement)
  const isMember =
    organization.kind === 'organization' && organization.managementAccountId !== caller.accountId
  if (caller.accountId !== account.id) {
    throw fail('account-not-listed', { account: account.id, came: caller.accountId })
  }
  if (isMember && choices().plan?.managedBy !== 'msp') {
    const { error } = fail('wrong-account-member', {
      account: caller.accountId,
      managementAccount: organization.managementAccountId,
      managementEmail: organization.managementEmail,
    })
    return {
      kind: 'failed',
      error,
      ask: { step: 'sign-in', stage: 'wrong-account', who: evidence },
    }
  }
  const confirmed = choices().confirmedManagement === caller.accountId
  if (organization.kind === 'unknown' && !confirmed && choices().plan?.managedBy !== 'msp') {
    return todo({ step: 'sign-in', stage: 'unconfirmed', who: evidence })
  }
  return { kind: 'done', evidence, at: clock.now() }
}

function identityFacts(
  account: Account,
  caller: Caller,
  organization: Organization,
  confirmed: string,
): Fact[] {
  const facts: Fact[] = [
    { id: 'account', value: caller.accountId, copy: true },
    { id: 'account-name', value: account.name },
    { id: 'signed-in-as', value: caller.userName },
    { id: 'permission-set', value: caller.roleName },
  ]
  switch (organization.kind) {
    case 'organization':
      facts.push({ id: 'organization', value: organization.id })
      facts.push({
        id: 'management-account',
        value:
          organization.managementAccountId === caller.accountId
            ? 'yes'
            : organization.managementAccountId,
      })
      break
    case 'none':
      facts.push({ id: 'management-account', value: 'no-organization' })
      break
    case 'unknown':
      facts.push({
        id: 'management-account',
        value: confirmed === caller.accountId ? 'confirmed' : 'unknown',
      })
      break
  }
  return facts
}

function startAsk({ choices, options }: StepContext): SignInAsk {
  const { portal } = choices()
  return {
    step: 'sign-in',
    stage: 'start',
    startUrl: portal?.startUrl ?? '',
    region: portal?.region ?? 'us-east-1',
    method: portal?.method ?? 'browser',
    deviceAllowed: options.deviceCodeAllowed,
    regions: REGIONS,
  }
}

function accountAsk({ choices }: StepContext, accounts: readonly Account[]): SignInAsk {
  const { portal, account } = choices()
  const rows = accounts.map(accountChoice)
  return {
    step: 'sign-in',
    stage: 'account',
    startUrl: portal?.startUrl ?? '',
    accounts: rows.toSorted(
      (a, b) =>
        Number(b.likelyManagement) - Number(a.likelyManagement) || a.name.localeCompare(b.name),
    ),
    accountId: account?.id ?? '',
  }
}

const MANAGEMENT_HINT = /\b(management|master|payer|billing|root|org(anization)?|main|mgmt)\b/i

/** A guess to sort by, never to act on. */
function accountChoice(account: Account): AccountChoice {
  const words = `${account.name} ${account.email}`.replaceAll(/[-_.@+]/g, ' ')
  return { ...account, likelyManagement: MANAGEMENT_HINT.test(words) }
}

/** The way on from here is another account or another person, and is offered. */
function notThere(code: 'no-accounts' | 'no-roles', facts: Record<string, string>): Status {
  const ask: SignInAsk = { step: 'sign-in', stage: 'wrong-account', who: [] }
  return { kind: 'failed', error: fail(code, facts).error, ask }
}

/** What can be done about a sign-in that does not get through: begin again, or be somebody else. */
function wayOn(context: StepContext, { code }: AppError): SignInAsk {
  const ended = code === 'sign-in-ended' || code === 'not-signed-in'
  return ended ? startAsk(context) : { step: 'sign-in', stage: 'wrong-account', who: [] }
}

function todo(ask: SignInAsk): Status {
  return { kind: 'todo', ask }
}
