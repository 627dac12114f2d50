import { readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'
import { isLicenceExpression } from './expression.ts'

/** An address to write to: a page or a mailbox. */
const contact = z.url({
  protocol: /^(https|mailto)$/,
  error: 'has to begin with https: or mailto:',
})
const open = z.literal('')

const factsShape = z.strictObject({
  vendor: z.strictObject({
    name: z.union([open, z.string().trim().min(1)]),
    address: z.union([open, z.url({ protocol: /^https$/ })]),
  }),
  licence: z.union([
    open,
    z.string().refine(isLicenceExpression, 'has to be an SPDX expression, or LicenseRef-NAME'),
  ]),
  vulnerabilities: z.strictObject({ contact: z.union([open, contact]) }),
  support: z.strictObject({
    contact: z.union([open, contact]),
    until: z.union([open, z.iso.date()]),
  }),
})

/** What only the owner of the product can say of a release. A text that is empty has not been said. */
export type ReleaseFacts = Readonly<z.infer<typeof factsShape>>

/** Where they are kept, below the repository. */
export const FACTS_FILE = 'resources/packaging/release.json'

/** What each of them is, and what it is for: read by whoever has to fill it in. */
const FIELDS: readonly {
  readonly field: string
  readonly what: string
  readonly of: (facts: ReleaseFacts) => string
}[] = [
  {
    field: 'vendor.name',
    what: 'the company that publishes the app, by its legal name',
    of: ({ vendor }) => vendor.name,
  },
  {
    field: 'vendor.address',
    what: 'that company’s page (https:)',
    of: ({ vendor }) => vendor.address,
  },
  {
    field: 'licence',
    what: 'the licence under which people get the app, as an SPDX expression (LicenseRef-NAME for one of its own)',
    of: ({ licence }) => licence,
  },
  {
    field: 'vulnerabilities.contact',
    what: 'where a weakness is reported (https: or mailto:)',
    of: ({ vulnerabilities }) => vulnerabilities.contact,
  },
  {
    field: 'support.contact',
    what: 'where people get help (https: or mailto:)',
    of: ({ support }) => support.contact,
  },
  {
    field: 'support.until',
    what: 'the day until which this version gets security updates (YYYY-MM-DD)',
    of: ({ support }) => support.until,
  },
]

/** Reads them. Throws naming the place of what is no answer; an empty text is none yet. */
export function readReleaseFacts(folder = repositoryRoot): ReleaseFacts {
  const kept: unknown = JSON.parse(readFileSync(path.join(folder, FACTS_FILE), 'utf8'))
  const { data, error } = factsShape.safeParse(kept)
  if (data) return data
  const [issue] = error.issues
  throw new Error(`${FACTS_FILE}: ${issue?.path.join('.')} ${issue?.message}.`)
}

/** What nobody has said yet, each with what belongs there. */
export function unfilledIn(facts: ReleaseFacts): readonly { field: string; what: string }[] {
  return FIELDS.filter(({ of }) => of(facts) === '').map(({ field, what }) => ({ field, what }))
}

/**
 * What packaging says of the fields that are still empty; '' if none is. Throws it instead where the package
 * is for people: a release that names nobody who stands for it would be sent back by whoever reviews it.
 */
export function saidOfUnfilled(facts: ReleaseFacts, isForDistribution: boolean): string {
  const unfilled = unfilledIn(facts)
  if (unfilled.length === 0) return ''
  const list = unfilled.map(({ field, what }) => `  ${field}: ${what}\n`).join('')
  if (!isForDistribution) return `Not filled in yet, in ${FACTS_FILE}:\n${list}`
  throw new Error(
    `Nothing was packaged: ${FACTS_FILE} does not say yet what every release has to. Only the owner of ` +
      `the product can say it; fill in, and package again:\n${list.trimEnd()}`,
  )
}
