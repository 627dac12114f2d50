import { IDENTITIES } from '../../electron/start/edition.ts'
import { adml, admx } from './admx.ts'
import { WORDINGS } from './defined.ts'
import { exampleFile, jsonSchema } from './json-schema.ts'
import { mobileconfig } from './mobileconfig.ts'
import { page } from './page.ts'

/** Where the files for administrators are kept. */
export const FOLDER = 'resources/managed'

/** All of them, by their names there; made of the definition of the settings and of nothing else. */
export const managedFiles = (): Readonly<Record<string, string>> => ({
  'eco-connect.admx': admx(),
  ...Object.fromEntries(
    WORDINGS.flatMap((wording) => [
      [`${wording.culture}/eco-connect.adml`, adml(wording)],
      [`settings.${wording.culture}.html`, page(wording)],
    ]),
  ),
  [`${IDENTITIES.shipped.appId}.example.mobileconfig`]: mobileconfig(),
  'policy.schema.json': jsonSchema(),
  'policy.example.json': exampleFile(),
})
