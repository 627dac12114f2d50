import { once } from '../base/once.ts'

/** How a language writes what is not a word: numbers, plurals, lists, dates, and the order of names. */
export type Locale = {
  readonly number: (value: number) => string
  /** Seconds of a duration in milliseconds, to the hundredth. */
  readonly seconds: (ms: number) => string
  /** The form of a sentence for a count; a form that is not there is `other`. */
  readonly plural: (count: number, forms: PluralForms) => string
  /** `a, b, and c`. */
  readonly list: (items: readonly string[]) => string
  /** `a, b, c`: what stands side by side. */
  readonly series: (items: readonly string[]) => string
  /** Orders names as a reader expects it. */
  readonly compare: (one: string, other: string) => number
  /** A time of day in the person's own time zone, at `at` (ms since the epoch). */
  readonly clock: (at: number) => string
  readonly clockWithSeconds: (at: number) => string
  readonly dayAndMonth: (at: number) => string
  /** Date and time in UTC, for what somebody reads elsewhere. */
  readonly dateInUtc: (at: number) => string
  /** A day with its year, in UTC: months of a bill begin and end there. */
  readonly dayInUtc: (at: number) => string
}

type PluralForms = { readonly [Form in Intl.LDMLPluralRule]?: string } & {
  readonly other: string
}

const made = new Map<string, Locale>()

/**
 * The one place that formats, by the locale of a language. Of the system it takes one thing: whether
 * a day is counted by twelve hours or by twenty-four, since that is a habit and no word (`hours`).
 */
export function localeOf(tag: string): Locale {
  const locale = made.get(tag) ?? makeLocale(tag)
  made.set(tag, locale)
  return locale
}

/** Each formatter is made when it is first used: all of them would hold up the start. */
function makeLocale(tag: string): Locale {
  const numbers = once(() => new Intl.NumberFormat(tag))
  const hundredths = once(
    () => new Intl.NumberFormat(tag, { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
  )
  const rules = once(() => new Intl.PluralRules(tag))
  const lists = once(() => new Intl.ListFormat(tag, { type: 'conjunction' }))
  const series = once(() => new Intl.ListFormat(tag, { type: 'unit', style: 'short' }))
  const collator = once(() => new Intl.Collator(tag))
  const clock = once(() => new Intl.DateTimeFormat(tag, { timeStyle: 'short', ...hours(tag) }))
  const clockWithSeconds = once(
    () => new Intl.DateTimeFormat(tag, { timeStyle: 'medium', ...hours(tag) }),
  )
  const days = once(() => new Intl.DateTimeFormat(tag, { day: 'numeric', month: 'long' }))
  const inUtc = once(
    () =>
      new Intl.DateTimeFormat(tag, {
        dateStyle: 'long',
        timeStyle: 'short',
        timeZone: 'UTC',
        hourCycle: 'h23',
      }),
  )
  const daysInUtc = once(() => new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeZone: 'UTC' }))
  return {
    number: (value) => numbers().format(value),
    seconds: (ms) => hundredths().format(ms / 1000),
    plural: (count, forms) => forms[rules().select(count)] ?? forms.other,
    list: (items) => lists().format(items),
    series: (items) => series().format(items),
    compare: (one, other) => collator().compare(one, other),
    clock: (at) => clock().format(at),
    clockWithSeconds: (at) => clockWithSeconds().format(at),
    dayAndMonth: (at) => days().format(at),
    dateInUtc: (at) => `${inUtc().format(at)} UTC`,
    dayInUtc: (at) => daysInUtc().format(at),
  }
}

/**
 * How hours are counted: as the system counts them, in a language that has words for both. One that
 * counts to twenty-four has none for the halves of a day.
 */
function hours(tag: string): Pick<Intl.DateTimeFormatOptions, 'hourCycle'> {
  const cycleOf = (locale: string | undefined) =>
    new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hourCycle
  const [own, system] = [cycleOf(tag), cycleOf(undefined)]
  if (own !== 'h12' && own !== 'h11') return {}
  return system ? { hourCycle: system } : {}
}
