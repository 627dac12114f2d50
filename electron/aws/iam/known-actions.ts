import table from './actions.json' with { type: 'json' }
import type { ActionData } from '../../contract/ask/template.ts'
import { matches } from './policy-document.ts'

/** By AWS's word: Read and List on one side; Write, Tagging and Permissions management on the other. */
export type Level = 'reads' | 'writes'

/**
 * By service, in lines such as `Get -Put: Bucket Object`: beginnings of names, those that write with a
 * `-`, and how each of them may go on.
 */
const services = (): Readonly<Record<string, readonly string[]>> => table.services

/** Which edition of AWS's Service Authorization Reference the app knows. */
export const actionData = (): ActionData => ({ version: table.version, date: table.date })

/** Whether more than one action may be meant. */
export const hasWildcard = (action: string): boolean => /[*?]/.test(action)

const read = new Map<string, ReadonlyMap<string, Level>>()

/** The actions of a service, in lower case and with its prefix; none of one that is not known. */
function actionsOf(service: string): ReadonlyMap<string, Level> {
  const before = read.get(service)
  if (before) return before
  const lines = (Object.hasOwn(services(), service) && services()[service]) || []
  const actions = new Map(lines.flatMap((line) => entriesOf(service, line)))
  if (lines.length > 0) read.set(service, actions)
  return actions
}

function entriesOf(service: string, line: string): readonly [string, Level][] {
  const [verbs = '', rests = ''] = line.split(': ')
  return verbs.split(' ').flatMap((verb) =>
    rests.split(' ').map((rest): [string, Level] => {
      const name = `${verb.replace('-', '')}${rest}`
      return [`${service}:${name}`.toLowerCase(), verb.startsWith('-') ? 'writes' : 'reads']
    }),
  )
}

/**
 * The known actions that a pattern names, one after the other, with what each may do by AWS's word. An
 * action is written `service:Name` in any case; `*` and `?` stand for what they do in IAM, and `*` alone
 * for all.
 */
export function* knownActions(pattern: string): Generator<readonly [string, Level]> {
  const wanted = pattern === '*' ? '*:*' : pattern.toLowerCase()
  const [service = ''] = wanted.split(':')
  const own = hasWildcard(service)
    ? Object.keys(services()).filter((one) => matches(service, one))
    : [service]
  for (const one of own) {
    const actions = actionsOf(one)
    const level = actions.get(wanted)
    if (level) yield [wanted, level]
    else if (hasWildcard(wanted)) {
      for (const entry of actions) if (matches(wanted, entry[0])) yield entry
    }
  }
}
