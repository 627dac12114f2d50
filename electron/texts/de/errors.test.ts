import { describe, expect, it } from 'vitest'
import { ERROR_CODES, factNames } from '../../errors/catalogue.ts'
import type { Facts } from '../../errors/catalogue.ts'
import { english } from '../en/index.ts'
import type { Sentences } from '../error-sentence.ts'
import { GERMAN } from './index.ts'

const german: Sentences<typeof english.errors.sentences> = GERMAN.words.errors.sentences

/** Values by which the sentences of an error differ. */
const DECIDING: Readonly<Record<string, readonly string[]>> = {
  action: ['s3:CreateBucket'],
  asks: ['password'],
  cause: [
    'boundary-denied',
    'explicitly-denied',
    'hook-refused',
    'in-use',
    'limit-exceeded',
    'name-taken',
    'not-authorised',
    'other',
    'parameter-unknown',
    'policy-exists',
    'policy-malformed',
    'policy-missing',
    'principal-invalid',
    'property-refused',
    'role-exists',
    'scp-denied',
    'session-denied',
    'throttled',
    'untold',
    'untold-denied',
    'untold-unreached',
  ],
  flaw: ['key', 'long', 'name', 'signature'],
  holder: ['federated-user', 'permission-set', 'role', 'root', 'user'],
  missing: ['accessKeyId', 'accessKeyId,secretAccessKey,sessionToken'],
  oddity: ['device', 'folder', 'link', 'link-circle', 'pipe', 'socket'],
  origin: ['own'],
  others: ['1'],
  part: ['record', 'vault'],
  reason: [
    'archived',
    'closed',
    'encoded',
    'expired',
    'kept',
    'no-cipher',
    'no-key',
    'refused',
    'timeout',
    'told',
    'untold',
  ],
  rule: [
    'allowed',
    'beginning',
    'existing-account',
    'existing-characters',
    'length',
    'missing',
    'number',
    'pattern',
    'too-large',
    'too-long',
    'too-short',
    'too-small',
  ],
  service: ['spot'],
  stage: ['check'],
  tried: ['direct'],
}

/** A value to be found again in a sentence; one fact is a number. */
const told = (name: string): string => (name === 'others' ? '1234' : `«${name}»`)

/** An error with all its facts, with none, and with each decision, alone and beside the others. */
function casesOf(names: readonly string[]): readonly Facts[] {
  const all = Object.fromEntries(names.map((name) => [name, told(name)]))
  const one = names.flatMap((name) => {
    const others = Object.fromEntries(Object.entries(all).filter(([other]) => other !== name))
    const decided = (DECIDING[name] ?? []).flatMap((value) => [
      { [name]: value },
      { ...all, [name]: value },
    ])
    return [{ [name]: told(name) }, others, ...decided]
  })
  return [all, {}, ...one]
}

/** What is the same in each language: facts, addresses, actions, regions, hosts, commands, kinds of keys, numbers. */
const KEPT =
  /«[^»]+»|https?:\/\/\S+[^\s,.:]|\b[a-z0-9-]+:[A-Z]\w+|\b[a-z]{2}-[a-z]+-\d\b|\b[\w.-]+\.(?:com|io)\b|(?<=\s)--[a-z-]+|\baws (?:sso login|login|configure [a-z-]+|sts [a-z-]+)|\bA[KS]IA\b|\b\d[\d.,]*\d\b/g
const kept = (text: string): readonly string[] =>
  [
    ...new Set([...text.matchAll(KEPT)].map(([word]) => word.replace(/(?<=\d)[.,](?=\d)/, ''))),
  ].toSorted()

const PARTS = ['what', 'meaning', 'todo'] as const

describe('the German sentences of errors', () => {
  it.each(ERROR_CODES)('%s tells all that the English ones tell', (code) => {
    for (const facts of casesOf(factNames(code)))
      for (const part of PARTS)
        expect(kept(german[code](facts)[part]), part).toEqual(
          kept(english.errors.sentences[code](facts)[part]),
        )
  })

  it.each(ERROR_CODES)('%s is written as German is, whatever is known of it', (code) => {
    for (const facts of casesOf(factNames(code)))
      for (const part of PARTS) {
        const text = german[code](facts)[part]
        expect(text).not.toMatch(/ {2}|undefined|NaN|“\w|[‘’”]|!(?! - )/)
        expect(text).toMatch(/^[A-ZÄÖÜ„«\d][\s\S]*[.“]$/)
      }
  })
})
