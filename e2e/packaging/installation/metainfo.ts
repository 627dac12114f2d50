import type { Product, Spoken } from './installed.ts'
import { FILE_TYPE } from './registrations.ts'

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

/** An element in each language; the English one has no mark of its language. */
const spoken = (tag: string, { en, de }: Spoken, indent: string): string =>
  `${indent}<${tag}>${escaped(en)}</${tag}>\n${indent}<${tag} xml:lang="de">${escaped(de)}</${tag}>`

const paragraphs = (texts: readonly Spoken[], indent: string): string =>
  texts.map((text) => spoken('p', text, indent)).join('\n')

/**
 * The app as software centres show it: AppStream metadata.
 * Source: https://www.freedesktop.org/software/appstream/docs/chap-Metadata.html
 */
export function metainfoOf(product: Product): string {
  const { id, name, title, summary, description, vendor, licence, homepage, support, releases } =
    product
  const links = Object.entries({ homepage, help: support })
    .filter(([, url]) => url !== '')
    .map(([type, url]) => `  <url type="${type}">${escaped(url)}</url>\n`)
  const told = releases.map(
    ({ version, date, changes }) => `    <release version="${escaped(version)}" date="${date}">
      <description>
${paragraphs(changes, '        ')}
      </description>
    </release>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?>
<component type="desktop-application">
  <id>${id}</id>
  <metadata_license>FSFAP</metadata_license>
  <project_license>${escaped(licence)}</project_license>
  <name>${escaped(title)}</name>
${spoken('summary', summary, '  ')}
  <description>
${paragraphs(description, '    ')}
  </description>
  <developer_name>${escaped(vendor)}</developer_name>
${links.join('')}  <launchable type="desktop-id">${name}.desktop</launchable>
  <icon type="stock">${name}</icon>
  <provides>
    <binary>${name}</binary>
    <mediatype>${FILE_TYPE.mimeType}</mediatype>
  </provides>
  <categories>
    <category>Office</category>
  </categories>
  <content_rating type="oars-1.1"/>
  <releases>
${told.join('\n')}
  </releases>
</component>
`
}
