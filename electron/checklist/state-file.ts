import { z } from 'zod'
import { STEP_IDS } from '../contract.ts'

const factSchema = z.object({ id: z.string(), value: z.string(), copy: z.boolean().default(false) })

/**
 * What is remembered of a connection between two runs: choices and ids, never a verdict (those are
 * read anew) and never a secret (those are in the vault). Times are milliseconds since the epoch.
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
  account: z
    .object({ id: z.string(), name: z.string(), email: z.string() })
    .nullable()
    .default(null),
  roleName: z.string().default(''),
  /** How the person signed in last time. */
  way: z.enum(['portal', 'keys', 'profile']).default('portal'),
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
        step: z.enum(STEP_IDS),
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
      /** Told with it, when an MSP runs the reports. */
      bucketName: z.string(),
    })
    .nullable()
    .default(null),
  /** An account of which the person said that it pays, where AWS would not tell. */
  confirmedManagement: z.string().default(''),
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
  approvedTemplate: z.string().default(''),
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
  /** Of the MSP's report. */
  reportPrefix: z.string().default(''),
  registered: z
    .object({
      way: z.enum(['spot-api', 'spot-console', 'spot-support']),
      at: z.number(),
      evidence: z.array(factSchema),
      /** What was proven of the other steps by then: without tokens nothing can be read again. */
      steps: z.array(
        z.object({
          id: z.enum(STEP_IDS),
          kind: z.enum(['done', 'delivery', 'skipped', 'unverified']),
          at: z.number(),
          evidence: z.array(factSchema),
        }),
      ),
      summaryFile: z.string(),
      /** True once the tokens are gone from here and AWS was told. */
      wiped: z.boolean(),
    })
    .nullable()
    .default(null),
})
export type Choices = z.infer<typeof choicesSchema>

export const noChoices: Choices = choicesSchema.parse({})

const VERSION = 1
const fileSchema = z.object({ version: z.literal(VERSION), choices: choicesSchema })
/** What every version of the app can tell of a file of any other. */
const versionSchema = z.object({ version: z.number() })

/**
 * A file that is not this version's: `newer` when a later version of the app wrote it, who can read
 * it again. `file` is where it was put.
 */
export type SetAside = { readonly file: string; readonly why: 'unreadable' | 'newer' }

export type StateFile = {
  /** Null when there is none yet. A file that cannot be understood is set aside, and told. */
  readonly load: () => Promise<{ choices: Choices; setAside: SetAside | null }>
  /** Writes one after the other; resolves when these choices, or later ones, are on disk. */
  readonly save: (choices: Choices) => Promise<void>
}

/** The few file operations needed, so that tests can fail each one. */
export type Files = {
  readonly read: (path: string) => Promise<string | null>
  /** Replaces the file in one step: whole before or whole after, never half. */
  readonly replace: (path: string, text: string) => Promise<void>
  readonly move: (from: string, to: string) => Promise<void>
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Not JSON is not a state file, of whatever version.
    return null
  }
}

export function parseState(text: string): Choices | null {
  const parsed = fileSchema.safeParse(jsonOf(text))
  return parsed.success ? parsed.data.choices : null
}

/**
 * Times that lie ahead were written before the computer's clock was set back: all that is known of
 * them is that they have passed. Otherwise what is due after them would be due in years.
 */
export function withoutFuture(choices: Choices, now: number): Choices {
  const { report, repaired, handedOver } = choices
  const passed = (at: number): number => Math.min(at, now)
  return {
    ...choices,
    report: report && { ...report, definedAt: passed(report.definedAt) },
    repaired: repaired && { ...repaired, at: passed(repaired.at) },
    handedOver: handedOver.map((request) => ({ ...request, at: passed(request.at) })),
  }
}

function isNewer(text: string): boolean {
  const parsed = versionSchema.safeParse(jsonOf(text))
  return parsed.success && parsed.data.version > VERSION
}

export function formatState(choices: Choices): string {
  return `${JSON.stringify({ version: VERSION, choices }, null, 2)}\n`
}

/** The state file of one connection at `path`. Throws `disk-write-failed` as the files do. */
export function createStateFile(path: string, files: Files, now: () => number): StateFile {
  let last: Promise<void> = Promise.resolve()
  return {
    async load() {
      const text = await files.read(path)
      if (text === null) return { choices: noChoices, setAside: null }
      const choices = parseState(text)
      if (choices) return { choices: withoutFuture(choices, now()), setAside: null }
      const why = isNewer(text) ? 'newer' : 'unreadable'
      const file = `${path}.${why}-${now()}`
      await files.move(path, file)
      return { choices: noChoices, setAside: { file, why } }
    },
    save(choices) {
      const write = (): Promise<void> => files.replace(path, formatState(choices))
      last = last.then(write, write)
      return last
    },
  }
}
