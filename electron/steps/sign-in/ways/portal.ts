import type { ReadAs } from '../../../aws/client/credentials-in-use.ts'
import type { Account } from '../../../aws/sign-in/session.ts'
import type { Choices } from '../../../checklist/state-file.ts'
import type { ActContext, AheadContext, StepContext } from '../../../checklist/step.ts'
import type { As } from '../../../contract/commands.ts'
import type { PortalRegion } from '../../../contract/ask/sign-in.ts'
import type { Status } from '../../../contract/status.ts'
import { isMarked } from '../../../errors/catalogue.ts'
import { AppFailure, fail, isCode, toAppError } from '../../../errors/failure.ts'
import {
  isAccountAllowed,
  refusedBy,
  requireAccount,
  requireDeviceCode,
  requirePlace,
  requireWay,
} from '../../../managed/rules.ts'
import { signInLink } from '../../../network/links.ts'
import { failed, notThere, roleAsk, todo } from '../ask.ts'
import { proveAccount } from '../proof.ts'
import { afterRefusal, afterSignIn, isRefused, regionToAsk } from '../refused-regions.ts'
import {
  askForAccount,
  listedAccount,
  onlyAccount,
  withMoreAccounts,
  withName,
} from './account-pages.ts'
import { offeringLink, openingBrowser } from './link.ts'
import type { Way } from './way.ts'

type Portal = NonNullable<Choices['portal']>
type Start = As<'sign-in', 'start' | 'start-anyway'>

/** IAM Identity Center: its accounts and permission sets are listed, and one of each is chosen. */
export const portalWay: Way = {
  whoIs,
  lead,
  async again(context) {
    const { portal } = context.choices()
    if (!portal) throw fail('not-signed-in')
    refuseAgain(context.choices(), portal)
    requireAllowed(context, portal)
    return openPortal(context, portal)
  },
  chooseAccount,
  async leaveAccount({ session }) {
    session.use(null)
    session.accounts.forget()
  },
  identityCenterRegion: ({ portal }) => portal?.region ?? '',
}

/** The account and role chosen before, if they are still there, and who AWS says that is. */
async function whoIs(context: StepContext): Promise<Status> {
  const { session, choices, identity, signal } = context
  const { account, roleName } = choices()
  const withMore = await withMoreAccounts(context)
  if (withMore) return withMore
  if (!account) return askForAccount(context)
  // Of an account that may not be connected nothing is read.
  if (!isAccountAllowed(context.managed, account.id))
    return askForAccount(context, refusedBy('AllowedAccounts', { value: account.id }))
  const roles = await session.roles(account.id, signal).catch((error: unknown) => {
    if (error instanceof AppFailure && isCode(error, 'account-not-listed')) return error
    throw error
  })
  if (roles instanceof AppFailure) return askForAccount(context, roles)
  const chosen = await withName(context, account)
  if (roles.length === 0) return notThere(fail('no-roles', { account: chosen.id }))
  if (!roles.includes(roleName)) {
    const ask = roleAsk(chosen, roles, roleName)
    if (roleName === '') return todo(ask)
    return failed(fail('role-not-assigned', { accountId: chosen.id, roleName }), ask)
  }
  session.use({ accountId: chosen.id, roleName })
  const caller = await identity.caller(signal)
  if (caller.accountId !== chosen.id) {
    throw fail('account-not-listed', { account: chosen.id, came: caller.accountId })
  }
  return proveAccount(context, chosen, caller)
}

/** Whose account it is stands in the question for its credentials; its permission sets are read meanwhile. */
async function lead({ session, choices, managed, signal }: AheadContext): Promise<ReadAs | null> {
  const { account, roleName } = choices()
  if (!account || roleName === '' || !isAccountAllowed(managed, account.id)) return null
  // The check that asks for them tells why that failed.
  session.roles(account.id, signal).catch(() => undefined)
  return session.readingAs({ accountId: account.id, roleName }, signal)
}

/**
 * Signs in at the portal that was typed in, and remembers it for the next time. The one to which an
 * address of the company's own leads is only found: nothing opens before the person has seen it.
 */
export async function startAtPortal(context: ActContext, typed: Start): Promise<void> {
  const { choices, findPortal, foundPortal, managed, signal } = context
  const { method, action } = typed
  foundPortal.current = null
  requireWay(managed, 'portal')
  const { startUrl, regionHint, ledFrom } = await findPortal(typed.startUrl, signal)
  const region = regionToAsk(choices().refusedRegions, { startUrl, regionHint }, typed.region)
  requireAllowed(context, { startUrl, region, method })
  if (ledFrom !== undefined) {
    foundPortal.current = { startUrl, region, method, ledFrom }
    return
  }
  if (action === 'start') refuseAgain(choices(), { startUrl, region })
  await enterPortal(context, { startUrl, region, method })
}

/** Also for a portal that was remembered. Throws `set-by-organization`. */
function requireAllowed({ managed }: Pick<StepContext, 'managed'>, portal: Portal): void {
  requireWay(managed, 'portal')
  requirePlace(managed, portal)
  if (portal.method === 'device') requireDeviceCode(managed)
}

/** Throws `sign-in-region-refused` where AWS did not know the portal before. */
function refuseAgain({ refusedRegions }: Choices, { startUrl, region }: PortalRegion): void {
  if (isRefused(refusedRegions, { startUrl, region }))
    throw fail('sign-in-region-refused', { startUrl, region }, { field: 'region' })
}

async function enterPortal(context: ActContext, portal: Portal): Promise<void> {
  const { choices, remember, namedPayer } = context
  const { startUrl } = portal
  const before = choices()
  // Another portal has other accounts; one that was told by hand, or came with keys, waits for any.
  const another =
    before.way === 'portal' && before.portal !== null && before.portal.startUrl !== startUrl
  if (another) namedPayer.current = null
  // What was registered is about one account, wherever somebody signs in to look at it.
  const isFixed = before.registered !== null || before.disconnected !== null
  await remember({
    portal,
    way: 'portal',
    byHand: false,
    ...(another && !isFixed ? { account: null, roleName: '' } : {}),
  })
  await openPortal(context, portal)
}

/** Signs in at a portal in the browser or with a code; remembers where AWS did not know it. */
async function openPortal(context: ActContext, portal: Portal): Promise<void> {
  const { remember, choices } = context
  try {
    await signInAt(context, portal)
  } catch (error) {
    if (isMarked(toAppError(error).code, 'other-region'))
      await remember(afterRefusal(choices(), portal))
    throw error
  }
  if (isRefused(choices().refusedRegions, portal)) await remember(afterSignIn(choices(), portal))
  await chooseTheOnly(context)
}

async function signInAt(context: ActContext, portal: Portal): Promise<void> {
  const { session, report, signal, vaultReady, options } = context
  report({ kind: 'working', doing: 'asking-keychain' })
  await vaultReady()
  report({ kind: 'working', doing: 'opening-browser' })
  await offeringLink(context, (offer) =>
    session.signIn({
      ...portal,
      signal,
      onCode: ({ userCode, verificationUri, verificationUriComplete, expiresAt }) => {
        const { isStandIn } = options
        offer(signInLink(verificationUriComplete, isStandIn))
        const shown = signInLink(verificationUri, isStandIn)
        report({ kind: 'device', userCode, verificationUri: shown, expiresAt })
      },
      onLink: openingBrowser(context, 'portal', offer),
    }),
  )
}

/** Where there is just one account, or one permission set, choosing is no question. */
async function chooseTheOnly(context: ActContext): Promise<void> {
  const { report, choices } = context
  report({ kind: 'working', doing: 'listing-accounts' })
  const { account, roleName } = choices()
  if (!account) await chooseOnlyAccount(context)
  else if (roleName === '') await chooseOnlyRole(context, account)
}

async function chooseAccount(context: ActContext, accountId: string): Promise<void> {
  // Also for one that is not among those that are shown.
  requireAccount(context.managed, accountId)
  await enterAccount(context, listedAccount(context, accountId))
}

async function chooseOnlyAccount(context: ActContext): Promise<void> {
  const account = await onlyAccount(context)
  if (account) await enterAccount(context, account)
}

async function enterAccount(context: ActContext, account: Account): Promise<void> {
  await context.remember({ account, roleName: '' })
  // Whoever wants another one wants to see those that there are then.
  context.session.accounts.forget()
  await chooseOnlyRole(context, account)
}

async function chooseOnlyRole(context: ActContext, account: Account): Promise<void> {
  const [roleName, ...others] = await context.session.roles(account.id, context.signal)
  if (roleName && others.length === 0) await context.remember({ roleName })
}
