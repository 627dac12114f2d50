import { LANGUAGE_IDS } from '../../contract/language.ts'
import { LONGEST_CONTACT, LONGEST_PATTERN, RETENTION_DAYS, WAYS } from '../../managed/limits.ts'
import type { expects as english } from '../en/managed-expects.ts'

const SWITCH = 'true oder false'
const FOLDER =
  'der ganze Pfad eines Ordners auf diesem Computer oder einer, der mit ~/ beginnt; ohne „..“'

export const expects: typeof english = {
  AllowedPortals:
    'eine Liste mit mindestens einer Adresse eines AWS-Zugangsportals, etwa https://example.awsapps.com/start',
  AllowedRegions: 'eine Liste mit mindestens einer AWS-Region, etwa eu-central-1',
  AllowedAccounts:
    'eine Liste mit mindestens einer AWS-Kontonummer: Text aus zwölf Ziffern, ohne Bindestriche',
  AllowedSignInWays: `eine Liste mit mindestens einem von ${WAYS.join(', ')}`,
  AllowDeviceCode: SWITCH,
  AllowVanityAddresses: SWITCH,
  SessionOnly: SWITCH,
  AllowSpotApi: SWITCH,
  AllowOwnTemplates: SWITCH,
  AllowedTemplateFingerprints:
    'eine Liste mit mindestens einem SHA-256-Fingerabdruck aus 64 hexadezimalen Ziffern',
  RequireExternalId: SWITCH,
  BucketNamePattern: `Text aus höchstens ${LONGEST_PATTERN} Kleinbuchstaben, Ziffern, Punkten und Bindestrichen, mit * für beliebige Zeichen und ? für eines; ohne * mindestens drei Zeichen`,
  ClassicBucketNamesOnly: SWITCH,
  ProxyServer:
    'Proxys mit ihren Ports, durch Kommas getrennt, etwa http://proxy.example:8080 oder socks5://proxy.example:1080, oder direct://; ohne Benutzernamen und Passwort',
  ProxyBypassList:
    'eine Liste mit mindestens einem Host, etwa *.example.com oder <local>, nur zusammen mit der Einstellung ProxyServer',
  ProxyPacUrl:
    'eine http- oder https-Adresse ohne Benutzernamen und Passwort, und nicht zusammen mit der Einstellung ProxyServer',
  Language: LANGUAGE_IDS.join(' oder '),
  AuditFolder: FOLDER,
  AuditRetentionDays: `eine ganze Zahl von ${RETENTION_DAYS.least} bis ${RETENTION_DAYS.most}, nur zusammen mit der Einstellung AuditFolder`,
  SupportContact: `eine Zeile Text mit höchstens ${LONGEST_CONTACT} Zeichen`,
  CliFolder: FOLDER,
}
