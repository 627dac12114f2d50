import type { Page } from 'playwright'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { LANGUAGES } from '../../electron/texts/languages.ts'
import { offerOf } from '../../electron/texts/speech.ts'

/** What something is called: as it is, or as the language has it that the window speaks. */
export type Called = string | ((words: Catalogue) => string)

/** The words of the language that the window speaks: people find things by what they are called. */
export async function wordsIn(window: Page): Promise<Catalogue> {
  const id = (await window.locator('html').getAttribute('data-language')) ?? ''
  const offer = offerOf(LANGUAGES, id)
  if (!offer) throw new Error(`The window speaks “${id}”, which nobody here understands.`)
  return (await offer.load()).words
}

export async function calledIn(window: Page, called: Called): Promise<string> {
  return typeof called === 'string' ? called : called(await wordsIn(window))
}
