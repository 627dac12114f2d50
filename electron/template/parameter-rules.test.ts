import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parametersFor } from '../../e2e/simulator/services/template-parameters.ts'
import { parseTemplate as parseThere } from '../../e2e/simulator/services/template.ts'
import type { ParameterRule } from '../contract/ask/template.ts'
import { brokenRule } from './parameter-rules.ts'

const ANY: ParameterRule = {
  type: 'String',
  allowed: null,
  pattern: '',
  constraint: '',
  minLength: '',
  maxLength: '',
  minValue: '',
  maxValue: '',
}
/** So patient that a busy machine cannot be taken for a pattern without an end. */
const PATIENT = 60_000
const judged = (rule: Partial<ParameterRule>, value: string) =>
  brokenRule({ ...ANY, ...rule }, value, PATIENT)?.rule ?? 'right'

describe('what a template demands of a value', () => {
  it.each<[Partial<ParameterRule>, string, string]>([
    [{ pattern: '[a-z]+' }, 'abc', 'right'],
    [{ pattern: '[a-z]+' }, 'abc1', 'pattern'],
    [{ pattern: 'a|b' }, 'ab', 'pattern'],
    [{ allowed: ['dev', 'prod'] }, 'prod', 'right'],
    [{ allowed: ['dev', 'prod'] }, 'Prod', 'allowed'],
    [{ minLength: '3' }, 'ab', 'too-short'],
    [{ maxLength: '3' }, 'abcd', 'too-long'],
    [{ type: 'Number', minValue: '1', maxValue: '5' }, '5', 'right'],
    [{ type: 'Number', minValue: '1', maxValue: '5' }, '5.5', 'too-large'],
    [{ type: 'Number', minValue: '1' }, '-1e2', 'too-small'],
    [{ type: 'Number' }, '', 'number'],
    [{ type: 'Number' }, '0x10', 'number'],
    [{ type: 'List<Number>' }, '1, 2,3', 'right'],
    [{ type: 'List<Number>' }, '1, two', 'number'],
    [{ type: 'CommaDelimitedList', allowed: ['a', 'b'] }, 'b , a', 'right'],
    [{ type: 'CommaDelimitedList', allowed: ['a', 'b'] }, 'a,c', 'allowed'],
    [{ type: 'CommaDelimitedList', pattern: '[a-z]' }, 'a,bc', 'pattern'],
    [{ type: 'CommaDelimitedList', maxLength: '1' }, 'a,b', 'right'],
    [{ type: 'AWS::EC2::VPC::Id' }, 'vpc-1a2b', 'right'],
    [{ type: 'AWS::EC2::VPC::Id' }, 'subnet-1a2b', 'beginning'],
    [{ type: 'List<AWS::EC2::Subnet::Id>' }, 'subnet-1, subnet-2', 'right'],
    [{ type: 'AWS::EC2::KeyPair::KeyName' }, 'anything', 'right'],
  ])('%j of “%s”: %s', (rule, value, expected) => {
    expect(judged(rule, value)).toBe(expected)
  })

  it.each([
    ['a flag', '(?i)eco'],
    ['a possessive quantifier', 'a++b'],
    ['a class of Java’s', '\\p{Lower}+'],
    ['a quotation', '\\Qa.b\\E'],
    ['a class inside of a class', '[a-z&&[^m]]'],
    ['a class of POSIX', '[[:alpha:]]'],
    ['a bracket first', '[]a]'],
    ['no pattern at all', '('],
  ])('is left to AWS where Java may read a pattern otherwise: %s', (_kind, pattern) => {
    expect(judged({ pattern }, '§')).toBe('right')
  })

  it('is left to AWS where a pattern would take for ever', () => {
    expect(brokenRule({ ...ANY, pattern: '(a+)+' }, `${'a'.repeat(60)}!`)).toBeNull()
  })

  const digits = fc.integer({ min: -3, max: 12 }).map(String)
  const value = fc.oneof(
    fc.string({ unit: fc.constantFrom('a', 'b', '1', '.', ',', '-', ' ', 'e', '+'), maxLength: 8 }),
    digits,
    fc.array(fc.oneof(digits, fc.constantFrom('a', 'b', '')), { maxLength: 4 }).map(String),
  )
  const rule = fc.record({
    Type: fc.constantFrom('String', 'Number', 'CommaDelimitedList', 'List<Number>'),
    AllowedValues: fc.option(fc.array(fc.oneof(digits, value), { minLength: 1, maxLength: 5 })),
    AllowedPattern: fc.option(
      fc.constantFrom('[ab]*', 'a|b.*', '\\d+', '^a?b+$', '(ab)\\1', '[^,]{1,3}', '.*'),
    ),
    MinLength: fc.option(fc.nat(4).map(String)),
    MaxLength: fc.option(fc.nat(6).map(String)),
    MinValue: fc.option(digits),
    MaxValue: fc.option(digits),
  })

  it('is what CloudFormation would say, as the simulator has it', () => {
    let right = 0
    const runs = 3000
    fc.assert(
      fc.property(rule, value, (demands, text) => {
        const given = Object.fromEntries(Object.entries(demands).filter(([, one]) => one !== null))
        const template = parseThere(
          JSON.stringify({ Parameters: { P: given }, Resources: { R: { Type: 'X' } } }),
        )
        const accepted = accepts(() => parametersFor(template, { P: text }))
        if (accepted) right += 1
        const rules = {
          type: demands.Type,
          allowed: demands.AllowedValues,
          pattern: demands.AllowedPattern ?? '',
          constraint: '',
          minLength: demands.MinLength ?? '',
          maxLength: demands.MaxLength ?? '',
          minValue: demands.MinValue ?? '',
          maxValue: demands.MaxValue ?? '',
        }
        expect(brokenRule(rules, text, PATIENT) === null).toBe(accepted)
      }),
      { numRuns: runs, seed: 20_261_129 },
    )
    // Both verdicts are tried, and often.
    expect(right).toBeGreaterThan(runs / 20)
    expect(right).toBeLessThan(runs / 2)
  })
})

function accepts(act: () => unknown): boolean {
  try {
    act()
    return true
  } catch {
    return false
  }
}
