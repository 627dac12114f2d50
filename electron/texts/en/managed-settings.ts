import { LONGEST_CONTACT, RETENTION_DAYS } from '../../managed/limits.ts'
import type { SettingId } from '../../managed/settings.ts'

/** What is written into a setting, and what it forbids. */
export type SettingExplained = {
  readonly description: string
  readonly forbids: string
}

/**
 * The settings that an organization makes, as its administrators read of them: in the files that are made
 * for them (`resources/managed`), and nowhere in the app.
 */
export const settingsExplained: Readonly<Record<SettingId, SettingExplained>> = {
  AllowedPortals: {
    description:
      'The AWS access portals that people may sign in to, one address per entry, such as https://example.awsapps.com/start. “https://” and “/start” may be left out. Without this setting any portal may be used.',
    forbids:
      'Signing in to any other access portal, also one to which an address of the company’s own leads.',
  },
  AllowedRegions: {
    description:
      'The AWS regions in which people may sign in, one per entry, such as eu-central-1: that of IAM Identity Center, and us-east-1 for signing in as in the AWS console, which is there for everybody. It says nothing of the regions in which something is created. Without this setting any region may be used.',
    forbids:
      'Signing in with IAM Identity Center in any other region, also by a profile of the AWS CLI. Without us-east-1 in the list, signing in as in the AWS console.',
  },
  AllowedAccounts: {
    description:
      'The numbers of the AWS accounts that may be connected, one per entry, twelve digits without hyphens. Of a profile of the AWS CLI that assumes a role, the account of that role counts, and not the one in which its chain begins. What was set up before in an account that is not in the list cannot be taken back with the app either: add the account for that time, or remove it in the AWS console. Without this setting any account may be connected.',
    forbids: 'Choosing, looking at, changing, taking back or registering any other AWS account.',
  },
  AllowedSignInWays: {
    description:
      'The ways that people may take, one per entry: portal (IAM Identity Center), console (as in the AWS console), keys (pasted short-lived keys), profile (a profile of the AWS CLI), by-hand (every step by hand, without any sign-in). Without this setting all are allowed; a way that a later version adds is not, where this setting is made.',
    forbids: 'Every way that is not in the list.',
  },
  AllowDeviceCode: {
    description:
      'Whether people may sign in with the browser of another device: by a code of IAM Identity Center, or by the code that the AWS console shows. True without this setting.',
    forbids: 'If false: every sign-in that is confirmed on another device.',
  },
  AllowVanityAddresses: {
    description:
      'Whether people may type an address of the company’s own in place of the portal’s; the app asks it once where it leads. True without this setting.',
    forbids: 'If false: every address that is not AWS’s own; no such address is contacted.',
  },
  SessionOnly: {
    description:
      'Whether sign-ins are kept in memory only, so that the next start of the app begins without one. One that was kept before is removed at the next start, and ended at AWS. False without this setting.',
    forbids: 'If true: writing a sign-in to disk, and an entry in the keychain.',
  },
  AllowSpotApi: {
    description:
      'Whether the account may be registered with a Spot token through Spot’s API. True without this setting. If false, it is registered in Spot’s console, by hand.',
    forbids: 'If false: entering a Spot token, and every request to Spot’s API.',
  },
  AllowOwnTemplates: {
    description:
      'Whether a CloudFormation template other than the one that comes with the app may be opened. True without this setting. If false, allowed fingerprints change nothing.',
    forbids: 'If false: opening, approving and using any template but the built-in one.',
  },
  AllowedTemplateFingerprints: {
    description:
      'The templates that may be used besides the built-in one: their SHA-256 fingerprints, one per entry, 64 hexadecimal digits, as the review shows them. Without this setting any template may be used, unless templates other than the built-in one are not allowed.',
    forbids: 'Approving and using any template with another fingerprint, but the built-in one.',
  },
  RequireExternalId: {
    description:
      'Whether the role for Spot has to ask for an external ID. False without this setting.',
    forbids: 'If true: going on without an external ID.',
  },
  BucketNamePattern: {
    description:
      'What the name of the report’s bucket has to be like, as a whole: * stands for any characters, ? for one. For example finance-*-billing. It counts for a bucket that an MSP names, too. The permissions of whoever sets it up have to cover such names: resources/operator-policy.json is about spot-eco-cur-* until you put in your own. Without this setting any name may be used.',
    forbids:
      'Creating or choosing a bucket with a name that does not match, or going on with one that was chosen before. Taking back what was created stays possible.',
  },
  ClassicBucketNamesOnly: {
    description:
      'Whether new buckets get ordinary names, and none in the account’s own namespace (which end in -an). One of these that is there already may still be chosen: where that is not wanted either, make the pattern for the names of buckets such that it does not match. False without this setting.',
    forbids: 'If true: creating a bucket in the account’s own namespace. Choosing one is allowed.',
  },
  ProxyServer: {
    description:
      'The proxy through which the app goes to the internet, such as proxy.example:8080, http://proxy.example:8080 or socks5://proxy.example:1080; several with a comma between are tried in this order. direct:// stands for no proxy. Without this setting and without a proxy script, the app takes the proxy of the system.',
    forbids: 'Every other way to the internet, also the proxy of the system.',
  },
  ProxyBypassList: {
    description:
      'Hosts that are reached without the proxy server that is set, one per entry, such as *.example.com or <local>. It needs the setting for the proxy server.',
    forbids: 'Nothing by itself.',
  },
  ProxyPacUrl: {
    description:
      'The http or https address of the script that tells the proxy for each address. It cannot be combined with a proxy server. Where the script cannot be loaded, nothing is reached.',
    forbids: 'Every other way to the internet, also the proxy of the system.',
  },
  Language: {
    description:
      'The language of the app: en (English) or de (German). Without this setting it is the system’s, and people may choose another.',
    forbids:
      'Choosing another language for the app. Requests to other people may still be written in theirs.',
  },
  AuditFolder: {
    description:
      'A folder in which the app writes each line of its record of calls once more, as JSON Lines without secrets, one file for each person, connection and day. Absolute, or ~/ for a folder of the person’s own. People have to be able to write there. A change that cannot be written down there is not made.',
    forbids: 'Every change in AWS or at Spot while the folder cannot be written to.',
  },
  AuditRetentionDays: {
    description: `For how many days the files in the folder for the record of calls are kept; older ones of the same person are deleted when the app starts. ${RETENTION_DAYS.least} to ${RETENTION_DAYS.most}. It needs the setting for the folder. Without it nothing is deleted there.`,
    forbids: 'Nothing by itself.',
  },
  SupportContact: {
    description: `Whom people ask when the app stops or needs the IT department, as they are to read it, such as a name with a telephone number. At most ${LONGEST_CONTACT} characters.`,
    forbids: 'Nothing.',
  },
  CliFolder: {
    description:
      'Where the files config and credentials of the AWS CLI are. Absolute, or ~/ for a folder of the person’s own. Without this setting it is the CLI’s own folder, and people may choose another.',
    forbids: 'Choosing another folder, and reading profiles from one.',
  },
}
