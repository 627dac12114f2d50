import type { As, Own, StepCommand } from '../contract/commands.ts'
import type { IsStandIn } from '../network/stand-in.ts'
import type { ReadAs } from '../aws/client/credentials-in-use.ts'
import type { Buckets } from '../aws/s3/buckets.ts'
import type { CliProfiles } from '../aws/sign-in/cli-profiles.ts'
import type { Deliveries } from '../aws/s3/deliveries.ts'
import type { ReportFiles } from '../aws/s3/report-file.ts'
import type { BillingTransfers } from '../aws/sign-in/billing-transfers.ts'
import type { Identity } from '../aws/sign-in/identity.ts'
import type { Removal } from '../aws/removal/removal.ts'
import type { Reports } from '../aws/cur/reports.ts'
import type { Policies } from '../aws/iam/policies.ts'
import type { RolePolicies } from '../aws/iam/role-policies.ts'
import type { Roles } from '../aws/iam/roles.ts'
import type { FindPortal } from '../aws/sign-in/portal-address.ts'
import type { Session } from '../aws/sign-in/session.ts'
import type { Stacks } from '../aws/cloudformation/stacks.ts'
import type { Clock } from '../base/clock.ts'
import type { Desktop } from '../base/desktop.ts'
import type { BillQuestion } from '../contract/ask/bill.ts'
import type { MspRequest } from '../contract/ask/cost-report.ts'
import type { ManagedBy } from '../contract/ask/plan.ts'
import type { Managed } from '../contract/managed.ts'
import type { SentRequest, SupportRequest } from '../contract/ask/registration.ts'
import type { FoundPortal } from '../contract/ask/sign-in.ts'
import type { FileReading } from '../contract/report-file.ts'
import type { FactId, StepId } from '../contract/steps.ts'
import type { Fact } from '../contract/facts.ts'
import type { Preflight } from '../contract/preflight.ts'
import type { Earlier, Progress, SkipReason, Status, StepView } from '../contract/status.ts'
import type { SpotAccess } from '../spot/access.ts'
import type { Wipe } from '../aws/sign-in/wipe.ts'
import type { Choices } from './state-file.ts'

export type Services = {
  readonly session: Session
  /** The portal that a typed address is of, or leads to. */
  readonly findPortal: FindPortal
  readonly identity: Identity
  readonly transfers: BillingTransfers
  readonly reports: Reports
  readonly buckets: Buckets
  readonly deliveries: Deliveries
  readonly reportFiles: ReportFiles
  /** What the end of a delivered file said, until the app ends: reading it was allowed for once. */
  readonly fileRead: { current: FileRead | null }
  /** Takes back what this app has created. */
  readonly removal: Removal
  readonly profiles: CliProfiles
  readonly stacks: Stacks
  readonly roles: Roles
  readonly policies: Policies
  /** What a role may do, by its policies; the person needs the health policy for it. */
  readonly rolePolicies: RolePolicies
  readonly spot: SpotAccess
  readonly wipe: Wipe
  /** What the signed-in person may do, as far as it is known by now. */
  readonly preflight: () => Preflight
  /** The link of the sign-in that waits for a browser. Kept here: it must not reach the renderer. */
  readonly link: { current: string | null }
  /** The portal to which a typed address led, until somebody goes there or not. */
  readonly foundPortal: { current: FoundPortal | null }
  /** The management account that an organization has named, until the app ends; null for none. */
  readonly namedPayer: { current: NamedPayer | null }
  /**
   * Saves the page that asks somebody else to do these steps, of which the first is the context's own,
   * and the data file beside it; `language` is the id of the page's. Resolves the page's path, or null
   * when the person changed their mind. Throws `disk-write-failed`.
   */
  readonly handOver: (
    context: ActContext,
    steps: readonly [StepId, ...StepId[]],
    language: string,
  ) => Promise<string | null>
  readonly letters: Letters
  /** Orders names as the language does that is spoken at the time. */
  readonly compareNames: (one: string, other: string) => number
  readonly desktop: Desktop
  readonly clock: Clock
  /** Resolves when tokens can be kept; throws `vault-…` when nobody has decided what to do. */
  readonly vaultReady: () => Promise<void>
  /** A random token that makes repeating a request harmless. */
  readonly randomToken: () => string
  /** The role's template that ships with the app, exactly as its file is. */
  readonly builtInTemplate: string
  /** What shipped with earlier builds, and may be approved. */
  readonly earlierTemplates: readonly string[]
  readonly connectionId: string
  /** What the organization has decided on this computer: asked wherever something is done. */
  readonly managed: Managed
  readonly options: { readonly isStandIn: IsStandIn }
}

/** A management account by AWS's word, and whether the person may enter it, as far as was asked. */
type NamedPayer = { readonly id: string; readonly email: string; readonly mayEnter: boolean }

/** Which file that was, and what its end said. */
type FileRead = {
  readonly bucket: string
  readonly key: string
  /** When AWS wrote the manifest that names it (ms since the epoch). */
  readonly writtenAt: number
  readonly reading: FileReading
}

/**
 * What is written for people outside of the window: in the language that is spoken at the time, in that
 * of whoever is asked (by its id), or, for Spot Support, in English.
 */
export type Letters = {
  /** The text file kept after the registration at `at` (ms), from the steps as they were then. */
  readonly summary: (
    at: number,
    steps: readonly {
      readonly id: StepId
      readonly facts: readonly Fact[]
      readonly verified: boolean
    }[],
    about: SummaryAbout,
  ) => string
  /** What an MSP is asked for that sets up the report. */
  readonly mspRequest: (request: MspRequest, language: string) => Promise<Letter>
  readonly supportRequest: (request: SupportRequest) => Letter
  readonly billQuestion: (question: BillQuestion) => Letter
  /** Goes along with the saved page that asks somebody else; the account is '' where none is known. */
  readonly request: (accountId: string, language: string) => Promise<Letter>
}

/** What of the connection decides how its summary reads. */
export type SummaryAbout = {
  readonly byHand: boolean
  readonly managedBy: ManagedBy
  /** The request to Spot Support, where that is how it was finished. */
  readonly sent: SentRequest | null
}

type Letter = { readonly subject: string; readonly text: string }

export type StepContext = Services & {
  readonly choices: () => Choices
  /** A fact that another step has proven by now; '' if it has not. */
  readonly proven: (step: StepId, fact: FactId) => string
  /** Changes the remembered choices and resolves when they are on disk. */
  readonly remember: (change: Partial<Choices>) => Promise<void>
  /** Aborted when the person cancels or the app quits. Every long call takes it. */
  readonly signal: AbortSignal
  /** What the step shows at this moment. */
  readonly shown: () => Status
}

/** What a step is given to read ahead with: it changes nothing, and nothing is proven yet. */
export type AheadContext = Omit<StepContext, 'remember' | 'proven'> & {
  /** What the last look has proven of the step, if anything. */
  readonly earlier: Earlier | null
}

export type ActContext = StepContext & {
  readonly report: (progress: Progress) => void
  /** What this step showed before the command. */
  readonly status: Status
  /** Every step as it is now, for the record that registration keeps. */
  readonly checklist: () => readonly StepView[]
  /** Keeps in mind, until the app ends, which steps a saved file asks for. */
  readonly keepAsked: (file: string, steps: readonly StepId[]) => void
}

/**
 * How a command is answered. Written as a method, so that a table of answers, each for a command of
 * its own, can be handed to the engine, which looks up the answer by the command's action.
 */
type Answer<C, Result> = { answer(context: ActContext, command: C): Promise<Result> }['answer']

/**
 * One line of the checklist. `check` only reads and says what it found. Every command of the step has
 * its answer in one of two tables, and the compiler names the one that is missing:
 *
 * - `answers` change something. They may be repeated safely, and are always followed by a `check`:
 *   nothing is done because a call returned 200.
 * - `instant` ones (`Instant` names them) change nothing outside, such as a preview or a copied link,
 *   and leave the step as it is; they resolve the status to show instead, or null to keep it.
 *
 * All throw `AppFailure`.
 */
export type Step<S extends StepId = StepId, Instant extends Own<S> = Own<S>> = {
  readonly id: S
  readonly needs: readonly StepId[]
  readonly appliesTo: (choices: Choices) => { readonly skip: SkipReason } | null
  readonly check: (context: StepContext) => Promise<Status>
  /**
   * Begins what `check` will most likely read, by what is remembered; only reads, in the very words of
   * `check`, which finds their answers once its needs are proven.
   */
  readonly ahead?: (context: AheadContext) => Promise<unknown>
  /**
   * Of the step that says who reads: how to read as whom the others will rest on, once AWS has said that
   * this is the remembered account; null where nobody knows.
   */
  readonly lead?: (context: AheadContext) => Promise<ReadAs | null>
  readonly answers: { readonly [A in Exclude<Own<S>, Instant>]: Answer<As<S, A>, void> }
  readonly instant: { readonly [A in Instant]: Answer<As<S, A>, Status | null> }
}

/** A step as the engine has it: any of them, with its answers by the name of the action. */
export type AnyStep = Pick<Step, 'id' | 'needs' | 'appliesTo' | 'check' | 'ahead' | 'lead'> & {
  readonly answers: Readonly<Record<string, Answer<StepCommand, void>>>
  readonly instant: Readonly<Record<string, Answer<StepCommand, Status | null>>>
}
