/**
 * The whole process boundary: what the renderer may ask for (`Command`), what it is shown
 * (`Snapshot`), and what an error looks like on the way (`AppError`). Pure types and constants:
 * nothing here runs, and no secret has a place in any of these shapes except where a person types
 * one in (`registration.connect`), on its way into the main process only.
 */

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

/** Who can remove the cause of an error. The sentence for each is in `texts/errors.ts`. */
export type WhoCanHelp =
  | 'you'
  | 'aws-administrator'
  | 'it-department'
  | 'spot-support'
  | 'aws'
  | 'nobody'

/**
 * An error as data. `code` selects the sentences (`texts/errors.ts`), `facts` fills their blanks,
 * `field` names the input it belongs to, `detail` is what a support engineer would ask for.
 */
export type AppError = {
  readonly code: string
  readonly facts: Readonly<Record<string, string>>
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
 * One proven fact: `id` selects the label in `texts/facts.ts`, `value` is the value read.
 * `copy` asks for a copy button beside it.
 */
export type Fact = { readonly id: string; readonly value: string; readonly copy?: boolean }

/** One resource that a step is about to create or change, shown before it happens. */
export type PlannedChange = {
  /** Selects the sentence in `texts/changes.ts`. */
  readonly id: string
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
export type AccountChoice = {
  readonly id: string
  readonly name: string
  readonly email: string
  /** True for accounts whose name or e-mail hints at a management (payer) account. */
  readonly likelyManagement: boolean
}
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
export type CostReportAsk = {
  readonly step: 'cost-report'
  readonly accountId: string
  readonly reports: readonly ReportVerdict[]
  readonly limitReached: boolean
  readonly draft: ReportDraft
  /** Buckets of this account, for those who want the report in one they have; [] if not listable. */
  readonly ownBuckets: readonly string[]
  /** What *create* will do with `draft` as it is. */
  readonly changes: readonly PlannedChange[]
}
export type ReportDraft = {
  readonly reportName: string
  readonly bucketName: string
  readonly prefix: string
  readonly bucketIsNew: boolean
}

export type BucketAsk = { readonly step: 'bucket'; readonly findings: readonly BucketFinding[] }
/** One thing checked about the bucket. `bad` findings stop the step, `note` ones are told. */
export type BucketFinding = {
  readonly id: 'exists' | 'region' | 'owner' | 'policy' | 'encryption' | 'delivery'
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
export type StackAsk = {
  readonly step: 'stack'
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
  | BucketAsk
  | TemplateAsk
  | StackAsk
  | RegistrationAsk

// ---------------------------------------------------------------- status

/** What is going on while a step acts, or while AWS works on something it has accepted. */
export type Progress =
  | { readonly kind: 'working'; readonly doing: string }
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
      readonly dueAt: number
      /** True once AWS is a whole day later than it promises. */
      readonly overdue: boolean
      readonly evidence: readonly Fact[]
    }

export type SkipReason = 'msp-sets-up-reports'

export type Status =
  | { readonly kind: 'waiting'; readonly for: readonly StepId[] }
  | { readonly kind: 'checking' }
  /** `problem` is about the last input, and names its field. */
  | { readonly kind: 'todo'; readonly ask: Ask; readonly problem?: AppError }
  | { readonly kind: 'acting'; readonly progress: Progress }
  /** `blocks` says whether later steps must wait; times are milliseconds since the epoch. */
  | {
      readonly kind: 'pending'
      readonly progress: Progress
      readonly lookAgainAt: number
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
}

// ---------------------------------------------------------------- commands

/** Everything the renderer may ask of the main process. `ipc.ts` parses each before it is used. */
export type Command =
  | {
      readonly step: 'plan'
      readonly action: 'choose'
      readonly managedBy: ManagedBy
      readonly mspAccountId: string
    }
  | {
      readonly step: 'sign-in'
      readonly action: 'start'
      readonly startUrl: string
      readonly region: string
      readonly method: SignInMethod
    }
  | { readonly step: 'sign-in'; readonly action: 'copy-link' | 'open-link' }
  | { readonly step: 'sign-in'; readonly action: 'choose-account'; readonly accountId: string }
  | { readonly step: 'sign-in'; readonly action: 'choose-role'; readonly roleName: string }
  | {
      readonly step: 'sign-in'
      readonly action: 'other-account' | 'sign-out' | 'sign-in-again' | 'confirm-management'
    }
  | { readonly step: 'cost-report'; readonly action: 'reuse'; readonly reportName: string }
  | ({ readonly step: 'cost-report'; readonly action: 'preview' | 'create' } & ReportDraft)
  | { readonly step: 'template'; readonly action: 'approve'; readonly sha256: string }
  | { readonly step: 'template'; readonly action: 'open-file' | 'use-built-in' }
  | ({
      readonly step: 'stack'
      readonly action: 'create'
      readonly acknowledged: boolean
    } & StackForm)
  | { readonly step: 'stack'; readonly action: 'delete-failed' }
  | { readonly step: 'registration'; readonly action: 'connect'; readonly token: string }
  | { readonly step: 'registration'; readonly action: 'send'; readonly spotAccountId: string }
  | {
      readonly step: 'registration'
      readonly action: 'forget-token' | 'open-spot' | 'confirm-done'
    }
  | {
      readonly step: 'registration'
      readonly action: 'support-details'
      readonly spotOrganizationId: string
      readonly reportPrefix: string
    }
  | {
      readonly step: 'registration'
      readonly action: 'copy-request' | 'email-request' | 'confirm-request-sent'
    }
  | { readonly step: StepId; readonly action: 'check' | 'cancel' | 'change' }
  | { readonly step: 'vault'; readonly action: 'retry' | 'session-only' }
  | { readonly step: 'app'; readonly action: 'copy'; readonly text: string }
  | { readonly step: 'app'; readonly action: 'open-summary' | 'wipe' }

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
