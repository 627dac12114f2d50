/** How a bill of materials is written down, by CycloneDX 1.5. */

export type Licence =
  | { readonly license: { readonly id: string } }
  | { readonly expression: string }

export type Component = {
  readonly type: 'application' | 'framework' | 'library' | 'data' | 'file'
  readonly 'bom-ref': string
  readonly name: string
  readonly version?: string
  readonly supplier?: { readonly name: string; readonly url?: readonly string[] }
  readonly copyright?: string
  readonly hashes?: readonly { readonly alg: 'SHA-256' | 'SHA-512'; readonly content: string }[]
  readonly licenses?: readonly Licence[]
  readonly purl?: string
  readonly cpe?: string
  readonly externalReferences?: readonly { readonly type: string; readonly url: string }[]
  readonly properties?: readonly { readonly name: string; readonly value: string }[]
  readonly components?: readonly Component[]
}

export type Dependency = { readonly ref: string; readonly dependsOn: readonly string[] }

type Named = { readonly name: string; readonly version: string }

/** What a component is called in the bill and in the statement about advisories. */
export const refOf = ({ name, version }: Named): string => `${name}@${version}`

export const npmPurl = ({ name, version }: Named): string =>
  `pkg:npm/${name.replace('@', '%40')}@${version}`

/** A licence as CycloneDX wants it: one of SPDX's list by its id, anything else as an expression. */
export const licencesOf = (licence: string): readonly Licence[] =>
  /^[\w.+-]+$/.test(licence) && !licence.startsWith('LicenseRef-')
    ? [{ license: { id: licence } }]
    : [{ expression: licence }]

/** A shipped file as a component, by its path in the package. */
export const fileComponent = ({ file, sha256 }: { file: string; sha256: string }): Component => ({
  type: 'file',
  'bom-ref': `file:${file}`,
  name: file,
  hashes: [{ alg: 'SHA-256', content: sha256 }],
})

/** What belongs together, by a key, in the order in which it was met. */
export function grouped<T>(
  all: readonly T[],
  keyOf: (one: T) => string,
): ReadonlyMap<string, readonly T[]> {
  const groups = new Map<string, T[]>()
  for (const one of all) groups.set(keyOf(one), [...(groups.get(keyOf(one)) ?? []), one])
  return groups
}
