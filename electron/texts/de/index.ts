import type { Language } from '../catalogue.ts'
import { english } from '../en/index.ts'
import { LOCALE } from './locale.ts'

export const GERMAN: Language = { id: 'de', locale: LOCALE, words: english }
