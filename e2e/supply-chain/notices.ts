import { html, type Html, NOTHING, pageOf } from '../../electron/documents/html.ts'
import type { Notices } from '../../electron/texts/notices.ts'
import { beyondTexts, packageAt, type Package } from './licence-texts.ts'
import { fontLicence } from './sbom-app.ts'
import { grouped } from './sbom-form.ts'
import { COMPILED_IN, NATIVE, type Shipped, type ShippedPackage } from './shipped-things.ts'

/** What the page is about, and where what it points to lies. */
export type NoticesInput = Pick<
  Shipped,
  'packages' | 'data' | 'fonts' | 'isForDistribution' | 'isStandIn'
> & {
  /** Title and version of the app. */
  readonly app: string
  /** Electron's own licence. */
  readonly electron: string
  /** The page of Chromium's licences, as a link from this page. */
  readonly chromium: string
  /** The name of FFmpeg's library in the package; not told of a stand-in. */
  readonly ffmpeg: string
}

/** A text with its place on the page, and who comes with it under which file name. */
type Text = {
  readonly id: string
  readonly text: string
  readonly owners: ReadonlyMap<string, string>
}

const named = ({ name, version }: Package): string => `${name} ${version}`

/** Every different text of some packages, with those that come with it. */
function textsOf(packages: readonly Package[]): readonly Text[] {
  const all = packages.flatMap((one) =>
    one.texts.map(({ file, text }) => ({ file, text, name: named(one) })),
  )
  return [...grouped(all, ({ text }) => text)].map(([text, owners], index) => ({
    id: `text-${index + 1}`,
    text,
    owners: new Map(owners.map(({ name, file }) => [name, file])),
  }))
}

/** One row a package: its name, its version, its licence, and links to its texts. */
function table(words: Notices, packages: readonly Package[], texts: readonly Text[]): Html {
  const byName = packages.toSorted((one, other) => (named(one) < named(other) ? -1 : 1))
  const rows = byName.map((one) => {
    const links = texts.flatMap(({ id, owners }) => {
      const file = owners.get(named(one))
      return file === undefined ? [] : html`<a href="#${id}">${file}</a>`
    })
    return html`<tr>
      <th scope="row">${one.name}</th>
      <td>${one.version}</td>
      <td>${one.licence}</td>
      <td>${links}</td>
    </tr>`
  })
  const heads = words.columns.map((column) => html`<th scope="col">${column}</th>`)
  return html`<table>
    <thead>
      <tr>
        ${heads}
      </tr>
    </thead>
    <tbody>
      ${rows}
    </tbody>
  </table>`
}

/** What stands in files only, where nobody who has the app could read it: minifying drops it. */
function inFiles(words: Notices, packages: readonly ShippedPackage[]): readonly Html[] {
  return packages.flatMap((one) => {
    const notices = beyondTexts(one, one.notices)
    if (notices.length === 0) return []
    return html`<h3>${words.inFiles(named(one))}</h3>
      <pre lang="en">${notices.join('\n\n')}</pre>`
  })
}

/** Each font with its own words on its rights, and the text of its licence, which some package brings. */
function fontList(fonts: NoticesInput['fonts'], texts: readonly Text[]): Html {
  const licence = texts.find(({ text }) => OFL.test(text))
  if (fonts.length > 0 && licence === undefined)
    throw new Error('No package brings the text of the licence of the fonts in the app, OFL-1.1.')
  const items = fonts.map((font) => {
    const words = [font.version, font.copyright, font.licenceAddress].join(', ')
    return html`<li>
      ${font.family} ${font.style}, <a href="#${licence?.id ?? ''}">${fontLicence(font)}</a>,
      <span lang="en">${words}</span>
    </li>`
  })
  return html`<ul>
    ${items}
  </ul>`
}

/** What stands before all else in a package that is not for people. */
function markOf(words: Notices, { isForDistribution, isStandIn }: NoticesInput): Html {
  if (isForDistribution) return NOTHING
  return html`<p class="box warn">${isStandIn ? words.standInMark : words.mark}</p>`
}

const OFL = /SIL OPEN FONT LICENSE Version 1\.1/

/**
 * The page with the licences of all that others made and that is in a package: each package of the build with
 * every text that came with it and what only its files say, data, fonts, and the runtime. Throws if a font is
 * in the app and no package brings the text of its licence.
 */
export function noticesPage(locale: string, words: Notices, input: NoticesInput): string {
  const { packages, data, fonts } = input
  const headers = packageAt(COMPILED_IN)
  const texts = textsOf([...packages, ...data, headers])
  const borrowed = packages.filter((one) => one.borrowed !== undefined)
  const body = html`<main>
    <h1>${words.title}</h1>
    ${markOf(words, input)}
    <p>${words.intro(input.app)}</p>
    <h2>${words.packages}</h2>
    <p>${words.packagesIntro}</p>
    ${table(words, packages, texts)}
    ${borrowed.map((one) => html`<p>${words.borrowed(named(one), one.borrowed ?? '', one.repository)}</p>`)}
    ${packages.flatMap(({ name, repository, isKept }) => (isKept ? html`<p>${words.kept(name, repository)}</p>` : []))}
    ${packages.flatMap(({ place }) => {
      const program = NATIVE[place]
      return program === undefined ? [] : html`<p>${words.compiledIn(headers.name, program)}</p>`
    })}
    <h2>${words.data}</h2>
    <p>${words.dataIntro}</p>
    ${table(words, data, texts)}
    <h2>${words.fonts}</h2>
    <p>${words.fontsIntro}</p>
    ${fontList(fonts, texts)}
    <h2>${words.runtime}</h2>
    <p>${input.isStandIn ? words.standInIntro : words.runtimeIntro}</p>
    <p><a href="${input.chromium}">${words.chromium}</a></p>
    ${input.isStandIn ? NOTHING : html`<p>${words.ffmpeg(input.ffmpeg)}</p>`}
    <pre lang="en">${input.electron}</pre>
    <h2>${words.texts}</h2>
    <p>${words.textsIntro}</p>
    ${texts.map(
      ({ id, text, owners }) =>
        html`<h3 id="${id}">${words.textOf([...owners.keys()].join(', '))}</h3>
          <pre lang="en">${text}</pre>`,
    )}
    ${inFiles(words, packages)}
  </main>`
  return pageOf({ locale, title: words.title }, body)
}
