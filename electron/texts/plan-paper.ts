import type { ManagedBy } from '../contract/ask/plan.ts'
import type { TemplateReview } from '../contract/ask/template.ts'

/** What happens to a thing of the plan, or has happened to it. */
export const FATES = [
  /** Nothing of it is there: the app creates it after a click. */
  'create',
  /** The same, as far as is known before anybody has looked into AWS. */
  'create-unless',
  /** One that could be used instead is there: not decided. */
  'choose',
  /** It is there, and will be used. */
  'use',
  /** It is there, and something will be added to it; `-if-needed` where nobody has looked. */
  'change',
  'change-if-needed',
  'begun',
  'created',
  /** Something was added to it by the app; `-if-needed` where it is not known whether that was necessary. */
  'changed',
  'changed-if-needed',
  /** It was there before and is used as it is. */
  'reused',
  'by-hand',
  /** Told by the person, and read by nobody from AWS. */
  'told',
  'asked',
  'msp',
  'msp-told',
  'stopped',
  'none',
  'removed',
  /** Its removal was begun, and nobody has seen the end. */
  'removing',
  'left',
] as const
export type Fate = (typeof FATES)[number]

/** How well it is known: by AWS at the last look, by an earlier look, or not at all. */
export type Proof = 'proven' | 'earlier' | 'none'

type Planned = { readonly fate: Fate; readonly proof: Proof }

/** What stands in the role for an external ID. */
export type PlannedId =
  /** The template asks for none, or writes it itself (`externalIds` of the review). */
  | { readonly kind: 'not-asked' }
  /** It is entered before the role is created; `optional` by the template. */
  | { readonly kind: 'open'; readonly optional: boolean }
  | { readonly kind: 'value'; readonly value: string }
  /** Entered, and kept from everybody as the template wants it. */
  | { readonly kind: 'hidden' }
  /** The person decided to go on without one. */
  | { readonly kind: 'none' }

/** A role or a policy that comes of the template. */
export type PlannedResource = Planned & {
  readonly kind: 'role' | 'other-role' | 'policy' | 'inline-policy'
  /** '' where AWS makes one up. */
  readonly name: string
  /** In the template; '' for a role that somebody named. */
  readonly logicalId: string
  /** The template's condition under which there is one; '' for none. */
  readonly when: string
}

/** How the account comes to Spot, and since when (ms since the epoch). */
export type PlannedRegistration =
  | { readonly kind: 'to-do' }
  | { readonly kind: 'registered'; readonly at: number }
  | { readonly kind: 'asked-spot'; readonly at: number; readonly confirmed: boolean }

/**
 * What will change in an account, and what has by now: names and settings as they are chosen or
 * proposed, never a secret. A text is '' where something is not known.
 */
export type PlanPaper = {
  /** Milliseconds since the epoch. */
  readonly madeAt: number
  readonly appVersion: string
  readonly stage: 'before' | 'begun' | 'finished' | 'taken-back'
  readonly connection: string
  /** By which the app marks what it creates; '' where it is not known. */
  readonly connectionId: string
  readonly accountId: string
  readonly accountName: string
  /** Null until somebody has said. */
  readonly managedBy: ManagedBy | null
  readonly byHand: boolean
  /** Accounts that pay this one's bill by AWS's word, with a comma between. */
  readonly billPayer: string
  readonly report: Planned & {
    readonly name: string
    readonly prefix: string
    /** Reports that fit and could be used instead. */
    readonly others: readonly string[]
  }
  /** `isNew`: it did not exist before the app, or whoever does it by hand, creates it. */
  readonly bucket: Planned & { readonly name: string; readonly isNew: boolean }
  readonly bucketPolicy: Planned
  readonly stack: Planned & {
    readonly name: string
    /** Stacks that could be used instead. */
    readonly others: readonly string[]
    /**
     * What else the template is given, or sets itself, by its own names, as far as it has a value; nothing
     * of hidden ones, nor what the other lines name.
     */
    readonly values: readonly { readonly name: string; readonly value: string }[]
  }
  readonly resources: readonly PlannedResource[]
  readonly externalId: PlannedId
  readonly roleArn: string
  readonly registration: PlannedRegistration
  readonly template: TemplateReview
  /** A file of the person's own that cannot be used, in whose place the built-in template is described. */
  readonly refusedTemplate: string
  /** By whom and when exactly these bytes were approved; `by` '' for nobody signed in, null for not known. */
  readonly approved: { readonly by: string | null; readonly at: number | null } | null
}
