import { z } from 'zod'
import { REGION } from '../aws/client/regions.ts'
import { NOT_UNDERSTOOD } from '../aws/iam/roles.ts'
import { fail } from '../errors/failure.ts'
import { PARAMETER_OF } from './parameters.ts'
import { placeFacts, readTemplate, type Reading } from './reading.ts'
import type { Known, Values } from './value.ts'

const scalar = z.union([z.string(), z.boolean()])
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
  Mappings: z.record(z.string(), z.unknown()).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(z.string(), resourceSchema),
  Outputs: z.record(z.string(), z.looseObject({ Value: z.unknown() })).default({}),
})
type Document = z.infer<typeof documentSchema>
/** A template and where in the file its parts are. */
export type Template = Document & { readonly reading: Reading }

/** A template, JSON or YAML, as far as its form goes. Throws `template-not-parsable`. */
export function parseTemplate(body: string, file: string): Template {
  const reading = readTemplate(body, file)
  const parsed = documentSchema.safeParse(reading.value)
  if (parsed.success) return { ...parsed.data, reading }
  const reason = z.prettifyError(parsed.error)
  const place = reading.at(parsed.error.issues[0]?.path ?? [])
  throw fail('template-not-parsable', { file, reason, ...placeFacts(place) })
}

/** What every stack of this app finds where it is made. */
const SURROUNDINGS: Values = {
  'AWS::Partition': 'aws',
  'AWS::Region': REGION,
  'AWS::URLSuffix': 'amazonaws.com',
}
const ASKED = new Set<string>(Object.values(PARAMETER_OF))
/** Its value is a name by which AWS looks up what it uses. */
const LOOKED_UP = /^AWS::SSM::/

/** What is the same whatever the values of parameters are. */
export function surroundings({ Mappings: mappings }: Template): Known {
  return { values: SURROUNDINGS, mappings }
}

/** All that is known of a template before anything is created, with these values of parameters. */
export function valuesOf({ Parameters }: Template, given: Values): Values {
  return { ...SURROUNDINGS, ...defaultsOf(Parameters), ...given }
}

/** The same, with a `${Name}` for each value that is known once the form is filled in. */
export function valuesToCome(template: Template): Values {
  const typed = Object.entries(template.Parameters)
    .filter(
      ([name, { Type, Default }]) =>
        ASKED.has(name) || (Default === undefined && !LOOKED_UP.test(Type)),
    )
    .map(([name]) => name)
  const names = ['AWS::AccountId', 'AWS::StackName', ...typed]
  return valuesOf(template, Object.fromEntries(names.map((name) => [name, `\${${name}}`])))
}

/** Defaults of the parameters that the form does not ask for, lists apart. */
function defaultsOf(parameters: Template['Parameters']): Values {
  return Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { Type, Default }]): [string, Values[string]][] => {
      if (Default === undefined || ASKED.has(name)) return []
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
