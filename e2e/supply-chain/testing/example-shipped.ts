import { readFileSync } from 'node:fs'
import path from 'node:path'
import { type BuildRecord, noticesIn } from '../../bundling/build-record.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import { readLock, readManifest } from '../lock.ts'
import { shippedIn } from '../shipped.ts'
import { BESIDE_PLACES, packagesOf, type Shipped, type System } from '../shipped-things.ts'

const font = {
  family: 'Northwind Sans',
  style: 'Regular',
  version: '3.000',
  copyright: 'Copyright 2020 The Northwind Sans Authors (https://northwind.example/)',
  manufacturer: '',
  licence: '',
  licenceAddress: 'https://openfontlicense.org',
  sha256: 'c'.repeat(64),
}

const read = (file: string): string => readFileSync(path.join(repositoryRoot, file), 'utf8')

/** Files of packages that say of themselves where they were taken from. */
const TAKEN: Readonly<Record<string, readonly string[]>> = {
  '@cloudscape-design/components': [
    'internal/vendor/react-virtual.js',
    'internal/vendor/react-keyed-flatten-children/index.js',
  ],
  '@cloudscape-design/global-styles': ['index.css'],
}

/**
 * A record as a build writes it, of the packages that the kept list names. A test's process builds for
 * development, so that no build is made in it: what the app imports is what it asks for by name, and
 * React the rest. `packaged.spec.ts` looks at the real one.
 */
export function exampleRecord(): BuildRecord {
  const shipped = new Set(shippedIn(read('resources/security/dependencies.md')))
  const direct = Object.keys(readManifest().dependencies).map((name) => `node_modules/${name}`)
  const found = readLock().packages.filter(
    ({ name, version, place, dev }) =>
      !dev && shipped.has(`${name}@${version}`) && !BESIDE_PLACES.includes(place),
  )
  const places = found.map(({ place }) => place)
  const rest = places.filter((place) => !direct.includes(place))
  return {
    imports: direct.filter((place) => places.includes(place)),
    packages: found.map(({ name, place }) => ({
      place,
      parts: ['main'],
      imports: name === 'react' ? rest : [],
      notices: (TAKEN[name] ?? []).flatMap((file) => noticesIn(read(`${place}/${file}`))),
    })),
  }
}

/** A package of that record for a system, with a runtime, fonts and files that were made up. */
export function exampleShipped(system: System = 'linux'): Shipped {
  const record = exampleRecord()
  const files = [
    'eco-connect',
    'LICENSE.electron.txt',
    'libffmpeg.so',
    'resources/app.asar',
    'resources/app.asar.unpacked/node_modules/keytar/prebuilds/keytar.node',
    'resources/resources/endpoints.json',
  ]
  return {
    app: { name: 'eco-connect', version: '1.2.3' },
    facts: {
      vendor: { name: '', address: '' },
      licence: '',
      vulnerabilities: { contact: '' },
      support: { contact: '', until: '' },
    },
    isForDistribution: false,
    imports: record.imports,
    ...packagesOf(record, system),
    fonts: [font, { ...font, style: 'Bold', sha256: 'd'.repeat(64) }],
    runtime: {
      electron: '45.5.0',
      chrome: '150.0.1.2',
      node: '24.1.0',
      v8: '15.0.1.2-electron.0',
      ares: '1.34.5',
      modules: '140',
      northwind: '1.0.0',
    },
    isStandIn: false,
    ffmpeg: 'N-1-gabc',
    files: files.map((file, at) => ({ file, sha256: String(at).repeat(64) })),
    madeAt: 1e9,
  }
}
