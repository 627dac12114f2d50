import { type Place, unusable } from './unusable.ts'

/** Settings as they are written down, by their names. Nothing is known of their values. */
export type Written = {
  readonly values: ReadonlyMap<string, unknown>
  /** In which line a setting is made, counted from 1; undefined where that is not known. */
  readonly lineOf: (setting: string) => number | undefined
}

/** Names the form for editors that check while somebody types, and sets nothing. */
const FORM = '$schema'

/** Reads a JSON text, in UTF-8, with one object of settings. Throws `policy-unusable`. */
export function writtenInJson(at: Place, content: Uint8Array): Written {
  const text = decoded(at, content)
  const values = parsed(at, text)
  if (typeof values !== 'object' || values === null || Array.isArray(values))
    throw unusable(at, 'not-settings', { line: 1 })
  const lines = new Map<string, number>()
  for (const { name, line } of namesIn(text)) {
    // The parser keeps the last one of two, and whoever reads the file may see the first.
    if (lines.has(name)) throw unusable(at, 'twice', { setting: name, line })
    lines.set(name, line)
  }
  return {
    values: new Map(Object.entries(values).filter(([name]) => name !== FORM)),
    lineOf: (setting) => lines.get(setting),
  }
}

function decoded(at: Place, content: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(content)
  } catch (cause) {
    throw unusable(at, 'not-json', { cause })
  }
}

function parsed(at: Place, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    // The parser's message repeats a part of the text: the line says enough.
    throw unusable(at, 'not-json', { line: lineOfMistake(text, cause) })
  }
}

/** V8 tells the place of most mistakes, and of the others that there is one: then lines are added until there is. */
function lineOfMistake(text: string, cause: unknown): number {
  const place = placeIn(cause)
  if (place !== null) return lineAt(text, place)
  const lines = text.split('\n')
  let [first, last] = [1, lines.length]
  while (first < last) {
    const middle = Math.floor((first + last) / 2)
    if (isMistaken(lines.slice(0, middle).join('\n'))) last = middle
    else first = middle + 1
  }
  return first
}

/** Whether a beginning of a text is wrong, and not only cut off. */
function isMistaken(beginning: string): boolean {
  try {
    JSON.parse(beginning)
    return false
  } catch (cause) {
    const place = placeIn(cause)
    return place === null ? !/end of JSON input/.test(String(cause)) : place < beginning.length
  }
}

function placeIn(cause: unknown): number | null {
  const place = / in JSON at position (\d+)/.exec(String(cause))?.[1]
  return place === undefined ? null : Number(place)
}

const lineAt = (text: string, place: number): number => text.slice(0, place).split('\n').length

/** The names of the outermost object’s members, in a valid JSON text. */
function namesIn(text: string): { readonly name: string; readonly line: number }[] {
  const names: { readonly name: string; readonly line: number }[] = []
  let line = 1
  let depth = 0
  for (const [whole, string, colon] of text.matchAll(/[\n[{\]}]|("(?:[^"\\]|\\.)*")(\s*:)?/g)) {
    if (whole === '[' || whole === '{') depth += 1
    else if (whole === ']' || whole === '}') depth -= 1
    else if (depth === 1 && string !== undefined && colon !== undefined)
      names.push({ name: String(JSON.parse(string)), line })
    // In a string there is no end of a line, but before its colon there may be some.
    line += whole.split('\n').length - 1
  }
  return names
}
