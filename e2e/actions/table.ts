import path from 'node:path'
import { repositoryRoot } from '../runtime/paths.ts'
import { isRead, PACKAGE, type Published, type PublishedAction } from './published.ts'

/** What the app carries of the data. */
export const TABLE = path.join(repositoryRoot, 'electron', 'aws', 'iam', 'actions.json')

/** A name up to its second word, and the rest: `Get` and `Bucket`. */
function parted(name: string): readonly [string, string] {
  const verb = /^(?:[A-Z]?[a-z0-9]+|[A-Z]+(?![a-z]))/.exec(name)?.[0] ?? ''
  return [verb, name.slice(verb.length)]
}

/** The keys that have the same value, under that value. */
function grouped(entries: readonly (readonly [string, string])[]): ReadonlyMap<string, string[]> {
  const groups = new Map<string, string[]>()
  for (const [key, value] of entries) groups.set(value, [...(groups.get(value) ?? []), key])
  return groups
}

/**
 * The actions of a service, as short as they can be read: `Get -Put: Bucket Object` for a `GetBucket`
 * and a `GetObject` that read, and a `PutBucket` and a `PutObject` that do not.
 */
function linesOf(actions: readonly PublishedAction[]): readonly string[] {
  const verbs = grouped(
    actions.map(({ name, level }) => {
      const [verb, rest] = parted(name)
      return [isRead(level) ? verb : `-${verb}`, rest]
    }),
  )
  const rests = grouped([...verbs].map(([rest, its]) => [rest, its.toSorted().join(' ')]))
  return [...rests].map(([its, those]) => `${its}: ${those.join(' ')}`).toSorted()
}

/** The table as a text, in lines of which a change shows what has changed. */
export function tableOf({ version, date, notice, actions }: Published): string {
  const names = [...new Set(actions.map(({ service }) => service))]
  const services = Object.fromEntries(
    names.map((name) => [name, linesOf(actions.filter(({ service }) => service === name))]),
  )
  return `${JSON.stringify({ package: PACKAGE, version, date, notice, services }, null, 1)}\n`
}
