import { z } from 'zod'
import type { Command, StepId } from './contract.ts'

const text = z.string().max(2048)
/** Long enough for a session token in whatever it was pasted with. */
const secret = z.string().max(20_000)
const draft = { reportName: text, bucketName: text, prefix: text, bucketIsNew: z.boolean() }
const only = <Id extends string, Action extends string>(
  step: Id,
  actions: readonly [Action, ...Action[]],
) => z.strictObject({ step: z.literal(step), action: z.enum(actions) })

/** As structured clone makes it of an object literal: no class, nothing inherited, nothing hidden. */
const literal = z.custom<object>(
  (input) =>
    typeof input === 'object' &&
    input !== null &&
    Object.getPrototypeOf(input) === Object.prototype &&
    Reflect.ownKeys(input).length === Object.keys(input).length,
)

/** The commands of one step of the checklist: its own, and those that every step takes. */
const common = <Id extends StepId>(step: Id) =>
  only(step, ['check', 'cancel', 'change', 'hand-over', 'take-back'])

const plan = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('plan'),
    action: z.literal('choose'),
    managedBy: z.enum(['us', 'msp']),
    mspAccountId: text,
  }),
  common('plan'),
])

const signIn = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.literal('start'),
    startUrl: text,
    region: text,
    method: z.enum(['browser', 'device']),
  }),
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.enum(['choose-account', 'by-hand-account']),
    accountId: text,
  }),
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('choose-role'), roleName: text }),
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('use-profile'), profile: text }),
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.literal('use-keys'),
    block: secret,
    accessKeyId: text,
    secretAccessKey: text,
    sessionToken: secret,
  }),
  only('sign-in', [
    'copy-link',
    'open-link',
    'other-account',
    'sign-out',
    'sign-in-again',
    'confirm-management',
    'look-for-profiles',
    'by-hand',
    'leave-by-hand',
  ]),
  common('sign-in'),
])

const costReport = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('reuse'),
    reportName: text,
  }),
  z.strictObject({ step: z.literal('cost-report'), action: z.literal('preview'), ...draft }),
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('create'),
    reviewed: text,
    ...draft,
  }),
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('use-bucket'),
    bucketName: text,
    prefix: text,
  }),
  common('cost-report'),
])

const bucket = z.discriminatedUnion('action', [
  z.strictObject({ step: z.literal('bucket'), action: z.literal('repair'), reviewed: text }),
  only('bucket', ['recreate']),
  common('bucket'),
])

const template = z.discriminatedUnion('action', [
  z.strictObject({ step: z.literal('template'), action: z.literal('approve'), sha256: text }),
  only('template', ['open-file', 'use-built-in', 'save-file']),
  common('template'),
])

const stack = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('stack'),
    action: z.literal('create'),
    acknowledged: z.boolean(),
    stackName: text,
    roleName: text,
    policyName: text,
    externalId: text,
    bucketName: text,
  }),
  only('stack', ['delete-failed']),
  z.strictObject({ step: z.literal('stack'), action: z.literal('adopt'), stackId: text }),
  z.strictObject({
    step: z.literal('stack'),
    action: z.literal('use-role'),
    roleArn: text,
    externalId: text,
    bucketName: text,
  }),
  common('stack'),
])

const registration = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('registration'),
    action: z.literal('connect'),
    token: secret,
  }),
  z.strictObject({
    step: z.literal('registration'),
    action: z.literal('send'),
    spotAccountId: text,
  }),
  z.strictObject({
    step: z.literal('registration'),
    action: z.literal('support-details'),
    spotOrganizationId: text,
    reportPrefix: text,
  }),
  only('registration', [
    'forget-token',
    'open-spot',
    'confirm-done',
    'copy-request',
    'email-request',
    'confirm-request-sent',
  ]),
  common('registration'),
])

const connections = z.discriminatedUnion('action', [
  only('connections', ['add']),
  z.strictObject({
    step: z.literal('connections'),
    action: z.enum(['select', 'remove']),
    id: text,
  }),
  z.strictObject({
    step: z.literal('connections'),
    action: z.literal('rename'),
    id: text,
    name: z.string().max(80),
  }),
])

const disconnect = z.discriminatedUnion('action', [
  only('disconnect', ['list', 'close']),
  z.strictObject({
    step: z.literal('disconnect'),
    action: z.literal('remove'),
    item: z.enum(['stack', 'report', 'bucket']),
    name: text,
    withObjects: z.boolean(),
  }),
])

const app = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('app'),
    action: z.literal('copy'),
    text: z.string().max(100_000),
  }),
  z.strictObject({ step: z.literal('app'), action: z.literal('open'), link: text }),
  only('app', ['open-summary', 'open-audit', 'export-audit', 'wipe', 'reopen', 'close']),
])

const command = z.discriminatedUnion('step', [
  plan,
  signIn,
  costReport,
  bucket,
  template,
  stack,
  registration,
  connections,
  disconnect,
  only('vault', ['retry', 'session-only', 'forget']),
  app,
])

/** Every command, as it must look when it comes from outside. Unknown members are refused. */
export const commandSchema: z.ZodType<Command> = literal.pipe(command)
