import { REGION } from '../../contract/region.ts'
import type { SettingId } from '../../managed/settings.ts'
import { number, plural } from './locale.ts'
import { expects } from './managed-expects.ts'

/** What each setting that an organization can make is called. */
const titles: Readonly<Record<SettingId, string>> = {
  AllowedPortals: 'Allowed access portals',
  AllowedRegions: 'Allowed regions for signing in',
  AllowedAccounts: 'Allowed AWS accounts',
  AllowedSignInWays: 'Allowed ways to sign in',
  AllowDeviceCode: 'Allow signing in on another device',
  AllowVanityAddresses: 'Allow addresses of the company’s own',
  SessionOnly: 'Keep no sign-in beyond the session',
  AllowSpotApi: 'Allow registering through Spot’s API',
  AllowOwnTemplates: 'Allow templates other than the built-in one',
  AllowedTemplateFingerprints: 'Allowed fingerprints of templates',
  RequireExternalId: 'Require an external ID',
  BucketNamePattern: 'Pattern for the names of buckets',
  ClassicBucketNamesOnly: 'Ordinary bucket names only',
  ProxyServer: 'Proxy server',
  ProxyBypassList: 'Addresses without a proxy',
  ProxyPacUrl: 'Proxy script (PAC)',
  Language: 'Language',
  AuditFolder: 'Folder for the record of calls',
  AuditRetentionDays: 'Days to keep the record of calls',
  SupportContact: 'Whom to ask',
  CliFolder: 'Folder of the AWS CLI’s files',
}

/** In place of everything else, where what the organization has decided cannot be used. */
const halted = {
  details: 'For your IT department',
  place: 'Place',
  setting: 'Setting',
  line: 'Line',
  /** What its value may be. */
  expected: 'It may be',
  version: 'Version of this app',
  files:
    'What each setting may be is in the folder “managed”, among the resources of the installed app.',
} as const

export const managed = {
  titles,
  expects,
  halted,
  /** Beside what cannot be chosen here. */
  set: 'Set by your organization',
  /** In brackets after the title of what could be allowed. */
  turnedOff: 'turned off',
  /** Ways to sign in that are not offered. */
  waysOff: (off: number) =>
    plural(off, {
      one: 'One other way is turned off.',
      other: `${number(off)} other ways are turned off.`,
    }),
  /** Why that way is not offered where its region is not allowed. */
  consoleElsewhere: `Signing in as in the AWS console is not offered: it goes through ${REGION} for everybody.`,
  /** Accounts that are not in the list. */
  accountsLeftOut: (leftOut: number) =>
    plural(leftOut, {
      one: 'One other account is not shown.',
      other: `${number(leftOut)} other accounts are not shown.`,
    }),
  /** What a bucket’s name has to be like. */
  bucketsLike: (pattern: string) =>
    `Names have to be like ${pattern} (* stands for any characters, ? for one).`,
  /** In place of “Fits”, of what cannot be used. */
  notAllowed: 'Not allowed by your organization',
  keptNowhere: 'The sign-in is kept in memory only, and ends with the app.',
  /** In place of two ways to register. */
  onlyInConsole:
    'Your organization has turned registering through Spot’s API off. Register in the Spot console.',
  /** After who can help with an error. */
  contact: (contact: string) => `Your organization says whom to ask: ${contact}`,
} as const
