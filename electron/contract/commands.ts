/**
 * Everything the renderer may ask of the main process, as it must look when it comes from outside.
 * The types are what the schemas let through; the renderer takes those, and nothing that runs.
 */
import { z } from 'zod'
import {
  app,
  connections,
  disconnect,
  erasure,
  file,
  help,
  paper,
  support,
} from './app-commands.ts'
import { only, text } from './command-parts.ts'
import { ASKING_ACTIONS, COMMON_ACTIONS, type CommonAction } from './common-actions.ts'
import type { StepId } from './steps.ts'

/** Long enough for a session token in whatever it was pasted with. */
const secret = z.string().max(20_000)
const draft = { reportName: text, bucketName: text, prefix: text, bucketIsNew: z.boolean() }

/** Values of a template's parameters by their names, within CloudFormation's own bounds. */
const values = z.record(z.string().regex(/^[A-Za-z0-9]{1,255}$/), z.string().max(4096))
const MOST_VALUES = 200

/** As structured clone makes it of an object literal: no class, nothing inherited, nothing hidden. */
const literal = z.custom<object>(
  (input) =>
    typeof input === 'object' &&
    input !== null &&
    Object.getPrototypeOf(input) === Object.prototype &&
    Reflect.ownKeys(input).length === Object.keys(input).length,
)

const common = <Id extends StepId>(step: Id) => only(step, COMMON_ACTIONS)

/** The id of a language that the app speaks. */
const language = z.string().max(35)
const asking = <Id extends StepId>(step: Id) =>
  z.strictObject({ step: z.literal(step), action: z.enum(ASKING_ACTIONS), language })

const plan = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('plan'),
    action: z.literal('choose'),
    managedBy: z.enum(['us', 'msp']),
    mspAccountId: text,
  }),
  /** Goes back on the answer. */
  only('plan', ['change']),
  common('plan'),
  asking('plan'),
])

const signIn = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('sign-in'),
    /** `start-anyway` asks a region again that AWS has refused for this portal. */
    action: z.enum(['start', 'start-anyway']),
    startUrl: text,
    region: text,
    method: z.enum(['browser', 'device']),
  }),
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.enum(['choose-account', 'by-hand-account']),
    accountId: text,
  }),
  /** Shows those of the accounts in which this is found. */
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('seek-account'), sought: text }),
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('choose-role'), roleName: text }),
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('use-profile'), profile: text }),
  /** Either `block` as it was copied, or the three fields. Held in the main process's memory only. */
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.literal('use-keys'),
    block: secret,
    accessKeyId: text,
    secretAccessKey: text,
    sessionToken: secret,
  }),
  /** As to the AWS console, with the browser of this computer or of another device. */
  z.strictObject({
    step: z.literal('sign-in'),
    action: z.literal('start-console'),
    method: z.enum(['browser', 'device']),
  }),
  /** What AWS’s page shows on another device. Held in the main process's memory only. */
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('enter-code'), code: secret }),
  /** Goes on although these accounts pay the bill: as they are shown, with a comma between. */
  z.strictObject({ step: z.literal('sign-in'), action: z.literal('accept-payer'), payers: text }),
  only('sign-in', [
    'copy-link',
    'open-link',
    /** Not the portal that was found: another address. */
    'other-portal',
    /** Not the other device: back to the ways. */
    'leave-code',
    /** Goes on as the root user. */
    'accept-root',
    'other-account',
    'sign-out',
    'sign-in-again',
    'confirm-management',
    /** Goes on with the list of accounts where it broke off. */
    'read-rest',
    'look-for-profiles',
    /** Asks for the folder in which the AWS CLI's files lie; `usual-folder` goes back to its own. */
    'choose-folder',
    'usual-folder',
    'email-question',
    'by-hand',
    'leave-by-hand',
    'change',
  ]),
  common('sign-in'),
  asking('sign-in'),
])

const costReport = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('reuse'),
    reportName: text,
  }),
  z.strictObject({ step: z.literal('cost-report'), action: z.literal('preview'), ...draft }),
  /** `reviewed` is the fingerprint of the shown policy of an existing bucket, '' for a new one. */
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('create'),
    reviewed: text,
    ...draft,
  }),
  /** A bucket that somebody else says holds the reports; `prefix` is only needed by hand. */
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('use-bucket'),
    bucketName: text,
    prefix: text,
  }),
  /** Removes an empty bucket that this app has created: the person has said yes. */
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('remove-bucket'),
    bucketName: text,
  }),
  /** What the MSP has answered. */
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.literal('answer'),
    bucketName: text,
    prefix: text,
    mspAccountId: text,
  }),
  /** The request to the MSP, in the MSP's language. */
  z.strictObject({
    step: z.literal('cost-report'),
    action: z.enum(['copy-request', 'email-request']),
    language,
  }),
  /** That it is on its way, and going back on what was chosen or told. */
  only('cost-report', ['confirm-request-sent', 'change']),
  common('cost-report'),
  asking('cost-report'),
])

const bucket = z.discriminatedUnion('action', [
  z.strictObject({ step: z.literal('bucket'), action: z.literal('repair'), reviewed: text }),
  /** The person allows the app to read the end of one delivered file, this once. */
  only('bucket', ['recreate', 'read-file']),
  common('bucket'),
  asking('bucket'),
])

const template = z.discriminatedUnion('action', [
  z.strictObject({ step: z.literal('template'), action: z.literal('approve'), sha256: text }),
  only('template', ['open-file', 'use-built-in', 'save-file', 'change']),
  common('template'),
  asking('template'),
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
    /** The person goes on without an external ID, where the template can ask for one. */
    withoutExternalId: z.boolean(),
    values: literal
      .refine((one) => Object.keys(one).length <= MOST_VALUES && !Object.hasOwn(one, '__proto__'))
      .pipe(values),
  }),
  only('stack', ['delete-failed', 'change']),
  z.strictObject({ step: z.literal('stack'), action: z.literal('adopt'), stackId: text }),
  /** A role that is there, however it came to be. */
  z.strictObject({
    step: z.literal('stack'),
    action: z.literal('use-role'),
    roleArn: text,
    externalId: text,
  }),
  common('stack'),
  asking('stack'),
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
    /** Fills the request in; the other two hand it out with what is in the field at that moment. */
    action: z.enum(['support-details', 'copy-request', 'email-request']),
    spotOrganizationId: text,
  }),
  only('registration', [
    'check-token',
    'forget-token',
    'open-spot',
    'confirm-done',
    'confirm-request-sent',
  ]),
  common('registration'),
  asking('registration'),
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
  file,
  disconnect,
  support,
  erasure,
  help,
  paper,
  /** `forget` deletes the kept sign-in, for a keychain that has lost the key to it. */
  only('vault', ['retry', 'session-only', 'forget']),
  app,
])

/** Unknown members are refused. */
export const commandSchema = literal.pipe(command)

export type Command = z.infer<typeof command>
/** The commands of one line of the checklist. */
type CommandOf<S extends StepId> = Extract<Command, { step: S }>
export type StepCommand = CommandOf<StepId>

type Naming<C, Action> = C extends { action: infer Known }
  ? Action extends Known
    ? Omit<C, 'action'> & { action: Action }
    : never
  : never
/** The command of a step that has this action. */
export type As<S extends StepId, Action> = Naming<CommandOf<S>, Action>

/** The actions that a step answers itself. */
export type Own<S extends StepId> = Exclude<CommandOf<S>['action'], CommonAction>
/** The steps that have an action of this name. */
export type StepsWith<Action> = { [S in StepId]: Action extends Own<S> ? S : never }[StepId]
