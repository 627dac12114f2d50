import type { SignInWay } from './ask/sign-in.ts'
import type { LanguageId } from './language.ts'

/** The way to the internet that an organization prescribes. */
export type ManagedProxy =
  | {
      readonly kind: 'servers'
      /** In Chromium’s form: `proxy.example:8080`, or several with `,` between, tried in turn; `direct://` for none. */
      readonly rules: string
      /** Hosts that are reached without it, with a comma between; '' for none. */
      readonly bypass: string
    }
  | {
      readonly kind: 'pac'
      /** Where the proxy’s script (PAC) is. */
      readonly url: string
    }

/**
 * What the organization has decided on this computer, before anybody opened the app. Read once at the
 * start; the same until the end.
 */
export type Managed = {
  /** Access portals, as the app keeps them (`https://example.awsapps.com/start`); null for any. */
  readonly portals: readonly string[] | null
  /** AWS regions in which people sign in with Identity Center; null for any. */
  readonly regions: readonly string[] | null
  /** Numbers of the accounts that may be connected, twelve digits each; null for any. */
  readonly accounts: readonly string[] | null
  readonly signInWays: Readonly<Record<SignInWay | 'byHand', boolean>>
  /** Signing in with the browser of another device: by a code of Identity Center, or of the console. */
  readonly deviceCode: boolean
  /** An address of the company’s own may be typed in place of a portal’s. */
  readonly vanityAddresses: boolean
  /** Nothing of a sign-in is kept beyond the end of the app. */
  readonly sessionOnly: boolean
  /** The account may be registered by Spot’s API, and not only in Spot’s console. */
  readonly spotApi: boolean
  /** Role templates besides the one that comes with the app: any, none, or those with these fingerprints. */
  readonly ownTemplates: 'any' | 'off' | { readonly sha256: readonly string[] }
  /** Nobody may go on without an external ID. */
  readonly externalIdRequired: boolean
  /** What a bucket’s name has to be like: `*` for any characters, `?` for one; null for any name. */
  readonly bucketName: string | null
  /** New buckets get ordinary names, and none in the account’s own namespace. */
  readonly classicNamesOnly: boolean
  readonly proxy: ManagedProxy | null
  readonly language: LanguageId | null
  readonly audit: {
    /** Where the record of calls is written besides; null for nowhere. */
    readonly folder: string | null
    /** Days for which it is kept there; null for ever. */
    readonly retentionDays: number | null
  }
  /** Whom to ask at the organization, as it is to be read. */
  readonly supportContact: string | null
  /** Where the files of the AWS CLI are; null for the CLI’s own folder, or the person’s choice. */
  readonly cliFolder: string | null
}

/** Where no organization has decided anything. */
export const NOT_MANAGED: Managed = {
  portals: null,
  regions: null,
  accounts: null,
  signInWays: { portal: true, console: true, keys: true, profile: true, byHand: true },
  deviceCode: true,
  vanityAddresses: true,
  sessionOnly: false,
  spotApi: true,
  ownTemplates: 'any',
  externalIdRequired: false,
  bucketName: null,
  classicNamesOnly: false,
  proxy: null,
  language: null,
  audit: { folder: null, retentionDays: null },
  supportContact: null,
  cliFolder: null,
}
