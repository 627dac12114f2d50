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
    .array(z.object({ step: z.enum(STEP_IDS), at: z.number(), file: z.string() }))
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
  /** A bucket that this app has begun to create, so that an interrupted beginning is known. */
  begunBucket: z.string().default(''),
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

export type StateFile = {
  /** Null when there is none yet. A file that cannot be understood is set aside, and told. */
  readonly load: () => Promise<{ choices: Choices; setAside: string | null }>
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

export function parseState(text: string): Choices | null {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    return null
  }
  const parsed = fileSchema.safeParse(json)
  return parsed.success ? parsed.data.choices : null
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
      if (choices) return { choices, setAside: null }
      const aside = `${path}.unreadable-${now()}`
      await files.move(path, aside)
      return { choices: noChoices, setAside: aside }
    },
    save(choices) {
      const write = (): Promise<void> => files.replace(path, formatState(choices))
      last = last.then(write, write)
      return last
    },
  }
}
