import { parseSync, Visitor, type ESTree, type Plugin } from 'vite'

/** What gets put off: other chunks, and modules of Node. Every chunk needs the bundler's own helpers at once. */
const PUT_OFF = /^(?:\.\/(?!rolldown-runtime\.)|node:)/

const MAY_LOAD = /^(?:const|let|var) \w+ = require\(/m

/**
 * Has a chunk load another one when it first needs something of it, and not when it is loaded itself:
 * what no start needs is not read, compiled and kept by every start. A chunk that is missing fails where
 * it is needed, as an error of what needed it. For chunks in CommonJS only. A build in which nothing can be
 * put off fails: then the bundler has come to write its chunks in another way.
 */
export function lazyRequires(): Plugin {
  let isAnyPutOff = false
  let isAnyWithin = false
  return {
    name: 'lazy-requires',
    renderChunk(code) {
      const changed = lazily(code)
      isAnyPutOff ||= changed !== code
      isAnyWithin ||= WITHIN.test(changed)
      return { code: changed, map: null }
    },
    generateBundle() {
      if (!isAnyPutOff) this.error('No chunk puts off loading another one to its first use')
      if (!isAnyWithin) this.error('No chunk puts off loading a CommonJS module in another one')
    },
  }
}

/** A module in another chunk that is loaded with its first use. */
const WITHIN = /\.kept \?\?= \w+\.loaded\.require_/

/** A statement that does nothing but to give a loaded module a name. */
type Load = Readonly<Record<'statement' | 'id' | 'init', ESTree.Node>>

/**
 * The code of a chunk with each of these put off to its first use. One stays as it is whose name is used
 * for more than to ask for a member: assigned anew, handed on as a whole, or another thing's name elsewhere.
 */
export function lazily(code: string): string {
  // Reading a whole chunk takes a while.
  if (!MAY_LOAD.test(code)) return code
  const { program } = parseSync('chunk.cjs', code, { sourceType: 'commonjs' })
  const loads = loadsIn(program)
  const asked = new Map<string, ESTree.Node[]>()
  const named = new Set([...loads.values()].map(({ id }) => id))
  new Visitor({
    MemberExpression({ object, property, computed }) {
      if (!computed) named.add(property)
      if (object.type !== 'Identifier' || !loads.has(object.name)) return
      named.add(object)
      asked.set(object.name, [...(asked.get(object.name) ?? []), object])
    },
    Identifier(node) {
      if (!named.has(node)) loads.delete(node.name)
    },
  }).visit(program)
  const edits = [...loads].flatMap(([name, { statement, init }]) => [
    {
      start: statement.start,
      end: init.start,
      text: `const ${name} = { get loaded() { return (this.kept ??= `,
    },
    { start: init.end, end: statement.end, text: '); } };' },
    ...(asked.get(name) ?? []).map(({ end }) => ({ start: end, end, text: '.loaded' })),
  ])
  return edits
    .toSorted((one, other) => other.start - one.start)
    .reduce((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code)
}

/**
 * By name, what a chunk loads at its top: another chunk, a module of Node, or a CommonJS module in a chunk,
 * which the bundler has made a function `require_…` of that.
 */
function loadsIn({ body }: ESTree.Program): Map<string, Load> {
  const loads = new Map<string, Load>()
  for (const statement of body) {
    if (statement.type !== 'VariableDeclaration' || statement.declarations.length !== 1) continue
    const [declared] = statement.declarations
    if (declared?.id.type !== 'Identifier' || declared.init?.type !== 'CallExpression') continue
    const { callee, arguments: given } = declared.init
    const [from] = given
    const isRequired =
      callee.type === 'Identifier' &&
      callee.name === 'require' &&
      from?.type === 'Literal' &&
      typeof from.value === 'string' &&
      PUT_OFF.test(from.value)
    const isWithin =
      callee.type === 'MemberExpression' &&
      callee.object.type === 'Identifier' &&
      loads.has(callee.object.name) &&
      callee.property.type === 'Identifier' &&
      callee.property.name.startsWith('require_') &&
      given.length === 0
    if (isRequired || isWithin) {
      const { id, init } = declared
      loads.set(id.name, { statement, id, init })
    }
  }
  return loads
}
