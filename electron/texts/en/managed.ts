import type { SettingId } from '../../managed/settings.ts'

/** What each setting that an organization can make is called. */
const titles: Readonly<Record<SettingId, string>> = {
  AllowedPortals: 'Allowed access portals',
  AllowedRegions: 'Allowed regions of Identity Center',
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

export const managed = { titles } as const
