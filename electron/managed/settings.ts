import { z } from 'zod'
import { LANGUAGE_IDS } from '../contract/language.ts'
import { LONGEST_CONTACT, LONGEST_PATTERN, RETENTION_DAYS, WAYS } from './limits.ts'

/**
 * What a setting’s value is: `switch` is true or false, `choice` one of some words, `list` several
 * texts. How each is written down in the registry, in a property list and in JSON follows from it.
 */
type SettingKind = 'switch' | 'text' | 'choice' | 'number' | 'list'

/** A setting as it is defined, whatever its value. */
export type Setting = {
  readonly kind: SettingKind
  /** What its value has to be; all that it refuses makes the whole policy invalid. */
  readonly schema: z.ZodType
  /** The version of the app that knew it first: earlier ones refuse a policy that has it. */
  readonly since: string
  /** A value as an organization might make it, for the files that administrators begin with. */
  readonly example: boolean | number | string | readonly string[]
}

/** More than any company has portals or payer accounts, and little enough to be read at once. */
const MOST_ENTRIES = 1000
/** Windows allows no more in one entry of a list that is typed into the policy editor. */
const LONGEST_ENTRY = 1023

const FIRST = '0.1.0'
const aSwitch = (example: boolean) =>
  ({ kind: 'switch', schema: z.boolean(), since: FIRST, example }) as const
const text = <Schema extends z.ZodType>(schema: Schema, example: string) =>
  ({ kind: 'text', schema, since: FIRST, example }) as const
const number = (
  { least, most }: { readonly least: number; readonly most: number },
  example: number,
) => ({ kind: 'number', schema: z.int().min(least).max(most), since: FIRST, example }) as const
const choice = <const Words extends readonly [string, ...string[]]>(
  words: Words,
  example: Words[number],
) => ({ kind: 'choice', schema: z.enum(words), since: FIRST, example }) as const
const list = <Schema extends z.ZodType>(entry: Schema, ...example: readonly string[]) =>
  ({
    kind: 'list',
    schema: z.array(entry).min(1).max(MOST_ENTRIES),
    since: FIRST,
    example,
  }) as const

/**
 * The pattern stands in the form of the file for Linux, which programs in other languages check by, too:
 * what it says is the same in each, so no `\d`, `\s`, `\w` or `\p`. See `findings/schema-pattern.sh`.
 */
const form = (pattern: RegExp) => z.string().max(LONGEST_ENTRY).regex(pattern)
/** Any character but those for control: Unicode’s `Cc`. */
const SHOWN = String.raw`[^\x00-\x1F\x7F-\x9F]`
/** What no address has, as it stands between brackets: controls and blanks. */
const BLANK = String.raw`\x00-\x20\x7F-\xA0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000\uFEFF`
/** Half a character, which no form can say for every language. */
const HALF = /\p{Cs}/u
/** Absolute on one of the systems, or below the person’s own folder (`~/`); without a way back up. */
const folder = form(
  new RegExp(
    String.raw`^(?!.*(?:^|[\\/])\.\.(?:[\\/]|$))(?:~[\\/]|/|[A-Za-z]:[\\/]|\\\\[^\\/])${SHOWN}*$`,
  ),
).refine((place) => !HALF.test(place))
const HOST = String.raw`(?:[A-Za-z0-9]+(?:(?:\.|-+)[A-Za-z0-9]+)*\.?|\[[0-9A-Fa-f:.]+\])`
const PROXY = String.raw`(?:(?:http|https|socks4|socks5)://)?${HOST}:[0-9]{1,5}`

/**
 * Every setting that an organization can make, once. Its name is the same everywhere: the value in the
 * registry, the key of the property list and of the JSON file. Titles, descriptions and what each
 * forbids are in the catalogue (`managed`); files for administrators are generated from here.
 */
export const SETTINGS = {
  /** Addresses of portals, with or without `https://`: which of them are portals, `in-effect.ts` judges. */
  AllowedPortals: list(
    form(new RegExp(`^(?:https?://)?[^${BLANK}/@]+(?:/[^${BLANK}@]*)?$`)),
    'https://example.awsapps.com/start',
  ),
  AllowedRegions: list(form(/^[a-z]{2,4}(?:-[a-z]+)+-[0-9]+$/), 'eu-central-1', 'us-east-1'),
  AllowedAccounts: list(form(/^[0-9]{12}$/), '111122223333', '444455556666'),
  AllowedSignInWays: list(z.enum(WAYS), 'portal', 'by-hand'),
  AllowDeviceCode: aSwitch(false),
  AllowVanityAddresses: aSwitch(false),
  SessionOnly: aSwitch(true),
  AllowSpotApi: aSwitch(false),
  AllowOwnTemplates: aSwitch(false),
  /** SHA-256, 64 hexadecimal digits, as the review of the template shows it. */
  AllowedTemplateFingerprints: list(form(/^[0-9a-fA-F]{64}$/), '0123456789abcdef'.repeat(4)),
  RequireExternalId: aSwitch(true),
  BucketNamePattern: text(
    z
      .string()
      .max(LONGEST_PATTERN)
      // No bucket’s name is shorter than three characters.
      .regex(/^(?=.*\*|.{3})[a-z0-9.*?-]+$/),
    'finance-*',
  ),
  ClassicBucketNamesOnly: aSwitch(true),
  ProxyServer: text(
    form(new RegExp(`^(?:direct://|${PROXY}(?:,(?:direct://|${PROXY}))*)$`)),
    'http://proxy.example:8080',
  ),
  ProxyBypassList: list(form(/^[A-Za-z0-9.*:/<>[\]-]+$/), '*.corp.example', '<local>'),
  ProxyPacUrl: text(
    form(new RegExp(`^https?://[^${BLANK}/@]+(?:/[^${BLANK}]*)?$`)),
    'https://proxy.example/proxy.pac',
  ),
  Language: choice(LANGUAGE_IDS, 'de'),
  AuditFolder: text(folder, '~/eco-connect-audit'),
  AuditRetentionDays: number(RETENTION_DAYS, 365),
  SupportContact: text(
    z
      .string()
      .min(1)
      .max(LONGEST_CONTACT)
      .regex(new RegExp(`^${SHOWN}+$`))
      // Beyond what a form can say: more than blanks, and no characters that no one sees, nor half ones.
      .refine((contact) => contact.trim() !== '' && !/[\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/u.test(contact)),
    'IT Service Desk, +49 30 123456',
  ),
  CliFolder: text(folder, '~/.aws-finance'),
} as const satisfies Readonly<Record<string, Setting>>

export type SettingId = keyof typeof SETTINGS

/** The settings that are made, each with a value that its schema has let through. */
export type Made = { readonly [Id in SettingId]?: z.infer<(typeof SETTINGS)[Id]['schema']> }
