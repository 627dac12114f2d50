/**
 * The whole process boundary: what the renderer may ask for (`Command`), what it is shown
 * (`Snapshot`), and what an error looks like on the way (`AppError`). Pure types and constants:
 * nothing here runs, and no secret has a place in any of these shapes except where a person types
 * one in (`registration.connect`), on its way into the main process only.
 */

import type { Command } from './commands.ts'
import type { ErrorCode, Facts } from '../errors/catalogue.ts'
import type { FactId } from './fact-ids.ts'

export type { Command }

export const STEP_IDS = [
  'plan',
  'sign-in',
  'cost-report',
  'bucket',
  'template',
  'stack',
  'registration',
] as const
export type StepId = (typeof STEP_IDS)[number]

// ---------------------------------------------------------------- errors

/**
 * An error as data. `code` selects the sentences (`texts/en/errors.ts`), `facts` fills their blanks,
 * `field` names the input it belongs to, `detail` is what a support engineer would ask for.
 */
export type AppError = {
  readonly code: ErrorCode
  readonly facts: Facts
  readonly field?: string
  readonly detail?: ErrorDetail
}

/** The technical side of an error, shown folded away. Never contains a secret. */
export type ErrorDetail = {
  readonly service?: string
  readonly operation?: string
  readonly code?: string
  readonly message?: string
  readonly requestId?: string
  readonly httpStatus?: number
}

// ---------------------------------------------------------------- facts

/**
 * One proven fact: `id` selects the label in `texts/en/facts.ts`, `value` is the value read.
 * `copy` asks for a copy button beside it.
 */
export type Fact = { readonly id: FactId; readonly value: string; readonly copy?: boolean }

/** One resource that a step is about to create or change, shown before it happens. */
export type PlannedChange = {
  /** Selects the sentence in `texts/en/changes.ts`. */
  readonly id:
    | 'create-bucket'
    | 'block-public-access'
    | 'merge-bucket-policy'
    | 'define-report'
    | 'use-bucket'
    | 'create-stack'
    | 'create-role'
    | 'create-policy'
  readonly facts: Readonly<Record<string, string>>
}

// ---------------------------------------------------------------- what each step asks

export type ManagedBy = 'us' | 'msp'
export type PlanAsk = {
  readonly step: 'plan'
  readonly managedBy: ManagedBy | null
  /** Twelve digits or '': the MSP's AWS account number, needed for the support request. */
  readonly mspAccountId: string
}

export type SignInMethod = 'browser' | 'device'

/** A profile of the AWS CLI on this computer, as far as its files tell. Never holds a key. */
export type CliProfile = {
  readonly name: string
  readonly kind: 'sso' | 'console-login' | 'assumed-role' | 'short-lived' | 'other'
  /** Twelve digits, or '' if the files do not say. */
  readonly accountId: string
  /** '' when the profile can be used, else the code of the error that says why it cannot. */
  readonly refusal: ErrorCode | ''
}
export type AccountChoice = {
  readonly id: string
  readonly name: string
  readonly email: string
  /** True for accounts whose name or e-mail hints at a management (payer) account. */
  readonly likelyManagement: boolean
}
/** Identity Center, pasted short-lived keys, or a profile of the AWS CLI. */
export type SignInWay = 'portal' | 'keys' | 'profile'
export type SignInAsk =
  | {
      readonly step: 'sign-in'
      readonly stage: 'start'
      readonly startUrl: string
      readonly region: string
      readonly method: SignInMethod
      readonly deviceAllowed: boolean
      /** AWS regions with Identity Center, likeliest first. */
      readonly regions: readonly string[]
      /** Null until `look-for-profiles` was asked. */
      readonly profiles: readonly CliProfile[] | null
      /** The way taken last time, to be offered first. */
      readonly way: SignInWay
      /** The CLI profile used last time, '' if none. */
      readonly profile: string
    }
  | {
      readonly step: 'sign-in'
      /** Nothing is read from AWS: the account's number is told by the person. */
      readonly stage: 'by-hand'
      readonly accountId: string
    }
  | {
      readonly step: 'sign-in'
      readonly stage: 'account'
      readonly startUrl: string
      readonly accounts: readonly AccountChoice[]
      readonly accountId: string
    }
  | {
      readonly step: 'sign-in'
      readonly stage: 'role'
      readonly account: AccountChoice
      readonly roles: readonly string[]
      readonly roleName: string
    }
  | {
      readonly step: 'sign-in'
      /** The account that came back is not the one to connect. Shown with the error beside it. */
      readonly stage: 'wrong-account'
      readonly who: readonly Fact[]
    }
  | {
      readonly step: 'sign-in'
      /**
       * AWS did not let this person read which account pays. `confirm-management` says that it is
       * this one; the evidence then says who said so.
       */
      readonly stage: 'unconfirmed'
      readonly who: readonly Fact[]
    }

/** One requirement of Eco on a report, and whether this report meets it. */
export type RequirementVerdict = {
  readonly id:
    | 'hourly'
    | 'resource-ids'
    | 'refresh'
    | 'athena'
    | 'overwrite'
    | 'parquet'
    | 'region'
    | 'prefix'
  readonly met: boolean
  /** The value found, in AWS's own words, e.g. `DAILY`. */
  readonly found: string
}
export type ReportVerdict = {
  readonly name: string
  readonly bucket: string
  readonly prefix: string
  readonly region: string
  readonly fits: boolean
  readonly requirements: readonly RequirementVerdict[]
  /** `SUCCESS`, `ERROR_PERMISSIONS`, `ERROR_NO_BUCKET` or '' when AWS has not delivered yet. */
  readonly lastStatus: string
}
/** One line of a comparison of two texts. */
export type DiffLine = { readonly kind: 'same' | 'added' | 'removed'; readonly text: string }
/** What a change to a bucket's policy would do, to be agreed to before it is made. */
export type PolicyChange = {
  /** The bucket policy before and after, pretty-printed; no line when nothing would change. */
  readonly diff: readonly DiffLine[]
  /** Fingerprint of the policy that was read; sent back so that nothing else is changed. */
  readonly reviewed: string
}
/** A bucket of the account that the draft of a new report names, as it was read. */
export type ExistingBucket = {
  readonly name: string
  readonly findings: readonly BucketFinding[]
  /** Null when AWS may already deliver, or when the policy cannot be read or repaired. */
  readonly policy: PolicyChange | null
  /** Event notifications by name, which Athena's set-up by AWS's template would remove. */
  readonly notifications: readonly string[]
}
export type CostReportAsk = {
  readonly step: 'cost-report'
  readonly stage: 'choose'
  readonly accountId: string
  readonly reports: readonly ReportVerdict[]
  readonly limitReached: boolean
  readonly draft: ReportDraft
  /** Buckets of this account, for those who want the report in one they have; [] if not listable. */
  readonly ownBuckets: readonly string[]
  /** What *create* will do with `draft` as it is. */
  readonly changes: readonly PlannedChange[]
  /** Read when the draft names a bucket that is there; null for a new one. */
  readonly existingBucket: ExistingBucket | null
}
/** The same by hand: where the person finds what to select is in `texts/en/by-hand.ts`. */
export type CostReportByHandAsk = {
  readonly step: 'cost-report'
  readonly stage: 'by-hand'
  readonly accountId: string
  readonly bucketName: string
  readonly prefix: string
  /** Names to propose for what is created by hand. */
  readonly suggestion: ReportDraft
}
export type ReportDraft = {
  readonly reportName: string
  readonly bucketName: string
  readonly prefix: string
  readonly bucketIsNew: boolean
}

export type BucketAsk = {
  readonly step: 'bucket'
  readonly findings: readonly BucketFinding[]
  /** What `repair` would do to the bucket's policy; null when that would not help. */
  readonly repair: PolicyChange | null
  /** True when the bucket is gone and `recreate` would create it again under its name. */
  readonly recreatable: boolean
}
/** One thing checked about the bucket. `bad` findings stop the step, `note` ones are told. */
export type BucketFinding = {
  readonly id:
    | 'exists'
    | 'region'
    | 'owner'
    | 'policy'
    | 'encryption'
    | 'ownership'
    | 'notifications'
    | 'delivery'
    | 'manifest'
  readonly verdict: 'good' | 'bad' | 'note'
  readonly value: string
}

export type TemplateStatement = {
  readonly id: string
  readonly actions: readonly string[]
  readonly resources: readonly string[]
  readonly access: 'read' | 'write'
}
export type TemplateReview = {
  readonly source: 'built-in' | 'file'
  readonly fileName: string
  readonly sha256: string
  readonly bytes: number
  /** The whole template exactly as it will be sent. */
  readonly body: string
  /**
   * Who may assume the role: ARNs for AWS principals, `Service:…` and the like for others; what
   * depends on a condition of the template ends in `(if …)`.
   */
  readonly principals: readonly string[]
  /** External IDs written in the template itself; one given by a parameter is not among them. */
  readonly externalIds: readonly string[]
  readonly statements: readonly TemplateStatement[]
  /**
   * Who, what and where, as far as it is written with characters that cannot be seen: it looks like
   * something else, and the template cannot be approved. [] for every honest one.
   */
  readonly unseen: readonly string[]
  readonly resources: readonly { readonly logicalId: string; readonly type: string }[]
  readonly parameters: readonly { readonly name: string; readonly defaultValue: string }[]
}
export type TemplateAsk = { readonly step: 'template'; readonly review: TemplateReview }

export type StackForm = {
  readonly stackName: string
  readonly roleName: string
  readonly policyName: string
  readonly externalId: string
  /** Preset and not asked for, unless an MSP runs the reports. */
  readonly bucketName: string
}
/** A stack in the account that has a role for Spot among its outputs. */
export type AdoptableStack = {
  readonly id: string
  readonly name: string
  readonly status: string
  readonly roleArn: string
  /** Whether this app created it. */
  readonly createdHere: boolean
}
/** A role that has the name that the form asks for. */
export type ExistingRole = {
  readonly arn: string
  readonly name: string
  readonly trustedPrincipals: readonly string[]
  readonly externalIds: readonly string[]
  /** Whether it trusts exactly whom the approved template names. */
  readonly trustsRight: boolean
}
export type StackAsk = {
  readonly step: 'stack'
  readonly stage: 'create'
  readonly accountId: string
  readonly form: StackForm
  readonly bucketEditable: boolean
  /** Which of the form's parameters the approved template knows. */
  readonly parameters: readonly (keyof StackForm)[]
  /** From `ValidateTemplate`, e.g. `CAPABILITY_NAMED_IAM`. */
  readonly capabilities: readonly string[]
  readonly capabilitiesReason: string
  readonly changes: readonly PlannedChange[]
  /** Present when a failed stack of this app's own stands in the way. */
  readonly failedStack?: { readonly name: string; readonly status: string }
  /** Stacks that could be used instead of creating one. */
  readonly adoptable: readonly AdoptableStack[]
  /** The role that stands in the way, or could be used; null when the name is free. */
  readonly existingRole: ExistingRole | null
}
export type StackByHandAsk = {
  readonly step: 'stack'
  readonly stage: 'by-hand'
  readonly accountId: string
  /** Values for the template's parameters, by the template's own names. */
  readonly parameters: readonly { readonly name: string; readonly value: string }[]
  readonly stackName: string
  readonly templateFileName: string
  readonly roleArn: string
  readonly externalId: string
  readonly bucketName: string
  /** True when an MSP runs the reports: then the bucket is asked here. */
  readonly bucketEditable: boolean
}
export type StackEventView = {
  readonly time: number
  readonly logicalId: string
  readonly type: string
  readonly status: string
  readonly reason: string
}

export type SpotAccount = {
  readonly id: string
  readonly name: string
  readonly organizationId: string
}
export type RegistrationAsk = {
  readonly step: 'registration'
  readonly managedBy: ManagedBy
  readonly summary: readonly Fact[]
  /** False when something of the summary was typed in and not proven. */
  readonly verified: boolean
  /** Accounts the typed token can reach; [] until a token was accepted (kept in memory only). */
  readonly spotAccounts: readonly SpotAccount[]
  /** True while a Spot token is held in the main process's memory. */
  readonly tokenHeld: boolean
  /** The request to Spot Support, for MSP customers; '' otherwise. */
  readonly supportRequest: string
  readonly spotOrganizationId: string
  /** Of the MSP's report, for the support request; '' if not told. */
  readonly reportPrefix: string
}

export type Ask =
  | PlanAsk
  | SignInAsk
  | CostReportAsk
  | CostReportByHandAsk
  | BucketAsk
  | TemplateAsk
  | StackAsk
  | StackByHandAsk
  | RegistrationAsk

// ---------------------------------------------------------------- status

/** What a step is doing, one thing after the other; the words are in `texts/en/app.ts`. */
export type Doing =
  | 'working'
  | 'asking-keychain'
  | 'opening-browser'
  | 'listing-accounts'
  | 'creating-bucket'
  | 'setting-policy'
  | 'defining-report'
  | 'reading-back'
  | 'validating-template'
  | 'creating-stack'
  | 'deleting-stack'
  | 'sending-to-spot'
  | 'waiting-for-role'
  | 'waiting-for-spot'
  | 'wiping'
  | 'signing-out'
  | 'saving-file'
  | 'checking'

/** What is going on while a step acts, or while AWS works on something it has accepted. */
export type Progress =
  | { readonly kind: 'working'; readonly doing: Doing }
  | { readonly kind: 'browser'; readonly expiresAt: number }
  | {
      readonly kind: 'device'
      readonly userCode: string
      readonly verificationUri: string
      readonly expiresAt: number
    }
  | {
      readonly kind: 'stack'
      readonly stackName: string
      readonly status: string
      readonly finished: number
      readonly total: number
      /** Oldest first. */
      readonly events: readonly StackEventView[]
    }
  | {
      readonly kind: 'delivery'
      /** The first delivery, or the next one after the bucket was repaired. */
      readonly awaited: 'first' | 'after-repair'
      readonly dueAt: number
      /** True once AWS is a whole day later than it promises. */
      readonly overdue: boolean
      readonly evidence: readonly Fact[]
    }
  /** Somebody else was asked, with the file saved at `file`. */
  | {
      readonly kind: 'handed-over'
      readonly at: number
      readonly file: string
      /** What stood in the way at the last look; null when there was just nothing yet. */
      readonly found: AppError | null
    }
  /** Told by the person and formally right, but read by nobody from AWS. */
  | { readonly kind: 'unverified'; readonly at: number; readonly evidence: readonly Fact[] }

export type SkipReason = 'msp-sets-up-reports'

export type Status =
  | { readonly kind: 'waiting'; readonly for: readonly StepId[] }
  | { readonly kind: 'checking' }
  /** `problem` is about the last input, and names its field. */
  | { readonly kind: 'todo'; readonly ask: Ask; readonly problem?: AppError }
  | { readonly kind: 'acting'; readonly progress: Progress }
  /**
   * `blocks` says whether later steps must wait; times are milliseconds since the epoch.
   * `lookAgainAt` is null when nothing changes by itself.
   */
  | {
      readonly kind: 'pending'
      readonly progress: Progress
      readonly lookAgainAt: number | null
      readonly blocks: boolean
    }
  | {
      readonly kind: 'done'
      readonly evidence: readonly Fact[]
      readonly at: number
      readonly ask?: Ask
    }
  | { readonly kind: 'failed'; readonly error: AppError; readonly ask?: Ask }
  | { readonly kind: 'skipped'; readonly why: SkipReason }

export type StepView = { readonly id: StepId; readonly status: Status }

/** Where tokens are kept: in the file sealed by the OS keychain, or (by choice) in memory only. */
export type VaultState =
  | { readonly kind: 'ready' }
  | { readonly kind: 'unavailable'; readonly error: AppError }
  | { readonly kind: 'session-only' }

/** Whether every token is gone, after registration. */
export type WipeState =
  | { readonly kind: 'not-due' }
  | { readonly kind: 'wiping' }
  | { readonly kind: 'wiped' }
  | { readonly kind: 'failed'; readonly error: AppError }

/** One action that the signed-in person may not do, and what stands against it. */
export type MissingPermission = {
  readonly action: string
  readonly resource: string
  readonly because: 'not-allowed' | 'explicit-deny' | 'boundary' | 'organization'
}
/** What the signed-in person lacks for a step: nothing, when `missing` is empty. */
export type Ability = {
  readonly step: StepId
  readonly missing: readonly MissingPermission[]
  /** A policy with the statements to add, as JSON; '' when that would not help or is not needed. */
  readonly statement: string
}
/** What the signed-in person may do, asked of IAM right after the sign-in. Never stops anything. */
export type Preflight =
  | { readonly kind: 'not-signed-in' }
  | { readonly kind: 'checking' }
  /** IAM did not answer the question; the steps find out by themselves. */
  | { readonly kind: 'unknown'; readonly error: AppError }
  | {
      readonly kind: 'known'
      /** Permission set or role asked about, and how its holder signed in. */
      readonly roleName: string
      readonly abilities: readonly Ability[]
    }

/** One connection in the list of all. */
export type ConnectionSummary = {
  readonly id: string
  /** As the person called it, else the account's name, else its number, else ''. */
  readonly name: string
  readonly accountId: string
  readonly finished: number
  readonly total: number
  readonly needsAttention: boolean
  readonly registered: boolean
  /** Nothing can be done with it here: a later build of the app has written what is kept of it. */
  readonly locked: boolean
}

/** What this app created for the connection, one thing after the other to be removed. */
export type Removable = {
  readonly id: 'stack' | 'report' | 'bucket'
  /** Stack, report definition or bucket by name. */
  readonly name: string
  readonly state:
    | 'there'
    | 'removing'
    | 'removed'
    /** Somebody else removed it. */
    | 'gone'
    /** It does not carry this app's tag, so that it is left alone. */
    | 'not-ours'
    | 'failed'
  /** For a bucket: objects in it, at least; null when they cannot be counted. */
  readonly objects: number | null
  readonly error?: AppError
}
export type Disconnect =
  | { readonly kind: 'closed' }
  | { readonly kind: 'looking' }
  | { readonly kind: 'failed'; readonly error: AppError }
  /** In the order in which they are removed. */
  | { readonly kind: 'listed'; readonly items: readonly Removable[] }

export type Snapshot = {
  /** Grows with every snapshot: of two, the one with the greater number is how things are. */
  readonly revision: number
  readonly connectionId: string
  readonly steps: readonly StepView[]
  readonly vault: VaultState
  /** True from a proven sign-in until the tokens are wiped. */
  readonly signedIn: boolean
  readonly wipe: WipeState
  /** Told once, e.g. that an unreadable state file was set aside. */
  readonly notices: readonly AppError[]
  readonly demo: boolean
  readonly appVersion: string
  /** Where the summary without secrets was saved, '' until registered. */
  readonly summaryFile: string
  /** All connections of this profile; `connectionId` is the one shown. */
  readonly connections: readonly ConnectionSummary[]
  readonly preflight: Preflight
  readonly disconnect: Disconnect
  /** True while a registered connection is being looked at anew, with a sign-in in memory only. */
  readonly reopened: boolean
  /** True while nothing is read from AWS and the person does every step by hand. */
  readonly byHand: boolean
  /**
   * Why nothing can be done with the connection here, null when it can. It has no steps then, and
   * every command about it is refused.
   */
  readonly locked: AppError | null
}

// ---------------------------------------------------------------- commands

/** `accepted` says that the command was understood; what came of it is in the next snapshot. */
export type CommandReply =
  | { readonly accepted: true }
  | { readonly accepted: false; readonly error: AppError }

/** What the preload script puts on `window.ecoConnect`. */
export type EcoConnectBridge = {
  readonly snapshot: () => Promise<Snapshot>
  readonly send: (command: Command) => Promise<CommandReply>
  /** Returns a function that ends the subscription. */
  readonly onSnapshot: (listener: (snapshot: Snapshot) => void) => () => void
}

/** IPC channel names, used by `preload.ts` and `ipc.ts` only. */
export const CHANNELS = {
  snapshot: 'eco:snapshot',
  send: 'eco:send',
  changed: 'eco:changed',
} as const
