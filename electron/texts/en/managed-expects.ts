import { LONGEST_CONTACT, LONGEST_PATTERN, RETENTION_DAYS, WAYS } from '../../managed/limits.ts'
import { LANGUAGE_IDS } from '../../contract/language.ts'
import type { SettingId } from '../../managed/settings.ts'

const SWITCH = 'true or false'
const FOLDER =
  'the whole path of a folder on this computer, or one that begins with ~/; without “..”'

/** What each setting may be, as short as an administrator needs it beside a value that it may not be. */
export const expects: Readonly<Record<SettingId, string>> = {
  AllowedPortals:
    'a list with at least one address of an AWS access portal, such as https://example.awsapps.com/start',
  AllowedRegions: 'a list with at least one AWS region, such as eu-central-1',
  AllowedAccounts:
    'a list with at least one AWS account number: text of twelve digits, without hyphens',
  AllowedSignInWays: `a list with at least one of ${WAYS.join(', ')}`,
  AllowDeviceCode: SWITCH,
  AllowVanityAddresses: SWITCH,
  SessionOnly: SWITCH,
  AllowSpotApi: SWITCH,
  AllowOwnTemplates: SWITCH,
  AllowedTemplateFingerprints:
    'a list with at least one SHA-256 fingerprint of 64 hexadecimal digits',
  RequireExternalId: SWITCH,
  BucketNamePattern: `text of at most ${LONGEST_PATTERN} lower-case letters, digits, dots and hyphens, with * for any characters and ? for one; at least three characters where it has no *`,
  ClassicBucketNamesOnly: SWITCH,
  ProxyServer:
    'proxies with their ports, with a comma between, such as http://proxy.example:8080 or socks5://proxy.example:1080, or direct://; without a user name or password',
  ProxyBypassList:
    'a list with at least one host, such as *.example.com or <local>, only together with the setting ProxyServer',
  ProxyPacUrl:
    'one http or https address without a user name or password, and not together with the setting ProxyServer',
  Language: LANGUAGE_IDS.join(' or '),
  AuditFolder: FOLDER,
  AuditRetentionDays: `a whole number from ${RETENTION_DAYS.least} to ${RETENTION_DAYS.most}, only together with the setting AuditFolder`,
  SupportContact: `one line of text with at most ${LONGEST_CONTACT} characters`,
  CliFolder: FOLDER,
}
