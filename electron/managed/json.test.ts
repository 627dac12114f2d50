import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toAppError } from '../errors/failure.ts'
import { cpuTime } from '../testing/cpu-time.ts'
import { writtenInJson } from './json.ts'

const AT = { place: '/etc/eco-connect/policy.json', version: '1.2.3' }
const written = (text: string) => writtenInJson(AT, Buffer.from(text))

/** What is said against a text: the cause, and where. */
function saidOf(content: Uint8Array | string) {
  try {
    writtenInJson(AT, Buffer.from(content))
  } catch (error) {
    const { cause, setting, line } = toAppError(error).facts
    return { cause, setting, line }
  }
  throw new Error('it was read')
}

test('settings are read with the lines in which they are made', () => {
  const { values, lineOf } = written(
    '\uFEFF{\n  "a": 1,\n\n  "b" : ["x: \\"c\\":"], "d": "e",\n "f"\n :2, "g": 3}',
  )
  expect([...values]).toEqual([
    ['a', 1],
    ['b', ['x: "c":']],
    ['d', 'e'],
    ['f', 2],
    ['g', 3],
  ])
  expect(['a', 'b', 'c', 'd', 'f', 'g'].map(lineOf)).toEqual([2, 4, undefined, 4, 5, 6])
})

test('the name of the form for editors is no setting', () => {
  expect([...written('{"$schema": "policy.schema.json", "a": 1}').values.keys()]).toEqual(['a'])
})

test.each([
  ['{\n  "a": 1,\n}', { cause: 'not-json', setting: '', line: '3' }],
  ['{\n  "a": 1\n', { cause: 'not-json', setting: '', line: '3' }],
  ['{\n  // why\n}', { cause: 'not-json', setting: '', line: '2' }],
  ['{\n  "a": "open\n}', { cause: 'not-json', setting: '', line: '2' }],
  ['', { cause: 'not-json', setting: '', line: '1' }],
  ['[]', { cause: 'not-settings', setting: '', line: '1' }],
  ['null', { cause: 'not-settings', setting: '', line: '1' }],
  ['"a"', { cause: 'not-settings', setting: '', line: '1' }],
  ['{\n"a": 1,\n"b": 2,\n"a": 3}', { cause: 'twice', setting: 'a', line: '4' }],
  ['{"a": 1, "\\u0061": 3}', { cause: 'twice', setting: 'a', line: '1' }],
  ['{"a": [{"b": "}"}],\n"a": 3}', { cause: 'twice', setting: 'a', line: '2' }],
])('%j is refused', (text, said) => {
  expect(saidOf(text)).toEqual(said)
})

test('a text as long as one may be is read at once, however it is made', () => {
  const names = Array.from({ length: 70_000 }, (_, at) => `"n${at}":1`).join(',\n')
  const spent = cpuTime(() => {
    const { values, lineOf } = written(`{${names}}`)
    expect(values.size).toBe(70_000)
    expect(lineOf('n69999')).toBe(70_000)
    expect(saidOf('['.repeat(1_000_000)).cause).toBe('not-json')
    expect(saidOf('{"a":\n'.repeat(150_000)).line).toBe('150001')
    expect(written(`{"a":${'{"b":'.repeat(100_000)}1${'}'.repeat(100_001)}`).values.size).toBe(1)
  })
  // Minutes, where each name has its line counted from the first one on.
  expect(spent).toBeLessThan(20_000)
})

test('a name within a value is no setting, and made twice by nothing', () => {
  const { values, lineOf } = written('{"a": [{"b": 1}, {"b": 2}],\n"b": {"a": "{"}}')
  expect([...values.keys()]).toEqual(['a', 'b'])
  expect(['a', 'b'].map(lineOf)).toEqual([1, 2])
})

test('names that mean something in the language are names like any other', () => {
  const { values } = written('{"__proto__": {"a": 1}, "constructor": 2}')
  expect([...values.keys()]).toEqual(['__proto__', 'constructor'])
  expect(values.get('a')).toBeUndefined()
})

test('what is no UTF-8 is refused', () => {
  expect(saidOf(Buffer.from('{"a": "ä"}', 'latin1')).cause).toBe('not-json')
  expect(saidOf(Buffer.from('{"a": 1}', 'utf16le')).cause).toBe('not-json')
})

test('nothing of the file’s content is told with the error', () => {
  try {
    written('{"a": geheim}')
  } catch (error) {
    expect(JSON.stringify(toAppError(error))).not.toContain('geheim')
  }
  expect.assertions(1)
})

test('what one writes is what is read', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (made) => {
      const names = Object.keys(made).filter((name) => name !== '$schema')
      fc.pre(names.length === Object.keys(made).length)
      const { values } = written(JSON.stringify(made, null, 1))
      expect([...values.keys()].toSorted()).toEqual(names.toSorted())
      for (const name of names)
        expect(values.get(name)).toEqual(JSON.parse(JSON.stringify(made[name])))
    }),
  )
})
