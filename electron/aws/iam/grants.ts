import { z } from 'zod'
import { effect, matches, oneOrMore } from './policy-document.ts'

/** A policy and what it says, as parsed JSON. */
export type PolicyText = { readonly policy: string; readonly document: unknown }

/**
 * One permission in the form that all ways of writing it come to: one action, one resource, and the
 * conditions in one order. Texts, lists, and the order of statements make no difference.
 */
export type Grant = {
  readonly policy: string
  /** Its statement in that policy, from 0: those of one are told together. */
  readonly statement: number
  readonly effect: 'Allow' | 'Deny'
  /** As written; `all but …` for `NotAction`. */
  readonly action: string
  /** As written; `all but …` for `NotResource`. */
  readonly resource: string
  /** The conditions as JSON in one order; '' for none. */
  readonly condition: string
}

const condition = z.record(z.string(), z.record(z.string(), z.unknown()))
const statementSchema = z
  .strictObject({
    Sid: z.string().optional(),
    Effect: effect,
    Action: oneOrMore.optional(),
    NotAction: oneOrMore.optional(),
    Resource: oneOrMore.optional(),
    NotResource: oneOrMore.optional(),
    Condition: condition.default({}),
  })
  .refine((one) => (one.Action === undefined) !== (one.NotAction === undefined))
  .refine((one) => (one.Resource === undefined) !== (one.NotResource === undefined))
const documentSchema = z.strictObject({
  Version: z.string().default(''),
  Id: z.string().optional(),
  Statement: z
    .union([statementSchema, z.array(statementSchema)])
    .transform((statement) => [statement].flat()),
})

/** Every permission of a policy; null for what is none, or says something that is not understood here. */
export function grantsOf({ policy, document }: PolicyText): Grant[] | null {
  const parsed = documentSchema.safeParse(document)
  if (!parsed.success) return null
  const { Version, Statement } = parsed.data
  // Only this version fills in `${…}`: in another it is a text like any other.
  const read = (text: string): string =>
    Version === '2012-10-17' || !text.includes('${') ? text : `${text} (without variables)`
  return Statement.flatMap((one, statement) => {
    const { Effect, Action, NotAction = [], Resource, NotResource = [] } = one
    const actions = Action ?? [allBut(NotAction)]
    const resources = (Resource ?? [allBut(NotResource)]).map(read)
    const condition = canonicalCondition(one.Condition)
    return actions.flatMap((action) =>
      resources.map((resource) => ({
        policy,
        statement,
        effect: Effect,
        action,
        resource,
        condition,
      })),
    )
  })
}

const ALL_BUT = 'all but '
const allBut = (texts: readonly string[]): string => `${ALL_BUT}${texts.toSorted().join(', ')}`

function canonicalCondition(conditions: z.infer<typeof condition>): string {
  const blocks = Object.entries(conditions).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, wanted]) => [
      operator.toLowerCase(),
      key.toLowerCase(),
      [wanted].flat().map(String).toSorted(),
    ]),
  )
  const texts = blocks.map((block) => JSON.stringify(block)).toSorted()
  return texts.length === 0 ? '' : `[${texts.join()}]`
}

/** What is allowed beyond what was meant, and what of that is missing. */
export type GrantDifferences = { readonly more: readonly Grant[]; readonly less: readonly Grant[] }

/**
 * Compares what is with what is meant, whichever policies it stands in. A prohibition that is gone
 * allows more; one that was added allows less. One permission is found in another only where one alone
 * covers it: of what several cover together it is told that it differs.
 */
export function compareGrants(meant: readonly Grant[], found: readonly Grant[]): GrantDifferences {
  const missingIn = (
    there: readonly Grant[],
    wanted: readonly Grant[],
    what: Grant['effect'],
  ): Grant[] =>
    wanted.filter((one) => one.effect === what && !there.some((other) => covers(other, one)))
  return {
    more: [...missingIn(meant, found, 'Allow'), ...missingIn(found, meant, 'Deny')],
    less: [...missingIn(found, meant, 'Allow'), ...missingIn(meant, found, 'Deny')],
  }
}

function covers(wide: Grant, narrow: Grant): boolean {
  return (
    wide.effect === narrow.effect &&
    (wide.condition === '' || wide.condition === narrow.condition) &&
    reaches(wide.action.toLowerCase(), narrow.action.toLowerCase()) &&
    reaches(wide.resource, narrow.resource)
  )
}

/** Whether a pattern means everything that another one means, as far as that is certain. */
function reaches(pattern: string, other: string): boolean {
  if (pattern === other || pattern === '*') return true
  const isPlain = (text: string): boolean => !text.startsWith(ALL_BUT) && !text.includes('${')
  if (!isPlain(pattern) || !isPlain(other)) return false
  // `?` stands for one character, and never for the `*` of the other.
  return matches(pattern, other, (character) => character !== '*')
}
