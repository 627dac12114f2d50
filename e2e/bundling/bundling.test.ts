import { compileFunction } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { lazily } from './lazy-requires.ts'
import { used } from './used-styles.ts'

/** What a chunk says after it was changed, with its modules loaded by `load`. */
function told(code: string, load: (name: string) => object): unknown {
  const made: unknown = Reflect.apply(compileFunction(lazily(code), ['require']), undefined, [load])
  return made
}

describe('a chunk', () => {
  test('loads another one when it first needs it, and once', () => {
    const loaded: string[] = []
    const load = (name: string): object => {
      loaded.push(name)
      return { one: 1, two: 2 }
    }
    const code = [
      'const require_aws = require("./aws.js");',
      'let node_crypto = require("node:crypto");',
      'const sum = () => require_aws.one + require_aws.two;',
      'return [sum, () => (0, node_crypto.one)];',
    ].join('\n')
    const [sum, first] = told(code, load) as readonly (() => number)[]
    expect(loaded).toEqual([])
    expect(sum?.()).toBe(3)
    expect(sum?.()).toBe(3)
    expect(loaded).toEqual(['./aws.js'])
    expect(first?.()).toBe(1)
    expect(loaded).toEqual(['./aws.js', 'node:crypto'])
  })

  test('fails where it needs one that is missing', () => {
    const missing = (): never => {
      throw new Error('Cannot find module')
    }
    const code = 'const require_aws = require("./aws.js");\nreturn () => require_aws.one;'
    const one = told(code, missing) as () => unknown
    expect(one).toThrow('Cannot find module')
  })

  test('loads at once what it assigns anew, and the helpers of the bundler', () => {
    const code = [
      'const require_rolldown_runtime = require("./rolldown-runtime.js");',
      'let node_path = require("node:path");',
      'node_path = require_rolldown_runtime.__toESM(node_path, 1);',
    ].join('\n')
    expect(lazily(code)).toBe(code)
  })

  test('loads a CommonJS module in another chunk when it needs that', () => {
    const code = [
      'const require_yaml = require("./yaml.js");',
      'var import_dist = require_yaml.require_dist();',
      'return () => (0, import_dist.parse)("a");',
    ].join('\n')
    const loaded: string[] = []
    const parse = told(code, (name) => {
      loaded.push(name)
      return { require_dist: () => ({ parse: (text: string) => `${text} parsed` }) }
    }) as () => unknown
    expect(loaded).toEqual([])
    expect(parse()).toBe('a parsed')
  })
})

describe('a stylesheet', () => {
  const keep = (css: string): string =>
    used(
      css,
      (name) => name !== '--unused',
      (name) => name !== 'awsui-context-flashbar',
    )

  test('is left without the properties that nothing asks for', () => {
    expect(keep('body{--used:1px;--unused:2px}')).toBe('body{--used:1px}')
    expect(keep('body{--unused:2px}a{color:red}')).not.toContain('--unused')
  })

  test('is left without the rules for surroundings that nothing draws, and with all others', () => {
    expect(keep('.awsui-context-flashbar a{color:red}')).toBe('')
    expect(keep('.awsui-context-flashbar a,b{color:red}')).toBe('b{color:red}')
    const others = 'a:not(.awsui-context-flashbar){color:red}'
    expect(keep(others)).toBe(others)
  })

  test('says what stands in for a property only where the page may not have it', () => {
    const css =
      'body{--here:1px}a{top:var(--there,var(--here,calc(1px + 2px)));left:var(--here,3px)}'
    expect(keep(css)).toBe(
      'body{--here:1px}a{top:var(--there,var(--here,calc(1px + 2px)));left:var(--here)}',
    )
  })
})
