import { z } from 'zod'
import { DEFINED, EXAMPLE, WORDINGS } from './defined.ts'

const FORM = 'https://json-schema.org/draft/2020-12/schema'
const [{ titles, explained, administrators }] = WORDINGS

/** The form of the file for Linux, for editors and for whoever checks it before it is distributed. */
export const jsonSchema = (): string =>
  written({
    $schema: FORM,
    title: administrators.title,
    description: administrators.description,
    type: 'object',
    additionalProperties: false,
    properties: {
      $schema: { type: 'string' },
      ...Object.fromEntries(
        DEFINED.map(({ id, schema, example }) => {
          const { $schema: _form, ...form } = z.toJSONSchema(schema)
          const { description, forbids } = explained[id]
          const told = `${description} ${administrators.forbids(forbids)}`
          return [id, { title: titles[id], description: told, ...form, examples: [example] }]
        }),
      ),
    },
    // As `in-effect.ts` has it.
    dependentRequired: {
      ProxyBypassList: ['ProxyServer'],
      AuditRetentionDays: ['AuditFolder'],
    },
    not: { required: ['ProxyServer', 'ProxyPacUrl'] },
  })

/** A file for Linux with every setting, to be edited. */
export const exampleFile = (): string => written({ $schema: 'policy.schema.json', ...EXAMPLE })

const written = (value: object): string => `${JSON.stringify(value, null, 2)}\n`
