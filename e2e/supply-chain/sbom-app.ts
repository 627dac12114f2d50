import type { Font } from './fonts.ts'
import { packageAt } from './licence-texts.ts'
import { unfilledIn } from './release-facts.ts'
import { type Component, fileComponent, grouped, licencesOf, npmPurl, refOf } from './sbom-form.ts'
import { COMPILED_IN, NATIVE, type Shipped, type ShippedPackage } from './shipped-things.ts'
import { vendoredIn } from './vendored.ts'

/**
 * What a shipped file belongs to: `app`, `electron`, `ffmpeg`, or a native module by its folder. On every system the app's own files are its archive, what is unpacked of it, and the documents
 * beside.
 */
function ownerOf(file: string): string {
  const module = /(?:^|\/)app\.asar\.unpacked\/(node_modules\/[^/]+)\//.exec(file)?.[1]
  if (module !== undefined && Object.hasOwn(NATIVE, module)) return module
  if (/(^|\/)(lib)?ffmpeg\.(so|dll|dylib)$/.test(file)) return 'ffmpeg'
  return /(^|\/)[Rr]esources\/(app\.asar$|app\.asar\.unpacked\/|resources\/)|^policy-templates\//.test(
    file,
  )
    ? 'app'
    : 'electron'
}

/** The shipped files of one of these, as components. */
export const filesOf = ({ files }: Pick<Shipped, 'files'>, owner: string): readonly Component[] =>
  files.filter(({ file }) => ownerOf(file) === owner).map(fileComponent)

/** The app itself, with what its owner said of it and the names of what has not been said yet. */
export function appComponent({ app, facts }: Pick<Shipped, 'app' | 'facts'>): Component {
  const { vendor, licence, vulnerabilities, support } = facts
  const references = [
    { type: 'website', url: vendor.address },
    { type: 'security-contact', url: vulnerabilities.contact },
    { type: 'support', url: support.contact },
  ].filter(({ url }) => url !== '')
  const said =
    support.until === '' ? [] : [{ name: 'eco-connect:support-until', value: support.until }]
  const missing = unfilledIn(facts).map(({ field }) => ({
    name: 'eco-connect:not-filled-in',
    value: field,
  }))
  const properties = [...said, ...missing]
  return {
    type: 'application',
    'bom-ref': refOf(app),
    name: app.name,
    version: app.version,
    ...(vendor.name === '' ? {} : { supplier: { name: vendor.name } }),
    ...(licence === '' ? {} : { licenses: licencesOf(licence) }),
    ...(references.length === 0 ? {} : { externalReferences: references }),
    ...(properties.length === 0 ? {} : { properties }),
  }
}

/** What is inside a package without being one: what its files name, and what its native module is made with. */
function insideOf(shipped: Shipped, entry: ShippedPackage): readonly Component[] {
  const vendored = vendoredIn(entry.notices).map(({ name, version, licence }): Component => ({
    type: 'library',
    'bom-ref': `${refOf(entry)}/${name}@${version}`,
    name,
    version,
    licenses: licencesOf(licence),
    purl: npmPurl({ name, version }),
  }))
  if (!Object.hasOwn(NATIVE, entry.place)) return vendored
  const { name, licence, supplier } = packageAt(COMPILED_IN)
  const headers: Component = {
    type: 'library',
    'bom-ref': `${refOf(entry)}/${name}`,
    name,
    supplier: { name: supplier },
    licenses: licencesOf(licence),
    properties: [
      {
        name: 'eco-connect:version-unknown',
        value: 'Compiled in by its publisher, who does not say which.',
      },
    ],
  }
  return [...vendored, headers, ...filesOf(shipped, entry.place)]
}

/** Every package of which code or data ships; one that lies in several folders stands there once. */
export function packageComponents(shipped: Shipped): readonly Component[] {
  const { packages, data } = shipped
  const component = (entry: ShippedPackage, type: 'library' | 'data'): Component => {
    const inside = type === 'library' ? insideOf(shipped, entry) : []
    return {
      type,
      'bom-ref': refOf(entry),
      name: entry.name,
      version: entry.version,
      supplier: { name: entry.supplier },
      // Of the package as it is published: of what the bundler made of it there is no file of its own.
      hashes: [{ alg: 'SHA-512', content: entry.sha512 }],
      licenses: licencesOf(entry.licence),
      purl: npmPurl(entry),
      ...(entry.repository === ''
        ? {}
        : { externalReferences: [{ type: 'vcs', url: entry.repository }] }),
      ...(inside.length === 0 ? {} : { components: inside }),
    }
  }
  const all = [
    ...packages.map((entry) => component(entry, 'library')),
    ...data.map((entry) => component(entry, 'data')),
  ]
  return [...new Map(all.map((one) => [one['bom-ref'], one])).values()].toSorted((one, other) =>
    one['bom-ref'] < other['bom-ref'] ? -1 : 1,
  )
}

/** The licence that the fonts' own address stands for. */
export function fontLicence({ family, licenceAddress }: Font): string {
  if (/^https?:\/\/(scripts\.sil\.org\/OFL|openfontlicense\.org)/.test(licenceAddress))
    return 'OFL-1.1'
  throw new Error(
    `The font ${family} names ${licenceAddress || 'no licence'}: nobody here has read it.`,
  )
}

/** The font families in the app, each with its cuts. */
export function fontComponents(fonts: readonly Font[]): readonly Component[] {
  return [...grouped(fonts, ({ family, version }) => `${family}@${version}`)].map(([ref, cuts]) => {
    const [first] = cuts
    if (first === undefined) throw new Error(`${ref} has no cut.`)
    const name = /Copyright \d+ (?:The )?(.+?)(?: \(|$)/.exec(first.copyright)?.[1]
    return {
      type: 'library',
      'bom-ref': `font:${ref}`,
      name: first.family,
      version: first.version,
      ...(name === undefined ? {} : { supplier: { name } }),
      copyright: first.copyright,
      licenses: licencesOf(fontLicence(first)),
      components: cuts.map((cut) => ({
        type: 'file',
        'bom-ref': `font:${ref}/${cut.style}`,
        name: `${cut.family} ${cut.style}`,
        hashes: [{ alg: 'SHA-256', content: cut.sha256 }],
      })),
    }
  })
}
