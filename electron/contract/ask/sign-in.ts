import type { Renewal } from '../renew-profile.ts'
import type { Fact } from '../facts.ts'
import type { BillView } from './bill.ts'
import type { AppError } from '../../errors/app-error.ts'
import type { ErrorCode } from '../../errors/catalogue.ts'

export type SignInMethod = 'browser' | 'device'

/** A profile of the AWS CLI on this computer, as far as its files tell. Never holds a key. */
export type CliProfile = {
  readonly name: string
  readonly kind: 'sso' | 'console-login' | 'assumed-role' | 'short-lived' | 'other'
  /** Twelve digits, or '' if the files do not say. */
  readonly accountId: string
  /** '' when the profile can be used, else the code of the error that says why it cannot. */
  readonly refusal: ErrorCode | ''
  /** The setting of the organization that refuses it, where one does. */
  readonly setting?: string
  /** How to renew what has ended; both '' for what has not, or cannot be. */
  readonly renewal: Renewal
}

export type AccountChoice = {
  readonly id: string
  readonly name: string
  readonly email: string
  /**
   * Whether it is the management (payer) account: AWS has named it so (`named`), its name or e-mail
   * hints at it (`likely`), or nothing does.
   */
  readonly management: 'named' | 'likely' | 'unknown'
}

/** The most accounts that are shown at once; a longer list is narrowed by what is looked for. */
export const ACCOUNTS_SHOWN = 100

/** Those of the person's accounts that are shown: all of them can be thousands. */
export type AccountAsk = {
  readonly step: 'sign-in'
  readonly stage: 'account'
  readonly startUrl: string
  /** The one of last time, '' if none. */
  readonly accountId: string
  /** A part of a name, an e-mail or a number, as it was typed; '' for all. */
  readonly sought: string
  /** The first of those that match. Their order stays while others come, but for likelier ones. */
  readonly accounts: readonly AccountChoice[]
  readonly matching: number
  /** How many there are, as far as AWS has told by now. */
  readonly total: number
  /** How many of those that are read may not be connected, by the organization’s word: they are not shown. */
  readonly leftOut: number
  /** Whether more come by themselves, none do, or why the rest could not be read. */
  readonly rest: 'coming' | 'none' | AppError
}

/**
 * Identity Center, as to the AWS console, pasted short-lived keys, or a profile of the AWS CLI; in the
 * order offered.
 */
export const SIGN_IN_WAYS = ['portal', 'console', 'keys', 'profile'] as const
export type SignInWay = (typeof SIGN_IN_WAYS)[number]

/** An access portal, and a region in which its Identity Center may be. */
export type PortalRegion = { readonly startUrl: string; readonly region: string }

/** The portal to which an address of the company's own led. Nothing is opened before the person has seen it. */
export type FoundPortal = PortalRegion & {
  /** The host that was typed. */
  readonly ledFrom: string
  /** What was pressed. */
  readonly method: SignInMethod
}

export type SignInStart = {
  readonly step: 'sign-in'
  readonly stage: 'start'
  readonly startUrl: string
  readonly region: string
  readonly method: SignInMethod
  readonly deviceAllowed: boolean
  /** AWS regions with Identity Center, likeliest first. */
  readonly regions: readonly string[]
  /** Where AWS did not know a portal: offered no more, and asked again only on purpose. */
  readonly refusedRegions: readonly PortalRegion[]
  /** Null but after an address of the company's own was typed. */
  readonly found: FoundPortal | null
  /** Null until `look-for-profiles` was asked. */
  readonly profiles: readonly CliProfile[] | null
  /** The folder in which they were looked for; '' for the CLI's own. */
  readonly profileFolder: string
  /** Those that are not switched off. */
  readonly ways: readonly SignInWay[]
  /** The way taken last time, to be offered first. */
  readonly way: SignInWay
  /** Whether signing in as to the console is offered for the browser of another device. */
  readonly elsewhereAllowed: boolean
  /** When a sign-in that is gone from here ends by itself at AWS (ms); null where none goes on. */
  readonly goesOnUntil: number | null
  /** The CLI profile used last time, '' if none. */
  readonly profile: string
}

export type SignInAsk =
  | SignInStart
  | {
      readonly step: 'sign-in'
      /** Nothing is read from AWS: the account's number is told by the person. */
      readonly stage: 'by-hand'
      readonly accountId: string
    }
  /** A sign-in as to the console is made on another device, whose page shows a code. */
  | { readonly step: 'sign-in'; readonly stage: 'console-code' }
  | {
      readonly step: 'sign-in'
      /** Signed in as the root user, which nothing limits. `accept-root` goes on all the same. */
      readonly stage: 'root'
      readonly who: readonly Fact[]
    }
  | AccountAsk
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
  | {
      readonly step: 'sign-in'
      /**
       * AWS says that another account pays this organization's bill. `accept-payer` goes on anyway;
       * the evidence then says so.
       */
      readonly stage: 'paid-elsewhere'
      readonly who: readonly Fact[]
      readonly bill: BillView
    }
  | {
      readonly step: 'sign-in'
      /** Nothing is asked any more: what is to be known of the bill, beside what was proven. */
      readonly stage: 'bill'
      readonly bill: BillView
    }
