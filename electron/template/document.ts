import { parseDocument, type ScalarTag, type CollectionTag } from 'yaml'
import { z } from 'zod'
import { NOT_UNDERSTOOD } from '../aws/iam/roles.ts'
import { fail } from '../errors/failure.ts'
import { PARAMETER_OF } from './parameters.ts'
import type { Values } from './value.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const resourceSchema = z.looseObject({
  Type: z.string(),
  Condition: z.string().default(''),
  Properties: z.record(z.string(), z.unknown()).default({}),
})
const documentSchema = z.looseObject({
  Parameters: z
    .record(
      z.string(),
      z.looseObject({ Type: z.string().default('String'), Default: scalar.optional() }),
    )
    .default({}),
  Resources: z.record(z.string(), resourceSchema),
})
export type Template = z.infer<typeof documentSchema>

/** A template, JSON or YAML, as far as its form goes. Throws `template-not-parsable`. */
export function parseTemplate(body: string, file: string): Template {
  const parsed = documentSchema.safeParse(readYaml(body, file))
  if (parsed.success) return parsed.data
  const reason = z.prettifyError(parsed.error)
  throw fail('template-not-parsable', { file, reason })
}

/** JSON is YAML, so that one parser reads both. A warning is about a tag that nobody knows. */
function readYaml(body: string, file: string): unknown {
  try {
    const yaml = parseDocument(body, { customTags: [...shortTags] })
    const [problem] = [...yaml.errors, ...yaml.warnings]
    if (problem) throw problem
    return yaml.toJS()
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw fail('template-not-parsable', { file, reason }, { cause })
  }
}

/** `!Ref X` is short for `{Ref: X}`, `!Sub X` for `{'Fn::Sub': X}`, and so on. */
const shortTags: (ScalarTag | CollectionTag)[] = [
  'Ref Condition And Base64 Cidr Equals FindInMap GetAtt GetAZs If ImportValue Join Not Or Select Split Sub Transform',
]
  .flatMap((names) => names.split(' '))
  .flatMap((name): (ScalarTag | CollectionTag)[] => {
    const long = name === 'Ref' || name === 'Condition' ? name : `Fn::${name}`
    const tag = `!${name}`
    return [
      { tag, resolve: (value: string) => ({ [long]: value }) },
      { tag, collection: 'seq', resolve: (node): unknown => ({ [long]: plain(node) }) },
      { tag, collection: 'map', resolve: (node): unknown => ({ [long]: plain(node) }) },
    ]
  })

function plain(node: { toJSON: () => unknown }): unknown {
  return node.toJSON()
}

/** Defaults of the parameters that the form does not ask for, lists apart. */
export function defaultsOf({ Parameters }: Template): Values {
  const asked = new Set<string>(Object.values(PARAMETER_OF))
  return Object.fromEntries(
    Object.entries(Parameters).flatMap(([name, { Type, Default }]): [string, Values[string]][] => {
      if (Default === undefined || asked.has(name)) return []
      if (/^(CommaDelimitedList|List<Number>)$/.test(Type)) {
        return [
          [
            name,
            String(Default)
              .split(',')
              .map((one) => one.trim()),
          ],
        ]
      }
      // The default of other types names a place where the value is.
      return /^(String|Number)$/.test(Type) ? [[name, String(Default)]] : []
    }),
  )
}

/** What was not understood, in its own words, with the defaults of the parameters in it. */
export function notUnderstood(value: unknown, { Parameters }: Template): string {
  // JSON would say some characters in escapes of its own, where they could not be found any more.
  const text = typeof value === 'string' ? `“${value}”` : JSON.stringify(value)
  const defaults = Object.entries(Parameters)
    .filter(([name]) => text.includes(`"Ref":"${name}"`) || text.includes(`\${${name}}`))
    .map(([name, { Default = '' }]) => ` (default of ${name}: ${String(Default)})`)
  return `${NOT_UNDERSTOOD}${text}${defaults.join('')}`
}

export function mark(text: string, when: string): string {
  return when ? `${text} (if ${when})` : text
}
