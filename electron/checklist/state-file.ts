import { z } from 'zod'
import { SIGN_IN_WAYS } from '../contract/ask/sign-in.ts'
import { fail } from '../errors/failure.ts'
import { approvedTemplateSchema, claimedApprovalSchema } from './approval.ts'
import { fromFourth } from './fourth-state.ts'
import { healthSchema } from './kept-health.ts'
import { disconnectedSchema, provenEarlierSchema, registeredSchema } from './recorded.ts'
import { withoutFuture } from './past-times.ts'
import { askedMspSchema, mspReportSchema, preparedRequestSchema } from './requests.ts'
import { fromThird } from './third-state.ts'
import {
  jsonOf,
  keptText,
  type Kind,
  type Migration,
  readKept,
  statedVersion,
  versionOf,
} from '../files/kept.ts'

/**
 * What is remembered of a connection between two runs: choices and ids, never a verdict (those are
 * read anew) and never a secret (those are in the vault). Times are milliseconds since the epoch.
 * A change of it raises the version: `kept.ts` says how.
 */
export const choicesSchema = z.object({
  plan: z
    .object({ managedBy: z.enum(['us', 'msp']), mspAccountId: z.string() })
    .nullable()
    .default(null),
  portal: z
    .object({ startUrl: z.string(), region: z.string(), method: z.enum(['browser', 'device']) })
    .nullable()
    .default(null),
  /** Regions in which AWS did not know a portal. */
  refusedRegions: z.array(z.object({ startUrl: z.string(), region: z.string() })).default([]),
  account: z
    .object({ id: z.string(), name: z.string(), email: z.string() })
    .nullable()
    .default(null),
  roleName: z.string().default(''),
  /** How the person signed in last time. */
  way: z.enum(SIGN_IN_WAYS).default('portal'),
  /** A profile of the AWS CLI, by name. */
  profile: z.string().default(''),
  /** True while nothing is read from AWS: what is told by hand waits to be verified. */
  byHand: z.boolean().default(false),
  /** What the person calls this connection. */
  label: z.string().default(''),
  /** Steps that somebody else was asked to do, and the file that asks. */
  handedOver: z
    .array(
      z.object({
        /** A step by its id; another build may know one that this one does not. */
        step: z.string(),
        /** '' when it was asked before an account was chosen. */
        accountId: z.string(),
        at: z.number(),
        file: z.string(),
        /** Reports or stacks that could have been chosen then: these are not their answer. */
        present: z.array(z.string()),
      }),
    )
    .default([]),
  /** A bucket typed in, whose report is to be found. `prefix` is known by hand only. */
  typedBucket: z
    .object({ accountId: z.string(), bucketName: z.string(), prefix: z.string() })
    .nullable()
    .default(null),
  askedMsp: askedMspSchema,
  mspReport: mspReportSchema,
  /** When this app last corrected the policy of the report's bucket. */
  repaired: z
    .object({ accountId: z.string(), bucketName: z.string(), at: z.number() })
    .nullable()
    .default(null),
  /** A role that exists already and was typed in, or chosen, instead of creating a stack. */
  ownRole: z
    .object({
      accountId: z.string(),
      roleArn: z.string(),
      externalId: z.string(),
    })
    .nullable()
    .default(null),
  /** An account of which the person said that it pays, where AWS would not tell. */
  confirmedManagement: z.string().default(''),
  /** An account as whose root user the person goes on, against advice. */
  acceptedRoot: z.string().default(''),
  /** Accounts that pay another's bill, by AWS's word, and with which the person went on anyway. */
  acceptedPayers: z.array(z.object({ accountId: z.string(), payerId: z.string() })).default([]),
  /**
   * A bucket that this app has begun to create, so that an interrupted beginning is known. Earlier
   * versions wrote a name without an account, which says too little to rely on.
   */
  begunBucket: z
    .object({ accountId: z.string(), bucketName: z.string() })
    .nullable()
    .catch(null)
    .default(null),
  /** Everything that this app has created, whatever is chosen now: to be taken back one day. */
  created: z
    .array(
      z.object({
        kind: z.enum(['stack', 'report', 'bucket']),
        accountId: z.string(),
        name: z.string(),
        /** A stack's ARN; '' for the others, whose names are unique. */
        id: z.string(),
      }),
    )
    .default([]),
  /** `definedAt`: since when AWS owes a delivery, as far as this app has seen. */
  report: z
    .object({
      accountId: z.string(),
      name: z.string(),
      bucket: z.string(),
      prefix: z.string(),
      definedAt: z.number(),
    })
    .nullable()
    .default(null),
  /** What is typed in the form for a new report. */
  reportDraft: z
    .object({
      accountId: z.string(),
      reportName: z.string(),
      bucketName: z.string(),
      prefix: z.string(),
      bucketIsNew: z.boolean(),
    })
    .nullable()
    .default(null),
  /** A template of the user's own, kept whole so that its approval means the same bytes. */
  ownTemplate: z.object({ fileName: z.string(), body: z.string() }).nullable().default(null),
  approvedTemplate: approvedTemplateSchema,
  claimedApproval: claimedApprovalSchema,
  provenEarlier: provenEarlierSchema,
  stack: z
    .object({
      accountId: z.string(),
      name: z.string(),
      id: z.string(),
      requestToken: z.string(),
      /** The template that it was created from. */
      templateSha256: z.string(),
      roleName: z.string(),
      policyName: z.string(),
      externalId: z.string(),
      bucketName: z.string(),
      /** What was entered for the template's own parameters; nothing that it wants kept from everybody. */
      values: z.record(z.string(), z.string()).default({}),
      /** The person decided that the role asks for no external ID. */
      withoutExternalId: z.boolean().default(false),
    })
    .nullable()
    .default(null),
  /**
   * How far registering with Spot's API came: `asked` to take the role, or `given` it, while account
   * and bucket are still missing.
   */
  spotBegun: z
    .object({
      spotAccountId: z.string(),
      roleArn: z.string(),
      begun: z.enum(['asked', 'given']),
    })
    .nullable()
    .default(null),
  spotOrganizationId: z.string().default(''),
  preparedRequest: preparedRequestSchema,
  registered: registeredSchema,
  /** What was taken back, and what of it is left; from the moment that the first removal is begun. */
  disconnected: disconnectedSchema,
  health: healthSchema,
})
export type Choices = z.infer<typeof choicesSchema>

export const noChoices: Choices = choicesSchema.parse({})

/**
 * The second version names a step by any word, where the first refused what it did not know; the third
 * keeps more, and whatever it keeps more is nothing in a file of the second. The fourth keeps what is
 * asked of an MSP and of Spot Support, the fifth who approved the template and what was proven earlier.
 * The sixth knows one way to sign in more, and whether somebody goes on as the root user; the seventh
 * what a later look has found.
 */
const EARLIER: readonly Migration[] = [
  (file) => file,
  (file) => file,
  fromThird,
  fromFourth,
  (file) => file,
  (file) => file,
]

/** The state file, whose version is one more than it has `earlier` ones; tests pass some. */
export const stateKind = (
  earlier: readonly Migration[] = EARLIER,
): Kind<{ readonly choices: Choices }> => ({
  content: z.object({ choices: choicesSchema }),
  unnumbered: null,
  earlier,
})

/** Where a file that cannot be understood was put. */
export type SetAside = { readonly file: string }

export type StateFile = {
  /**
   * Nothing chosen when there is none yet. A file that cannot be understood is set aside, and told.
   * Throws `state-newer` for one of a later build, and leaves it as it is. `isTodays`: it is there as
   * today's version writes it; any other is replaced only when the person chooses something.
   */
  readonly load: () => Promise<{ choices: Choices; setAside: SetAside | null; isTodays: boolean }>
  /** Writes one after the other; resolves when these choices, or later ones, are on disk. */
  readonly save: (choices: Choices) => Promise<void>
}

export type StateFileOnDisk = StateFile & {
  /** Keeps the file as it is beside itself, for whoever looks into it; resolves where. */
  readonly keepCopy: () => Promise<string>
}

/** The few file operations needed, so that tests can fail each one. */
export type Files = {
  readonly read: (path: string) => Promise<string | null>
  /** Replaces the file in one step: whole before or whole after, never half. */
  readonly replace: (path: string, text: string) => Promise<void>
  readonly move: (from: string, to: string) => Promise<void>
}

export function parseState(text: string, kind = stateKind()): Choices | null {
  const read = readKept(text, kind)
  return read.kind === 'read' ? read.content.choices : null
}

/** Whether a later build wrote this state file. */
export function isNewerState(bytes: Buffer): boolean {
  return readKept(bytes.toString('utf8'), stateKind()).kind === 'newer'
}

const oneWord = z.string().catch('')
const anyStateSchema = z
  .object({
    choices: z.object({
      label: oneWord,
      account: z.object({ id: oneWord, name: oneWord }).catch({ id: '', name: '' }),
    }),
  })
  .catch({ choices: { label: '', account: { id: '', name: '' } } })

/**
 * What a connection is called by its state file, of whatever version: for showing it, if these words
 * still stand where they do today, and for nothing else.
 */
export function nameInState(bytes: Buffer): { readonly name: string; readonly accountId: string } {
  const { label, account } = anyStateSchema.parse(jsonOf(bytes.toString('utf8'))).choices
  return { name: label || account.name || account.id, accountId: account.id }
}

export function formatState(choices: Choices, kind = stateKind()): string {
  return keptText({ choices }, kind)
}

/** The state file of one connection at `path`. Throws `disk-write-failed` as the files do. */
export function createStateFile(
  path: string,
  files: Files,
  now: () => number,
  kind = stateKind(),
): StateFileOnDisk {
  let last: Promise<void> = Promise.resolve()
  return {
    async load() {
      const text = await files.read(path)
      if (text === null) return { choices: noChoices, setAside: null, isTodays: false }
      const read = readKept(text, kind)
      if (read.kind === 'newer') throw fail('state-newer', { file: path })
      if (read.kind === 'read') {
        const isTodays = statedVersion(jsonOf(text)) === versionOf(kind)
        return { choices: withoutFuture(read.content.choices, now()), setAside: null, isTodays }
      }
      const file = `${path}.unreadable-${now()}`
      await files.move(path, file)
      return { choices: noChoices, setAside: { file }, isTodays: false }
    },
    async keepCopy() {
      const file = `${path}.not-understood`
      await files.replace(file, (await files.read(path)) ?? '')
      return file
    },
    save(choices) {
      const write = (): Promise<void> => files.replace(path, formatState(choices, kind))
      last = last.then(write, write)
      return last
    },
  }
}
