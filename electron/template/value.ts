import { NOT_UNDERSTOOD } from '../aws/iam/trust.ts'

/** Values of a template's parameters by name; a list is that of a list parameter. */
export type Values = Readonly<Record<string, string | readonly string[]>>
/** Whether each of a template's conditions holds. */
export type Outcome = ReadonlyMap<string, boolean>
type Mappings = Readonly<Record<string, unknown>>

/** What a template's functions work with. */
export type Known = {
  readonly values: Values
  readonly mappings?: Mappings
  readonly outcome?: Outcome
  /** Told of each part that cannot be known before AWS has created something. */
  readonly onOpen?: (part: unknown) => void
}

/** What no function can work with: nobody knows it yet. */
const OPEN = Symbol('open')
/** AWS replaces it by what is kept elsewhere, which nobody here has read. */
const DYNAMIC = '{{resolve:'

/**
 * A value of a CloudFormation template with its functions carried out as far as they are known.
 * Undefined is no value at all; a function that is not known becomes a text that says so, and what a
 * resource or a parameter without value will be stays as `${Name}`.
 */
export function resolve(value: unknown, known: Known): unknown {
  const inner = (one: unknown): unknown => resolve(one, known)
  if (Array.isArray(value)) return value.flatMap(inner).filter((one) => one !== undefined)
  if (typeof value === 'string') return value.includes(DYNAMIC) ? open(value, known) : value
  if (!isRecord(value)) return value
  const call = callOf(value)
  if (!call) return membersOf(value, inner)
  const chosen = chosenOf(call, known)
  if (chosen) return inner(chosen.value)
  let touched = false
  const result = carryOut(call, { ...known, onOpen: () => void (touched = true) })
  if (result === OPEN) return open(value, known)
  if (touched) known.onOpen?.(value)
  return result
}

function open(part: unknown, { onOpen }: Known): string {
  onOpen?.(part)
  return `${NOT_UNDERSTOOD}${typeof part === 'string' ? part : JSON.stringify(part)}`
}

type Call = { readonly name: string; readonly argument: unknown; readonly list: readonly unknown[] }

/** The function that a map stands for; null for a map of members. */
export function callOf(value: Record<string, unknown>): Call | null {
  const [[name, argument] = ['', ''], ...others] = Object.entries(value)
  if (others.length > 0) return null
  if (!name.startsWith('Fn::') && !(name === 'Ref' && typeof argument === 'string')) return null
  return { name, argument, list: Array.isArray(argument) ? argument : [argument] }
}

/** The logical ID that a `Ref` or an `Fn::GetAtt` names; null for what is neither. */
export function referredTo(value: unknown): string | null {
  const call = isRecord(value) ? callOf(value) : null
  if (call?.name !== 'Ref' && call?.name !== 'Fn::GetAtt') return null
  return String(call.list[0]).split('.')[0] ?? null
}

function membersOf(
  value: Record<string, unknown>,
  inner: (one: unknown) => unknown,
): Record<string, unknown> {
  const members = Object.entries(value).map(([key, one]) => [key, inner(one)] as const)
  return Object.fromEntries(members.filter(([, one]) => one !== undefined))
}

/** The case of an `Fn::If` whose condition is decided. */
function chosenOf({ name, list }: Call, { outcome }: Known): { value: unknown } | null {
  if (name !== 'Fn::If' || list.length !== 3) return null
  const holds = outcome?.get(String(list[0]))
  return holds === undefined ? null : { value: holds ? list[1] : list[2] }
}

/** A function with all that it is given; `OPEN` if any of that is not known. */
function carryOut(call: Call, known: Known): unknown {
  const { name, argument, list } = call
  if (name === 'Ref') return refer(String(argument), known)
  if (name === 'Fn::GetAtt') return refer(list.map(String).join('.'), known)
  if (name === 'Fn::Sub') return substitute(list, known)
  const given = list.map((one) => evaluate(one, known))
  if (given.includes(OPEN)) return OPEN
  if (name === 'Fn::Join') return join(given)
  // What is cut or looked up has to be known to its end.
  if (JSON.stringify(given).includes('${')) return OPEN
  if (name === 'Fn::Split') return split(given)
  if (name === 'Fn::Select') return select(given)
  if (name === 'Fn::FindInMap') return findInMap(given, known)
  if (name === 'Fn::Base64' && given.length === 1 && typeof given[0] === 'string') {
    return Buffer.from(given[0]).toString('base64')
  }
  return OPEN
}

/** An argument: unlike a part of a document it is known as a whole or not at all. */
function evaluate(value: unknown, known: Known): unknown {
  if (typeof value === 'boolean') return String(value)
  if (typeof value === 'string') return value.includes(DYNAMIC) ? OPEN : value
  if (Array.isArray(value)) {
    const items = value.map((one) => evaluate(one, known)).filter((one) => one !== undefined)
    return items.includes(OPEN) ? OPEN : items
  }
  const call = isRecord(value) ? callOf(value) : null
  if (!call) return OPEN
  const chosen = chosenOf(call, known)
  return chosen ? evaluate(chosen.value, known) : carryOut(call, known)
}

function refer(name: string, known: Known): unknown {
  if (name === 'AWS::NoValue') return undefined
  if (!Object.hasOwn(known.values, name)) {
    known.onOpen?.(name)
    return `\${${name}}`
  }
  const value = known.values[name]
  return JSON.stringify(value).includes(DYNAMIC) ? OPEN : value
}

function substitute([text, variables]: readonly unknown[], known: Known): unknown {
  if (typeof text !== 'string' || text.includes(DYNAMIC)) return OPEN
  const own = isRecord(variables) ? variables : {}
  let whole = true
  const result = text.replaceAll(/\$\{([^}]+)\}/g, (_found, name: string) => {
    if (name.startsWith('!')) return `\${${name.slice(1)}}`
    const value = Object.hasOwn(own, name) ? evaluate(own[name], known) : refer(name, known)
    const parts = [value].flat()
    if (parts.every((part) => typeof part === 'string')) return parts.join(',')
    whole = false
    return ''
  })
  return whole && !result.includes(DYNAMIC) ? result : OPEN
}

function join([delimiter, parts, ...rest]: readonly unknown[]): unknown {
  if (typeof delimiter !== 'string' || !isTexts(parts) || rest.length > 0) return OPEN
  const text = parts.join(delimiter)
  return text.includes(DYNAMIC) ? OPEN : text
}

function split([delimiter, text, ...rest]: readonly unknown[]): unknown {
  const fits = typeof delimiter === 'string' && delimiter !== '' && typeof text === 'string'
  return fits && rest.length === 0 ? text.split(delimiter) : OPEN
}

function select([index, list, ...rest]: readonly unknown[]): unknown {
  if (typeof index !== 'string' || !/^\d+$/.test(index) || !isTexts(list)) return OPEN
  return rest.length === 0 ? (list[Number(index)] ?? OPEN) : OPEN
}

function findInMap(keys: readonly unknown[], { mappings = {} }: Known): unknown {
  if (keys.length !== 3 || !isTexts(keys)) return OPEN
  const found = keys.reduce<unknown>(
    (level, key) => (isRecord(level) && Object.hasOwn(level, key) ? level[key] : OPEN),
    mappings,
  )
  if (typeof found === 'boolean') return String(found)
  const texts = [found].flat()
  return isTexts(texts) && !texts.some((one) => one.includes(DYNAMIC)) ? found : OPEN
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
