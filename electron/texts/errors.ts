import type { AppError } from '../errors/app-error.ts'
import { whoCanHelp } from '../errors/catalogue.ts'
import type { Facts, WhoCanHelp } from '../errors/catalogue.ts'
import { visible } from '../base/visible.ts'
import { wordsFor, type Catalogue } from './catalogue.ts'

/** What is told of one error. */
export type ErrorText = {
  /** What happened; short enough to stand beside a field. */
  readonly what: string
  /** What it means for the connection, and what is still as it was. */
  readonly meaning: string
  /** What to do now. */
  readonly todo: string
  readonly who: WhoCanHelp
}

/** The sentences about an error, with every fact in them visible, and who can help. */
export function errorText(words: Catalogue, { code, facts }: AppError): ErrorText {
  const told = inWords(words, facts)
  return { ...words.errors.sentences[code](told), who: whoCanHelp({ code, facts }) }
}

/** Facts as they stand in a sentence: visible, and ids of saved choices by their names. */
function inWords({ choices }: Catalogue, facts: Facts): Facts {
  const seen = Object.fromEntries(
    Object.entries(facts).map(([name, value]) => [name, visible(value)]),
  )
  const ids = seen['choices']
  if (!ids) return seen
  const names = ids.split(',').map((id) => wordsFor(choices.names, id))
  return { ...seen, choices: choices.list(names) }
}
