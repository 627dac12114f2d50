import { abortOfMany } from '../base/abort.ts'
import type { Caller, Identity, Organization } from '../aws/sign-in/identity.ts'
import type { Permissions } from '../aws/iam/permissions.ts'
import type { Managed } from '../contract/managed.ts'
import type { Preflight } from '../contract/preflight.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { abilitiesOf, aboutBucketsOf, questionsOf, readOperatorPolicy } from './questions.ts'

/** Whose permissions are asked about. */
export type PreflightSubject = {
  readonly accountId: string
  /** Permission set, role or profile, as it was chosen; with the account it makes a person another. */
  readonly roleName: string
  /** '' for whoever did not sign in through a portal of IAM Identity Center. */
  readonly identityCenterRegion: string
}

/** What else is looked at meanwhile. */
type Around = {
  readonly lookBeside: <T>(work: () => Promise<T>) => Promise<{ readonly value: T }>
  /** Resolves when what somebody waits for is looked at. */
  readonly afterOthers: () => Promise<void>
}

export type PreflightCheck = {
  readonly state: () => Preflight
  /**
   * Whose permissions to know from now on; null when nobody is signed in. Asks AWS when this is not
   * who was asked about before, and comes back at once: what is found is in `state`. Who that is has just
   * been read by others, within the look that is given.
   */
  readonly follow: (subject: PreflightSubject | null, around?: Around) => void
}

const ALONE: Around = {
  lookBeside: async (work) => ({ value: await work() }),
  afterOthers: () => Promise.resolve(),
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
  /** What the organization has decided of the names of buckets. */
  readonly managed: Pick<Managed, 'bucketName' | 'classicNamesOnly'>
  readonly onChange: () => void
}): PreflightCheck {
  const { permissions, identity, managed, onChange } = options
  const policy = aboutBucketsOf(readOperatorPolicy(options.policy), managed)
  let state = NOT_SIGNED_IN
  let current: { readonly key: string; readonly abort: AbortController } | null = null

  const find = async (
    subject: PreflightSubject,
    { lookBeside, afterOthers }: Around,
    signal: AbortSignal,
  ): Promise<Preflight> => {
    const { caller, organization } = (await lookBeside(() => whoIs(identity, signal))).value
    const { arn, accountId, userName, roleName } = caller
    if (organization) return rootOf(accountId, organization)
    await afterOthers()
    signal.throwIfAborted()
    const questions = questionsOf(policy, accountId, managed)
    const ask = (principal: string) => permissions.missing(principal, questions, signal)
    const likely = permissions.likely(arn, subject.identityCenterRegion)
    const asked = likely === null ? null : ask(likely)
    // Only the principal that AWS names counts.
    asked?.catch(() => undefined)
    const principal = await permissions.principalOf(arn, subject.identityCenterRegion, signal)
    if (principal === null) throw fail('aws-principal-unknown', { principal: arn })
    const missing = await (asked && principal === likely ? asked : ask(principal))
    return {
      kind: 'known',
      roleName: roleName || userName,
      abilities: abilitiesOf(policy, accountId, missing, managed),
    }
  }

  const show = (next: Preflight): void => {
    if (next === state) return
    state = next
    onChange()
  }

  const ask = async (
    subject: PreflightSubject,
    around: Around,
    signal: AbortSignal,
  ): Promise<void> => {
    let found: Preflight
    try {
      found = await find(subject, around, signal)
    } catch (error) {
      found = { kind: 'unknown', error: toAppError(error) }
    }
    // An answer about somebody who has gone by now is nobody's any more.
    if (!signal.aborted) show(found)
  }

  return {
    state: () => state,
    follow(subject, around = ALONE) {
      const key = JSON.stringify(subject)
      if ((current?.key ?? 'null') === key) return
      current?.abort.abort()
      if (!subject) {
        current = null
        return show(NOT_SIGNED_IN)
      }
      const abort = abortOfMany()
      current = { key, abort }
      show({ kind: 'checking' })
      void ask(subject, around, abort.signal)
    },
  }
}

/** Who is signed in; and for the root user, of what organization. */
async function whoIs(
  identity: Pick<Identity, 'caller' | 'organization'>,
  signal: AbortSignal,
): Promise<{ readonly caller: Caller; readonly organization: Organization | null }> {
  const caller = await identity.caller(signal)
  const organization = caller.kind === 'root' ? await identity.organization(signal) : null
  return { caller, organization }
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
