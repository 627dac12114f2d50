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

/** Chunks of which nothing may be put off, by why. */
const AS_IT_IS = {
  'its name is handed on as a whole': 'const require_a = require("./a.js");\nreturn [require_a];',
  'its name is another thing’s, too':
    'let node_a = require("node:a");\nreturn (node_a) => node_a.one;',
  'its name is declared anew within':
    'let node_a = require("node:a");\nreturn () => { let node_a = {}; return node_a.one; };',
  'it is loaded only later': 'return () => require("./a.js");',
  'it is no module of ours or of Node': 'const electron = require("electron");\nelectron.app;',
}

test.each(Object.entries(AS_IT_IS))('a chunk stays as it is where %s', (_why, code) => {
  expect(lazily(code)).toBe(code)
})

test('what looks like a name in a text, or is part of another one, stays as it is', () => {
  const code = [
    'const require_a = require("./a.js");',
    'const other = { require_a: { one: "its own" }, my$require_a: 1 };',
    'return ["require_a.one", `require_a.one ${require_a.one}`, other.require_a.one, /require_a.one/.source];',
  ].join('\n')
  expect(told(code, () => ({ one: 1 }))).toEqual([
    'require_a.one',
    'require_a.one 1',
    'its own',
    'require_a.one',
  ])
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

  test('says what stands in for a property that only some windows have', () => {
    const some = '@media print{body{--here:1px}}a{top:var(--here,3px)}'
    expect(keep(some)).toBe(some)
    const layer = (top: string) => `@layer base{body{--here:1px}}a{top:${top}}`
    expect(keep(layer('var(--here,3px)'))).toBe(layer('var(--here)'))
  })

  test('says what stands in for a property only where the page may not have it', () => {
    const css =
      'body{--here:1px}a{top:var(--there,var(--here,calc(1px + 2px)));left:var(--here,3px)}'
    expect(keep(css)).toBe(
      'body{--here:1px}a{top:var(--there,var(--here,calc(1px + 2px)));left:var(--here)}',
    )
  })
})
