import { parseDocument, visit } from 'yaml'
import type { CollectionTag, ScalarTag } from 'yaml'

const longForm = (tag: string, value: unknown): unknown => {
  if (tag === 'Ref' || tag === 'Condition') return { [tag]: value }
  if (tag === 'GetAtt' && typeof value === 'string') {
    const dot = value.indexOf('.')
    return { 'Fn::GetAtt': [value.slice(0, dot), value.slice(dot + 1)] }
  }
  return { [`Fn::${tag}`]: value }
}

const shortTags = [
  'And Base64 Cidr Condition Contains EachMemberEquals EachMemberIn Equals FindInMap GetAtt GetAZs If ImportValue Join Not Or Ref RefAll Select Split Sub ValueOf ValueOfAll',
].flatMap((names) => names.split(' '))

/** CloudFormation's short tags (`!Sub` …) as their long forms, for scalars, lists and maps. */
const longForms = shortTags.flatMap((name): (ScalarTag | CollectionTag)[] => {
  const tag = `!${name}`
  const scalar: ScalarTag = { tag, resolve: (value) => longForm(name, value) }
  const collection = (kind: 'seq' | 'map'): CollectionTag => ({
    tag,
    collection: kind,
    resolve: (node): unknown => longForm(name, node.toJSON()),
  })
  return [scalar, collection('seq'), collection('map')]
})

const implicit = (test: RegExp, resolve: ScalarTag['resolve']): ScalarTag => ({
  tag: 'tag:yaml.org,2002:str',
  default: true,
  test,
  resolve,
})

/** The digits of a number without its sign, as JavaScript writes the number. */
const count = (digits: string): bigint => {
  const parts = digits.split(':')
  if (parts.length > 1) return parts.reduce((sum, part) => sum * 60n + BigInt(part), 0n)
  return BigInt(/^0[0-7]+$/.test(digits) ? `0o${digits}` : digits)
}
const wholeText = (text: string): string => {
  const digits = text.replace(/^[-+]/, '').replaceAll('_', '')
  return String(text.startsWith('-') ? -count(digits) : count(digits))
}

/**
 * What YAML 1.1 makes of scalars without quotes, as the text that a property gets. Dates stay as they
 * are, since CloudFormation knows no timestamps.
 */
const scalars: ScalarTag[] = [
  implicit(/^(?:yes|true|on|Yes|True|On|YES|TRUE|ON)$/, () => true),
  implicit(/^(?:no|false|off|No|False|Off|NO|FALSE|OFF)$/, () => false),
  implicit(/^(?:|~|null|Null|NULL)$/, (_text, onError) =>
    onError("'null' values are not allowed in templates"),
  ),
  implicit(/^[-+]?(?:0b[01_]+|0x[\da-fA-F_]+|0[0-7_]*|[1-9][\d_]*(?::[0-5]?\d)*)$/, wholeText),
  implicit(/^[-+]?\d[\d_]*\.[\d_]*(?:[eE][-+]\d+)?$/, (text) =>
    String(Number(text.replaceAll('_', ''))),
  ),
]

const numbersAsWritten = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? String(value) : value

/** A template's text as data: JSON if it begins like JSON, else YAML 1.1. Throws what is wrong with it. */
export const readText = (body: string): unknown => {
  if (body.trimStart().startsWith('{')) return JSON.parse(body, numbersAsWritten)
  const document = parseDocument(body, {
    version: '1.1',
    schema: 'failsafe',
    customTags: [...scalars, ...longForms],
    prettyErrors: false,
  })
  const [problem] = [...document.errors, ...document.warnings]
  if (problem) throw problem
  visit(document, {
    Alias: () => {
      throw new Error('YAML aliases are not allowed in CloudFormation templates')
    },
    Scalar: (_at, { type, source }) => {
      if (type === 'PLAIN' && source === '<<') throw new Error('Hash merges are not supported')
    },
  })
  return document.toJS()
}
