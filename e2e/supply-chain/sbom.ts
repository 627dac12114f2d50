import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'
import { dataOf, readLock, runtimeOf } from './lock.ts'

const hashes = z.array(z.object({ alg: z.string(), content: z.string() }))
const componentShape = z.looseObject({
  'bom-ref': z.string(),
  name: z.string(),
  version: z.string(),
  purl: z.string(),
  hashes: hashes.optional(),
})
const bomShape = z.looseObject({
  bomFormat: z.literal('CycloneDX'),
  specVersion: z.string(),
  metadata: z.looseObject({
    component: z.looseObject({ 'bom-ref': z.string(), name: z.string() }),
  }),
  components: z.array(componentShape),
  dependencies: z.array(z.looseObject({ ref: z.string(), dependsOn: z.array(z.string()) })),
})
export type Bom = z.infer<typeof bomShape>

/**
 * The bill of materials (CycloneDX) of everything the app could be built from, by npm from the
 * lockfile, of what it carries data of, and of the Electron that it is packaged with. The same for everybody who makes it.
 * @param madeAt seconds since the epoch
 */
export async function billOfMaterials(
  app: { readonly name: string; readonly version: string },
  electronVersion: string,
  madeAt: number,
): Promise<Bom> {
  // Not `--omit=dev`: npm then leaves out what the app and a tool both need, such as `yaml`.
  const asked = ['--package-lock-only', '--sbom-format=cyclonedx']
  const { stdout } = await promisify(execFile)(
    'npm',
    ['sbom', ...asked, '--sbom-type=application'],
    { cwd: repositoryRoot, maxBuffer: 64 * 1024 * 1024 },
  )
  // A serial number would be another one each time.
  const { serialNumber: _, ...bom } = bomShape.parse(JSON.parse(stdout))
  const lock = readLock()
  const shipped = new Set(
    [...runtimeOf(lock), ...dataOf(lock)].map(({ name, version }) => `${name}@${version}`),
  )
  const root = bom.metadata.component['bom-ref']
  return {
    ...bom,
    dependencies: bom.dependencies
      .filter(({ ref }) => ref === root || shipped.has(ref))
      .map(({ ref, dependsOn }) => ({ ref, dependsOn: dependsOn.filter((to) => shipped.has(to)) })),
    metadata: {
      ...bom.metadata,
      timestamp: new Date(madeAt * 1000).toISOString(),
      component: { ...bom.metadata.component, name: app.name, version: app.version },
    },
    components: [
      ...bom.components.filter((component) => shipped.has(component['bom-ref'])),
      {
        'bom-ref': `electron@${electronVersion}`,
        type: 'framework',
        name: 'electron',
        version: electronVersion,
        scope: 'required',
        purl: `pkg:github/electron/electron@v${electronVersion}`,
        licenses: [{ license: { id: 'MIT' } }],
      },
    ],
  }
}
