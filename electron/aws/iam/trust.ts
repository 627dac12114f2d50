import { z } from 'zod'
import { canonicalPrincipal } from '../../base/arn.ts'
import { nameHides } from '../../base/visible.ts'
import { parseReply } from '../client/reply.ts'
import { effect, matches, oneOrMore } from './policy-document.ts'

/** Whom a trust policy lets in, in no order and nothing twice. */
export type Trust = {
  /**
   * AWS principals as ARNs; others as `Service:…`, `Federated:…`; `NotPrincipal` as `all but …`. Behind
   * one stands what else is demanded of it, as in `… (if Bool aws:MultiFactorAuthPresent true)`, then,
   * unless it is `sts:AssumeRole`, the action, as in `… (by sts:AssumeRoleWithSAML)`; and `never` before
   * whom a statement keeps out. `NOT_UNDERSTOOD` stands before what cannot all be seen.
   */
  readonly trustedPrincipals: readonly string[]
  /**
   * Accepted values of `sts:ExternalId`; empty when none is asked for, and `NO_EXTERNAL_ID` among
   * them when only a part of the trust asks. Any test but `StringEquals` is named before its value.
   */
  readonly externalIds: readonly string[]
}

/** Before what may look like somebody known and is not: nobody is taken for the same as that. */
export const NOT_UNDERSTOOD = 'not understood: '

/** A principal or an external ID; what cannot all be seen is nothing that anybody has agreed to. */
const understood = (text: string, meaning: (seen: string) => string): string =>
  nameHides(text) ? `${NOT_UNDERSTOOD}“${text}”` : meaning(text)

/** No external ID can look like this: IAM allows no parentheses in one. */
export const NO_EXTERNAL_ID = '(none)'

const principalSchema = z.union([
  z.literal('*').transform(() => ['*']),
  z.record(z.string(), oneOrMore).transform((kinds) =>
    Object.entries(kinds).flatMap(([kind, ids]) =>
      // The kind AWS is the usual one, and `*` of it is everybody, as is a plain `*`.
      ids.map((id) =>
        kind === 'AWS'
          ? understood(id, canonicalPrincipal)
          : understood(`${kind}:${id}`, (seen) => seen),
      ),
    ),
  ),
])
const trustStatement = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: effect,
    Principal: principalSchema.optional(),
    NotPrincipal: principalSchema.optional(),
    Action: oneOrMore.optional(),
    NotAction: oneOrMore.optional(),
    Condition: z.record(z.string(), z.record(z.string(), z.unknown())).default({}),
  })
  .refine(
    ({ Principal, NotPrincipal }) => (Principal === undefined) !== (NotPrincipal === undefined),
  )
  .refine(({ Action, NotAction }) => (Action === undefined) !== (NotAction === undefined))

/** Reads the JSON of a trust policy. Whatever could let in somebody unseen is no trust policy. */
export const trustSchema = z
  .strictObject({
    Version: z.string().optional(),
    Id: z.string().optional(),
    Statement: z
      .union([trustStatement, z.array(trustStatement)])
      .transform((statement) => [statement].flat()),
  })
  .transform(({ Statement }): Trust => {
    const denying = Statement.filter((one) => one.Effect === 'Deny' && isAbout(one, ASSUMING))
    // What goes with a session (`sts:TagSession`, `sts:SetSourceIdentity`) begins none.
    const allowing = Statement.filter((one) => one.Effect === 'Allow' && waysIn(one).length > 0)
    const asked = allowing.map(({ Condition }) => externalIdsOf(Condition))
    const someAsk = asked.some((ids) => ids.length > 0)
    const none = someAsk ? [NO_EXTERNAL_ID] : []
    return {
      trustedPrincipals: distinct([
        ...allowing.flatMap((one) =>
          principalsOf(one, (key) => key !== EXTERNAL_ID).map((who) => `${who}${byOther(one)}`),
        ),
        ...denying.flatMap((one) => principalsOf(one, () => true)).map((who) => `${NEVER}${who}`),
      ]),
      externalIds: distinct(asked.flatMap((ids) => (ids.length > 0 ? ids : none))),
    }
  })

const EXTERNAL_ID = 'sts:externalid'
type TrustStatement = z.infer<typeof trustStatement>

/** By which an AWS account, a role of one, or a service of AWS takes on a role. */
const ASSUMING = 'sts:AssumeRole'
/**
 * All by which somebody takes on a role; the others are for identity providers. Source: IAM User Guide,
 * "How IAM roles differ in trust policies"; AWS Security Token Service API Reference.
 */
const WAYS_IN = [ASSUMING, 'sts:AssumeRoleWithSAML', 'sts:AssumeRoleWithWebIdentity']

/** Whether a statement speaks of an action, whatever its effect. */
function isAbout({ Action, NotAction }: TrustStatement, action: string): boolean {
  const named = (Action ?? NotAction ?? []).some((one) =>
    matches(one.toLowerCase(), action.toLowerCase()),
  )
  return Action === undefined ? !named : named
}

function waysIn(statement: TrustStatement): string[] {
  return WAYS_IN.filter((way) => isAbout(statement, way))
}

/** Behind whoever does not get in as Spot does: how, else. */
function byOther(statement: TrustStatement): string {
  const ways = waysIn(statement)
  return ways.includes(ASSUMING) ? '' : ` ${BY}${ways.join(' or ')})`
}
const BY = '(by '

/** Whether an AWS account, or anybody who takes on roles as one does, is let in at all. */
export function letsAccountsIn({ trustedPrincipals }: Trust): boolean {
  return trustedPrincipals.some((who) => !who.startsWith(NEVER) && !who.includes(BY))
}
const NEVER = 'never '

/**
 * Whether nobody gets in without one of certain external IDs. A part of the trust that asks for none, and
 * a test that holds without one or for many (`StringLike`, `…IfExists`), is no such question.
 */
export function asksForExternalId({ externalIds }: Pick<Trust, 'externalIds'>): boolean {
  return externalIds.length > 0 && externalIds.every((id) => EXTERNAL_ID_FORM.test(id))
}
/** As it stands where `StringEquals` tests it; of any other test the name would stand before it. */
const EXTERNAL_ID_FORM =
  /^(?!\(none\)$)(?!(?:For(?:Any|All)Values?:)?(?:String|Null|Bool|Arn|Binary|Date|Ip|NotIp|Numeric)[A-Za-z]*:)/

/** Whom a statement is about, each with its conditions on these keys (in lower case). */
function principalsOf(
  { Principal = [], NotPrincipal = [], Condition }: TrustStatement,
  isMeant: (key: string) => boolean,
): string[] {
  const conditions = Object.entries(Condition).flatMap(([operator, block]) =>
    Object.entries(block)
      .filter(([key]) => isMeant(key.toLowerCase()))
      .map(([key, value]) =>
        understood(
          [operator, key, ...textsOf(value).map(withoutVariables).toSorted()].join(' '),
          (seen) => seen,
        ),
      ),
  )
  const when = conditions.length > 0 ? ` (if ${conditions.toSorted().join(' and ')})` : ''
  return [...Principal, ...NotPrincipal.map((who) => `all but ${who}`)].map(
    (who) => `${who}${when}`,
  )
}

/** IAM fills these in with each call, and nobody else ever: `${aws:username}` is not left open. */
function withoutVariables(text: string): string {
  return text.replaceAll(/\$\{([a-z]+:[^:}][^}]*)\}/gi, '[$1]')
}

function textsOf(value: unknown): string[] {
  return [value].flat().map((one) => (typeof one === 'string' ? one : JSON.stringify(one)))
}

function externalIdsOf(conditions: Record<string, Record<string, unknown>>): string[] {
  return Object.entries(conditions).flatMap(([operator, block]) =>
    Object.entries(block).flatMap(([key, value]) => {
      if (key.toLowerCase() !== EXTERNAL_ID) return []
      return textsOf(value).map((id) =>
        understood(operator === 'StringEquals' ? id : `${operator}:${id}`, (seen) => seen),
      )
    }),
  )
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)]
}

/** Whom a trust policy lets in. Throws `aws-reply-unreadable` for what is none. */
export function readTrust(trust: unknown): Trust {
  return parseReply(trustSchema, trust, 'iam', 'GetRole')
}

/**
 * Whether two trusts let in the same ones, whatever the order. What is not understood is never the same,
 * and neither are two that let no account in.
 */
export function sameTrust(one: Trust, other: Trust): boolean {
  return (
    isUnderstood(one) &&
    letsAccountsIn(one) &&
    sameSet(one.trustedPrincipals, other.trustedPrincipals) &&
    sameSet(one.externalIds, other.externalIds)
  )
}

function isUnderstood({ trustedPrincipals, externalIds }: Trust): boolean {
  return [...trustedPrincipals, ...externalIds].every((text) => !text.includes(NOT_UNDERSTOOD))
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.every((value) => b.includes(value)) && b.every((value) => a.includes(value))
}
