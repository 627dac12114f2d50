import { readFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { z } from 'zod'
import { IDENTITIES } from '../../../electron/start/edition.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import { readReleaseFacts, type ReleaseFacts } from '../../supply-chain/release-facts.ts'
import type { Product, Release, Spoken } from './installed.ts'
import {
  DESCRIPTION,
  NOT_FILLED_IN,
  STAND_IN,
  SUMMARY,
  TRIAL,
  marked,
  notForDistribution,
} from './words.ts'

const manifest = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]+$/),
  version: z.string().regex(/^\d+\.\d+\.\d+(-[0-9A-Za-z.]+)?$/),
})

/** Every version that was handed out, the newest first: package managers and software centres show it. */
export const RELEASES: readonly [Release, ...Release[]] = [
  {
    version: '0.1.0',
    date: '2026-11-29',
    changes: [
      {
        en: 'The first version: connects an AWS management account to Spot Eco, step by step, with evidence.',
        de: 'Die erste Version: verbindet ein AWS-Verwaltungskonto mit Spot Eco, Schritt für Schritt und mit Nachweisen.',
      },
    ],
  },
]

/** What a build is made of, as far as it shows in what is installed. */
export type Build = {
  readonly architecture: string
  /** The Electron in it. */
  readonly runtime: { readonly version: string; readonly fallback: boolean }
  /** Whether a stand-in takes the place of Electron, which there is none of for that system here. */
  readonly standIn?: boolean
  /** The version before this one has another, for tests of what an upgrade does. */
  readonly version?: string
}

function architectureOf(architecture: string): Product['architecture'] {
  if (architecture === 'x64' || architecture === 'arm64') return architecture
  throw new Error(`There is no package for the architecture ${architecture}: only x64 and arm64.`)
}

/**
 * The time of everything that a package is made of, in seconds since 1970: `SOURCE_DATE_EPOCH`, or
 * else the day on which the version was handed out. Source: https://reproducible-builds.org/specs/source-date-epoch
 */
export function sourceDate({ releases: [newest] }: Pick<Product, 'releases'>): number {
  const told = process.env['SOURCE_DATE_EPOCH']
  if (told === undefined) return Date.parse(`${newest.date}T00:00:00Z`) / 1000
  if (/^\d+$/.test(told)) return Number(told)
  throw new Error(`SOURCE_DATE_EPOCH has to be seconds since 1970, and is “${told}”.`)
}

/** The releases up to `version`, which has to be one of them or is put before them. */
function releasesTo(version: string): readonly [Release, ...Release[]] {
  const [first, ...rest] = RELEASES.slice(RELEASES.findIndex((one) => one.version === version))
  if (first?.version === version) return [first, ...rest]
  return [{ ...RELEASES[0], version, changes: [TRIAL] }]
}

/** What is to be told of a build that must not be passed on. */
function markOf({ runtime, standIn = false }: Build): Spoken | undefined {
  if (standIn) return STAND_IN
  return runtime.fallback ? notForDistribution(runtime.version) : undefined
}

/** What only the owner says, and where nothing has been said that it has not: a form may want a value. */
export function saidByOwner({
  vendor,
  licence,
  support,
}: ReleaseFacts): Pick<Product, 'vendor' | 'copyright' | 'licence' | 'homepage' | 'support'> {
  const company = vendor.name || NOT_FILLED_IN
  return {
    vendor: company,
    copyright: `Copyright © ${company}`,
    licence: licence || 'LicenseRef-not-filled-in',
    homepage: vendor.address,
    support: support.contact,
  }
}

/**
 * What the packages say about the product.
 * @param facts what its owner has said of the release
 */
export async function productOf(
  build: Build,
  facts: ReleaseFacts = readReleaseFacts(),
): Promise<Product> {
  const { name, version } = manifest.parse(
    JSON.parse(await readFile(path.join(repositoryRoot, 'package.json'), 'utf8')),
  )
  const mark = markOf(build)
  const identity = IDENTITIES.shipped
  return {
    name,
    title: identity.name,
    id: identity.appId,
    version: build.version ?? version,
    architecture: architectureOf(build.architecture),
    summary: mark === undefined ? SUMMARY : marked(SUMMARY),
    description: mark === undefined ? DESCRIPTION : [mark, ...DESCRIPTION],
    ...saidByOwner(facts),
    releases: releasesTo(build.version ?? version),
    ...(mark === undefined ? {} : { mark }),
  }
}
