import path from 'node:path'
import { z } from 'zod'
import { nameHides } from '../base/visible.ts'
import { isBucketName } from '../aws/client/bucket-name.ts'
import { PREFIX, REPORT_NAME } from '../aws/cur/report-verdict.ts'
import { EXTERNAL_ID } from '../aws/iam/external-id.ts'
import { formatRoleArn, parseRoleArn } from '../aws/iam/role-arn.ts'
import { parseRegion, parseStartUrl } from '../aws/sign-in/start-url.ts'
import type { IsStandIn } from '../network/stand-in.ts'

/** What depends on the build and on where a connection lies. */
export type Allowed = {
  /** A simulator's portal on this computer; unpackaged builds only. */
  readonly isStandIn: IsStandIn
  /** Where the app writes the summary, which is opened later. */
  readonly summaryFile: string
}

/** As long as anything that can be typed in. */
const typed = z.string().max(2048)
/** AWS's longest value of a template's parameter, which an adopted stack brings. */
const parameter = z.string().max(4096)
/** What `Date` can hold, in milliseconds. */
export const time = z.number().min(-8.64e15).max(8.64e15)
const matching = (pattern: RegExp) => z.string().regex(pattern)
export const orEmpty = <Schema extends z.ZodType<string>>(schema: Schema) =>
  z.literal('').or(schema)

export const accountId = matching(/^\d{12}$/)
const sha256 = matching(/^[0-9a-f]{64}$/)
const bucketName = z.string().refine(isBucketName)
const prefix = orEmpty(matching(PREFIX))
/** Of a permission set, or of the role that pasted keys or a profile belong to. */
export const roleName = matching(/^[\w+=,.@-]{1,64}$/)
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
export const profileName = z
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

export const portalRegion = ({ isStandIn }: Allowed) =>
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
  })
export const portal = (allowed: Allowed) =>
  portalRegion(allowed).extend({ method: z.enum(['browser', 'device']) })

export const plan = z.object({ managedBy: z.enum(['us', 'msp']), mspAccountId: orEmpty(accountId) })
export const account = z.object({ id: accountId, name: typed, email: typed })
export const request = z.object({
  step: typed,
  accountId: orEmpty(accountId),
  at: time,
  file: filePath,
  present: z.array(typed),
})
/** How the person calls a connection. */
export const label = z.string().max(80)
export const spotOrganizationId = matching(/^[A-Za-z0-9-]{1,64}$/)

export const acceptedPayer = z.object({ accountId, payerId: accountId })
export const typedBucket = z.object({ accountId, bucketName, prefix })
export const askedMsp = z.object({
  accountId,
  how: z.enum(['copied', 'email']),
  at: time,
  sent: z.boolean(),
})
/** An MSP's prefix is held to nothing but that it can be seen. */
const seen = typed.refine((text) => !nameHides(text))
export const mspReport = z.object({
  accountId,
  bucketName,
  prefix: seen,
  mspAccountId: orEmpty(accountId),
  at: time.nullable(),
})
export const repaired = z.object({ accountId, bucketName, at: time })
export const begunBucket = z.object({ accountId, bucketName })
export const ownRole = z
  .object({
    accountId,
    roleArn,
    externalId: matching(EXTERNAL_ID),
  })
  .refine((role) => sameAccount({ accountId: role.accountId, arn: role.roleArn }), {
    path: ['roleArn'],
  })
const stackThing = z
  .object({ kind: z.literal('stack'), accountId, name: stackName, id: orEmpty(stackId) })
  .refine((thing) => sameAccount({ accountId: thing.accountId, arn: thing.id }), { path: ['id'] })
export const created = z.union([
  stackThing,
  z.object({
    kind: z.literal('report'),
    accountId,
    name: matching(REPORT_NAME),
    id: z.literal(''),
  }),
  z.object({ kind: z.literal('bucket'), accountId, name: bucketName, id: z.literal('') }),
])
export const report = z.object({
  accountId,
  name: matching(REPORT_NAME),
  bucket: bucketName,
  prefix,
  definedAt: time,
})
/** Kept as it is typed, and judged whenever it is used. */
export const reportDraft = z.object({
  accountId,
  reportName: typed,
  bucketName: typed,
  prefix: typed,
  bucketIsNew: z.boolean(),
})
/** The body is reviewed anew whenever it is used. */
export const ownTemplate = z.object({ fileName, body: z.string() })
export const approvedTemplate = z.object({
  sha256,
  /** Whatever AWS calls somebody: it is only shown. */
  by: seen.nullable(),
  at: time.nullable(),
})
export const claimedApproval = z.object({ sha256, from: seen.max(300), at: time })
export const provenEarlier = z.object({
  accountId,
  managedBy: z.enum(['us', 'msp']),
  mspAccountId: orEmpty(accountId),
  steps: z.array(z.object({ id: typed, kind: z.enum(['done', 'delivery']), at: time })),
})
const seenState = z.enum(['good', 'bad', 'awaited'])
export const health = z.object({
  accountId,
  lookedAt: time,
  findings: z
    .array(
      z.object({
        id: typed,
        state: z.enum([...seenState.options, 'unseen']),
        codes: z.array(typed).max(20),
        at: time,
        before: z.object({ state: seenState, at: time }).nullable(),
      }),
    )
    .max(100),
})
export const stack = z
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
    values: z.record(matching(/^[A-Za-z0-9]{1,255}$/), parameter),
    withoutExternalId: z.boolean(),
  })
  .refine(({ accountId, id }) => sameAccount({ accountId, arn: id }), { path: ['id'] })
const supportRequest = z.object({
  bucketName: orEmpty(bucketName),
  roleArn: orEmpty(roleArn),
  customerAccountId: orEmpty(accountId),
  mspAccountId: orEmpty(accountId),
  stackName: orEmpty(stackName),
  reportPrefix: seen,
  spotOrganizationId: orEmpty(spotOrganizationId),
  billPayer: typed,
  verified: z.boolean(),
})
const requestWay = z.enum(['copied', 'email'])
export const preparedRequest = z.object({ request: supportRequest, how: requestWay, at: time })
export const sent = z.object({ request: supportRequest, how: requestWay.nullable() })
/** What was removed, or is left: named in the window, and never a way to anything. */
export const disconnected = z.object({
  accountId: orEmpty(accountId),
  at: time,
  removed: z.array(z.object({ id: z.string(), name: typed, at: time, proven: z.boolean() })),
  left: z.array(z.object({ id: z.string(), name: typed, state: z.string() })),
  steps: z.array(z.object({ at: time })),
})
export const spotBegun = z.object({
  spotAccountId: matching(/^[\w-]{1,128}$/),
  roleArn,
  begun: z.enum(['asked', 'given']),
})
