import { satisfies } from 'semver'
import { ADVISORIES, type Advisory, BEYOND, BROUGHT, JUDGED, type Judgement } from './advisories.ts'
import { dataOf, type Lock, readLock, readManifest, runtimeOf } from './lock.ts'
import { shippedIn } from './shipped.ts'

type App = { readonly name: string; readonly version: string }
type Component = { readonly name: string; readonly version: string; readonly shipped: boolean }

/** What is shipped and what it could be built from, to be compared with advisories. */
export type Contents = {
  readonly app: App
  /** '' where no Electron is in it. */
  readonly electronVersion: string
  readonly lock: Lock
  /** The packages that the built app contains something of, each as name@version. */
  readonly shipped: ReadonlySet<string>
}

/**
 * The contents of the app as `resources/security/dependencies.md` lists them.
 * @param electronVersion that of the package, if it is not the one that `package.json` pins
 */
export function contentsIn(document: string, electronVersion?: string): Contents {
  const { name, version, devDependencies } = readManifest()
  return {
    app: { name, version },
    electronVersion: electronVersion ?? devDependencies['electron'] ?? '',
    lock: readLock(),
    shipped: new Set(shippedIn(document)),
  }
}

/** What is known, and what people said about it. */
export type Known = {
  readonly advisories: readonly Advisory[]
  readonly judged: Readonly<Record<string, Judgement>>
}

type Analysis = {
  readonly state: 'not_affected' | 'resolved' | 'in_triage'
  readonly justification?: Judgement['justification'] | 'code_not_present'
  readonly detail: string
}

/** The test that holds these statements against the lockfile and a build. */
const TEST = 'e2e/supply-chain/vex.test.ts'

const refOf = ({ name, version }: App): string => `${name}@${version}`
const purlOf = ({ name, version }: Component): string =>
  name === 'electron'
    ? `pkg:github/electron/electron@v${version}`
    : `pkg:npm/${name.replace('@', '%40')}@${version}`

/** Whether a version is among those that an advisory names, as `npm audit` counts. */
export const isAffected = (version: string, { range }: Advisory): boolean =>
  satisfies(version, range, { includePrerelease: true })

/** All that the app is made of, or could be built from, and Electron. */
export function componentsOf({ lock, shipped, electronVersion }: Contents): readonly Component[] {
  const data = dataOf(lock).map((entry) => ({ ...entry, shipped: true }))
  const code = runtimeOf(lock).map((entry) => ({ ...entry, shipped: shipped.has(refOf(entry)) }))
  const electron = { name: 'electron', version: electronVersion, shipped: true }
  const byRef = new Map(
    [...data, ...code, ...(electronVersion === '' ? [] : [electron])].map(
      ({ name, version, shipped }) => [`${name}@${version}`, { name, version, shipped }],
    ),
  )
  return [...byRef.values()]
}

const listed = (components: readonly Component[]): string => components.map(refOf).join(', ')

/** What becomes of a package that is not there because the report client gets another in its place. */
function broughtBy(advisory: Advisory): string {
  const brought = BROUGHT.find(({ name }) => name === advisory.package)
  if (brought === undefined) return ''
  const is = isAffected(brought.version, advisory) ? 'would be' : 'would not be'
  return ` The report client asks for ${brought.version} through ${brought.by}, which ${is} affected; “overrides” in package.json puts a version without it in its place.`
}

/** What an advisory means here. It follows from what is there, so that nobody can claim it. */
function analysisOf(
  advisory: Advisory,
  found: readonly Component[],
  judged: Known['judged'],
): Analysis {
  if (found.length === 0)
    return {
      state: 'not_affected',
      justification: 'code_not_present',
      detail: `No version of ${advisory.package} is in the app or among its runtime dependencies.${broughtBy(advisory)}`,
    }
  const hit = found.filter(({ version }) => isAffected(version, advisory))
  if (hit.length === 0)
    return { state: 'resolved', detail: `The version here is not affected: ${listed(found)}.` }
  const inApp = hit.filter(({ shipped }) => shipped)
  if (inApp.length === 0)
    return {
      state: 'not_affected',
      justification: 'code_not_present',
      detail: `Installed to build with, and nothing of it is in the app: ${listed(hit)}.`,
    }
  const judgement = judged[advisory.id]
  if (judgement) return { state: 'not_affected', ...judgement }
  return { state: 'in_triage', detail: `In the app, and not judged yet: ${listed(inApp)}.` }
}

function vulnerability(advisory: Advisory, contents: Contents, judged: Known['judged']) {
  const { id, alias, title, source, read } = advisory
  const found = componentsOf(contents).filter(({ name }) => name === advisory.package)
  const { detail, ...verdict } = analysisOf(advisory, found, judged)
  return {
    id,
    source: { name: new URL(source).hostname, url: source },
    ...(alias === undefined
      ? {}
      : {
          references: [{ id: alias, source: { url: `https://nvd.nist.gov/vuln/detail/${alias}` } }],
        }),
    description: `${advisory.package}: ${title}`,
    analysis: {
      ...verdict,
      detail: [detail, BEYOND[id], `Held against lockfile and build by ${TEST}.`]
        .filter((part) => part !== undefined)
        .join(' '),
      lastUpdated: `${read}T00:00:00Z`,
    },
    affects:
      found.length === 0
        ? [{ ref: refOf(contents.app) }]
        : found.map((component) => ({
            ref: refOf(component),
            versions: [
              {
                version: component.version,
                status: isAffected(component.version, advisory) ? 'affected' : 'unaffected',
              },
            ],
          })),
  }
}

/**
 * The statement (VEX) of what each known advisory means for the app. In CycloneDX 1.5, because the
 * bill of materials beside it is in that form too: the references are the same in both, and
 * CycloneDX publishes the schema that a test checks them with. The same for everybody who makes it.
 */
export function vexOf(
  contents: Contents,
  { advisories, judged }: Known = { advisories: ADVISORIES, judged: JUDGED },
) {
  const { app } = contents
  const names = new Set(advisories.map((advisory) => advisory.package))
  const components = componentsOf(contents).filter(({ name }) => names.has(name))
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.5.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.5',
    version: 1,
    metadata: {
      component: {
        type: 'application',
        'bom-ref': refOf(app),
        name: app.name,
        version: app.version,
      },
    },
    components: components.map((component) => ({
      type: component.name === 'electron' ? 'framework' : 'library',
      'bom-ref': refOf(component),
      name: component.name,
      version: component.version,
      purl: purlOf(component),
    })),
    vulnerabilities: advisories.map((advisory) => vulnerability(advisory, contents, judged)),
  }
}
