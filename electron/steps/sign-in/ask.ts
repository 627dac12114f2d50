import type { Account } from '../../aws/sign-in/session.ts'
import { REGIONS } from '../../aws/sign-in/start-url.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { AccountChoice, PortalRegion, SignInAsk } from '../../contract/ask/sign-in.ts'
import { SIGN_IN_WAYS } from '../../contract/ask/sign-in.ts'
import { regionsFor } from '../../contract/portal-regions.ts'
import type { Status } from '../../contract/status.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { isRefused } from './refused-regions.ts'

export function startAsk(context: StepContext): SignInAsk {
  const { choices, options, profiles, foundPortal, session } = context
  const { portal, way, profile, refusedRegions } = choices()
  return {
    step: 'sign-in',
    stage: 'start',
    startUrl: portal?.startUrl ?? '',
    region: regionToOffer(portal, refusedRegions),
    method: portal?.method ?? 'browser',
    deviceAllowed: options.deviceCodeAllowed,
    regions: REGIONS,
    refusedRegions,
    found: foundPortal.current,
    profiles: profiles.listed(),
    profileFolder: profiles.folder(),
    ways: SIGN_IN_WAYS.filter((one) => one !== 'console' || options.consoleAllowed),
    way,
    elsewhereAllowed: options.consoleElsewhereAllowed,
    goesOnUntil: session.goesOnUntil(),
    profile,
  }
}

/** The region of last time; where AWS did not know the portal there, the likeliest that is left. */
function regionToOffer(portal: PortalRegion | null, refused: readonly PortalRegion[]): string {
  if (!portal) return 'us-east-1'
  const asks = (region: string): boolean => !isRefused(refused, { ...portal, region })
  return [portal.region, ...regionsFor(portal.startUrl, REGIONS)].find(asks) ?? portal.region
}

export function accountAsk({ choices }: StepContext, accounts: readonly Account[]): SignInAsk {
  const { portal, account } = choices()
  return {
    step: 'sign-in',
    stage: 'account',
    startUrl: portal?.startUrl ?? '',
    accounts: accounts.map(accountChoice),
    accountId: account?.id ?? '',
  }
}

export function roleAsk(account: Account, roles: readonly string[], roleName: string): SignInAsk {
  return { step: 'sign-in', stage: 'role', account: accountChoice(account), roles, roleName }
}

const MANAGEMENT_HINT = /\b(management|master|payer|billing|root|org(anization)?|main|mgmt)\b/i

/** A guess for the window to sort by, never to act on. */
function accountChoice(account: Account): AccountChoice {
  const words = `${account.name} ${account.email}`.replaceAll(/[-_.@+]/g, ' ')
  return { ...account, likelyManagement: MANAGEMENT_HINT.test(words) }
}

/** The way on from here is another account or another person, and is offered. */
export function notThere(failure: AppFailure): Status {
  return failed(failure, { step: 'sign-in', stage: 'wrong-account', who: [] })
}

export function todo(ask: SignInAsk): Status {
  return { kind: 'todo', ask }
}

export function failed({ error }: AppFailure, ask: SignInAsk): Status {
  return { kind: 'failed', error, ask }
}
