import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import Ajv from 'ajv'
import { z } from 'zod'

const require = createRequire(import.meta.url)
const folder = path.join(
  path.dirname(require.resolve('@cyclonedx/cyclonedx-library/package.json')),
  'res',
  'schema',
)

const schema = (name: string): Record<string, unknown> =>
  z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(path.join(folder, `${name}.SNAPSHOT.schema.json`), 'utf8')))

/** The formats that the schema names; Ajv brings none. */
const formats = {
  'date-time': (text: string) => z.iso.datetime({ offset: true }).safeParse(text).success,
  'iri-reference': (text: string) => URL.canParse(text, 'https://base.invalid/'),
  uri: (text: string) => URL.canParse(text),
  'idn-email': (text: string) => /^[^@\s]+@[^@\s]+$/.test(text),
}

const ajv = new Ajv({ strict: false, allErrors: true, formats })
ajv.addSchema(schema('spdx'), 'http://cyclonedx.org/schema/spdx.SNAPSHOT.schema.json')
ajv.addSchema(schema('jsf-0.82'), 'http://cyclonedx.org/schema/jsf-0.82.SNAPSHOT.schema.json')
const validate = ajv.compile(schema('bom-1.5'))

/**
 * What is wrong with a document by CycloneDX's own schema of version 1.5, as its makers publish it
 * with their library: each place with what is wrong there.
 */
export function faultsOf(document: unknown): readonly string[] {
  if (validate(document)) return []
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath}: ${message}`)
}
