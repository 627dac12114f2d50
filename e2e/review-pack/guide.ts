import { GUIDE_IDS, TERM_IDS } from '../../electron/contract/help.ts'
import { STEP_IDS, type StepId } from '../../electron/contract/steps.ts'
import { html, pageOf, type Html } from '../../electron/documents/html.ts'
import type { Pack } from './context.ts'
import { heading, joined, paragraphs, points, prose, table } from './parts.ts'
import { PICTURE_SIZE, type PictureId } from './picture-ids.ts'
import { PACK_STYLE } from './style.ts'

/** Which states of a journey are shown with a step. */
const SHOWN: Readonly<Record<StepId, readonly PictureId[]>> = {
  plan: ['plan'],
  'sign-in': ['sign-in', 'signed-in'],
  'cost-report': ['cost-report'],
  bucket: ['bucket'],
  template: ['template'],
  stack: ['stack', 'stack-running'],
  registration: ['registration', 'registered'],
}

/**
 * The user guide in one language: the program's own pages of Help, with pictures.
 * @param sourceOf where a picture is: beside the page, or in it
 */
export function userGuide(pack: Pack, sourceOf: (id: PictureId) => string): string {
  const { frame, guide } = pack.words
  return pageOf(
    {
      locale: pack.language,
      title: `Eco Connect: ${frame.guideTitle}`,
      more: PACK_STYLE,
      also: "; img-src 'self' file: data:",
    },
    html`<header>
        <p class="from">${frame.from(pack.facts.version)}</p>
        <h1>${frame.guideTitle}</h1>
        ${paragraphs(guide.intro)}
      </header>
      <main>
        ${contents(pack)}
        <h2 id="steps">${guide.steps}</h2>
        ${joined(STEP_IDS.map((id, place) => stepPart(pack, id, place + 1, sourceOf)))}
        <h2 id="guides">${guide.guides}</h2>
        ${joined(GUIDE_IDS.map((id) => guidePart(pack, id)))}
        <h2 id="words">${guide.glossary}</h2>
        ${words(pack)}
      </main>`,
  )
}

/** Every part of the guide, to go there. */
function contents({ words: { frame, guide }, app }: Pack): Html {
  const parts = [
    ...STEP_IDS.map((id, place) => [`step-${id}`, guide.step(place + 1, app.steps[id].title)]),
    ...GUIDE_IDS.map((id) => [`guide-${id}`, app.help.guides[id].title]),
    ['words', guide.glossary],
  ]
  return html`<nav aria-labelledby="contents">
    <h2 id="contents">${frame.contents}</h2>
    <ul>
      ${parts.map(([id = '', title = '']) => html`<li><a href="${`#${id}`}">${title}</a></li>`)}
    </ul>
  </nav>`
}

const parted = (title: string, said: readonly string[]): Html =>
  html`<h4>${title}</h4>
    ${points(said)}`

function stepPart(
  { words: { guide }, app }: Pack,
  id: StepId,
  place: number,
  sourceOf: (id: PictureId) => string,
): Html {
  const { steps } = app.help
  const { brief, does, stops, undo } = steps.pages[id]
  const pictures = SHOWN[id].map(
    (picture) =>
      html`<figure>
        <img
          src="${sourceOf(picture)}"
          alt="${guide.pictures[picture]}"
          width="${String(PICTURE_SIZE.width)}"
          height="${String(PICTURE_SIZE.height)}"
        />
        <figcaption>${guide.pictures[picture]}</figcaption>
      </figure>`,
  )
  return html`${heading(`step-${id}`, guide.step(place, app.steps[id].title))}
  ${paragraphs([brief])} ${joined(pictures)} ${parted(steps.does, does)}
  ${parted(steps.stops, stops)} ${parted(steps.undo, undo)}`
}

function guidePart({ app }: Pack, id: (typeof GUIDE_IDS)[number]): Html {
  const { title, brief, parts } = app.help.guides[id]
  return html`${heading(`guide-${id}`, title)} ${paragraphs([brief])}
  ${joined(parts.map((part) => parted(part.title, part.points)))}`
}

function words({ words: { guide }, app, locale }: Pack): Html {
  const terms = TERM_IDS.map((id) => app.help.glossary[id]).toSorted((one, other) =>
    locale.compare(one.term, other.term),
  )
  return table(
    'two',
    guide.wordHead,
    terms.map(({ term, aws, plain, here }) => [
      html`${term} ${aws === '' ? html`` : html`<p class="soft">${aws}</p>`}`,
      prose([plain, here].filter(Boolean).join(' ')),
    ]),
  )
}
