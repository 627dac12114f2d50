import { localeOf } from '../locale.ts'

export const LOCALE = 'en-US'

export const { list, number, plural, seconds, series } = localeOf(LOCALE)
