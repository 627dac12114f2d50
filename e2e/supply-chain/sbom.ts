import { appComponent, filesOf, fontComponents, packageComponents } from './sbom-app.ts'
import { grouped, refOf, type Component, type Dependency } from './sbom-form.ts'
import { electronComponent, runtimeDependencies } from './sbom-runtime.ts'
import type { Shipped } from './shipped-things.ts'

/** A bill of materials in CycloneDX 1.5. */
export type Bom = {
  readonly $schema: string
  readonly bomFormat: 'CycloneDX'
  readonly specVersion: '1.5'
  readonly version: number
  readonly metadata: Readonly<Record<string, unknown>> & { readonly component: Component }
  readonly components: readonly Component[]
  readonly dependencies: readonly Dependency[]
  readonly compositions: readonly Readonly<Record<string, unknown>>[]
}

/** Who needs whom: the app and packages by the bundler's graph of modules, the runtime by what it has inside. */
function dependenciesOf(
  shipped: Shipped,
  fonts: readonly Component[],
  electron: Component,
): readonly Dependency[] {
  const { app, packages, data, imports } = shipped
  const all = [...packages, ...data]
  const refs = new Map(all.map((one) => [one.place, refOf(one)]))
  const refsOf = (places: readonly string[]): string[] =>
    places.flatMap((place) => refs.get(place) ?? [])
  // What is not imported lies beside the bundle, or is data in it.
  const imported = new Set([...packages.flatMap((one) => one.imports), ...imports])
  const beside = all.filter(({ place }) => !imported.has(place)).map(({ place }) => place)
  const own = [...refsOf([...imports, ...beside]), ...fonts.map((font) => font['bom-ref'])]
  const edges = [
    { ref: refOf(app), dependsOn: [...own, electron['bom-ref']] },
    ...all.map((one) => ({ ref: refOf(one), dependsOn: refsOf(one.imports) })),
    ...runtimeDependencies(shipped),
  ]
  const byRef = grouped(edges, ({ ref }) => ref)
  return [...byRef].map(([ref, same]) => ({
    ref,
    dependsOn: [...new Set(same.flatMap(({ dependsOn }) => dependsOn))]
      .filter((other) => other !== ref)
      .toSorted(),
  }))
}

/**
 * The bill of materials (CycloneDX) of what ships and of nothing else: the packages that the bundler's graph
 * has in the build, data, fonts, and the runtime with its parts in the versions that it tells itself; every
 * shipped file with its SHA-256. In CycloneDX 1.5, as the statement about advisories (`vex.ts`) with the same
 * references. The same for everybody who makes it: no serial number, no time of day.
 */
export function billOfMaterials(shipped: Shipped): Bom {
  const { app, isForDistribution, madeAt } = shipped
  const packages = packageComponents(shipped)
  const fonts = fontComponents(shipped.fonts)
  const electron = electronComponent(shipped)
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      timestamp: new Date(madeAt * 1000).toISOString(),
      lifecycles: [{ phase: 'post-build' }],
      component: { ...appComponent(shipped), components: filesOf(shipped, 'app') },
      ...(isForDistribution
        ? {}
        : { properties: [{ name: 'eco-connect:mark', value: 'NOT FOR DISTRIBUTION' }] }),
    },
    components: [...packages, ...fonts, electron],
    dependencies: dependenciesOf(shipped, fonts, electron),
    compositions: [
      {
        aggregate: 'complete',
        assemblies: [refOf(app)],
        dependencies: [refOf(app), ...packages.map((one) => one['bom-ref'])],
      },
      // Chromium's own third parties are named, without versions, in LICENSES.chromium.html only.
      { aggregate: 'incomplete', assemblies: [electron['bom-ref']] },
    ],
  }
}
