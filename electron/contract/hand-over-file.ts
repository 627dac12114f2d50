/**
 * The data file beside a request or an answer, as it must look when somebody else's comes from outside.
 * What it says is what its sender claims: it fills in forms, whose values are then judged as if they
 * were typed, and it decides nothing.
 */
import { z } from 'zod'
import { nameHides } from '../base/visible.ts'
import type { AppError } from '../errors/app-error.ts'
import { STEP_IDS, type StepId } from './steps.ts'

/** How its name ends, with the dot. */
export const HAND_OVER_ENDING = '.ecoconnect'
export const HAND_OVER_FORMAT = 'eco-connect-hand-over'
/** Grows with each member, each value and each meaning that a file did not have before. */
export const HAND_OVER_VERSION = 1

/** One line in which everything can be seen: it is shown to somebody who decides by it. */
const line = (most: number) =>
  z
    .string()
    .max(most)
    .refine((text) => !nameHides(text))
const value = line(2048)
const accountId = z.string().regex(/^(\d{12})?$/)
const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const STEP_NAMES = new Set<string>(STEP_IDS)
const step = z.custom<StepId>((input) => typeof input === 'string' && STEP_NAMES.has(input))
const MOST_PARAMETERS = 200

/** What it proposes, or says that is there by now: as it would be typed; left out where it says nothing. */
const values = z.strictObject({
  managedBy: z.enum(['us', 'msp']).optional(),
  mspAccountId: accountId.optional(),
  reportName: value.optional(),
  bucketName: value.optional(),
  /** Whether the bucket is to be created. */
  bucketIsNew: z.boolean().optional(),
  prefix: value.optional(),
  stackName: value.optional(),
  roleName: value.optional(),
  policyName: value.optional(),
  externalId: value.optional(),
  roleArn: value.optional(),
  /** Of the template's own parameters, by their names; none that it wants kept from everybody. */
  parameters: z
    .custom<object>((input) => typeof input === 'object' && input !== null)
    // A record passes over this name without a word.
    .refine((all) => !Object.hasOwn(all, '__proto__') && Object.keys(all).length <= MOST_PARAMETERS)
    .pipe(z.record(z.string().regex(/^[A-Za-z0-9]{1,255}$/), line(4096)))
    .optional(),
})

const template = z.strictObject({
  /** A name, and no way to another folder. */
  fileName: line(255).regex(/^(?!\.{1,2}$)[^/\\]+$/),
  sha256,
  /** Its text, where it is none that comes with the app. */
  body: z
    .string()
    .max(100_000)
    // Half a character has no bytes that could be approved.
    .regex(/^\P{Cs}*$/u)
    .optional(),
  /** Whether the sender has approved these bytes, by the sender's word. */
  approved: z.boolean(),
})

export const handOverFileSchema = z.strictObject({
  format: z.literal(HAND_OVER_FORMAT),
  version: z.literal(HAND_OVER_VERSION),
  /** Whether it asks for the steps, or says how they were done. */
  kind: z.enum(['request', 'answer']),
  /** By the sender's word alone. */
  from: z.strictObject({ name: line(300), connection: line(80) }),
  madeAt: z.iso.datetime(),
  appVersion: line(40),
  /** The account that it is about; '' where the sender did not know it. */
  accountId,
  steps: z.array(step).max(STEP_IDS.length),
  values,
  template: template.optional(),
})

export type HandOverFile = z.infer<typeof handOverFileSchema>
export type HandOverValues = HandOverFile['values']

/** A file as the window is shown it: without the text of its template. */
export type ShownHandOver = Omit<HandOverFile, 'template'> & {
  readonly template:
    | (Omit<NonNullable<HandOverFile['template']>, 'body'> & {
        readonly comesAlong: boolean
      })
    | null
}

/** A file that was opened: what it says, or why it cannot be read. Nothing comes of it by itself. */
export type OpenedHandOver = {
  readonly file: string
} & (
  | { readonly kind: 'read'; readonly content: ShownHandOver }
  | { readonly kind: 'refused'; readonly error: AppError }
)

/** What the person has taken from a file for a connection, to fill in its forms once. */
export type Proposal = {
  /** Tells proposals apart. */
  readonly id: string
  readonly content: ShownHandOver
}
