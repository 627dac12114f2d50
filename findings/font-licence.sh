#!/usr/bin/env bash
# Cloudscape's style sheet says that its font is under Apache-2.0, its notice file is about another font, and the
# font itself says OFL-1.1.
#
# @cloudscape-design/global-styles carries eight cuts of Open Sans inside index.css. The comment above them
# says "Apache License, Version 2.0", as earlier versions of Open Sans were. THIRD-PARTY-LICENSES.txt, which
# lawyers read, has no word of Open Sans: it has the notice of Noto, which is not in the package. The fonts'
# own table of names says version 3.000, the copyright of the Open Sans Project Authors, and the address of
# the SIL Open Font License, which asks for its text and that copyright to go along with every copy.
# Hurt: whoever collects licences from manifests, notice files and comments, as all usual tools do: the notices
# of the product name a font that it has not, under a licence of which it names the wrong one.
# Instead: read what a font says of itself (names 0, 5, 13 and 14), and pass on that.
set -euo pipefail

dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
echo '{"private":true,"type":"module"}' >package.json
npm install --ignore-scripts --no-audit --no-fund --silent @cloudscape-design/global-styles@1.0.67 fontkit@2.0.4

cat >probe.js <<'JS'
import { readFileSync } from 'node:fs'
import * as fontkit from 'fontkit'

const folder = 'node_modules/@cloudscape-design/global-styles'
const { version, license } = JSON.parse(readFileSync(`${folder}/package.json`, 'utf8'))
console.log(`@cloudscape-design/global-styles ${version}, by its manifest ${license}`)

const sheet = readFileSync(`${folder}/index.css`, 'utf8')
const notices = readFileSync(`${folder}/THIRD-PARTY-LICENSES.txt`, 'utf8')
const comment = /\/\*! (.*Fonts.*) \*\//.exec(sheet)?.[1] ?? ''
const fonts = [...sheet.matchAll(/data:font\/woff2;base64,([\w+/=]+)/g)].map(([, text]) =>
  fontkit.create(Buffer.from(text, 'base64')),
)
const said = new Set(
  fonts.map((font) => {
    const { fontFamily, preferredFamily, copyright, version: cut, licenseURL } = font.name.records
    const family = (preferredFamily ?? fontFamily).en
    return `${family}, ${cut.en}, ${copyright.en}, ${licenseURL.en}`
  }),
)
const fontInNotices = /\*\* (\S+ Fonts?)\b/.exec(notices)?.[1] ?? 'none'

console.log('Expected: comment, notices and font name the same font and the same licence.')
console.log(`The comment: ${comment}`)
console.log(`The notices: ${fontInNotices}; Open Sans in them: ${/open sans/i.test(notices) ? 'yes' : 'no'}`)
for (const one of said) console.log(`The ${fonts.length} fonts:  ${one}`)

const [own = ''] = said
const isAsSeen =
  said.size === 1 &&
  /Apache License, Version 2\.0/.test(comment) &&
  fontInNotices === 'Noto Fonts' &&
  !/open sans/i.test(notices) &&
  /^Open Sans, Version 3\.000/.test(own) &&
  /scripts\.sil\.org\/OFL$/.test(own)
if (!isAsSeen) throw new Error(`behaviour changed: ${comment}; ${fontInNotices}; ${[...said].join('; ')}`)
console.log('Confirmed: three places, two fonts, two licences; only the font’s own words are about the font.')
JS
node probe.js
