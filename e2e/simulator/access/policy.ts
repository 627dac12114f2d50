import { z } from 'zod'

const oneOrMore = z.union([z.string(), z.array(z.string())])
const principal = z.union([z.literal('*'), z.record(z.string(), oneOrMore)])
const conditionValue = z.union([z.string(), z.boolean(), z.number()])

const statementSchema = z.object({
  Sid: z.string().optional(),
  Effect: z.enum(['Allow', 'Deny']),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([conditionValue, z.array(conditionValue)])))
    .optional(),
})

const documentSchema = z.object({
  Version: z.string().optional(),
  Id: z.string().optional(),
  Statement: z
    .union([statementSchema, z.array(statementSchema)])
    .transform((statement) => (Array.isArray(statement) ? statement : [statement])),
})

type PolicyStatement = z.infer<typeof statementSchema>
export type PolicyDocument = z.infer<typeof documentSchema>

/** What is asked of a policy, with the condition keys that are known for the request. */
export type AccessRequest = {
  action: string
  resource: string
  context: Record<string, string | string[]>
  /** Who asks, for policies that name principals: an ARN, an account id or a service. */
  principal?: { type: 'AWS' | 'Service'; id: string }
}

export type Decision = { decision: 'allowed' | 'explicitDeny' | 'implicitDeny'; matched: Match[] }
type Match = { statement: PolicyStatement; source: string }

/** Reads a policy document; throws a `ZodError` for what is not one. */
export const parsePolicy = (document: unknown): PolicyDocument =>
  documentSchema.parse(typeof document === 'string' ? JSON.parse(document) : document)

export const administratorAccess: PolicyDocument = {
  Version: '2012-10-17',
  Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }],
}

const listOf = <T>(value: T | T[] | undefined): T[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

/** IAM's wildcards: `*` for any text, `?` for one character. */
const matchesWildcard = (pattern: string, text: string, ignoreCase = false): boolean => {
  const source = pattern
    .replace(/[.+^${}()|[\]\\]/g, '\\$&')
    .replaceAll('*', '[^]*')
    .replaceAll('?', '[^]')
  return new RegExp(`^${source}$`, ignoreCase ? 'i' : '').test(text)
}

/**
 * The six parts of an ARN are compared each by itself, so that `*` alone is none.
 * Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
const matchesArn = (wanted: string, actual: string): boolean => {
  const parts = (arn: string): string[] => /^(?:([^:]*):){0,5}/.exec(arn)?.[0].split(':') ?? []
  const rest = (arn: string): string => arn.slice(parts(arn).join(':').length)
  const one = [...parts(wanted).slice(0, -1), rest(wanted)]
  const other = [...parts(actual).slice(0, -1), rest(actual)]
  return (
    one.length === other.length && one.every((part, at) => matchesWildcard(part, other[at] ?? ''))
  )
}

/**
 * Policy variables, in documents of the version 2012-10-17 only; null where one has no value, so that
 * nothing matches. Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
const withVariables = (text: string, { context, variables }: Filling): string | null => {
  if (!variables) return text
  const values = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
  const pieces = text.split(/(\$\{[^}]*\})/).map((piece): string | null => {
    if (!piece.startsWith('${')) return piece
    const inside = piece.slice(2, -1)
    if (['*', '?', '$'].includes(inside)) return inside
    const [key = '', ...rest] = inside.split(',')
    const value = values.get(key.trim().toLowerCase())
    if (typeof value === 'string') return value
    return /^ *'([^']*)' *$/.exec(rest.join(','))?.[1] ?? null
  })
  return pieces.includes(null) ? null : pieces.join('')
}
/** What policy variables are filled in with, and whether the document has any. */
type Filling = { context: AccessRequest['context']; variables: boolean }

type Test = (actual: string, wanted: string) => boolean

const tests: Record<string, Test> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => matchesWildcard(wanted, actual),
  ArnEquals: (actual, wanted) => matchesArn(wanted, actual),
  ArnLike: (actual, wanted) => matchesArn(wanted, actual),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
}

const negations: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
}
/** Negated, and not simulated for a value that is there. */
const otherNegations = ['NumericNotEquals', 'DateNotEquals', 'NotIpAddress']

/**
 * Of no value, none is as wanted and all are: set operators decide so whatever follows them.
 * Source: IAM User Guide, "Set operators for multivalued context keys".
 */
const conditionHolds = (
  operator: string,
  actual: string[] | undefined,
  wanted: string[],
): boolean => {
  const name = operator.replace(/^For(All|Any)Values?:/, '').replace(/IfExists$/, '')
  const forAny = operator.startsWith('ForAny')
  const forAll = operator.startsWith('ForAll')
  if (actual === undefined) {
    if (forAny || forAll) return forAll
    if (name === 'Null') return wanted.includes('true')
    return operator.endsWith('IfExists') || name in negations || otherNegations.includes(name)
  }
  if (name === 'Null') return wanted.includes('false')
  const test = tests[negations[name] ?? name]
  if (test === undefined) return false
  const oneOf = (value: string): boolean => wanted.some((one) => test(value, one))
  const holds = (value: string): boolean => (name in negations ? !oneOf(value) : oneOf(value))
  // Without a set operator a negation means none of the values.
  return forAll || (name in negations && !forAny) ? actual.every(holds) : actual.some(holds)
}

const conditionsHold = (statement: PolicyStatement, filling: Filling): boolean => {
  const { context } = filling
  const keys = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
  return Object.entries(statement.Condition ?? {}).every(([operator, block]) =>
    Object.entries(block).every(([key, wanted]) => {
      const actual = keys.get(key.toLowerCase())
      const isFilled = /^(For(All|Any)Values?:)?(String|Arn)/.test(operator)
      const values = listOf(wanted).map((value) =>
        isFilled ? withVariables(String(value), filling) : String(value),
      )
      const known = values.filter((value) => value !== null)
      // Without a value of the key it does not matter what was wanted.
      if (actual !== undefined && known.length < values.length) return false
      return conditionHolds(operator, actual === undefined ? undefined : listOf(actual), known)
    }),
  )
}

const accountOf = (id: string): string | undefined =>
  /^\d{12}$/.test(id) ? id : /^arn:[^:]+:(?:iam|sts)::(\d{12}):/.exec(id)?.[1]

const principalMatches = (
  wanted: PolicyStatement['Principal'],
  actual: NonNullable<AccessRequest['principal']>,
): boolean => {
  if (wanted === undefined) return false
  // Both mean everybody, AWS's own services too.
  if (wanted === '*' || listOf(wanted['AWS']).includes('*')) return true
  return listOf(wanted[actual.type]).some((id) => {
    if (id === '*' || id === actual.id) return true
    const wholeAccount = /^\d{12}$/.test(id) || id.endsWith(':root')
    return wholeAccount && accountOf(id) === accountOf(actual.id)
  })
}

const statementMatches = (
  statement: PolicyStatement,
  request: AccessRequest,
  variables: boolean,
): boolean => {
  const { action, resource, context, principal: who } = request
  const actionIn = (patterns: string | string[] | undefined): boolean =>
    listOf(patterns).some((pattern) => matchesWildcard(pattern, action, true))
  const filledIn = (patterns: string | string[] | undefined): readonly (string | null)[] =>
    listOf(patterns).map((pattern) => withVariables(pattern, { context, variables }))
  const resourceIn = (patterns: readonly (string | null)[]): boolean =>
    patterns.some((pattern) => pattern !== null && matchesWildcard(pattern, resource))

  if (statement.Action !== undefined ? !actionIn(statement.Action) : actionIn(statement.NotAction))
    return false
  if (statement.Resource !== undefined && !resourceIn(filledIn(statement.Resource))) return false
  const others = filledIn(statement.NotResource)
  if (others.includes(null) || resourceIn(others)) return false
  if (who !== undefined) {
    const named =
      statement.NotPrincipal !== undefined
        ? !principalMatches(statement.NotPrincipal, who)
        : principalMatches(statement.Principal, who)
    if (!named) return false
  }
  return conditionsHold(statement, { context, variables })
}

/**
 * IAM's evaluation: an explicit deny wins, then an allow, else the implicit deny.
 * Source: IAM User Guide, "Policy evaluation logic".
 */
export const evaluate = (
  policies: { source: string; document: PolicyDocument }[],
  request: AccessRequest,
): Decision => {
  const matched = policies.flatMap(({ source, document }) =>
    document.Statement.filter((statement) =>
      statementMatches(statement, request, document.Version === '2012-10-17'),
    ).map((statement) => ({ statement, source })),
  )
  const denies = matched.filter(({ statement }) => statement.Effect === 'Deny')
  if (denies.length > 0) return { decision: 'explicitDeny', matched: denies }
  if (matched.length > 0) return { decision: 'allowed', matched }
  return { decision: 'implicitDeny', matched: [] }
}
