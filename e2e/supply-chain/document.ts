import actions from '../../electron/aws/iam/actions.json' with { type: 'json' }
import type { Bundled } from './bundle.ts'
import { dataOf, type Locked, type Manifest, runtimeOf, type Lock } from './lock.ts'
import { DATA, REASONS } from './reasons.ts'

/** What lies beside the bundle, each with where it runs: native modules, which cannot be bundled. */
const BESIDE: Readonly<Record<string, string>> = {
  keytar: 'keychain process',
  'native-reg': 'main process on Windows',
  'node-gyp-build': 'main process on Windows',
}

/** Where a package is, by the names of the parts that are built; in this order. */
const PARTS = { main: 'main process', preload: 'preload script', client: 'window' }

const code = (text: string): string => `\`${text}\``

const item = ({ name, version, license = 'no licence' }: Locked): string =>
  `- ${code(name)} ${version}, ${license}`

/** Where the app has its data from, with the licence's text, which goes along in the data itself. */
const data = (lock: Lock): string =>
  dataOf(lock)
    .map((entry) => `${item(entry)}: ${DATA[entry.name]}`)
    .join('\n')

/** One line a package and version, though it may lie in several folders. */
const list = (
  packages: readonly Locked[],
  line: (entry: Locked) => string = item,
): readonly string[] => [...new Set(packages.map(line))].toSorted()

/** The parts of the app that hold something of a version of a package, whatever folder it lies in. */
function partsOf(runtime: readonly Locked[], bundled: Bundled): (entry: Locked) => string[] {
  return ({ name, version, place }) => {
    const beside = BESIDE[place.replace(/^node_modules\//, '')]
    if (beside !== undefined) return [beside]
    const same = runtime.filter((other) => other.name === name && other.version === version)
    return Object.entries(PARTS)
      .filter(([part]) => same.some((other) => bundled.get(other.place)?.has(part)))
      .map(([, words]) => words)
  }
}

/**
 * The list of dependencies for a reviewer. Throws naming a direct dependency without a reason.
 * @param bundled the packages that the built app contains something of
 */
export function dependencyDocument(manifest: Manifest, lock: Lock, bundled: Bundled): string {
  const runtime = runtimeOf(lock)
  const parts = partsOf(runtime, bundled)
  const where = (entry: Locked): string => {
    const found = parts(entry)
    return found.length === 0 ? ', its types alone' : `, in the ${found.join(' and the ')}`
  }
  const direct = Object.keys(manifest.dependencies).map((name) => {
    const locked = runtime.find(({ place }) => place === `node_modules/${name}`)
    const why = REASONS[name]
    if (!locked || !why) throw new Error(`${name} needs a reason in e2e/supply-chain/reasons.ts.`)
    return `${item(locked)}${where(locked)}: ${why}`
  })
  const names = new Set(Object.keys(manifest.dependencies).map((name) => `node_modules/${name}`))
  const transitive = runtime.filter(({ place }) => !names.has(place))
  const shipped = list(
    transitive.filter((entry) => parts(entry).length > 0),
    (entry) => `${item(entry)}${where(entry)}`,
  )
  const left = list(transitive.filter((entry) => parts(entry).length === 0))
  const stranger = [...bundled.keys()].filter(
    (place) => !runtime.some((entry) => entry.place === place),
  )
  if (stranger.length > 0) {
    throw new Error(`The app contains what is no runtime dependency: ${stranger.join(', ')}.`)
  }
  return `# Runtime dependencies

Written by \`npm run dependencies -- --write\` from the lockfile and a build of the app; a test fails
when it is out of date. All licences are permissive; \`e2e/supply-chain/licences.ts\` has the list.

## Asked for by name: ${direct.length}

${direct.join('\n')}

## In the app because one of these needs it: ${shipped.length}

The AWS clients' own ways to find credentials on a computer are left out (\`vite.config.mts\`): the app
hands every client its credentials. What the client of cost reports asks for by itself is of a
generation of the SDK that has ended; \`overrides\` in \`package.json\` gives it what the others have.
What each known advisory means for the app is in \`vex.cdx.json\` here, and beside every package.

${shipped.join('\n')}

## Installed with these, but nothing of it is in the app: ${left.length}

The build takes only what can be reached from the app's own code.

${left.join('\n')}

## Data in the app: ${dataOf(lock).length}

${data(lock)}

The app passes this on as its licence asks, in the data itself and here:

${actions.notice.replaceAll(/^(?=.)/gm, '> ').replaceAll(/^$/gm, '>')}

## Electron

The app runs in Electron, whose version the package names in \`version\` beside the program. Electron
brings Chromium and Node.js; their licences are in \`LICENSES.chromium.html\` there. The test runtime
in \`e2e/runtime\` is for tests on machines that cannot download Electron, and is never shipped.
`
}
