import { valuesOf, type Template } from './document.ts'
import { callOf, isRecord, resolve, type Outcome, type Values } from './value.ts'

/** Values with more undecided conditions than this are not followed. */
const MAX_CONDITIONS = 5
/** Conditions may name each other; nobody needs a longer chain. */
const MAX_DEPTH = 20

/** Whether a condition of a template holds with these values; undefined if that cannot be known yet. */
export function holds(
  name: string,
  template: Template,
  given: Values,
  depth = 0,
): boolean | undefined {
  const { Conditions, Mappings: mappings } = template
  if (depth > MAX_DEPTH || !Object.hasOwn(Conditions, name)) return undefined
  const values = valuesOf(template, given)
  const textOf = (value: unknown): string | undefined => {
    let known = true
    const text = resolve(value, { values, mappings, onOpen: () => void (known = false) })
    const isText = typeof text === 'string' || typeof text === 'boolean'
    // A value that is still to come is equal to nothing yet.
    return known && isText && !String(text).includes('${') ? String(text) : undefined
  }
  const judge = (value: unknown): boolean | undefined => {
    if (!isRecord(value)) return undefined
    const named = value['Condition']
    if (typeof named === 'string' && Object.keys(value).length === 1) {
      return holds(named, template, given, depth + 1)
    }
    const call = callOf(value)
    if (call?.name === 'Fn::Equals') {
      const [one, other, ...rest] = call.list.map(textOf)
      return one === undefined || other === undefined || rest.length > 0 ? undefined : one === other
    }
    const parts = call?.list.map(judge) ?? []
    if (call?.name === 'Fn::Not') return parts[0] === undefined ? undefined : !parts[0]
    if (call?.name === 'Fn::And') return both(parts, false)
    return call?.name === 'Fn::Or' ? both(parts, true) : undefined
  }
  return judge(Conditions[name])
}

/** One `decisive` part decides; else all have to be known. */
function both(parts: readonly (boolean | undefined)[], decisive: boolean): boolean | undefined {
  if (parts.includes(decisive)) return decisive
  return parts.includes(undefined) ? undefined : !decisive
}

/** Every way in which the conditions inside a value may turn out; one if there are none. */
export function outcomesOf(value: unknown, template: Template, given: Values): Outcome[] {
  const found = JSON.stringify(value).matchAll(/"Fn::If":\["([^"\\]+)"/g)
  const names = [...new Set([...found].map(([, name = '']) => name))]
  const decided = new Map<string, boolean>()
  for (const name of names) {
    const decision = holds(name, template, given)
    if (decision !== undefined) decided.set(name, decision)
  }
  const open = names.filter((name) => !decided.has(name))
  // What has more is left with its `Fn::If`s, and so is not understood.
  if (open.length > MAX_CONDITIONS) return [decided]
  return open.reduce<Map<string, boolean>[]>(
    (outcomes, name) =>
      outcomes.flatMap((outcome) => [true, false].map((yes) => new Map(outcome).set(name, yes))),
    [decided],
  )
}
