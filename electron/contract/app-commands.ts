/** What is asked of the app as a whole, or of a connection beside its steps: see `commands.ts`. */
import { z } from 'zod'
import { only, text } from './command-parts.ts'
import { TOPIC_IDS } from './help.ts'
import { PAPER_FORMS, PAPER_IDS } from './papers.ts'

export const connections = z.discriminatedUnion('action', [
  /** The overview of all is shown, or saved as a page or as a table; choosing one closes it too. */
  only('connections', ['add', 'overview', 'close-overview', 'save-page', 'save-table']),
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

/** About the file of somebody else that was opened: filling in the forms of a connection, '' for a new one. */
export const file = z.discriminatedUnion('action', [
  z.strictObject({ step: z.literal('file'), action: z.literal('use'), id: text }),
  only('file', ['close']),
])

export const disconnect = z.discriminatedUnion('action', [
  /**
   * The request asks Spot Support to remove the account. `connect-again` begins the checklist of a
   * connection that was taken back anew.
   */
  only('disconnect', ['list', 'close', 'copy-request', 'email-request', 'connect-again']),
  z.strictObject({
    step: z.literal('disconnect'),
    action: z.literal('remove'),
    item: z.enum(['stack', 'report', 'bucket']),
    name: text,
    /** The person agreed to lose the objects in the bucket. */
    withObjects: z.boolean(),
  }),
])

/** The request to Spot Support that was sent, and what the person knows of Spot. */
export const support = z.discriminatedUnion('action', [
  only('support', [
    'copy-request',
    'email-request',
    'confirm-connected',
    /** It was not confirmed after all. */
    'not-connected',
  ]),
  /** Spot was given this role in place of the one before. */
  z.strictObject({ step: z.literal('support'), action: z.literal('role-given'), roleArn: text }),
])

export const erasure = z.discriminatedUnion('action', [
  /** Lists what the app keeps on this computer; `again` tries what could not be removed. */
  only('erasure', ['ask', 'close', 'again', 'quit']),
  /** Removes all of it: `typed` is the word that the dialog asks for. */
  z.strictObject({ step: z.literal('erasure'), action: z.literal('start'), typed: text }),
])

/** A document of the connection shown, in one of the forms that it has (`papers.ts`). */
export const paper = z.strictObject({
  step: z.literal('paper'),
  action: z.enum(PAPER_FORMS),
  paper: z.enum(PAPER_IDS),
})

export const help = z.discriminatedUnion('action', [
  /** At a page of it, or at its contents (''). */
  z.strictObject({
    step: z.literal('help'),
    action: z.literal('open'),
    topic: z.enum(['', ...TOPIC_IDS]),
  }),
  /** The details for support are put together to be read; `copy-details` copies what was shown. */
  only('help', ['close', 'show-details', 'copy-details']),
])

export const app = z.discriminatedUnion('action', [
  z.strictObject({
    step: z.literal('app'),
    action: z.literal('copy'),
    text: z.string().max(100_000),
  }),
  /** A page of AWS's or Spot's console in the system browser; other addresses are refused. */
  z.strictObject({ step: z.literal('app'), action: z.literal('open'), link: text }),
  /** The app speaks another of its languages from now on. */
  z.strictObject({ step: z.literal('app'), action: z.literal('speak'), language: text }),
  /** Opens the window in which a proxy's password is typed; none is in this command. */
  only('app', ['enter-proxy-password']),
  /**
   * `reopen` looks at a connection that is over anew, `look-anew` once more while it is open; `close`
   * ends that and its sign-in.
   */
  only('app', [
    'open-summary',
    /** Saves what is set up as a file that another person's app opens. */
    'save-answer',
    /** Saves a calendar file that reminds of the first analysis. */
    'save-reminder',
    'wipe',
    'reopen',
    'look-anew',
    'close',
  ]),
])
