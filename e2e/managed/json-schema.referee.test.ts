import { execFileSync } from 'node:child_process'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { DEFINED } from './defined.ts'
import { jsonSchema } from './json-schema.ts'

/** Whether each file is of the form, by the validator that Linux distributions have. */
const REFEREE = `
import json, sys
from jsonschema import Draft202012Validator
form, files = json.load(sys.stdin)
json.dump([Draft202012Validator(form).is_valid(made) for made in files], sys.stdout)
`

const python = (script: string, input = ''): string =>
  execFileSync('/usr/bin/python3', ['-c', script], {
    input,
    encoding: 'utf8',
    stdio: ['pipe', 'pipe', 'ignore'],
  })

const hasReferee = ((): boolean => {
  try {
    python('import jsonschema')
    return true
  } catch {
    return false
  }
})()

/** Texts in which languages differ: letters and digits of other scripts, and what no one sees. */
const TELLING = [
  'dana',
  'Jürgen',
  '１２３４５６７８９０１２',
  '٣',
  'a\tb',
  'a\u0085b',
  '/日本',
  '/a\u007fb',
]
const files = DEFINED.flatMap(({ id, kind, example }) => [
  { [id]: example },
  ...TELLING.map((text) => ({ [id]: kind === 'list' ? [text] : text })),
])

// Debian and Ubuntu: python3-jsonschema. `npm run prepare-electron -- --tests` installs it as root.
describe.skipIf(!hasReferee)('the form of the file for Linux', () => {
  test('says the same to validators in JavaScript and in Python', () => {
    const form = z.record(z.string(), z.unknown()).parse(JSON.parse(jsonSchema()))
    const check = new Ajv2020().compile(form)
    const said: unknown = JSON.parse(python(REFEREE, JSON.stringify([form, files])))
    const verdicts = z.array(z.boolean()).parse(said)
    const differing = files.filter((made, at) => check(made) !== verdicts[at])
    expect(differing).toEqual([])
    expect(verdicts).toHaveLength(files.length)
  })
})
