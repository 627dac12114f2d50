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

const withVariables = (text: string, context: AccessRequest['context']): string =>
  text.replace(/\$\{([^}]+)\}/g, (whole, key: string) => {
    const value = context[key]
    return typeof value === 'string' ? value : whole
  })

type Test = (actual: string, wanted: string) => boolean

const tests: Record<string, Test> = {
  StringEquals: (actual, wanted) => actual === wanted,
  StringEqualsIgnoreCase: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
  StringLike: (actual, wanted) => matchesWildcard(wanted, actual),
  ArnEquals: (actual, wanted) => matchesWildcard(wanted, actual),
  ArnLike: (actual, wanted) => matchesWildcard(wanted, actual),
  Bool: (actual, wanted) => actual.toLowerCase() === wanted.toLowerCase(),
}

const negations: Record<string, string> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
}

const conditionHolds = (
  operator: string,
  actual: string[] | undefined,
  wanted: string[],
): boolean => {
  const name = operator.replace(/^For(All|Any)Values?:/, '').replace(/IfExists$/, '')
  if (name === 'Null') return wanted.includes(String(actual === undefined))
  if (actual === undefined) {
    // A set that is not there has no value that could fit, whatever operator follows.
    if (operator.startsWith('ForAny')) return false
    return operator.endsWith('IfExists') || name in negations || operator.startsWith('ForAll')
  }
  const test = tests[negations[name] ?? name]
  if (test === undefined) return false
  const oneOf = (value: string): boolean => wanted.some((one) => test(value, one))
  if (name in negations) return !actual.some(oneOf)
  return operator.startsWith('ForAll') ? actual.every(oneOf) : actual.some(oneOf)
}

const conditionsHold = (statement: PolicyStatement, context: AccessRequest['context']): boolean => {
  const keys = new Map(Object.entries(context).map(([key, value]) => [key.toLowerCase(), value]))
  return Object.entries(statement.Condition ?? {}).every(([operator, block]) =>
    Object.entries(block).every(([key, wanted]) => {
      const actual = keys.get(key.toLowerCase())
      const values = listOf(wanted).map((value) => withVariables(String(value), context))
      return conditionHolds(operator, actual === undefined ? undefined : listOf(actual), values)
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
  if (wanted === '*') return true
  return listOf(wanted[actual.type]).some((id) => {
    if (id === '*' || id === actual.id) return true
    const wholeAccount = /^\d{12}$/.test(id) || id.endsWith(':root')
    return wholeAccount && accountOf(id) === accountOf(actual.id)
  })
}

const statementMatches = (statement: PolicyStatement, request: AccessRequest): boolean => {
  const { action, resource, context, principal: who } = request
  const actionIn = (patterns: string | string[] | undefined): boolean =>
    listOf(patterns).some((pattern) => matchesWildcard(pattern, action, true))
  const resourceIn = (patterns: string | string[] | undefined): boolean =>
    listOf(patterns).some((pattern) => matchesWildcard(withVariables(pattern, context), resource))

  if (statement.Action !== undefined ? !actionIn(statement.Action) : actionIn(statement.NotAction))
    return false
  if (statement.Resource !== undefined && !resourceIn(statement.Resource)) return false
  if (statement.NotResource !== undefined && resourceIn(statement.NotResource)) return false
  if (who !== undefined) {
    const named =
      statement.NotPrincipal !== undefined
        ? !principalMatches(statement.NotPrincipal, who)
        : principalMatches(statement.Principal, who)
    if (!named) return false
  }
  return conditionsHold(statement, context)
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
    document.Statement.filter((statement) => statementMatches(statement, request)).map(
      (statement) => ({ statement, source }),
    ),
  )
  const denies = matched.filter(({ statement }) => statement.Effect === 'Deny')
  if (denies.length > 0) return { decision: 'explicitDeny', matched: denies }
  if (matched.length > 0) return { decision: 'allowed', matched }
  return { decision: 'implicitDeny', matched: [] }
}
