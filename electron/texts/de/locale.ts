import { localeOf } from '../locale.ts'

export const LOCALE = 'de-DE'

export const { list, number, plural, seconds, series } = localeOf(LOCALE)
