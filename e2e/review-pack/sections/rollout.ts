import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { code, heading, joined, lines, paragraphs, points, steps, table } from '../parts.ts'
import { KEYCHAIN_BEGINNING, OF_DESKTOP, PROFILES } from './storage.ts'

export const supplyChain = ({ words, facts }: Pack): Html =>
  html`${points(words.rollout.supplyChain.points(facts.packages))}
  ${heading('packages', words.rollout.supplyChain.packagesTitle)}
  ${table('processes', words.rollout.supplyChain.packagesHead, [
    [words.rollout.supplyChain.processes.main, named(facts.packagesIn.main)],
    [words.rollout.supplyChain.processes.window, named(facts.packagesIn.window)],
    [words.rollout.supplyChain.processes.keychain, named(facts.packagesIn.keychain)],
  ])}`

const named = (packages: readonly string[]): Html =>
  joined(packages.map((one) => html`<span class="one">${code(one)}</span>`))

export function leftovers({ words }: Pack): Html {
  const { leftovers: about } = words.rollout
  const folders = Object.values(PROFILES)
  return html`${paragraphs(about.intro)}
  ${table('two', about.head, [
    [about.rows.profile, lines(folders)],
    [about.rows.keychain, lines([`${KEYCHAIN_BEGINNING}…`])],
    [about.rows.saved, about.savedWhere],
    [about.rows.desktop, lines(OF_DESKTOP)],
  ])}
  ${heading('before-removal', about.beforeTitle)} ${points(about.before)}
  ${heading('after-removal', about.afterTitle)} ${steps(about.after(folders, KEYCHAIN_BEGINNING))}`
}
