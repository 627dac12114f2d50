import { cpeOf, IN_ELECTRON, IN_NODE, NO_PARTS, type RuntimePart } from './runtime-parts.ts'
import { filesOf } from './sbom-app.ts'
import { type Component, type Dependency, licencesOf } from './sbom-form.ts'
import type { Shipped } from './shipped-things.ts'

function partComponent(part: RuntimePart, version: string): Component {
  const cpe = cpeOf(part, version)
  const purl = part.purl?.(version.replace(/-electron\.\d+$/, ''))
  return {
    type: 'library',
    'bom-ref': `${part.name}@${version}`,
    name: part.name,
    version,
    supplier: { name: part.supplier },
    licenses: licencesOf(part.licence),
    ...(purl === undefined ? {} : { purl }),
    ...(cpe === undefined ? {} : { cpe }),
  }
}

/** What Node.js tells that it brings along. What nobody here knows more of stands there by that name. */
function partsOfNode({ runtime }: Pick<Shipped, 'runtime'>): readonly Component[] {
  return Object.entries(runtime)
    .filter(([key]) => !Object.hasOwn(NO_PARTS, key))
    .map(([key, version]) => {
      const part = IN_NODE[key]
      return part === undefined
        ? { type: 'library', 'bom-ref': `Node.js/${key}@${version}`, name: key, version }
        : partComponent(part, version)
    })
}

const versionOf = (
  { runtime }: Pick<Shipped, 'runtime'>,
  name: 'electron' | 'chrome' | 'node' | 'v8',
) => {
  const version = runtime[name]
  if (version === undefined) throw new Error(`The runtime does not say which ${name} it has.`)
  return version
}

/** What is in Electron's place in a package to try an installation with: data of Electron's, and no program. */
function standInComponent(shipped: Shipped): Component {
  const { electron } = IN_ELECTRON
  const data = `Electron ${versionOf(shipped, 'electron')}`
  return {
    type: 'framework',
    'bom-ref': STAND_IN,
    name: 'Stand-in for Electron',
    supplier: { name: electron.supplier },
    licenses: licencesOf(electron.licence),
    properties: [
      {
        name: 'eco-connect:stand-in',
        value: `No program of Electron's is in this package: those with its names do nothing. Its data files are of ${data} for Linux.`,
      },
    ],
    components: [...filesOf(shipped, 'ffmpeg'), ...filesOf(shipped, 'electron')],
  }
}

const STAND_IN = 'electron-stand-in'

/** Electron as it ships, with what it says itself that it is made of, and its files; or what stands in for it. */
export function electronComponent(shipped: Shipped): Component {
  if (shipped.isStandIn) return standInComponent(shipped)
  const version = versionOf(shipped, 'electron')
  const parts = (['chrome', 'node', 'v8'] as const).map((name) => {
    const component = partComponent(IN_ELECTRON[name], versionOf(shipped, name))
    return name === 'node' ? { ...component, components: partsOfNode(shipped) } : component
  })
  const ffmpeg = {
    ...partComponent(IN_ELECTRON.ffmpeg, shipped.ffmpeg),
    components: filesOf(shipped, 'ffmpeg'),
  }
  return {
    ...partComponent(IN_ELECTRON.electron, version),
    type: 'framework',
    components: [...parts, ffmpeg, ...filesOf(shipped, 'electron')],
  }
}

/** Electron needs what it is made of, and Node.js what it brings along and the engine; a stand-in needs nothing. */
export function runtimeDependencies(shipped: Shipped): readonly Dependency[] {
  if (shipped.isStandIn) return [{ ref: STAND_IN, dependsOn: [] }]
  const { chrome, node, v8, ffmpeg } = IN_ELECTRON
  const refs = {
    chrome: `${chrome.name}@${versionOf(shipped, 'chrome')}`,
    node: `${node.name}@${versionOf(shipped, 'node')}`,
    v8: `${v8.name}@${versionOf(shipped, 'v8')}`,
    ffmpeg: `${ffmpeg.name}@${shipped.ffmpeg}`,
  }
  const parts = partsOfNode(shipped).map((part) => part['bom-ref'])
  return [
    { ref: `electron@${versionOf(shipped, 'electron')}`, dependsOn: [refs.chrome, refs.node] },
    { ref: refs.chrome, dependsOn: [refs.v8, refs.ffmpeg] },
    { ref: refs.node, dependsOn: [refs.v8, ...parts] },
    { ref: refs.v8, dependsOn: [] },
    { ref: refs.ffmpeg, dependsOn: [] },
    ...parts.map((ref) => ({ ref, dependsOn: [] })),
  ]
}
