import type { Node } from './reader.ts'

/** What an element with a name says of itself. */
const told = ({ role, name }: Node): string => `${role} “${name}”`
const isShowing = ({ states }: Node): boolean => states.includes('showing')
const isOperated = ({ box }: Node): boolean => box !== undefined

/** What is in the element that comes first of those, itself not; nothing if there is none. */
function inside(nodes: readonly Node[], is: (node: Node) => boolean): readonly Node[] {
  const start = nodes.findIndex(is)
  const outer = nodes[start]
  if (!outer) return []
  const rest = nodes.slice(start + 1)
  const end = rest.findIndex(({ depth }) => depth <= outer.depth)
  return end === -1 ? rest : rest.slice(0, end)
}

const saysSomething = ({ role, name }: Node): boolean => role === 'static' && name.trim() !== ''

const hasClass = (name: string) => (node: Node) =>
  node.attributes['class']?.split(' ').includes(name) === true

/** What the page itself has, without the window around it. */
export const pageOf = (nodes: readonly Node[]): readonly Node[] =>
  inside(nodes, ({ role }) => role === 'document web')

/** The step that is shown. */
export const panelOf = (nodes: readonly Node[]): readonly Node[] => inside(nodes, hasClass('panel'))

/** The lines of the checklist, in order. */
export const linesOf = (nodes: readonly Node[]): readonly Node[] => nodes.filter(hasClass('line'))

/** The dialog that is open. */
export const dialogOf = (nodes: readonly Node[]): readonly Node[] =>
  inside(nodes, ({ role }) => role === 'dialog')

/** The menu of the connections. */
export const menuOf = (nodes: readonly Node[]): readonly Node[] => inside(nodes, hasClass('menu'))

/** What somebody would not understand who is only told the window, a line each. */
export function confusing(nodes: readonly Node[]): string[] {
  const page = pageOf(nodes)
  const panel = panelOf(page)
  const view = panel.length > 0 ? panel : dialogOf(page)
  const operated = page.filter(isOperated)
  return [
    ...operated.filter(({ name }) => name.trim() === '').map((node) => `no name: ${told(node)}`),
    ...twice(view.filter((node) => isOperated(node) || node.role === 'heading').map(told)),
    ...operated
      .filter(({ states, description }) => !states.includes('enabled') && description === '')
      .map((node) => `disabled, and not why: ${told(node)}`),
    ...operated
      .filter(({ relations }) => relations?.some((relation) => relation.startsWith('details')))
      .map((node) => `has details: ${told(node)}`),
    ...outOfOrder(view.filter(isShowing)),
    ...headings(panel),
    ...checklist(page),
  ]
}

const twice = (names: readonly string[]): string[] =>
  names.filter((name, index) => names.indexOf(name) < index).map((name) => `twice: ${name}`)

/** One heading says which step it is. */
function headings(panel: readonly Node[]): string[] {
  if (panel.length === 0) return []
  const ofStep = panel.filter(
    ({ role, attributes }) => role === 'heading' && attributes['level'] === '2',
  )
  return ofStep.length === 1 ? [] : [`headings of the step: ${ofStep.map(told).join(', ')}`]
}

/** Each line says its number, its title and how it stands; one is the step that is shown. */
function checklist(page: readonly Node[]): string[] {
  const lines = linesOf(page)
  if (lines.length === 0) return []
  const current = lines.filter(({ attributes }) => attributes['current'] === 'step')
  return [
    ...lines
      .filter(({ name }, index) => !name.startsWith(`Step ${index + 1} `))
      .map((line) => `line of the checklist: ${told(line)}`),
    ...lines
      .filter((line) => inside(page, (node) => node === line).filter(saysSomething).length < 3)
      .map((line) => `does not say how it stands: ${told(line)}`),
    ...(current.length === 1 ? [] : [`current: ${current.map(told).join(', ')}`]),
  ]
}

/**
 * What is told after something that is drawn below it. What stands beside it may be higher, and the bar
 * at the foot of the window is over what is scrolled.
 */
function outOfOrder(view: readonly Node[]): string[] {
  const operated = view.flatMap((node) => (node.box ? [{ node, box: node.box }] : []))
  const foot = Math.max(0, ...operated.map(({ box: [, top, , height] }) => top + height))
  return operated.slice(1).flatMap(({ node, box: [left, top, , height] }, index) => {
    const before = operated[index]
    if (!before || top + height > foot - 80) return []
    const [beforeLeft, beforeTop, beforeWidth] = before.box
    const isAbove = top + height <= beforeTop && left < beforeLeft + beforeWidth
    return isAbove ? [`${told(node)} is above ${told(before.node)}`] : []
  })
}
