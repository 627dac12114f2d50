import type { IsStandIn } from '../network/stand-in.ts'
import path from 'node:path'
import { z } from 'zod'
import { isBucketName } from '../aws/client/bucket-name.ts'
import { EXTERNAL_ID } from '../aws/iam/external-id.ts'
import { PREFIX, REPORT_NAME } from '../aws/cur/report-verdict.ts'
import { formatRoleArn, parseRoleArn } from '../aws/iam/role-arn.ts'
import { parseRegion, parseStartUrl } from '../aws/sign-in/start-url.ts'
import { STEP_IDS } from '../contract/steps.ts'
import { AppFailure, fail } from '../errors/failure.ts'
import { maskedError } from '../errors/masked-error.ts'
import type { Choices, StateFile, StateFileOnDisk } from './state-file.ts'

/** What depends on the build and on where a connection lies. */
export type Allowed = {
  /** A simulator's portal on this computer; unpackaged builds only. */
  readonly isStandIn: IsStandIn
  /** Where the app writes the summary, which is opened later. */
  readonly summaryFile: string
}

/** A saved value that is not used. `value` is what was there, shortened. */
export type Refused = {
  readonly choice: keyof Choices
  readonly part: string
  readonly value: string
}

/** As long as anything that can be typed in. */
const typed = z.string().max(2048)
/** AWS's longest value of a template's parameter, which an adopted stack brings. */
const parameter = z.string().max(4096)
/** What `Date` can hold, in milliseconds. */
const time = z.number().min(-8.64e15).max(8.64e15)
const matching = (pattern: RegExp) => z.string().regex(pattern)
const orEmpty = <Schema extends z.ZodType<string>>(schema: Schema) => z.literal('').or(schema)

const accountId = matching(/^\d{12}$/)
const sha256 = matching(/^[0-9a-f]{64}$/)
const bucketName = z.string().refine(isBucketName)
const prefix = orEmpty(matching(PREFIX))
/** Of a permission set, or of the role that pasted keys or a profile belong to. */
const roleName = matching(/^[\w+=,.@-]{1,64}$/)
const stackName = matching(/^[a-zA-Z][-a-zA-Z0-9]{0,127}$/)
const stackId = matching(
  /^arn:aws[\w-]*:cloudformation:[a-z0-9-]+:\d{12}:stack\/[-a-zA-Z0-9]{1,128}\/[\w-]{1,64}$/,
)
const roleArn = z.string().refine((text) => {
  try {
    return formatRoleArn(parseRoleArn(text)) === text
  } catch {
    // Whatever it breaks, it is no role's ARN.
    return false
  }
})
/** A heading of the CLI's files: one line, without its closing bracket. */
const profileName = z
  .string()
  .max(2048)
  .regex(/^[^\]\r\n]*$/)
/** A name, and no way to another folder. */
const fileName = z
  .string()
  .min(1)
  .max(255)
  .refine((name) => path.basename(name) === name && !['.', '..'].includes(name))
  .regex(/^[^\0]*$/)
const filePath = z
  .string()
  .max(4096)
  .refine((file) => path.isAbsolute(file))
  .regex(/^[^\0]*$/)

/** The rest of an ARN has to name the account that stands beside it. */
const sameAccount = ({ accountId: account, arn }: { accountId: string; arn: string }): boolean =>
  arn === '' || arn.split(':')[4] === account

const portal = ({ isStandIn }: Allowed) =>
  z.object({
    startUrl: z.string().transform((text, context) => {
      try {
        return parseStartUrl(text, isStandIn).startUrl
      } catch {
        context.addIssue('not a portal')
        return z.NEVER
      }
    }),
    region: z.string().transform((text, context) => {
      try {
        return parseRegion(text)
      } catch {
        context.addIssue('not a region')
        return z.NEVER
      }
    }),
    method: z.enum(['browser', 'device']),
  })

const plan = z.object({ managedBy: z.enum(['us', 'msp']), mspAccountId: orEmpty(accountId) })
const account = z.object({ id: accountId, name: typed, email: typed })
const request = z.object({
  step: z.enum(STEP_IDS),
  accountId: orEmpty(accountId),
  at: time,
  file: filePath,
  present: z.array(typed),
})
const typedBucket = z.object({ accountId, bucketName, prefix })
const repaired = z.object({ accountId, bucketName, at: time })
const begunBucket = z.object({ accountId, bucketName })
const ownRole = z
  .object({
    accountId,
    roleArn,
    externalId: matching(EXTERNAL_ID),
    bucketName: orEmpty(bucketName),
  })
  .refine((role) => sameAccount({ accountId: role.accountId, arn: role.roleArn }), {
    path: ['roleArn'],
  })
const stackThing = z
  .object({ kind: z.literal('stack'), accountId, name: stackName, id: orEmpty(stackId) })
  .refine((thing) => sameAccount({ accountId: thing.accountId, arn: thing.id }), { path: ['id'] })
const created = z.union([
  stackThing,
  z.object({
    kind: z.literal('report'),
    accountId,
    name: matching(REPORT_NAME),
    id: z.literal(''),
  }),
  z.object({ kind: z.literal('bucket'), accountId, name: bucketName, id: z.literal('') }),
])
const report = z.object({
  accountId,
  name: matching(REPORT_NAME),
  bucket: bucketName,
  prefix,
  definedAt: time,
})
/** Kept as it is typed, and judged whenever it is used. */
const reportDraft = z.object({
  accountId,
  reportName: typed,
  bucketName: typed,
  prefix: typed,
  bucketIsNew: z.boolean(),
})
/** The body is reviewed anew whenever it is used. */
const ownTemplate = z.object({ fileName, body: z.string() })
const stack = z
  .object({
    accountId,
    name: stackName,
    id: orEmpty(stackId),
    requestToken: matching(/^[\w-]{0,128}$/),
    templateSha256: orEmpty(sha256),
    // Shown in the form again, and judged when it is sent; a template may ask for none of them.
    roleName: parameter,
    policyName: parameter,
    externalId: parameter,
    bucketName: orEmpty(bucketName),
  })
  .refine(({ accountId, id }) => sameAccount({ accountId, arn: id }), { path: ['id'] })
const spotBegun = z.object({
  spotAccountId: matching(/^[\w-]{1,128}$/),
  roleArn,
  begun: z.enum(['asked', 'given']),
})

/** How much of a value is told. */
const TOLD = 80

/** What stands at a path inside a value, as far as it can be shown. */
function partOf(value: unknown, keys: readonly PropertyKey[]): string {
  const found = keys.reduce<unknown>(
    (at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined),
    value,
  )
  return (JSON.stringify(found) ?? '').slice(0, TOLD)
}

/**
 * Saved choices, each held to the rules that it was typed or read under: what somebody wrote into
 * the file must not lead to another host, folder or command than the app itself would have chosen.
 * One that breaks its rule is as if it had never been made, and the others stay.
 */
export function checkedChoices(
  saved: Choices,
  allowed: Allowed,
): { readonly choices: Choices; readonly refused: readonly Refused[] } {
  const refused: Refused[] = []
  const refuse = (choice: keyof Choices, value: unknown, { issues }: z.ZodError): void => {
    // A part may break several rules, and is one value all the same.
    const parts = new Map(issues.map(({ path: keys }) => [keys.map(String).join('.'), keys]))
    for (const keys of parts.values()) {
      const part = [choice, ...keys].map(String).join('.')
      refused.push({ choice, part, value: partOf(value, keys) })
    }
  }
  const check = <T>(choice: keyof Choices, rule: z.ZodType<T>, value: T, instead: T): T => {
    const parsed = rule.safeParse(value)
    if (parsed.success) return parsed.data
    refuse(choice, value, parsed.error)
    return instead
  }
  const orNull = <T>(choice: keyof Choices, rule: z.ZodType<T>, value: T | null): T | null =>
    check(choice, rule.nullable(), value, null)
  const each = <T>(choice: keyof Choices, rule: z.ZodType<T>, values: readonly T[]): T[] =>
    values.flatMap((value) => {
      const parsed = rule.safeParse(value)
      if (parsed.success) return [parsed.data]
      refuse(choice, value, parsed.error)
      return []
    })
  const text = (choice: keyof Choices, rule: z.ZodType<string>, value: string): string =>
    check(choice, orEmpty(rule), value, '')

  const choices: Choices = {
    plan: check(
      'plan',
      plan.nullable(),
      saved.plan,
      saved.plan && { ...saved.plan, mspAccountId: '' },
    ),
    portal: orNull('portal', portal(allowed), saved.portal),
    account: orNull('account', account, saved.account),
    roleName: text('roleName', roleName, saved.roleName),
    way: saved.way,
    profile: text('profile', profileName, saved.profile),
    byHand: saved.byHand,
    label: text('label', z.string().max(80), saved.label),
    handedOver: each('handedOver', request, saved.handedOver),
    typedBucket: orNull('typedBucket', typedBucket, saved.typedBucket),
    repaired: orNull('repaired', repaired, saved.repaired),
    ownRole: orNull('ownRole', ownRole, saved.ownRole),
    confirmedManagement: text('confirmedManagement', accountId, saved.confirmedManagement),
    begunBucket: orNull('begunBucket', begunBucket, saved.begunBucket),
    created: each('created', created, saved.created),
    report: orNull('report', report, saved.report),
    reportDraft: orNull('reportDraft', reportDraft, saved.reportDraft),
    ownTemplate: orNull('ownTemplate', ownTemplate, saved.ownTemplate),
    approvedTemplate: text('approvedTemplate', sha256, saved.approvedTemplate),
    stack: orNull('stack', stack, saved.stack),
    spotBegun: orNull('spotBegun', spotBegun, saved.spotBegun),
    spotOrganizationId: text(
      'spotOrganizationId',
      matching(/^[A-Za-z0-9-]{1,64}$/),
      saved.spotOrganizationId,
    ),
    reportPrefix: text('reportPrefix', typed, saved.reportPrefix),
    registered: saved.registered && registered(saved.registered),
  }
  return { choices, refused }

  /** That an account is registered is never forgotten: it would be registered twice. */
  function registered(record: NonNullable<Choices['registered']>): Choices['registered'] {
    const { summaryFile } = allowed
    const moved = path.basename(record.summaryFile) === path.basename(summaryFile)
    const isOwn = z.string().refine((file) => file === '' || moved)
    const steps = z.array(z.object({ at: time }))
    const parsed = z.object({ summaryFile: isOwn, at: time, steps }).safeParse(record)
    if (!parsed.success) refuse('registered', record, parsed.error)
    const sound = <T extends { readonly at: number }>(one: T): T => ({
      ...one,
      at: time.safeParse(one.at).data ?? 0,
    })
    return { ...sound(record), summaryFile, steps: record.steps.map(sound) }
  }
}

/** A state file whose choices are checked when they are read; `onRefused` is told what is not used. */
export function checkedStateFile(
  file: StateFileOnDisk,
  allowed: Allowed,
  onRefused: (problem: AppFailure) => void,
): StateFile {
  return {
    ...file,
    async load() {
      const loaded = await file.load()
      const { choices, refused } = checkedChoices(loaded.choices, allowed)
      // What is not used is gone with the next save: somebody may have to look at it.
      if (refused.length > 0) onRefused(notUnderstood(refused, await file.keepCopy()))
      return { ...loaded, choices }
    },
  }
}

/** More would only fill the window: the file has them all. */
const NAMED = 10

function notUnderstood(refused: readonly Refused[], file: string): AppFailure {
  const ids = [...new Set(refused.map(({ choice }) => choice))].join(',')
  const named = refused.slice(0, NAMED).map(({ part, value }) => `${part}: ${value}`)
  const more = refused.length > NAMED ? [`and ${refused.length - NAMED} more`] : []
  const message = [...named, ...more].join('; ')
  const { error } = fail('choices-not-understood', { choices: ids, file }, { detail: { message } })
  return new AppFailure(maskedError(error))
}
