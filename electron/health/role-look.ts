import { classOfAction } from '../aws/iam/policy-actions.ts'
import { compareGrants, grantsOf, type Grant } from '../aws/iam/grants.ts'
import type { RolePolicies, RolePolicy } from '../aws/iam/role-policies.ts'
import type { Role, Roles } from '../aws/iam/roles.ts'
import { sameTrust, type Trust } from '../aws/iam/trust.ts'
import type { Difference, Health } from '../contract/health.ts'
import type { AppError } from '../errors/app-error.ts'
import { isOf } from '../errors/catalogue.ts'
import { toAppError } from '../errors/failure.ts'
import type { Granted } from '../template/granted.ts'
import { bad, good, unseen, type Reading, type Told } from './reading.ts'

/** What was found in the role itself. */
export type RoleLook = Pick<Health, 'differences' | 'trust'> & {
  readonly readings: readonly Reading[]
  /** What could not be read, and why. */
  readonly problems: readonly AppError[]
}

export type RoleLooking = { readonly roles: Roles; readonly rolePolicies: RolePolicies }

/** The role to be looked at, and what it is to read. */
export type RoleToLookAt = {
  readonly arn: string
  /** '' where it is not known. */
  readonly bucket: string
  readonly prefix: string
  /** What its approved template gives it; null where that cannot be said. */
  readonly meant: Granted | null
}

/** By reading the role; the order is that of `HEALTH_STEPS`. */
const OF_ROLE = ['role', 'trust', 'permissions', 'boundary', 'reading', 'costs'] as const
type RoleId = (typeof OF_ROLE)[number]

/**
 * Reads the role for Spot and compares it with what its approved template gives it. What could not be
 * read is `unseen`; throws only when aborted.
 */
export async function lookAtRole(
  { roles, rolePolicies }: RoleLooking,
  { arn, bucket, prefix, meant }: RoleToLookAt,
  at: number,
  signal: AbortSignal,
): Promise<RoleLook> {
  const problems: AppError[] = []
  const readingsOf = (told: Readonly<Record<RoleId, Told>>): Reading[] =>
    OF_ROLE.map((id) => ({ id, at, ...told[id] }))
  const tried = async <T>(read: Promise<T>): Promise<T | Unread> => {
    try {
      return await read
    } catch (error) {
      signal.throwIfAborted()
      const problem = toAppError(error)
      problems.push(problem)
      return { unread: unseen(isOf(problem.code, 'denied') ? 'denied' : 'not-answered') }
    }
  }
  const role = await tried(roles.find(arn.split('/').at(-1) ?? '', signal))
  if (role === null || 'unread' in role) {
    const others = role === null ? unseen('not-asked') : role.unread
    const each = all(others)
    const readings = readingsOf(role === null ? { ...each, role: bad('role-gone') } : each)
    return { differences: [], trust: { more: [], less: [] }, problems, readings }
  }
  const [policies, refused, decisions] = await Promise.all([
    tried(rolePolicies.of(role.name, signal)),
    tried(roles.refusedCosts(role.arn, signal)),
    bucket === ''
      ? { unread: unseen('not-asked') }
      : tried(roles.canRead(role.arn, bucket, prefix, signal)),
  ])
  const { told, differences } =
    'unread' in policies ? { told: policies.unread, differences: [] } : compared(policies, meant)
  const trust = trustDifference(role, meant?.trust ?? null)
  return {
    problems,
    differences,
    trust,
    readings: readingsOf({
      role: role.arn === arn ? good : bad('role-other-path'),
      trust: trustTold(role, meant?.trust ?? null, trust),
      permissions: told,
      boundary: boundaryTold(role, meant),
      reading: 'unread' in decisions ? decisions.unread : decisionsTold(decisions),
      costs:
        'unread' in refused ? refused.unread : refused.length > 0 ? bad('costs-refused') : good,
    }),
  }
}

type Unread = { readonly unread: Told }

const all = (told: Told): Record<RoleId, Told> => ({
  role: told,
  trust: told,
  permissions: told,
  boundary: told,
  reading: told,
  costs: told,
})

function decisionsTold(decisions: readonly { readonly decision: string }[]): Told {
  return decisions.every(({ decision }) => decision === 'allowed') ? good : bad('reading-refused')
}

function trustTold(found: Trust, meant: Trust | null, { more, less }: Health['trust']): Told {
  if (!meant) return unseen('template-open')
  if (sameTrust(found, meant)) return good
  const codes = [
    ...(more.length > 0 ? (['trust-more'] as const) : []),
    ...(less.length > 0 ? (['trust-less'] as const) : []),
  ]
  return bad(...(codes.length > 0 ? codes : (['trust-changed'] as const)))
}

function boundaryTold({ boundary }: Role, meant: Granted | null): Told {
  if (!meant) return boundary === '' ? good : unseen('template-open')
  if (boundary === meant.boundary) return good
  // Another one may allow more than the one that was approved, and less.
  return bad(boundary === '' ? 'boundary-gone' : 'boundary-set')
}

/** A policy that the template only names is whatever its keeper makes of it. */
function compared(
  policies: readonly RolePolicy[],
  meant: Granted | null,
): { readonly told: Told; readonly differences: readonly Difference[] } {
  if (!meant) return { told: unseen('template-open'), differences: [] }
  const own = policies.filter(({ arn }) => !meant.attached.includes(arn))
  const found = own.map(grantsOf)
  const wanted = meant.policies.map(grantsOf)
  const isClear = [...found, ...wanted].every((grants) => grants !== null)
  const { more, less } = compareGrants(flat(wanted), flat(found))
  const detached = meant.attached.filter((arn) => policies.every((one) => one.arn !== arn))
  const codes = [
    ...(more.length > 0 ? (['permissions-more'] as const) : []),
    ...(less.length + detached.length > 0 ? (['permissions-less'] as const) : []),
    ...(isClear ? [] : (['permissions-unclear'] as const)),
  ]
  const differences = [
    ...byStatement('more', more),
    ...byStatement('less', less),
    ...detached.map((arn): Difference => ({
      way: 'less',
      effect: 'Allow',
      policy: arn,
      actions: [],
      resources: [],
      conditional: false,
      may: 'not-known',
    })),
  ]
  return { told: codes.length === 0 ? good : bad(...codes), differences }
}

const flat = (grants: readonly (readonly Grant[] | null)[]): Grant[] =>
  grants.flatMap((some) => some ?? [])

/** Those of one statement together. */
function byStatement(way: Difference['way'], grants: readonly Grant[]): Difference[] {
  const statements = new Map<string, Grant[]>()
  for (const grant of grants) {
    const key = `${grant.statement} ${grant.policy}`
    statements.set(key, [...(statements.get(key) ?? []), grant])
  }
  return [...statements.values()].flatMap((some): Difference[] => {
    const [first] = some
    if (!first) return []
    const actions = distinct(some.map(({ action }) => action))
    const resources = distinct(some.map(({ resource }) => resource))
    return [
      {
        way,
        effect: first.effect,
        policy: first.policy,
        actions,
        resources,
        conditional: first.condition !== '',
        may: strongest(actions, resources),
      },
    ]
  })
}

const ORDER = ['not-known', 'writes', 'reveals', 'reads'] as const

function strongest(actions: readonly string[], resources: readonly string[]): Difference['may'] {
  const classes = actions.map((action) => classOfAction(action, resources))
  return ORDER.find((one) => classes.includes(one)) ?? 'not-known'
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts)]

/** Who is trusted beyond whom the template means, and who is not; the external IDs likewise. */
function trustDifference(found: Trust, meant: Trust | null): Health['trust'] {
  if (!meant) return { more: [], less: [] }
  const texts = ({ trustedPrincipals, externalIds }: Trust): string[] => [
    ...trustedPrincipals,
    ...externalIds.map((id) => `sts:ExternalId ${id}`),
  ]
  const [here, wanted] = [texts(found), texts(meant)]
  return {
    more: here.filter((one) => !wanted.includes(one)),
    less: wanted.filter((one) => !here.includes(one)),
  }
}
