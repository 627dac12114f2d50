import type { Catalogue } from '../../../electron/texts/catalogue.ts'

/** Where the sign-in is kept, and until when. */
export function whereKept(words: Catalogue, sessionOnly: boolean, reopened: boolean): string {
  if (reopened) return words.signIn.keptInMemory
  return sessionOnly ? words.managed.keptNowhere : words.signIn.kept
}
