import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { heading, lines, paragraphs, points, steps, table } from '../parts.ts'
import { KEYCHAIN_BEGINNING, PROFILES } from './storage.ts'

export const supplyChain = ({ words, facts }: Pack): Html =>
  points(words.rollout.supplyChain.points(facts.packages))

export function leftovers({ words }: Pack): Html {
  const { leftovers: about } = words.rollout
  const folders = Object.values(PROFILES)
  return html`${paragraphs(about.intro)}
  ${table('two', about.head, [
    [about.rows.profile, lines(folders)],
    [about.rows.keychain, lines([`${KEYCHAIN_BEGINNING}…`])],
    [about.rows.saved, about.savedWhere],
  ])}
  ${heading('before-removal', about.beforeTitle)} ${points(about.before)}
  ${heading('after-removal', about.afterTitle)} ${steps(about.after(folders, KEYCHAIN_BEGINNING))}`
}
