import { LANGUAGE_IDS } from '../../electron/contract/language.ts'
import { PAPERS } from '../supply-chain/papers.ts'
import type { Installation } from './installation/installed.ts'

/** What whoever reviews a package has to find in it, below the app's folder for documents. */
const PAPERS_INSIDE: readonly string[] = [
  PAPERS.bom,
  PAPERS.vex,
  ...PAPERS.notices,
  'endpoints.json',
  'eco-role.template.json',
  ...LANGUAGE_IDS.flatMap((language) => [
    `review-pack/review-pack.${language}.html`,
    `review-pack/review-pack.${language}.pdf`,
    `review-pack/user-guide.${language}.html`,
  ]),
]

/** The folder for documents, below the app's. */
const DOCUMENTS: Readonly<Record<Installation['platform'], string>> = {
  linux: 'resources/resources',
  win32: 'resources/resources',
  darwin: 'Contents/Resources/resources',
}

/** What administrators set the organization's settings with, below the app's folder. */
const TEMPLATES: Readonly<Record<Installation['platform'], readonly string[]>> = {
  linux: ['resources/resources/managed/policy.example.json'],
  win32: ['eco-connect.admx', 'en-US/eco-connect.adml', 'de-DE/eco-connect.adml'].map(
    (name) => `policy-templates/${name}`,
  ),
  darwin: ['Contents/Resources/resources/managed/com.spot.eco-connect.example.mobileconfig'],
}

/**
 * Throws naming what every package has to have for those who review and administer it, and is not there. Each
 * format is made of these entries, and of nothing else.
 */
export function assertComplete({ platform, root, entries }: Installation): void {
  const there = new Set(entries.map(({ to }) => to))
  const wanted = [
    ...PAPERS_INSIDE.map((paper) => `${DOCUMENTS[platform]}/${paper}`),
    ...TEMPLATES[platform],
  ]
  const missing = wanted.filter((file) => !there.has(`${root}/${file}`))
  if (missing.length > 0)
    throw new Error(
      `What is to be installed below ${root} lacks ${missing.join(', ')}: no package was made of it.`,
    )
}
