import type { Catalogue } from '../texts/catalogue.ts'
import { REFUSED_LINE } from '../texts/log.ts'
import { FILE, FILES } from './command-line.ts'

type Words = Catalogue['start']
type Told = Words['what']

/** What was refused: a switch, a variable, or words that are not one file. */
const saying = (told: Told, what: string): string => {
  if (what === FILE) return told.file
  if (what === FILES) return told.files
  return isVariable(what) ? told.variable(what) : told.switch(what)
}

const isFiles = (what: string): boolean => what === FILE || what === FILES
const isVariable = (what: string): boolean => !isFiles(what) && !/^[-/]/.test(what)

/** One line for a terminal or a log. */
export const refusedLine = (what: string): string => saying(REFUSED_LINE, what)

/** What the dialog says. */
export function refusedDialog(
  words: Words,
  what: string,
): { readonly message: string; readonly detail: string } {
  const about = isFiles(what) ? words.aboutFiles : words.aboutSettings
  const advice = isVariable(what) ? words.settings : words.shortcut
  return { message: saying(words.what, what), detail: `${about}\n\n${advice}` }
}
