import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { repositoryRoot } from '../runtime/paths.ts'

const author = z.union([z.string(), z.object({ name: z.string() })])

const manifestShape = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string(),
  author: author.optional(),
  repository: z.union([z.string(), z.object({ url: z.string() })]).optional(),
})

/** One package as the notices and the bill of materials tell of it. */
export type Package = {
  /** Its folder below the repository. */
  readonly place: string
  readonly name: string
  readonly version: string
  /** As its manifest has it, by SPDX. */
  readonly licence: string
  /** Who publishes it: its author by name, else the owner of its repository. */
  readonly supplier: string
  /** The page of its repository, '' if it names none. */
  readonly repository: string
  /** Whatever lies in it about its licence and its authors, each file with its text. */
  readonly texts: readonly { readonly file: string; readonly text: string }[]
  /** The package of the same repository whose text stands for its own, if it was published without. */
  readonly borrowed?: string
  /** Whether its text is the one in its repository, as it is kept here, because it was published without. */
  readonly isKept?: true
}

/** Packages that were published without their licence's text, each with the one that has it. */
const WITHOUT_TEXT: Readonly<Record<string, string>> = {
  '@aws-sdk/nested-clients': 'node_modules/@aws-sdk/client-sts',
}

/** The same where no other package has it: the file of the repository, of just this version. */
const KEPT: Readonly<Record<string, string>> = {
  'native-reg@1.1.1': 'e2e/supply-chain/texts/native-reg.txt',
}

/** Words that tell the text of a licence from those of the others here, with single spaces. */
const BY_WORDS: Readonly<Record<string, RegExp>> = {
  MIT: /Permission is hereby granted, free of charge, to any person/,
  'Apache-2.0': /Apache License Version 2\.0, January 2004/,
  ISC: /for any purpose with or without fee is hereby granted, provided that/,
  '0BSD': /for any purpose with or without fee is hereby granted\. THE SOFTWARE/,
  'BSD-3-Clause': /Redistribution and use in source and binary forms.*endorse or promote products/,
  'BSD-2-Clause': /Redistribution and use in source and binary forms/,
}

const NAMED_AFTER_RIGHTS = /^(licen[cs]e|copying|notice|copyright|third-party)/i

function textsIn(place: string): Package['texts'] {
  const folder = path.join(repositoryRoot, place)
  return readdirSync(folder)
    .filter((file) => NAMED_AFTER_RIGHTS.test(file))
    .toSorted()
    .map((file) => ({
      file,
      text: readFileSync(path.join(folder, file), 'utf8').replaceAll('\r\n', '\n').trim(),
    }))
}

function manifestAt(place: string) {
  const file = path.join(repositoryRoot, place, 'package.json')
  const {
    author: by,
    repository: at,
    license,
    ...rest
  } = manifestShape.parse(JSON.parse(readFileSync(file, 'utf8')))
  const url = typeof at === 'string' ? at : (at?.url ?? '')
  const name = typeof by === 'string' ? by : (by?.name ?? '')
  const repository = url
    .replace(/^git\+/, '')
    .replace(/^(?:git:\/\/|ssh:\/\/git@|git@)github\.com[/:]/, 'https://github.com/')
    .replace(/^(?:github:)?([\w.-]+\/[\w.-]+)$/, 'https://github.com/$1')
    .replace(/\.git$/, '')
  const owner = /^https:\/\/github\.com\/([^/]+)/.exec(repository)?.[1] ?? ''
  const supplier = name.replace(/\s*[<(].*$/, '').trim() || owner
  return { ...rest, licence: license, repository, supplier }
}

const isTextOf = (licence: string, texts: Package['texts']): boolean =>
  texts.some(({ text }) => BY_WORDS[licence]?.test(text.replaceAll(/\s+/g, ' ')) ?? false)

/**
 * What a package says of itself and its licence's whole text. Throws naming a package of which there is no
 * text, or one that is not the licence that its manifest names. One that was published without may borrow
 * that of another, if that is from the same repository and under the same licence.
 */
export function packageAt(place: string): Package {
  const manifest = manifestAt(place)
  const { name, version, licence, repository } = manifest
  const texts = textsIn(place)
  if (isTextOf(licence, texts)) return { ...manifest, place, texts }
  const kept = KEPT[`${name}@${version}`]
  if (kept !== undefined) {
    const text = readFileSync(path.join(repositoryRoot, kept), 'utf8').trim()
    return { ...manifest, place, texts: [...texts, { file: 'LICENSE', text }], isKept: true }
  }
  const lender = WITHOUT_TEXT[name]
  if (lender === undefined)
    throw new Error(
      `${name} ${version} has no text of its licence, ${licence}, in ${place}. Whoever gets the app has ` +
        'to get it: name in e2e/supply-chain/licence-texts.ts the package of the same repository that has it.',
    )
  const other = manifestAt(lender)
  const lent = textsIn(lender)
  const isSame = other.licence === licence && other.repository === repository && repository !== ''
  if (!isSame || !isTextOf(licence, lent))
    throw new Error(`${lender} cannot lend ${name} the text of its licence: it is another one’s.`)
  const borrowed = `${other.name} ${other.version}`
  return { ...manifest, place, texts: [...texts, ...lent], borrowed }
}

/** What the comments in a package's files say of rights beyond its own texts and its manifest. */
export function beyondTexts(
  { texts, licence }: Package,
  notices: readonly string[],
): readonly string[] {
  const known = texts.map(({ text }) => text).join('\n')
  const isKnown = (line: string): boolean =>
    known.includes(line.trim()) ||
    line.trim() === `SPDX-License-Identifier: ${licence}` ||
    /^@license |^This source code is licensed under the \S+ license found in the$|^LICENSE file in the root/.test(
      line.trim(),
    )
  return notices.filter((notice) =>
    notice
      .split('\n')
      .filter((line) => /copyright|licen[sc]e|vendored|\(c\)|©/i.test(line))
      .some((line) => !isKnown(line)),
  )
}
