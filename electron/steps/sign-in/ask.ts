import type { Account } from '../../aws/sign-in/session.ts'
import { REGIONS } from '../../aws/sign-in/start-url.ts'
import type { StepContext } from '../../checklist/step.ts'
import type { AccountAsk, PortalRegion, SignInAsk } from '../../contract/ask/sign-in.ts'
import { SIGN_IN_WAYS } from '../../contract/ask/sign-in.ts'
import { REGION } from '../../contract/region.ts'
import { regionsFor } from '../../contract/portal-regions.ts'
import type { Status } from '../../contract/status.ts'
import type { AppError } from '../../errors/app-error.ts'
import type { AppFailure } from '../../errors/failure.ts'
import { isWayOpen } from '../../managed/rules.ts'
import { accountChoice } from './accounts-shown.ts'
import { isRefused } from './refused-regions.ts'

export function startAsk(context: StepContext): SignInAsk {
  const { choices, managed, profiles, foundPortal, session } = context
  const regions = REGIONS.filter((one) => managed.regions?.includes(one) ?? true)
  const { portal, way, profile, refusedRegions } = choices()
  return {
    step: 'sign-in',
    stage: 'start',
    startUrl: portal?.startUrl ?? '',
    region: regionToOffer(portal, refusedRegions, regions),
    method: managed.deviceCode ? (portal?.method ?? 'browser') : 'browser',
    deviceAllowed: managed.deviceCode,
    regions,
    refusedRegions,
    found: foundPortal.current,
    profiles: profiles.listed(),
    profileFolder: profiles.folder(),
    ways: SIGN_IN_WAYS.filter((one) => isWayOpen(managed, one)),
    way,
    elsewhereAllowed: managed.deviceCode,
    goesOnUntil: session.goesOnUntil(),
    profile,
  }
}

/** The region of last time; where AWS did not know the portal there, the likeliest that is left. */
function regionToOffer(
  portal: PortalRegion | null,
  refused: readonly PortalRegion[],
  allowed: readonly string[],
): string {
  if (!portal) return allowed.includes(REGION) ? REGION : (allowed[0] ?? REGION)
  const asks = (region: string): boolean => !isRefused(refused, { ...portal, region })
  return [portal.region, ...regionsFor(portal.startUrl, allowed)].find(asks) ?? portal.region
}

/** Asks which of these accounts it is: nothing more is to be read. */
export function onlyAccountAsk({ choices }: StepContext, account: Account): AccountAsk {
  const { portal, account: last } = choices()
  return {
    step: 'sign-in',
    stage: 'account',
    startUrl: portal?.startUrl ?? '',
    accountId: last?.id ?? '',
    sought: '',
    accounts: [accountChoice(account)],
    matching: 1,
    total: 1,
    leftOut: 0,
    rest: 'none',
  }
}

export function roleAsk(account: Account, roles: readonly string[], roleName: string): SignInAsk {
  return { step: 'sign-in', stage: 'role', account: accountChoice(account), roles, roleName }
}

/** The way on from here is another account or another person, and is offered. */
export function notThere(failure: AppFailure): Status {
  return failed(failure, { step: 'sign-in', stage: 'wrong-account', who: [] })
}

export function todo(ask: SignInAsk, problem: AppError | null = null): Status {
  return problem ? { kind: 'todo', ask, problem } : { kind: 'todo', ask }
}

export function failed({ error }: AppFailure, ask: SignInAsk): Status {
  return { kind: 'failed', error, ask }
}
