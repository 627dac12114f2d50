import { likelyBucketName } from '../aws/client/bucket-name.ts'
import { matches, ownPolicySchema } from '../aws/iam/policy-document.ts'
import type { Question } from '../aws/iam/permissions.ts'
import { type Managed, NOT_MANAGED } from '../contract/managed.ts'
import { STEP_IDS, type StepId } from '../contract/steps.ts'
import type { Ability, MissingPermission } from '../contract/preflight.ts'

/** One statement of the operator policy, and the step whose work it allows. */
export type PolicyPart = {
  readonly sid: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly step: StepId
}

/** The step that needs each statement of the operator policy, by the statement's `Sid`. */
const STEP_OF: Readonly<Record<string, StepId>> = {
  SignInAsInTheConsole: 'sign-in',
  KnowTheAccount: 'sign-in',
  ReadAndDefineReports: 'cost-report',
  ListBucketNames: 'cost-report',
  CreateTheReportBucket: 'cost-report',
  ReadTheReportBucket: 'bucket',
  ReadWhatWasDelivered: 'bucket',
  ReadStacks: 'stack',
  CreateTheStack: 'stack',
  ProveTheRole: 'stack',
  CloudFormationCreatesTheRoleForYou: 'stack',
  CloudFormationCreatesThePolicyForYou: 'stack',
}

/** Every caller may ask who it is, whatever its policies say. */
const ALWAYS_ALLOWED = new Set(['sts:GetCallerIdentity'])

/**
 * What the app does without: it reads with them why something failed, or what nobody else knows, or
 * tags a new bucket at its creation and not after it.
 */
const OPTIONAL = new Set([
  'cloudformation:describeevents',
  'organizations:listinboundresponsibilitytransfers',
  'organizations:listoutboundresponsibilitytransfers',
  's3:tagresource',
  // Whoever signs in another way needs neither.
  'signin:authorizeoauth2access',
  'signin:createoauth2token',
])

const isOptional = ({ action }: MissingPermission): boolean => OPTIONAL.has(action.toLowerCase())

/** Reads the operator policy's text. Throws for text that is none, and for a `Sid` of no step. */
export function readOperatorPolicy(text: string): readonly PolicyPart[] {
  const { Statement } = ownPolicySchema.parse(JSON.parse(text))
  return Statement.map((statement) => {
    const step = STEP_OF[statement.Sid]
    if (!step) throw new Error(`No step needs the statement ${statement.Sid}`)
    return {
      sid: statement.Sid,
      actions: statement.Action.filter((action) => !ALWAYS_ALLOWED.has(action)),
      resources: statement.Resource,
      step,
    }
  })
}

/** What the organization has decided of buckets' names. */
type BucketRules = Pick<Managed, 'bucketName' | 'classicNamesOnly'>

/** The buckets that the operator policy is about, where nobody has decided on other names. */
const ANY_BUCKET = 'arn:aws:s3:::spot-eco-cur-*'

/**
 * The policy where the organization names its buckets: about those. Its pattern means in IAM what it means
 * here. Source: IAM User Guide, "Resource: wildcards in paths".
 */
export function aboutBucketsOf(
  policy: readonly PolicyPart[],
  { bucketName }: BucketRules,
): readonly PolicyPart[] {
  if (bucketName === null) return policy
  return policy.map((part) => ({
    ...part,
    resources: part.resources.map((one) =>
      one.startsWith(ANY_BUCKET) ? one.replace(ANY_BUCKET, `arn:aws:s3:::${bucketName}`) : one,
    ),
  }))
}

/** What the app proposes to create, by ARN: the likeliest thing that a pattern is about. */
function proposals(accountId: string, managed: BucketRules): readonly string[] {
  const bucket = `arn:aws:s3:::${likelyBucketName(accountId, managed)}`
  return [
    bucket,
    `${bucket}/cur/spot-eco/spot-eco-Manifest.json`,
    `arn:aws:signin:us-east-1:${accountId}:oauth2/public-client/localhost`,
    `arn:aws:signin:us-east-1:${accountId}:oauth2/public-client/remote`,
    `arn:aws:cloudformation:us-east-1:${accountId}:stack/SpotEcoConnect/*`,
    `arn:aws:iam::${accountId}:role/SpotByNetApp_Finops_ReadOnly`,
    `arn:aws:iam::${accountId}:policy/SpotByNetApp_Finops_ReadOnly_Policy`,
  ]
}

/** IAM simulates for things and not for patterns; `*` stays for actions that know no resource. */
function concrete(pattern: string, accountId: string, managed: BucketRules): string {
  if (pattern === '*') return pattern
  return proposals(accountId, managed).find((arn) => matches(pattern, arn)) ?? pattern
}

const questionsFor = (part: PolicyPart, accountId: string, managed: BucketRules): Question[] =>
  part.resources.flatMap((pattern) =>
    part.actions.map((action) => ({ action, resource: concrete(pattern, accountId, managed) })),
  )

/** What to ask IAM about an account: every action of the policy on what the app would make there. */
export function questionsOf(
  policy: readonly PolicyPart[],
  accountId: string,
  managed: BucketRules = NOT_MANAGED,
): Question[] {
  return policy.flatMap((part) => questionsFor(part, accountId, managed))
}

/** What is missing by step, for the steps that need anything of AWS, in their order. */
export function abilitiesOf(
  policy: readonly PolicyPart[],
  accountId: string,
  missing: readonly MissingPermission[],
  managed: BucketRules = NOT_MANAGED,
): Ability[] {
  return STEP_IDS.flatMap((step) => {
    const lacking = policy
      .filter((part) => part.step === step)
      .map((part) => ({ part, missing: missingOf(part, accountId, missing, managed) }))
    if (lacking.length === 0) return []
    const all = lacking.flatMap((one) => one.missing)
    const needed = all.filter((one) => !isOptional(one))
    return [
      {
        step,
        missing: needed,
        optional: all.filter(isOptional),
        // Whoever has something to add anyway adds what is optional with it.
        statement: needed.length === 0 ? '' : statementOf(lacking),
      },
    ]
  })
}

function missingOf(
  part: PolicyPart,
  accountId: string,
  missing: readonly MissingPermission[],
  managed: BucketRules,
): MissingPermission[] {
  return questionsFor(part, accountId, managed).flatMap(({ action, resource }) => {
    const found = missing.find(
      (one) => one.action.toLowerCase() === action.toLowerCase() && one.resource === resource,
    )
    return found ? [found] : []
  })
}

/**
 * Exactly what would have to be added, on the operator policy's own resources: a whole policy, as
 * IAM Identity Center takes it for the inline policy of a permission set.
 */
function statementOf(
  lacking: readonly { part: PolicyPart; missing: readonly MissingPermission[] }[],
): string {
  const statements = lacking.flatMap(({ part, missing }) => {
    const addable = new Set(
      missing.filter(({ because }) => because === 'not-allowed').map(({ action }) => action),
    )
    if (addable.size === 0) return []
    const Action = part.actions.filter((action) => addable.has(action))
    const [resource] = part.resources
    const Resource = part.resources.length === 1 ? resource : part.resources
    return [{ Sid: part.sid, Effect: 'Allow', Action, Resource }]
  })
  if (statements.length === 0) return ''
  return JSON.stringify({ Version: '2012-10-17', Statement: statements }, null, 2)
}
