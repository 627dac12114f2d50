import { execFileSync } from 'node:child_process'
import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { readText } from '../../e2e/simulator/services/template-text.ts'
import { AppFailure } from '../errors/failure.ts'
import { readTemplate } from './reading.ts'
import { isRecord } from './value.ts'

/** Reads each text by PyYAML's resolver of YAML 1.1; of a scalar the text that a property would get. */
const REFEREE = String.raw`
import json, sys, yaml
SHORT = ('Ref', 'Condition')

def text(node, loader):
    tag = node.tag.rsplit(':', 1)[-1]
    if tag == 'bool':
        return loader.construct_yaml_bool(node)
    if tag in ('int', 'float'):
        value = getattr(loader, 'construct_yaml_' + tag)(node)
        return {'number': str(value)}
    if tag in ('null', 'merge', 'value'):
        raise ValueError(tag)
    return node.value

def plain(node, loader):
    if isinstance(node, yaml.ScalarNode):
        value = text(node, loader)
    elif isinstance(node, yaml.SequenceNode):
        value = [plain(one, loader) for one in node.value]
    else:
        value = [[plain(key, loader), plain(one, loader)] for key, one in node.value]
        value = {'map': value}
    if node.tag.startswith('!'):
        name = node.tag[1:]
        long = name if name in SHORT else 'Fn::' + name
        value = {'map': [[long, value]]}
    return value

def read(body):
    try:
        loader = yaml.SafeLoader(body)
        return {'value': plain(loader.get_single_node(), loader)}
    except Exception as error:
        return {'error': str(error)}

json.dump([read(body) for body in json.load(sys.stdin)], sys.stdout)
`

const hasReferee = ((): boolean => {
  try {
    execFileSync('python3', ['-c', 'import yaml'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
})()

const referee = (bodies: readonly string[]): unknown[] => {
  const input = JSON.stringify(bodies)
  const said: unknown = JSON.parse(
    execFileSync('python3', ['-c', REFEREE], { input, encoding: 'utf8', maxBuffer: 1e9 }),
  )
  return Array.isArray(said) ? said : []
}

/** A number of a fraction has many spellings, and Python has its own. */
const asNumber = (text: unknown): unknown => (/^-?\d+$/.test(String(text)) ? text : Number(text))

/** What the referee said, in the shape in which a template is read here. */
const shaped = (said: unknown): unknown => {
  if (Array.isArray(said)) return said.map(shaped)
  if (!isRecord(said)) return said
  if (typeof said['number'] === 'string') {
    const text = said['number'].replace('inf', 'Infinity').replace('nan', 'NaN')
    return asNumber(text)
  }
  const pairs: unknown[] = Array.isArray(said['map']) ? said['map'] : []
  const members = pairs.map((pair): [string, unknown] =>
    Array.isArray(pair) ? [String(shaped(pair[0])), shaped(pair[1])] : ['', pair],
  )
  return Object.fromEntries(members)
}
/** The same value with each text that is a fraction as a number; only then can two spellings agree. */
const comparable = (value: unknown, other: unknown): unknown => {
  if (typeof other === 'number' && typeof value === 'string') return Number(value)
  if (Array.isArray(value) && Array.isArray(other)) {
    return value.map((one, index) => comparable(one, other[index]))
  }
  if (!isRecord(value) || !isRecord(other)) return value
  const members = Object.entries(value).map(([key, one]) => [key, comparable(one, other[key])])
  return Object.fromEntries(members)
}

const readHere = (body: string): { value: unknown } | { refused: string } => {
  try {
    return { value: readTemplate(body, '').value }
  } catch (error) {
    if (!(error instanceof AppFailure)) throw error
    return { refused: error.error.facts.reason ?? '' }
  }
}
/**
 * What is accepted on both sides is the same. What only one side refuses is harmless: AWS refuses what
 * it cannot read before it creates anything. Returns how many could be compared.
 */
const expectAgreement = (bodies: readonly string[]): number => {
  const said = referee(bodies)
  const accepted = bodies.map((body, index) => {
    const here = readHere(body)
    if ('refused' in here || !isRecord(here.value)) return false
    const there = said[index]
    if (!isRecord(there) || !('value' in there)) return false
    const theirs = shaped(there['value'])
    expect(comparable(here.value, theirs), JSON.stringify(body)).toEqual(theirs)
    return true
  })
  return accepted.filter(Boolean).length
}

/**
 * Whether the text is one block scalar, which is no template whatever stands in it: PyYAML wants the block
 * indented there, YAML 1.2 does not (8.1.1.1: a document has an indentation of -1).
 */
const isOneBlock = (body: string): boolean => /^(?:[\s\ufeff]|---|#.*\n|[!&]\S*\s)*[|>]/.test(body)

// Debian and Ubuntu: python3-yaml. `npm run prepare-electron -- --tests` installs it as root.
describe.skipIf(!hasReferee)('YAML 1.1, with PyYAML as referee', () => {
  let samples: { written: string; theirs: unknown }[] = []
  const WRITTEN = [
    '081137507012 012345670123 0 00 007 08 0o17 -012 +12 -0 1234567890123456789012',
    '012345678901 1_000 1__0_ _1 1234_5678 0_7 0x1F 0xZZ 0b101 0b12 0X1f 12:30:45 1:60 1:5',
    '0:30 09:15 190:20:30.15 1:2:3 12:30 yes Yes YES yEs no on off OFF y n Y N true True',
    'TRUE tRUE false ~ null Null nULL 123e4567 1e3 1.5e3 1.5e+3 1.5e-3 1. .5 -.5 1.0 1.50',
    '1_0.5 .inf -.inf +.INF .Inf .nan .NaN .NAN inf . - .. ._1 2012-10-17',
    '2001-12-14T21:59:43Z 2001-1-1 00123489 eco-1 1a + 0x 0b 0_ 0x_ 0b_ = << < 1,000 1-2',
    ':: a:b a#b',
  ].flatMap((line) => line.split(' '))
  beforeAll(() => {
    const said = referee(WRITTEN.map((one) => `key: ${one}\n`))
    samples = WRITTEN.map((written, index) => ({ written, theirs: said[index] }))
  })

  it.each(WRITTEN)('reads %s in the same way, or refuses it', (written) => {
    const theirs = samples.find((one) => one.written === written)?.theirs
    const here = readHere(`key: ${written}\n`)
    if ('refused' in here) {
      // What has no text of its own, and what even the referee cannot read.
      expect(JSON.stringify(theirs)).toContain('error')
    } else {
      const shape = isRecord(theirs) ? shaped(theirs['value']) : theirs
      expect(comparable(here.value, shape)).toEqual(shape)
    }
  })

  it('agrees with the simulator of AWS as well', () => {
    for (const written of WRITTEN.filter((one) => !/[.]|^=$|^0[bx]_?$/.test(one))) {
      const body = `key: ${written}\n`
      const here = readHere(body)
      if ('value' in here) expect(readText(body), written).toEqual(here.value)
      else expect(() => readText(body), written).toThrow()
    }
  })

  it('agrees on every scalar that looks like a number, a date or a word', () => {
    const scalar = fc.oneof(
      fc.stringMatching(/^[-+]?[0-9_:.eExob]{1,8}$/),
      fc.stringMatching(/^[-+]?0[0-9]{1,14}$/),
      fc.stringMatching(/^[-+.~=<yYnNeEoOfFsStTrRuUlL]{1,5}$/),
      fc.stringMatching(/^[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}[tT ]?[0-9:.Z+-]{0,9}$/),
    )
    const many = fc.array(scalar, { minLength: 400, maxLength: 400 })
    fc.assert(
      fc.property(many, (written) => {
        const accepted = expectAgreement(written.map((one) => `key: ${one}\nlist: [${one}, a]\n`))
        expect(accepted).toBeGreaterThan(50)
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })

  it('agrees on every document that is accepted', () => {
    const piece = fc.constantFrom(
      'a',
      'b: ',
      'c:',
      ': ',
      '- ',
      '\n',
      '\n  ',
      '\n    ',
      ' ',
      '\t',
      '# x',
      ' #',
      "'",
      '"',
      '|',
      '>',
      '|-\n',
      '>+\n',
      '{',
      '}',
      '[',
      ']',
      ', ',
      '? ',
      '&x ',
      '*x',
      '!Ref ',
      '!Sub ',
      '!!str ',
      '! ',
      '!x ',
      '<<: ',
      '=',
      '012',
      '1_0',
      'on',
      '~',
      '---\n',
      '...\n',
      '%',
      '\r\n',
      '\r',
      '\u2028',
      '\u0085',
      '\ufeff',
      '\\n',
      '\\u2028',
      '@',
      '`',
      '\u00e9',
      '😀',
    )
    const document = fc.oneof(
      fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join('')),
      fc.array(piece, { maxLength: 6 }).map((pieces) => `k:\n  - v\n  - ${pieces.join('')}\n`),
      fc.array(piece, { maxLength: 6 }).map((pieces) => `k: |\n  a\n  ${pieces.join('')}\nz: 1\n`),
      fc.array(piece, { maxLength: 6 }).map((pieces) => `k: "a${pieces.join('')}b"\nz: [1]\n`),
    )
    fc.assert(
      fc.property(fc.array(document, { minLength: 800, maxLength: 800 }), (bodies) => {
        // A block at the very end keeps one line break more or less where the last line has none.
        const whole = bodies.map((body) => `${body}\n`)
        const yaml = whole.filter((body) => !/^\ufeff?\s*\{/.test(body) && !isOneBlock(body))
        expect(expectAgreement(yaml)).toBeGreaterThan(20)
      }),
      { numRuns: 5, endOnFailure: true },
    )
  })
})
