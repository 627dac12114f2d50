import { isAlias, isMap, isScalar, isSeq, parseDocument, type Scalar, type YAMLMap } from 'yaml'
import { AppFailure, fail } from '../errors/failure.ts'
import { strangeCharacter } from './characters.ts'
import { readJsonScalar, readYamlScalar } from './scalar.ts'

/** A place in a file, both counted from 1. */
export type Place = { readonly line: number; readonly column: number }
/** A value of which AWS gets another text than the one that is written. */
export type Misread = {
  readonly path: readonly string[]
  readonly written: string
  readonly read: string
  readonly place: Place
}
/** A template as data: maps, lists, texts and truth values, with where each of them stands. */
export type Reading = {
  readonly value: unknown
  readonly misread: readonly Misread[]
  /** The place of what is at a path, or of the nearest thing around it. */
  readonly at: (path: readonly PropertyKey[]) => Place
  /** The place of a map or list of `value`. */
  readonly of: (part: unknown) => Place | undefined
  /** The place of the first text of this kind. */
  readonly ofText: (isIt: (text: string) => boolean) => Place | undefined
}
type Refuse = (reason: string, offset?: number) => never
type PlaceOf = (offset: number) => Place

const CORE = 'tag:yaml.org,2002:'
/** `!Ref X` is short for `{Ref: X}`, `!Sub X` for `{'Fn::Sub': X}`, and so on. */
const SHORT = new Set(
  'Ref Condition And Base64 Cidr Contains EachMemberEquals EachMemberIn Equals FindInMap GetAtt GetAZs If ImportValue Join Length Not Or RefAll Select Split Sub ToJsonString Transform ValueOf ValueOfAll'.split(
    ' ',
  ),
)

/**
 * Reads a template as CloudFormation does: JSON if it begins like JSON, else YAML 1.1 without what
 * CloudFormation leaves out of it (aliases, merges, and tags that are not its own). What might be read
 * otherwise there than here is refused. Throws `template-not-parsable` with the place.
 */
export function readTemplate(body: string, file: string): Reading {
  const placeOf = placesIn(body)
  const refuse: Refuse = (reason, offset) => {
    const place = offset === undefined ? undefined : placeOf(offset)
    throw fail('template-not-parsable', { file, reason, ...placeFacts(place) })
  }
  try {
    return read(body, placeOf, refuse)
  } catch (cause) {
    if (cause instanceof AppFailure) throw cause
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw fail('template-not-parsable', { file, reason }, { cause })
  }
}

/** A place as the facts of an error. */
export function placeFacts(place: Place | undefined): { line?: string; column?: string } {
  return place ? { line: String(place.line), column: String(place.column) } : {}
}

/** Tells the place of an offset in the text. A mark of its byte order is no character of the first line. */
function placesIn(body: string): PlaceOf {
  const mark = body.startsWith('\ufeff') ? 1 : 0
  const starts = [mark, ...[...body.matchAll(/\n/g)].map(({ index }) => index + 1)]
  return (offset) => {
    // The last line that begins at or before the offset, found by halving.
    let line = 0
    for (let beyond = starts.length; beyond - line > 1;) {
      const middle = (line + beyond) >> 1
      if ((starts[middle] ?? 0) <= offset) line = middle
      else beyond = middle
    }
    return { line: line + 1, column: Math.max(0, offset - (starts[line] ?? 0)) + 1 }
  }
}

function read(body: string, placeOf: PlaceOf, refuse: Refuse): Reading {
  const isJson = /^\ufeff?[ \t\r\n]*\{/.test(body)
  const strange = isJson ? null : strangeCharacter(body)
  if (strange) refuse(strange.reason, strange.offset)
  // Every scalar stays the text that it is: what it means is decided in one place only.
  const options = { version: '1.1', schema: 'failsafe', prettyErrors: false } as const
  const document = parseDocument(body, { ...options, uniqueKeys: false })
  const warnings = document.warnings.filter(({ code }) => code !== 'TAG_RESOLVE_FAILED')
  const [problem] = [...document.errors, ...warnings]
  if (problem) refuse(problem.message, problem.pos[0])
  if (Object.keys(document.directives?.tags ?? {}).some((handle) => handle !== '!!')) {
    refuse('Names for tags are not allowed', 0)
  }
  if (isJson) refuseOtherThanJson(body, refuse)
  return convert(document.contents, placeOf, isJson, refuse)
}

function refuseOtherThanJson(body: string, refuse: Refuse): void {
  try {
    JSON.parse(body.replace(/^\ufeff/, ''))
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const position = /position (\d+)/.exec(reason)?.[1]
    refuse(reason, position === undefined ? undefined : Number(position))
  }
}

/** Walks through the nodes of a document once, and writes down where everything is. */
function convert(contents: unknown, placeOf: PlaceOf, isJson: boolean, refuse: Refuse): Reading {
  const misread: Misread[] = []
  const paths = new Map<string, Place>()
  const texts: (readonly [text: string, place: Place])[] = []
  const parts = new WeakMap<object, Place>()
  const keyOf = (path: readonly PropertyKey[]): string => JSON.stringify(path.map(String))

  const scalarOf = (node: Scalar, path: readonly string[]): string | boolean => {
    const offset = node.range?.[0]
    const written = typeof node.value === 'string' ? node.value : ''
    if (node.type !== 'PLAIN' || node.tag !== undefined) return written
    const scalar = isJson ? readJsonScalar(written) : readYamlScalar(written)
    if ('refused' in scalar) return refuse(scalar.refused, offset)
    const text = 'flag' in scalar ? String(scalar.flag) : scalar.text
    const same = 'flag' in scalar ? written.toLowerCase() : written
    if (text !== same) misread.push({ path, written, read: text, place: placeOf(offset ?? 0) })
    return 'flag' in scalar ? scalar.flag : text
  }

  const mapOf = (node: YAMLMap, path: readonly string[]): Record<string, unknown> => {
    const members = new Map<string, unknown>()
    for (const { key, value } of node.items) {
      const offset = isScalar(key) || isMap(key) || isSeq(key) ? key.range?.[0] : node.range?.[0]
      if (!isScalar(key) || isTagged(key.tag)) return refuse('A key has to be a text', offset)
      const name = String(scalarOf(key, [...path, String(key.value)]))
      if (members.has(name)) refuse(`“${name}” is there twice`, offset)
      if (name === '__proto__') refuse(`“${name}” is no name`, offset)
      const inner = [...path, name]
      paths.set(keyOf(inner), placeOf(offset ?? 0))
      // `{a}` and `? a` are keys without anything.
      members.set(
        name,
        value === null ? refuse('A value is missing', offset) : valueOf(value, inner),
      )
    }
    return Object.fromEntries(members)
  }

  const valueOf = (node: unknown, path: readonly string[]): unknown => {
    if (isAlias(node)) return refuse('Aliases are not allowed', node.range?.[0])
    if (!isScalar(node) && !isMap(node) && !isSeq(node)) return refuse('A value is missing')
    const place = placeOf(node.range?.[0] ?? 0)
    const tag = node.tag?.replace(/^!/, '') ?? ''
    const short = node.tag?.startsWith('!') && SHORT.has(tag) ? longName(tag) : null
    if (isTagged(node.tag) && short === null && node.tag !== `${CORE}${coreTagOf(node)}`) {
      return refuse(`The tag ${node.tag ?? ''} is not known`, node.range?.[0])
    }
    const inner = short === null ? path : [...path, short]
    if (!paths.has(keyOf(inner))) paths.set(keyOf(inner), place)
    const value = isScalar(node)
      ? scalarOf(node, inner)
      : isMap(node)
        ? mapOf(node, inner)
        : node.items.map((one, index) => valueOf(one, [...inner, String(index)]))
    const whole = short === null ? value : { [short]: value }
    if (typeof value === 'string') texts.push([value, place])
    for (const part of [value, whole]) {
      if (typeof part === 'object' && part !== null) parts.set(part, place)
    }
    return whole
  }

  return {
    value: contents === null ? refuse('There is nothing in it', 0) : valueOf(contents, []),
    misread,
    at: (path) => {
      for (let length = path.length; length > 0; length -= 1) {
        const found = paths.get(keyOf(path.slice(0, length)))
        if (found) return found
      }
      return { line: 1, column: 1 }
    },
    of: (part) => (typeof part === 'object' && part !== null ? parts.get(part) : undefined),
    ofText: (isIt) => texts.find(([text]) => isIt(text))?.[1],
  }
}

function isTagged(tag: string | undefined): boolean {
  return tag !== undefined && tag !== ''
}

function longName(tag: string): string {
  return tag === 'Ref' || tag === 'Condition' ? tag : `Fn::${tag}`
}

function coreTagOf(node: unknown): string {
  if (isScalar(node)) return 'str'
  return isMap(node) ? 'map' : 'seq'
}
