import type { Identity, Organization } from '../aws/sign-in/identity.ts'
import type { Permissions } from '../aws/iam/permissions.ts'
import type { Preflight } from '../contract/preflight.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { abilitiesOf, questionsOf, readOperatorPolicy } from './questions.ts'

/** Whose permissions are asked about. */
export type PreflightSubject = {
  readonly accountId: string
  /** Permission set, role or profile, as it was chosen; with the account it makes a person another. */
  readonly roleName: string
  /** '' for whoever did not sign in through a portal of IAM Identity Center. */
  readonly identityCenterRegion: string
}

export type PreflightCheck = {
  readonly state: () => Preflight
  /**
   * Whose permissions to know from now on; null when nobody is signed in. Asks AWS when this is not
   * who was asked about before, and comes back at once: what is found is in `state`.
   */
  readonly follow: (subject: PreflightSubject | null) => void
}

const NOT_SIGNED_IN: Preflight = { kind: 'not-signed-in' }

/**
 * Asks IAM, right after a sign-in, which actions of the operator policy the person may do. Stops
 * nothing: when IAM does not answer, the steps find out by themselves. `policy` is the operator
 * policy as its file is; throws for one that cannot be read.
 */
export function createPreflight(options: {
  readonly permissions: Permissions
  readonly identity: Pick<Identity, 'caller' | 'organization'>
  readonly policy: string
  readonly onChange: () => void
}): PreflightCheck {
  const { permissions, identity, onChange } = options
  const policy = readOperatorPolicy(options.policy)
  let state = NOT_SIGNED_IN
  let current: { readonly key: string; readonly abort: AbortController } | null = null

  const find = async (subject: PreflightSubject, signal: AbortSignal): Promise<Preflight> => {
    const { arn, accountId, kind, userName, roleName } = await identity.caller(signal)
    if (kind === 'root') return rootOf(accountId, await identity.organization(signal))
    const principal = await permissions.principalOf(arn, subject.identityCenterRegion, signal)
    if (principal === null) throw fail('aws-principal-unknown', { principal: arn })
    const missing = await permissions.missing(principal, questionsOf(policy, accountId), signal)
    return {
      kind: 'known',
      roleName: roleName || userName,
      abilities: abilitiesOf(policy, accountId, missing),
    }
  }

  const show = (next: Preflight): void => {
    if (next === state) return
    state = next
    onChange()
  }

  const ask = async (subject: PreflightSubject, signal: AbortSignal): Promise<void> => {
    let found: Preflight
    try {
      found = await find(subject, signal)
    } catch (error) {
      found = { kind: 'unknown', error: toAppError(error) }
    }
    // An answer about somebody who has gone by now is nobody's any more.
    if (!signal.aborted) show(found)
  }

  return {
    state: () => state,
    follow(subject) {
      const key = JSON.stringify(subject)
      if ((current?.key ?? 'null') === key) return
      current?.abort.abort()
      if (!subject) {
        current = null
        return show(NOT_SIGNED_IN)
      }
      const abort = new AbortController()
      current = { key, abort }
      show({ kind: 'checking' })
      void ask(subject, abort.signal)
    },
  }
}

/**
 * IAM simulates users and roles. Nothing limits the root user but its organization, and that never its
 * management account. Source: Organizations User Guide, "Service control policies".
 */
function rootOf(accountId: string, organization: Organization): Preflight {
  const isFree =
    organization.kind === 'none' ||
    (organization.kind === 'organization' && organization.managementAccountId === accountId)
  return { kind: 'root', limits: isFree ? 'none' : 'organization' }
}
