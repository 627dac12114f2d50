import { z } from 'zod'

/** Where IAM takes one text or a list of them: always a list here. */
export const oneOrMore = z
  .union([z.string(), z.array(z.string())])
  .transform((value) => [value].flat())
export const effect = z.enum(['Allow', 'Deny'])
const principal = z.union([z.literal('*'), z.record(z.string(), oneOrMore)])
const scalar = z.union([z.string(), z.boolean(), z.number()])

const statementSchema = z.object({
  Effect: effect,
  Sid: z.string().optional(),
  Principal: principal.optional(),
  NotPrincipal: principal.optional(),
  Action: oneOrMore.optional(),
  NotAction: oneOrMore.optional(),
  Resource: oneOrMore.optional(),
  NotResource: oneOrMore.optional(),
  Condition: z
    .record(z.string(), z.record(z.string(), z.union([scalar, z.array(scalar)])))
    .optional(),
})
export type PolicyStatement = z.infer<typeof statementSchema>

/** A policy that comes with the app: each statement is named, allows, and has no condition. */
export const ownPolicySchema = z.object({
  Statement: z.array(
    z.object({
      Sid: z.string(),
      Effect: z.literal('Allow'),
      Action: oneOrMore,
      Resource: oneOrMore,
    }),
  ),
})

/** A policy document whose `Statement` is one or a list, as IAM allows. Other members stay as they are. */
export const policySchema = z.looseObject({
  Statement: z.union([z.looseObject({}), z.array(z.looseObject({}))]),
})

/** Throws a `ZodError` when a statement is none. */
export function statementsOf(policy: z.infer<typeof policySchema>): PolicyStatement[] {
  return z.array(statementSchema).parse([policy.Statement].flat())
}

/** A call by an AWS service, and what is known about it. Context keys are in lower case. */
export type ServiceRequest = {
  readonly service: string
  readonly action: string
  readonly resource: string
  /** Whether `${…}` in the policy is to be filled in: its version decides. */
  readonly variables: boolean
  /** A list is that of a key with several values at once. */
  readonly context: Readonly<Record<string, string | readonly string[]>>
}

const list = <T>(value: T | readonly T[] | undefined): readonly T[] =>
  value === undefined ? [] : isList(value) ? value : [value]
const isList = <T>(value: T | readonly T[]): value is readonly T[] => Array.isArray(value)

/**
 * IAM's wildcards: `*` for any text, `?` for any one character that `isOne` takes for one. Its time grows
 * with both lengths and no further, whatever the pattern is: it goes back to the last `*` only.
 */
export function matches(
  pattern: string,
  text: string,
  isOne: (character: string) => boolean = () => true,
): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let place = 0; place < text.length;) {
    const character = text[place] ?? ''
    if (pattern[at] === '*') {
      star = at++
      resume = place
    } else if (pattern[at] === character || (pattern[at] === '?' && isOne(character))) {
      at++
      place++
    } else if (star >= 0) {
      at = star + 1
      place = ++resume
    } else {
      return false
    }
  }
  return /^\**$/.test(pattern.slice(at))
}
const anyCase = (pattern: string, text: string): boolean =>
  matches(pattern.toLowerCase(), text.toLowerCase())

function names(who: z.infer<typeof principal>, service: string): boolean {
  if (who === '*') return true
  return list(who['Service']).includes(service) || list(who['AWS']).includes('*')
}

/**
 * IAM's ARN operators compare the six parts one by one, so that no `*` reaches over a colon but in the
 * last part. Source: IAM User Guide, "Amazon Resource Name (ARN) condition operators".
 */
function matchesArn(pattern: string, arn: string): boolean {
  const wanted = partsOfArn(pattern)
  const actual = partsOfArn(arn)
  return (
    wanted.length === actual.length && wanted.every((part, at) => matches(part, actual[at] ?? ''))
  )
}
function partsOfArn(arn: string): string[] {
  const parts = arn.split(':')
  return parts.length <= 6 ? parts : [...parts.slice(0, 5), parts.slice(5).join(':')]
}

const POSITIVE: Readonly<Record<string, (wanted: string, actual: string) => boolean>> = {
  stringequals: (wanted, actual) => wanted === actual,
  stringequalsignorecase: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
  stringlike: matches,
  arnequals: matchesArn,
  arnlike: matchesArn,
  bool: (wanted, actual) => wanted.toLowerCase() === actual.toLowerCase(),
}

/** Whether something holds; `unknown` where only AWS will see it. */
export type Answer = 'yes' | 'no' | 'unknown'

const answer = (holds: boolean): Answer => (holds ? 'yes' : 'no')
const no = (other: Answer): Answer => (other === 'unknown' ? other : answer(other === 'no'))
/** One that is no decides; else all have to be known. */
const allOf = (answers: readonly Answer[]): Answer =>
  answers.includes('no') ? 'no' : answers.includes('unknown') ? 'unknown' : 'yes'
const anyOf = (answers: readonly Answer[]): Answer => no(allOf(answers.map(no)))

/**
 * What AWS tells of people's calls, of networks of theirs, and of tags that are being set, but not of
 * calls by its services. Source: IAM User Guide, "AWS global condition context keys".
 */
const ABSENT = new Set(
  [
    ['principalarn', 'principalaccount', 'principalorgid', 'principalorgpaths'],
    ['userid', 'username', 'federatedprovider', 'sourceidentity', 'tokenissuetime', 'assumedroot'],
    ['multifactorauthpresent', 'multifactorauthage', 'chatbotsourcearn'],
    ['ec2instancesourcevpc', 'ec2instancesourceprivateipv4'],
    ['sourcevpc', 'sourcevpcarn', 'sourcevpce', 'vpcsourceip'],
    ['vpceaccount', 'vpceorgid', 'vpceorgpaths'],
    ['calledvia', 'calledviafirst', 'calledvialast', 'tagkeys'],
  ]
    .flat()
    .map((key) => `aws:${key}`),
)
/** Only who brings a key of his own tells S3 of it, and a report has no place for one. */
const OWN_KEY = 's3:x-amz-server-side-encryption-customer-algorithm'
/** Keys of other services than S3 describe the credentials of people and of their programs. */
const isAbsent = (key: string): boolean =>
  ABSENT.has(key) ||
  key === OWN_KEY ||
  /^aws:(principal|request)tag\//.test(key) ||
  !/^(aws|s3):/.test(key)

/**
 * The version of TLS, of which only the least is known. Source: S3 User Guide, "Infrastructure security":
 * S3 takes nothing older than 1.2.
 */
const TLS = { key: 's3:tlsversion', least: 1.2 }
function holdsOfTls(name: string, wanted: readonly string[]): Answer {
  if (name === 'null') return answer(wanted.includes('false'))
  const limits = wanted.map(Number)
  const all = (keeps: (limit: number) => boolean): boolean => limits.every(keeps)
  const some = (keeps: (limit: number) => boolean): boolean => limits.some(keeps)
  if (name === 'numericlessthan' && all((limit) => limit <= TLS.least)) return 'no'
  if (name === 'numericlessthanequals' && all((limit) => limit < TLS.least)) return 'no'
  if (name === 'numericgreaterthan' && some((limit) => limit < TLS.least)) return 'yes'
  if (name === 'numericgreaterthanequals' && some((limit) => limit <= TLS.least)) return 'yes'
  return 'unknown'
}

type Operator = {
  /** In lower case, without what stands around it. */
  readonly name: string
  readonly quantifier: 'any' | 'all' | null
  readonly ifExists: boolean
}

function readOperator(text: string): Operator {
  const [, set, name = '', suffix] =
    /^(?:for(any|all)values?:)?(.*?)(ifexists)?$/.exec(text.toLowerCase()) ?? []
  const quantifier = set === 'any' || set === 'all' ? set : null
  return { name, quantifier, ifExists: suffix !== undefined }
}

/**
 * A condition on a key that a call does not carry. Of no value none is as wanted, and all are: that
 * decides before everything else. Source: IAM User Guide, "Set operators for multivalued context keys".
 */
function holdsWithout(
  { name, quantifier, ifExists }: Operator,
  wanted: readonly string[],
): boolean {
  if (quantifier !== null) return quantifier === 'all'
  if (name === 'null') return wanted.includes('true')
  return ifExists || /^(string|arn|numeric|date)not|^notipaddress$/.test(name)
}

/** `${key}`, `${key, 'what stands for it where a call does not carry it'}`, `${*}`. */
const VARIABLE = /\$\{([^},]+?)(?:\s*,\s*'([^']*)')?\s*\}/g

/**
 * A text with its policy variables as this call fills them in; null if that is not known. Policies of
 * the version before 2012-10-17 have none. Source: IAM User Guide, "IAM policy elements: Variables and tags".
 */
function filledIn(text: string, { context, variables }: ServiceRequest): string | null {
  if (!variables) return text
  let known = true
  const filled = text.replaceAll(VARIABLE, (_, key: string, otherwise?: string) => {
    if (/^[*?$]$/.test(key)) return key
    const value = context[key.toLowerCase()] ?? otherwise
    if (typeof value === 'string') return value
    known = false
    return ''
  })
  return known ? filled : null
}

/**
 * One condition block. What only AWS will see is not known beforehand: most of what `s3:` keys say, the
 * organization, the time.
 */
function holds(
  operator: string,
  key: string,
  wanted: readonly string[],
  request: ServiceRequest,
): Answer {
  const read = readOperator(operator)
  const { name, quantifier } = read
  const known = key.toLowerCase()
  const actual = request.context[known]
  if (actual === undefined && isAbsent(known)) return answer(holdsWithout(read, wanted))
  // Nobody lists the addresses of AWS's delivery service among their own.
  if (name === 'notipaddress') return 'yes'
  if (known === TLS.key) return holdsOfTls(name, wanted)
  if (actual === undefined) return 'unknown'
  if (name === 'null') return answer(wanted.includes('false'))
  // Of several values AWS wants to be told whether any or all are meant, and does not say what it does
  // otherwise. Source: IAM User Guide, "Single-valued vs. multivalued context keys".
  if (isList(actual) && quantifier === null) return 'unknown'
  const negated = /^(string|arn)not/.test(name)
  const test = POSITIVE[negated ? name.replace('not', '') : name]
  if (!test) return 'unknown'
  // Variables have a place with these operators only. Source: IAM User Guide, "IAM policy elements:
  // Variables and tags", where they can be used.
  const isFilled = /^(string|arn)/.test(name)
  const texts = isFilled ? wanted.map((one) => filledIn(one, request)) : wanted
  // What is no ARN is like none; whether it is therefore unlike all of them is not documented.
  const isOpen = (text: string): boolean => name.startsWith('arnnot') && !text.startsWith('arn:')
  const isAmong = (value: string): Answer =>
    anyOf(
      texts.map((text) => (text === null || isOpen(text) ? 'unknown' : answer(test(text, value)))),
    )
  const fits = list(actual).map((value) => (negated ? no(isAmong(value)) : isAmong(value)))
  return quantifier === 'all' ? allOf(fits) : anyOf(fits)
}

/** Whether a statement speaks about this request. */
export function applies(statement: PolicyStatement, request: ServiceRequest): Answer {
  const { Principal, NotPrincipal, Action, NotAction, Resource, NotResource } = statement
  const toWhom = Principal
    ? names(Principal, request.service)
    : NotPrincipal !== undefined && !names(NotPrincipal, request.service)
  const what = Action
    ? list(Action).some((action) => anyCase(action, request.action))
    : NotAction !== undefined && !list(NotAction).some((action) => anyCase(action, request.action))
  const isThere = (resources: readonly string[]): Answer =>
    anyOf(
      resources.map((resource) => {
        const filled = filledIn(resource, request)
        return filled === null ? 'unknown' : answer(matches(filled, request.resource))
      }),
    )
  const where = Resource
    ? isThere(list(Resource))
    : NotResource === undefined
      ? 'no'
      : no(isThere(list(NotResource)))
  const conditions = Object.entries(statement.Condition ?? {}).flatMap(([operator, block]) =>
    Object.entries(block).map(([key, wanted]) =>
      holds(operator, key, list(wanted).map(String), request),
    ),
  )
  return allOf([answer(toWhom && what), where, ...conditions])
}
