import type { Catalogue } from '../texts/catalogue.ts'
import type { Change } from './changes.ts'

type Words = Catalogue['audit']['about']

/**
 * What a change is about, in the language of a page: its entry is written in English, for every reader
 * of the file itself. What has another form, as one that was cut off, stays as it was written.
 */
export function toldAbout(words: Words, { step, action, about }: Change): string {
  switch (`${step} ${action}`) {
    case 'template approve':
      return about.replace(/^sha256 (\w+)$/, (_, sha256: string) => words.fingerprint(sha256))
    case 'template claimed':
      return about.replace(
        /^sha256 (\w+), by: (.*) \(claimed by file, not verified\)$/s,
        (_, sha256: string, name: string) => words.claimed(sha256, name),
      )
    case 'file use':
      return about.replace(
        /^(request|answer), from: (.*) \(not verified\)$/s,
        (_, kind: keyof Words['files'], name: string) => words.file(words.files[kind], name),
      )
    case 'stack create':
      return about.replace(/^(.*) \(external ID: none\)$/s, (_, stack: string) =>
        words.withoutId(stack),
      )
    case 'cost-report remove-bucket':
    case 'disconnect remove':
      return about.replace(
        /^(stack|report|bucket) (.*)$/s,
        (_, thing: keyof Words['things'], name: string) => `${words.things[thing]} ${name}`,
      )
    default:
      return about
  }
}
