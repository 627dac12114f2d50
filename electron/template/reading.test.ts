import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { AppFailure } from '../errors/failure.ts'
import { readTemplate } from './reading.ts'

const valueOf = (body: string): unknown => readTemplate(body, 'own.yaml').value
const refusal = (body: string): Record<string, string | undefined> => {
  try {
    readTemplate(body, 'own.yaml')
  } catch (error) {
    if (error instanceof AppFailure) return error.error.facts
    throw error
  }
  return {}
}

describe('a template as it is read', () => {
  it.each([
    ['an account with a zero before it', '081137507012', '081137507012'],
    ['an octal number', '012345670123', '1402433619'],
    ['an external ID that looks like a number', '123e4567', '123e4567'],
    ['another', '00123489', '00123489'],
    ['a word', 'yes', true],
    ['a time', '12:30:45', '45045'],
    ['underscores', '1234_5678', '12345678'],
    ['many digits', '1234567890123456789012', '1234567890123456789012'],
    ['a date', '2012-10-17', '2012-10-17'],
    ['quotes', '"012"', '012'],
    ['a tag that says text', '!!str 012', '012'],
    ['a letter', 'n', 'n'],
  ])('has the text that AWS gets: %s', (_kind, written, text) => {
    expect(valueOf(`key: ${written}\n`)).toEqual({ key: text })
  })

  it('tells where what is written is not what AWS gets', () => {
    const { misread } = readTemplate('a:\n  b: 012\n  c: "012"\n  d: [True, off]\n', '')
    expect(misread).toEqual([
      { path: ['a', 'b'], written: '012', read: '10', place: { line: 2, column: 6 } },
      { path: ['a', 'd', '1'], written: 'off', read: 'false', place: { line: 4, column: 13 } },
    ])
  })

  it('has the place of every character, whatever the lines are', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('# x\n', '\n', '  # é\r\n'), { maxLength: 20 }),
        fc.constantFrom('', '\ufeff'),
        (before, mark) => {
          const { at } = readTemplate(`${mark}${before.join('')}a: {b: c}\n`, '')
          expect(at(['a', 'b'])).toEqual({ line: before.length + 1, column: 5 })
        },
      ),
    )
  })

  it.each([
    ['an alias', 'a: &x 1\nb: *x\n', 2, 4],
    ['a merge', 'a:\n  <<: {b: c}\n', 2, 3],
    ['a key that is there twice', 'a: 1\nb: 2\na: 3\n', 3, 1],
    ['keys that are the same in 1.1', '10: a\n012: b\n', 2, 1],
    ['nothing', 'a: 1\nb:\n', 2, 3],
    ['null', 'a: 1\nb: ~\n', 2, 4],
    ['an unknown tag', 'a: 1\nb: !Nobody x\n', 2, 12],
    ['a set', 'a: 1\nb: !!set {c}\n', 2, 10],
    ['a tag without name', 'a: ! 012\n', 1, 6],
    ['two documents', 'a: 1\n---\nb: 2\n', 2, 1],
    ['a tab before a value', 'a: 1\nb:\t2\n', 2, 3],
    ['a tab as indentation', 'a:\n\tb: 2\n', 2, 1],
    ['a line that ends only in 1.1', 'a: 1 # x\u2028b: 2\n', 1, 9],
    ['a carriage return alone', 'a: 1 # x\rb: 2\n', 1, 9],
    ['a mark inside', 'a: 1\nb: x\ufeff\n', 2, 5],
    ['a list as key', 'a: 1\n? [b]\n: c\n', 2, 3],
    ['names for tags', '%TAG ! x:\n---\na: 1\n', 1, 1],
    ['JSON that is none', '{"a": 1,\n "b": 01}', 2, 8],
    ['a comment in JSON', '{"a": 1\n# x\n}', 2, 1],
    ['a key that is there twice in JSON', '{"a": 1,\n "a": 2}', 2, 2],
    ['null in JSON', '{"a": 1,\n "b": null}', 2, 7],
  ])('is refused with its place for %s', (_kind, body, line, column) => {
    expect(refusal(body)).toMatchObject({ line: String(line), column: String(column) })
  })

  it('may begin with a mark, end lines in two ways, and have tabs inside texts', () => {
    expect(valueOf('\ufeffa: 1\r\nb: "x\ty"\r\nc: |\r\n  d\te\r\n')).toEqual({
      a: '1',
      b: 'x\ty',
      c: 'd\te\n',
    })
    expect(valueOf('\ufeff{\t"a": 1.0 }')).toEqual({ a: '1' })
  })

  it('has every short tag as its long form', () => {
    const lines = ['!Contains [[a], b]', '!EachMemberIn [[a], [b]]', '!EachMemberEquals [[a], b]']
    const single = ['!RefAll T', '!ValueOf [P, A]', '!ValueOfAll [T, A]', '!GetAtt R.Arn']
    const body = [...lines, ...single].map((line) => `- ${line}\n`).join('')
    expect(valueOf(body)).toEqual([
      { 'Fn::Contains': [['a'], 'b'] },
      { 'Fn::EachMemberIn': [['a'], ['b']] },
      { 'Fn::EachMemberEquals': [['a'], 'b'] },
      { 'Fn::RefAll': 'T' },
      { 'Fn::ValueOf': ['P', 'A'] },
      { 'Fn::ValueOfAll': ['T', 'A'] },
      { 'Fn::GetAtt': 'R.Arn' },
    ])
  })

  it('is, as JSON, what JSON says, but for numbers that stay texts', () => {
    const leaf = fc.oneof(fc.string(), fc.boolean(), fc.bigInt().map(String))
    const tree = fc.dictionary(
      fc.string().filter((key) => key !== '__proto__'),
      leaf,
    )
    fc.assert(
      fc.property(tree, (value) => {
        expect(valueOf(JSON.stringify({ value }, null, '\t'))).toEqual({ value: { ...value } })
      }),
    )
    expect(valueOf('{"a": 1234567890123456789012, "b": 884866656237}')).toEqual({
      a: '1234567890123456789012',
      b: '884866656237',
    })
  })
})
