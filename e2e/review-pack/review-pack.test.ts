import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { LANGUAGE_IDS } from '../../electron/contract/language.ts'
import { ALLOWED } from '../../electron/start/command-line.ts'
import { REFUSED } from '../../electron/start/variables.ts'
import { publishedList } from '../supply-chain/published-hosts.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { inGerman } from './context.ts'
import { pages } from './pages.ts'
import {
  LARGEST_PICTURES,
  PACK_FOLDER,
  PICTURE_IDS,
  PICTURE_SIZE,
  readPicture,
} from './picture-ids.ts'
import { POLICY_FILES } from './policies.ts'
import { HOSTILE_QUESTIONS, QUESTIONS } from './questionnaire.ts'
import { CODE_IN_GERMAN } from './texts/de/code.ts'

const made = await pages()
const idsIn = (html: string): string[] =>
  [...html.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
/** What is read on a page, without tags. */
const textOf = (html: string): string =>
  html
    .slice(html.indexOf('<body'))
    .replaceAll(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&')
const packOf = (language: string): string =>
  made.find(({ name }) => name === `review-pack.${language}.html`)?.html ?? ''

describe.each(made.map(({ name, html }): [string, string] => [name, html]))('%s', (name, html) => {
  test('is the one that code, files and words give', () => {
    const kept = readFileSync(path.join(PACK_FOLDER, name), 'utf8')
    expect(
      kept === html,
      'The page is out of date. Run "npm run review-pack -- --write", and read what has changed.',
    ).toBe(true)
  })

  test('loads nothing but pictures beside it, and runs nothing', () => {
    const loaded = [...html.matchAll(/ (?:src|srcset|data|action)="([^"]*)"/g)].map(([, it]) => it)
    for (const address of loaded) expect(address).toMatch(/^pictures\/[a-z]+\/[a-z-]+\.webp$/)
    expect(html).not.toMatch(/<script|<link|<iframe|<object|@import|url\((?!#)/)
    expect(html).toContain("default-src 'none'")
  })

  test('points only at what is there, and has no place twice', () => {
    const ids = idsIn(html)
    expect(ids).toEqual([...new Set(ids)])
    const targets = [...html.matchAll(/href="([^"]*)"/g)].map(([, to = '']) => to)
    expect(targets.filter((to) => !to.startsWith('#') || !ids.includes(to.slice(1)))).toEqual([])
  })

  test('leaves nothing unsaid', () => {
    expect(textOf(html)).not.toMatch(/undefined|\[object|NaN|\bnull\b/)
  })
})

test('every question has a place in the pack, in each language, and all languages have the same places', () => {
  const asked = [...QUESTIONS, ...HOSTILE_QUESTIONS]
  expect(new Set(asked.map(({ id }) => id)).size).toBe(asked.length)
  expect(QUESTIONS).toHaveLength(25)
  const [first, ...others] = LANGUAGE_IDS
  const places = idsIn(packOf(first))
  for (const { id, anchors } of asked)
    expect(places, id).toEqual(expect.arrayContaining([...anchors]))
  for (const other of others) expect(idsIn(packOf(other))).toEqual(idsIn(packOf(first)))
})

describe.each(LANGUAGE_IDS)('in %s', (language) => {
  const text = textOf(packOf(language))

  test('every action of every published policy is there, with a level of AWS’s', () => {
    for (const file of POLICY_FILES) {
      const policy = readFileSync(path.join(repositoryRoot, 'resources', file), 'utf8')
      const actions = [...policy.matchAll(/"([a-z0-9-]+:[A-Z]\w+)"/g)].map(
        ([, action = '']) => action,
      )
      expect(actions.length).toBeGreaterThan(0)
      for (const action of actions)
        expect(text).toMatch(new RegExp(`${action}\\s+(Read|List|Write|Tagging|Permissions)`))
    }
  })

  test('every host is there, every switch and every variable', () => {
    const { contacts, asksIfTyped, opensInBrowser } = publishedList()
    for (const { host } of [...contacts, ...opensInBrowser]) expect(text).toContain(host)
    expect(asksIfTyped.length).toBeGreaterThan(0)
    for (const { name } of REFUSED) expect(text).toContain(name)
  })
})

test('German is there for each sentence of the code, and for no other', () => {
  const { contacts, asksIfTyped, opensInBrowser } = publishedList()
  const sentences = [
    ...[...contacts, ...asksIfTyped, ...opensInBrowser].map(({ purpose }) => purpose),
    ...asksIfTyped.map(({ host }) => host),
    ...[...ALLOWED, ...REFUSED].map(({ why }) => why),
  ]
  expect(Object.keys(CODE_IN_GERMAN).toSorted()).toEqual([...new Set(sentences)].toSorted())
  expect(() => inGerman('A host of tomorrow')).toThrow('has no German')
})

describe.each(LANGUAGE_IDS)('the pictures in %s', (language) => {
  const pictures = PICTURE_IDS.map((id) => readPicture(language, id))

  test('are WebP of the size that the page gives them', () => {
    for (const picture of pictures) {
      expect(picture.toString('latin1', 0, 4) + picture.toString('latin1', 8, 15)).toBe(
        'RIFFWEBPVP8',
      )
      // A lossy frame's header: after its start code two bytes each for width and height, 14 bits of them.
      const start = picture.indexOf(Buffer.of(0x9d, 0x01, 0x2a)) + 3
      expect(picture.readUInt16LE(start) & 0x3fff).toBe(PICTURE_SIZE.width)
      expect(picture.readUInt16LE(start + 2) & 0x3fff).toBe(PICTURE_SIZE.height)
    }
  })

  test('are small, and each is another', () => {
    expect(pictures.reduce((sum, { length }) => sum + length, 0)).toBeLessThan(LARGEST_PICTURES)
    expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(
      pictures.length,
    )
  })
})
