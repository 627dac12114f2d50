import actions from '../../electron/aws/iam/actions.json' with { type: 'json' }
import { dataOf, type Locked, type Manifest, runtimeOf, type Lock } from './lock.ts'
import { DATA, REASONS } from './reasons.ts'

/** What lies beside the bundle: the native module, which cannot be bundled. */
const BESIDE = 'keytar'

const code = (text: string): string => `\`${text}\``

const item = ({ name, version, license = 'no licence' }: Locked): string =>
  `- ${code(name)} ${version}, ${license}`

/** Where the app has its data from, with the licence's text, which goes along in the data itself. */
const data = (lock: Lock): string =>
  dataOf(lock)
    .map((entry) => `${item(entry)}: ${DATA[entry.name]}`)
    .join('\n')

/** One line a package and version, though it may lie in several folders. */
function list(packages: readonly Locked[]): readonly string[] {
  return [...new Set(packages.map(item))].toSorted()
}

/**
 * The list of dependencies for a reviewer. Throws naming a direct dependency without a reason.
 * @param bundled the folders of the packages that the built app contains something of
 */
export function dependencyDocument(
  manifest: Manifest,
  lock: Lock,
  bundled: ReadonlySet<string>,
): string {
  const runtime = runtimeOf(lock)
  const direct = Object.keys(manifest.dependencies).map((name) => {
    const locked = runtime.find(({ place }) => place === `node_modules/${name}`)
    const why = REASONS[name]
    if (!locked || !why) throw new Error(`${name} needs a reason in e2e/supply-chain/reasons.ts.`)
    return `${item(locked)}: ${why}`
  })
  const names = new Set(Object.keys(manifest.dependencies).map((name) => `node_modules/${name}`))
  const transitive = runtime.filter(({ place }) => !names.has(place))
  const isShipped = ({ place }: Locked): boolean =>
    bundled.has(place) || place.endsWith(`/${BESIDE}`)
  const shipped = list(transitive.filter(isShipped))
  const left = list(transitive.filter((entry) => !isShipped(entry)))
  const stranger = [...bundled].filter((place) => !runtime.some((entry) => entry.place === place))
  if (stranger.length > 0) {
    throw new Error(`The app contains what is no runtime dependency: ${stranger.join(', ')}.`)
  }
  return `# Runtime dependencies

Written by \`npm run dependencies -- --write\` from the lockfile and a build of the app; a test fails
when it is out of date. All licences are permissive; \`e2e/supply-chain/licences.ts\` has the list.

## Asked for by name: ${direct.length}

${direct.join('\n')}

## In the app because one of these needs it: ${shipped.length}

Among them are the AWS clients' own ways to find credentials on a computer. They are never asked: the
app hands every client its credentials, and clears the environment that they would look at.

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
