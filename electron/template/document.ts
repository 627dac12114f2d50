import { z } from 'zod'
import { REGION } from '../aws/client/regions.ts'
import { NOT_UNDERSTOOD } from '../aws/iam/trust.ts'
import { fail } from '../errors/failure.ts'
import { idParametersIn } from './external-id.ts'
import { isTypeKnown, itemsOf } from './parameter-types.ts'
import { FIELD_OF } from './parameters.ts'
import { placeFacts, readTemplate, type Reading } from './reading.ts'
import { isRecord, type Known, type Values } from './value.ts'

const scalar = z.union([z.string(), z.boolean()])
const text = scalar.transform(String).default('')
/** A limit of a length or of a number. */
const limit = z
  .string()
  .regex(/^[-+]?\d+(\.\d+)?$/)
  .default('')
const parameterSchema = z.looseObject({
  Type: z.string().default('String'),
  Default: scalar.optional(),
  Description: text,
  NoEcho: scalar.transform((value) => String(value).toLowerCase() === 'true').default(false),
  AllowedValues: z.array(scalar.transform(String)).nullable().default(null),
  AllowedPattern: text,
  ConstraintDescription: text,
  MinLength: limit,
  MaxLength: limit,
  MinValue: limit,
  MaxValue: limit,
})
const resourceSchema = z.looseObject({
  Type: z.string(),
  Condition: z.string().default(''),
  Properties: z.record(z.string(), z.unknown()).default({}),
})
/** What a macro would put among the members of a section is none of them yet, and has any form. */
const isMacro = (name: string): boolean => name.startsWith('Fn::')
const section = <Member extends z.ZodType>(member: Member) =>
  z.preprocess(
    (value) =>
      isRecord(value)
        ? Object.fromEntries(Object.entries(value).filter(([name]) => !isMacro(name)))
        : value,
    z.record(z.string(), member),
  )
const documentSchema = z.looseObject({
  Parameters: section(parameterSchema).default({}),
  Mappings: section(z.unknown()).default({}),
  Conditions: section(z.unknown()).default({}),
  Resources: section(resourceSchema),
  Outputs: section(z.looseObject({ Value: z.unknown() })).default({}),
})
type Document = z.infer<typeof documentSchema>
/** A template and where in the file its parts are. */
export type Template = Document & {
  readonly reading: Reading
  /** The parameters whose values the trust of each role compares with an external ID. */
  readonly idParameters: ReadonlyMap<string, readonly string[]>
  /** The parameters that the form asks for. Any other has its default, if it has a value at all. */
  readonly asked: ReadonlySet<string>
}

/** A template, JSON or YAML, as far as its form goes. Throws `template-not-parsable`. */
export function parseTemplate(body: string, file: string): Template {
  const reading = readTemplate(body, file)
  const parsed = documentSchema.safeParse(reading.value)
  if (parsed.success) return { ...parsed.data, reading, ...askedIn(parsed.data) }
  const reason = z.prettifyError(parsed.error)
  const place = reading.at(parsed.error.issues[0]?.path ?? [])
  throw fail('template-not-parsable', { file, reason, ...placeFacts(place) })
}

let last: { readonly body: string; readonly template: Template } | null = null

/** The same of a text that was read before, and has no file: the last one is not read again. */
export function templateIn(body: string): Template {
  if (last?.body !== body) last = { body, template: parseTemplate(body, '') }
  return last.template
}

function askedIn({ Parameters, Resources }: Document): Pick<Template, 'idParameters' | 'asked'> {
  const idParameters = new Map(
    Object.entries(Resources)
      .filter(([, { Type }]) => Type === 'AWS::IAM::Role')
      .map(([id, { Properties }]) => [id, idParametersIn(Properties['AssumeRolePolicyDocument'])]),
  )
  const ids = new Set([...idParameters.values()].flat())
  const asked = Object.entries(Parameters)
    .filter(([, { Type }]) => isTypeKnown(Type))
    .filter(([name, { Default }]) => Default === undefined || FIELD_OF.has(name) || ids.has(name))
  return { idParameters, asked: new Set(asked.map(([name]) => name)) }
}

/** What every stack of this app finds where it is made. */
const SURROUNDINGS: Values = {
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
}
/** What is the same whatever the values of parameters are. */
export function surroundings({ Mappings: mappings }: Template): Known {
  return { values: SURROUNDINGS, mappings }
}

/** All that is known of a template before anything is created, with these values of parameters. */
export function valuesOf(template: Template, given: Values): Values {
  return { ...SURROUNDINGS, ...defaultsOf(template), ...given }
}

/**
 * The same, with a `${Name}` for each value that is known once the form is filled in. What is to be kept
 * from everybody is not: nobody could say later what came of it. An external ID is told by its role.
 */
export function valuesToCome(template: Template): Values {
  const { Parameters, asked, idParameters } = template
  const ids = new Set([...idParameters.values()].flat())
  const typed = [...asked].filter((name) => ids.has(name) || !Parameters[name]?.NoEcho)
  const names = ['AWS::AccountId', 'AWS::StackName', ...typed]
  return valuesOf(template, Object.fromEntries(names.map((name) => [name, `\${${name}}`])))
}

/** Defaults of the parameters that the form does not ask for, lists apart. */
function defaultsOf({ Parameters, asked }: Template): Values {
  return Object.fromEntries(
    Object.entries(Parameters).flatMap(([name, { Type, Default }]): [string, Values[string]][] => {
      if (Default === undefined || asked.has(name) || !isTypeKnown(Type)) return []
      return [[name, itemsOf(Type, String(Default)) ?? String(Default)]]
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
