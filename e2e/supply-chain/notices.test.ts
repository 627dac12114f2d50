import { Buffer } from 'node:buffer'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { escapeText } from '../../electron/documents/html.ts'
import { notices as german } from '../../electron/texts/de/notices.ts'
import { notices as english } from '../../electron/texts/en/notices.ts'
import { noticesIn } from '../bundling/build-record.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import { fontOf } from './fonts.ts'
import { beyondTexts, packageAt } from './licence-texts.ts'
import { noticesPage } from './notices.ts'
import { fontLicence } from './sbom-app.ts'
import { exampleShipped } from './testing/example-shipped.ts'

const shipped = exampleShipped()
const APART = {
  app: 'Eco Connect 1.2.3',
  electron: 'Electron’s <licence>',
  chromium: '../../LICENSES.chromium.html',
  ffmpeg: 'libffmpeg.so',
}
const input = { ...shipped, ...APART }
const page = noticesPage('en', english, input)

describe('the page of notices', () => {
  test('has every text of every package, and each once', () => {
    for (const { name, texts } of [...shipped.packages, ...shipped.data]) {
      expect(page, name).toContain(`<th scope="row">${escapeText(name)}</th>`)
      expect(texts.length, name).toBeGreaterThan(0)
      for (const { text } of texts)
        expect(page.split(escapeText(text)).length, name).toBeGreaterThanOrEqual(2)
    }
    const bodies = [...page.matchAll(/<pre lang="en">([^]*?)<\/pre>/g)].map(([, text]) => text)
    expect(new Set(bodies).size).toBe(bodies.length)
  })

  test('leads from every package to its texts, and to Chromium’s page beside the program', () => {
    const ids = [...page.matchAll(/<h3 id="([^"]+)"/g)].map(([, id]) => id)
    const asked = [...page.matchAll(/href="#([^"]+)"/g)].map(([, id]) => id)
    expect(asked.filter((id) => !ids.includes(id))).toEqual([])
    expect(page).toContain('href="../../LICENSES.chromium.html"')
    expect(page).toContain('Electron’s &lt;licence&gt;')
  })

  test('says what only the files say, with names that minifying drops', () => {
    for (const words of ['react-virtual', 'tannerlinsley', 'react-keyed-flatten-children@3.2.0'])
      expect(page).toContain(words)
  })

  test('names the fonts in their own words, with their licence’s text', () => {
    expect(page).toContain('Northwind Sans Bold')
    expect(page).toContain('SIL OPEN FONT LICENSE Version 1.1')
  })

  test('of a package for Windows has the text of a module that was published without', () => {
    const windows = noticesPage('en', english, { ...exampleShipped('win32'), ...APART })
    expect(windows).toContain('<th scope="row">native-reg</th>')
    expect(windows).toContain('It is the one in its repository (https://github.com/')
    expect(windows).toContain('node.napi.node is compiled with node-addon-api')
    expect(page).not.toContain('native-reg')
  })

  test('says where a stand-in is in Electron’s place, and names no library that is not there', () => {
    for (const [locale, words] of Object.entries({ en: english, de: german })) {
      const trial = noticesPage(locale, words, { ...input, isStandIn: true, ffmpeg: '' })
      expect(trial).toContain(escapeText(words.standInMark))
      expect(trial).toContain(escapeText(words.standInIntro))
      expect(trial).not.toContain(escapeText(words.ffmpeg('')))
      expect(trial).not.toContain(escapeText(words.mark))
    }
  })

  test('begins with the mark where the test runtime is in the package, and has none otherwise', () => {
    expect(page).toContain('NOT FOR DISTRIBUTION')
    expect(noticesPage('de', german, input)).toContain('NOT FOR DISTRIBUTION')
    expect(noticesPage('en', english, { ...input, isForDistribution: true })).not.toContain(
      'NOT FOR DISTRIBUTION',
    )
  })

  test('loads nothing and runs nothing', () => {
    expect(page).not.toMatch(/<script|<link|src="|https?:\/\/[^"<\s]+"/)
    expect(page).toContain("default-src 'none'")
  })
})

describe('the text of a licence', () => {
  test('is there for everything that ships, and borrowed by one package only', () => {
    const borrowers = shipped.packages.filter(({ borrowed }) => borrowed !== undefined)
    expect(borrowers.map(({ name, borrowed }) => `${name}: ${borrowed}`)).toEqual([
      '@aws-sdk/nested-clients: @aws-sdk/client-sts 3.1177.0',
    ])
  })

  test.each(['app-builder-lib', 'isarray'])('that %s does not bring is missed by name', (name) => {
    expect(() => packageAt(`node_modules/${name}`)).toThrow(`${name} `)
    expect(() => packageAt(`node_modules/${name}`)).toThrow('has no text of its licence')
  })
})

const sheet = readFileSync(
  path.join(repositoryRoot, 'node_modules/@cloudscape-design/global-styles/index.css'),
  'utf8',
)

describe('a font', () => {
  const fonts = [...sheet.matchAll(/data:font\/woff2;base64,([\w+/=]+)/g)].map(([, text = '']) =>
    fontOf(Buffer.from(text, 'base64')),
  )

  test('tells its family, version and licence itself', () => {
    expect(fonts.map(({ family }) => family)).toEqual(fonts.map(() => 'Open Sans'))
    expect(fonts).toHaveLength(8)
    for (const font of fonts) {
      expect(font.version).toMatch(/^\d+\.\d+$/)
      expect(font.copyright).toMatch(/^Copyright \d{4} /)
      // Not what the style sheet around it says: Apache-2.0.
      expect(fontLicence(font)).toBe('OFL-1.1')
    }
    expect(new Set(fonts.map(({ style }) => style)).size).toBe(8)
  })

  test('that is none, or under a licence that nobody read, is refused', () => {
    expect(() => fontOf(Buffer.from('OTTO and more'))).toThrow('is no WOFF2')
    const [font] = fonts
    if (!font) throw new Error('There is no font.')
    expect(() => fontLicence({ ...font, licenceAddress: '' })).toThrow('nobody here has read it')
  })
})

test('comments about rights are kept as they are, without the marks of comments', () => {
  const source = [
    '/*! Northwind v1.0 | MIT License | https://northwind.example */',
    'const a = 1 // not about that',
    '// Copyright Northwind',
    '// SPDX-License-Identifier: MIT',
    '/* plain */',
  ].join('\n')
  expect(noticesIn(source)).toEqual([
    'Northwind v1.0 | MIT License | https://northwind.example',
    'Copyright Northwind\nSPDX-License-Identifier: MIT',
  ])
})

test('what a file says that the licence’s text says as well is left out', () => {
  const react = packageAt('node_modules/react')
  const known = 'Copyright (c) Meta Platforms, Inc. and affiliates.\nSPDX-License-Identifier: MIT'
  expect(beyondTexts(react, [known, 'Copyright (c) Northwind'])).toEqual([
    'Copyright (c) Northwind',
  ])
})
