import path from 'node:path'
import process from 'node:process'
import { objection } from './order.mjs'

const fromProject = (file) => path.relative(process.cwd(), file).split(path.sep).join('/')

/** Reports every import and re-export that goes against the order of rooms. */
const order = {
  meta: { type: 'problem' },
  create(context) {
    const from = fromProject(context.filename)
    const judge = ({ source }) => {
      if (typeof source?.value !== 'string' || !source.value.startsWith('.')) return
      const [target] = source.value.split('?')
      const to = fromProject(path.resolve(path.dirname(context.filename), target))
      const message = objection(from, to)
      if (message !== '') context.report({ node: source, message })
    }
    return {
      ImportDeclaration: judge,
      ImportExpression: judge,
      ExportNamedDeclaration: judge,
      ExportAllDeclaration: judge,
    }
  },
}

export default { meta: { name: 'rooms' }, rules: { order } }
