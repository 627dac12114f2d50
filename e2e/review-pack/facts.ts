import { readFileSync } from 'node:fs'
import path from 'node:path'
import { actionData } from '../../electron/aws/iam/known-actions.ts'
import type { ActionData, TemplateReview } from '../../electron/contract/ask/template.ts'
import { reviewTemplate } from '../../electron/template/review.ts'
import { besideOnLinux } from '../packaging/installation/linux.ts'
import { productOf } from '../packaging/installation/product.ts'
import { ADVISORIES } from '../supply-chain/advisories.ts'
import { publishedList } from '../supply-chain/published-hosts.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { readManifest } from '../supply-chain/lock.ts'
import { readReleaseFacts, type ReleaseFacts } from '../supply-chain/release-facts.ts'
import { shippedIn } from '../supply-chain/shipped.ts'
import { levelsOf, readPolicies, type Judged, type PolicyFacts } from './policies.ts'
import { threats, type Threat } from './threat-model.ts'

type Process = 'main' | 'window' | 'keychain'

/** All that the pack says and that is not words: read from the code and from what is published with it. */
export type Facts = {
  /** The program's name as packages have it: one lower-case word. */
  readonly program: string
  readonly version: string
  /** The Electron that packages for people are made with. */
  readonly electron: string
  readonly release: ReleaseFacts
  readonly actionData: ActionData
  readonly policies: readonly PolicyFacts[]
  readonly role: TemplateReview
  /** What AWS calls each action of the role, by its text. */
  readonly roleLevels: ReadonlyMap<string, readonly string[]>
  readonly hosts: ReturnType<typeof publishedList>
  readonly packages: number
  /** Those of each process, as name and version. */
  readonly packagesIn: Readonly<Record<Process, readonly string[]>>
  /** The day on which an advisory was last read, ms since the epoch. */
  readonly advisoriesRead: number
  /** What a package for Linux puts beside the program's folder; the icons' sizes are one line. */
  readonly besideOnLinux: readonly string[]
  /** Where the package for Debian puts its AppArmor profile, and takes it away again. */
  readonly appArmorProfile: string
  readonly threats: readonly Threat[]
}

const resource = (...parts: string[]): string =>
  readFileSync(path.join(repositoryRoot, 'resources', ...parts), 'utf8')

export async function readFacts(): Promise<Facts> {
  const dependencies = resource('security', 'dependencies.md')
  const { name, version, devDependencies } = readManifest()
  const role = reviewTemplate(resource('eco-role.template.json'), 'built-in', '')
  return {
    program: name,
    version,
    electron: devDependencies['electron'] ?? '',
    release: readReleaseFacts(),
    actionData: actionData(),
    policies: await readPolicies(),
    role,
    roleLevels: new Map(
      await Promise.all(role.statements.flatMap(({ actions }) => actions).map(judged)),
    ),
    hosts: publishedList(),
    packages: shippedIn(dependencies).length,
    packagesIn: {
      main: shippedIn(dependencies, 'main process'),
      window: shippedIn(dependencies, 'window'),
      keychain: shippedIn(dependencies, 'keychain process'),
    },
    advisoriesRead: Math.max(...ADVISORIES.map(({ read }) => Date.parse(read))),
    besideOnLinux: await placesBeside(devDependencies['electron'] ?? ''),
    appArmorProfile: appArmorProfile(),
    threats: threats(),
  }
}

function appArmorProfile(): string {
  const place = /^\s*profile=(\S+)$/m.exec(resource('packaging', 'debian', 'postrm'))?.[1] ?? ''
  if (!resource('packaging', 'debian', 'postinst').includes(` ${place}\n`))
    throw new Error('The profile that is put in place is not the one that is taken away.')
  return place
}

async function placesBeside(version: string): Promise<readonly string[]> {
  const product = await productOf({
    architecture: 'x64',
    runtime: { version, fallback: false },
  })
  const places = (await besideOnLinux(product)).map(({ to }) =>
    to.replace(/\/(\d+x\d+|scalable)\//, '/…/'),
  )
  return [...new Set(places)].toSorted()
}

const judged = async ({ text }: { readonly text: string }): Promise<[string, Judged['levels']]> => [
  text,
  await levelsOf(text),
]
