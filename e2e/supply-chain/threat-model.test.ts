import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'
import { hasTest } from './named-test.ts'

const document = readFileSync(
  path.join(repositoryRoot, 'resources', 'security', 'threat-model.md'),
  'utf8',
)

type Link = { readonly file: string; readonly target: string; readonly title: string }

const link = /\[([^\]]+)\]\(\.\.\/\.\.\/([^)]+)\): `([^`]+)`/g
const linksIn = (text: string): Link[] =>
  [...text.matchAll(link)].map(([, file = '', target = '', title = '']) => ({
    file,
    target,
    title,
  }))

/** Each kind of attacker: its heading and what is said of it. */
const parts = document
  .split('\n## ')
  .slice(2)
  .map((text): [string, string] => [text.slice(0, text.indexOf('\n')), text])

test('the threat model covers all that it set out to', () => {
  expect(parts.map(([heading]) => heading)).toEqual([
    'Another user of the same computer',
    'Somebody who changes how the app is started',
    'Malware that runs as the same person, or as administrator',
    'Somebody with write access to the profile folder',
    'Somebody who sends a file that the app opens',
    'A person at the proxy or on the network',
    'A captive portal, or a server that answers nonsense',
    'A malicious web page in the browser during the sign-in',
    'The sign-in as in the AWS console',
    'Somebody who gets around what their organization has decided',
    'A phishing portal address or device code',
    'A hostile template file',
    'A hostile report file in the bucket',
    'A hostile profile file of the AWS CLI',
    'A name that deceives',
    'Content that gets into the window',
    'A compromised dependency',
    'A package that somebody has changed on its way',
    'A compromised Spot',
    'Somebody who changes the role after it was approved',
    'An answer that was asked for before it was due',
    'Looking over the shoulder, a screenshot, a file that is sent on',
    'A lost or stolen computer',
    'What “Remove everything from this computer” leaves, or takes by mistake',
    'The app itself, by mistake',
  ])
})

describe.each(parts)('%s', (_heading, text) => {
  const claims = text
    .slice(text.indexOf('What stops'), text.indexOf('What remains'))
    .split('\n- ')
    .slice(1)

  test('says what stops it, and what remains', () => {
    expect(claims.length).toBeGreaterThan(0)
    expect(text).toMatch(/\nWhat remains: \S/)
  })

  test('proves every claim by a test', () => {
    expect(claims.filter((claim) => linksIn(claim).length === 0)).toEqual([])
  })

  test.each(linksIn(text))('$file has the test “$title”', ({ file, target, title }) => {
    expect(target).toBe(file)
    const place = path.join(repositoryRoot, target)
    expect(existsSync(place)).toBe(true)
    expect(hasTest(readFileSync(place, 'utf8'), title)).toBe(true)
  })
})

test('no link is written in a form that is not checked', () => {
  const all = [...document.matchAll(/\]\(/g)].length
  expect(linksIn(document)).toHaveLength(all)
})
