import { readDenial } from '../../errors/foreign/denial.ts'

/** One line of a stack's history. Time in milliseconds since the epoch. */
export type StackEvent = {
  readonly id: string
  readonly time: number
  readonly logicalId: string
  readonly type: string
  readonly status: string
  /** '' when AWS gives none. */
  readonly reason: string
  /** What more AWS says of the status, such as `VALIDATION_FAILED`; '' for most. */
  readonly detailedStatus: string
  /** Which creation, rollback or deletion it belongs to; '' when AWS does not tell. */
  readonly operationId: string
}

/** Why a resource was not created, as far as AWS's wording tells. */
export type StackCause =
  | 'role-exists'
  | 'policy-exists'
  | 'scp-denied'
  | 'boundary-denied'
  | 'explicitly-denied'
  | 'session-denied'
  | 'not-authorised'
  | 'principal-invalid'
  | 'policy-malformed'
  | 'limit-exceeded'
  | 'throttled'
  | 'in-use'
  /** The account has nothing of the name that a parameter of the template was given. */
  | 'parameter-unknown'
  /** A policy that is to be attached by its ARN is not there. */
  | 'policy-missing'
  /** A check of the company's own, which CloudFormation asks before it creates anything. */
  | 'hook-refused'
  /** Found before anything was created: a name of something that is no role and no policy. */
  | 'name-taken'
  /** The template says what AWS does not take. */
  | 'property-refused'
  /** AWS refused the stack before anything was created; why may not be asked, or was not told. */
  | 'untold-denied'
  | 'untold'
  /** The same, and the question did not get through: it can be asked again. */
  | 'untold-unreached'
  | 'other'

/** CloudFormation stops the resources beside the failed one, and calls that a failure too. */
const COLLATERAL = /^resource (creation|update) cancell?ed$/i
/** The stack's own line only repeats which resources failed. */
const SUMMARY = /^the following resource\(s\) failed to (create|update|delete|import)/i
/** Seen in the events of public stacks, where a template had a parameter of an AWS-specific type. */
const UNKNOWN_VALUE = /^parameter validation failed: parameter value/i
/** Where an operation on the whole stack begins; a rollback belongs to the one that failed. */
const BEGINS = /^(CREATE|UPDATE|DELETE|IMPORT)_IN_PROGRESS$/

const WHOLE = 'AWS::CloudFormation::Stack'

/** The events of the last thing that was done to the whole stack. */
function lastDone(events: readonly StackEvent[]): readonly StackEvent[] {
  const begun = events.findLastIndex(({ type, status }) => type === WHOLE && BEGINS.test(status))
  return events.slice(Math.max(0, begun))
}

/**
 * The event with which CloudFormation refused a stack before it made anything of it: it names no
 * resource and no cause, which `Stacks.refusals` tells. Null for a stack that ended in any other way.
 */
export function refusedBefore(events: readonly StackEvent[]): StackEvent | null {
  const last = lastDone(events)
  if (last.some(({ type }) => type !== WHOLE)) return null
  return last.find(({ detailedStatus }) => detailedStatus === 'VALIDATION_FAILED') ?? null
}

/**
 * The event that made a stack fail: the earliest failure, in the last thing that was done to it, that
 * is not the consequence of another. Expects events oldest first, as `Stacks.events` gives them. Null
 * when nothing failed.
 */
export function rootCause(events: readonly StackEvent[]): StackEvent | null {
  const failed = lastDone(events).filter(
    ({ status, reason }) => status.endsWith('_FAILED') && !COLLATERAL.test(reason.trim()),
  )
  const own = failed.filter(({ reason }) => !SUMMARY.test(reason))
  const first = own.find(({ status }) => !status.startsWith('DELETE_')) ?? own[0] ?? failed[0]
  // A value that AWS looks up and does not find fails nothing: the stack is taken back at once.
  return first ?? lastDone(events).find(({ reason }) => UNKNOWN_VALUE.test(reason)) ?? null
}

const DENIED =
  /not authorized|AccessDenied|access denied|status code: 403|explicit deny|UnauthorizedTaggingOperation/i
const BY_DENIAL: Readonly<Record<string, StackCause>> = {
  'aws-denied-scp': 'scp-denied',
  'aws-denied-boundary': 'boundary-denied',
  'aws-denied-explicit': 'explicitly-denied',
  'aws-denied-resource-policy': 'explicitly-denied',
  'aws-denied-endpoint-policy': 'explicitly-denied',
  'aws-denied-session-policy': 'session-denied',
}
/**
 * What IAM says of a document that it does not take; the newer handlers leave out its error code
 * (`MalformedPolicyDocument`). One that is too long is of this kind too: fewer roles do not help.
 */
const MALFORMED = [
  /MalformedPolicy|syntax errors? (in|at)|legacy parsing|policy (document )?is not valid/,
  /must be in ARN format|resource vendor|cannot contain region information|not valid for resource/,
  /statement must contain|prohibited field|missing required field|unknown field|invalid json/,
  /must be prefaced by a vendor|vendor \S+ is not valid|statement ids|invalid condition/,
  /may only specify sts|quota for (?:policy|acl)size|maximum policy size|document must be version|valid json format/,
]
/** A request that IAM calls faulty, and whose words are about a policy: none of its other inputs has such parts. */
const ABOUT_A_POLICY =
  /\b(polic(y|ies)|statements?|vendor|conditions?|actions?|resources?)\b.*service: \w*iam\w*[,;].*(HandlerErrorCode: InvalidRequest)/is

/**
 * What CloudFormation says of a property that does not fit its resource, and IAM of a value that is none.
 * Seen in the events of public stacks.
 */
const PROPERTY = [
  /(?:properties|model|template) validation failed|failed to satisfy constraint/,
  /encountered unsupported propert|the specified value for \w+ is invalid/,
  /value of property \w+ must be/,
]
/** AWS did not know any more who asks: that is no word on what he may do. */
const UNSIGNED = /security token included in the request is (?:expired|invalid)/i

/** What follows are words of the company's: they may say anything, of permissions too. */
const HOOK =
  /^(?:[\w ]+\. )?the following hook\(s\)(?:\/validation)? failed: \[(?!AWS::EarlyValidation::)/i

/** In the order of their precision: the first that fits is meant. */
const BY_WORDING: readonly (readonly [RegExp, StackCause])[] = [
  [
    /(polic(y|ies) (called|named|with name)|IAM::\w*Policy\b|:policy\/\S).*already exists/is,
    'policy-exists',
  ],
  [/\bpolicy \S+ (does not exist|is not attachable)/i, 'policy-missing'],
  [/already exists|EntityAlreadyExists|HandlerErrorCode: AlreadyExists/i, 'role-exists'],
  [
    /invalid principal|principals?\b.*(does not exist|not valid|must be valid)/i,
    'principal-invalid',
  ],
  [new RegExp(MALFORMED.map(({ source }) => source).join('|'), 'i'), 'policy-malformed'],
  [/LimitExceeded|cannot exceed (the )?quota|quota.*exceeded|ServiceLimit/i, 'limit-exceeded'],
  [
    /throttl|rate exceeded|too many requests|ConcurrentModification|submitted simultaneously/i,
    'throttled',
  ],
  [
    /DeleteConflict|cannot delete (an? )?(entity|policy)|must (first )?(detach|delete|remove)/i,
    'in-use',
  ],
  [new RegExp(PROPERTY.map(({ source }) => source).join('|'), 'i'), 'property-refused'],
  [ABOUT_A_POLICY, 'policy-malformed'],
]
/** The words in which CloudFormation wraps what the service said. */
const WRAPPED = /^resource handler returned message: "/i

/** What kind of obstacle the reason of a failed resource describes. */
export function explainCause(reason: string): StackCause {
  if (UNKNOWN_VALUE.test(reason)) return 'parameter-unknown'
  if (HOOK.test(reason)) return 'hook-refused'
  if (UNSIGNED.test(reason)) return 'other'
  if (DENIED.test(reason)) return BY_DENIAL[readDenial(reason).code] ?? 'not-authorised'
  const said = reason.trim().replace(WRAPPED, '')
  return BY_WORDING.find(([wording]) => wording.test(said))?.[1] ?? 'other'
}

/** The permission that a reason says is missing, such as `iam:CreateRole`; '' if it names none. */
export function deniedAction(reason: string): string {
  return DENIED.test(reason) ? readDenial(reason).facts.action : ''
}
