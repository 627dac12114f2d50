import { XMLBuilder, XMLParser } from 'fast-xml-parser'
import { shapeOf } from '../contract/contract.ts'
import type { Member, ServiceContract, Shape } from '../contract/contract.ts'
import { textOf, valueOf } from './values.ts'

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true,
})
const builder = new XMLBuilder({ ignoreAttributes: false, attributeNamePrefix: '@' })

type Node = Record<string, unknown>

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const listOf = (value: unknown): unknown[] =>
  value === undefined ? [] : Array.isArray(value) ? value : [value]

const isMarkup = (name: string): boolean => name === '#text' || name.startsWith('@xmlns')

const encodeStructure = (service: ServiceContract, shape: Shape, value: Node): Node => {
  const node: Node = {}
  for (const [name, member] of Object.entries(shape.members ?? {})) {
    const inner = value[name]
    if (inner === undefined || inner === null || member.binding !== undefined) continue
    const tag = member.xmlName ?? name
    node[member.attribute ? `@${tag}` : tag] = encodeXml(service, member, inner)
  }
  return node
}

/** A value as fast-xml-parser's tree, by its shape. */
const encodeXml = (service: ServiceContract, member: Member, value: unknown): unknown => {
  const shape = shapeOf(service, member.target)
  if (shape.type === 'structure' || shape.type === 'union')
    return isNode(value) ? encodeStructure(service, shape, value) : ''
  if (shape.type === 'list' && shape.member && Array.isArray(value)) {
    const item = shape.member
    const items = value.map((inner) => encodeXml(service, item, inner))
    return member.flattened ? items : { [item.xmlName ?? 'member']: items }
  }
  return textOf(shape, member, value)
}

/** The XML of a structure, without a root element. */
export const structureToXml = (service: ServiceContract, name: string, value: Node): Node =>
  encodeStructure(service, shapeOf(service, name), value)

/** Writes a document; `attributes` such as the namespace belong to the root. */
export const writeXml = (
  root: string,
  content: unknown,
  attributes: Record<string, string> = {},
): string => {
  const node: Node = {}
  for (const [name, value] of Object.entries(attributes)) node[`@${name}`] = value
  Object.assign(node, isNode(content) ? content : { '#text': content })
  return `<?xml version="1.0" encoding="UTF-8"?>\n${builder.build({ [root]: node })}`
}

/** Reads a node by its shape; elements that the shape does not know are kept under their names. */
const decodeXml = (service: ServiceContract, member: Member, node: unknown): unknown => {
  const shape = shapeOf(service, member.target)
  if (shape.type === 'structure' || shape.type === 'union') {
    if (!isNode(node)) return {}
    const members = Object.entries(shape.members ?? {})
    const known = new Map(members.map(([name, one]) => [one.xmlName ?? name, { name, one }]))
    return Object.fromEntries(
      Object.entries(node)
        .filter(([tag]) => !isMarkup(tag))
        .map(([tag, inner]) => {
          const found = known.get(tag.replace(/^@/, ''))
          return found ? [found.name, decodeXml(service, found.one, inner)] : [tag, inner]
        }),
    )
  }
  if (shape.type === 'list' && shape.member) {
    const item = shape.member
    const holder = isNode(node) ? node[item.xmlName ?? 'member'] : undefined
    const items = member.flattened ? listOf(node) : listOf(holder)
    return items.map((inner) => decodeXml(service, item, inner))
  }
  return valueOf(service, member, typeof node === 'string' ? node : '')
}

/** Reads a document whose root has the given shape; throws when it is not XML. */
export const readXml = (service: ServiceContract, member: Member, body: string): unknown => {
  const document: unknown = parser.parse(body, true)
  if (!isNode(document)) return {}
  const root = Object.entries(document).find(([tag]) => tag !== '?xml')
  return decodeXml(service, member, root?.[1])
}
