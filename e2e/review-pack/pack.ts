import { html, pageOf, type Html } from '../../electron/documents/html.ts'
import type { Pack } from './context.ts'
import { joined, paragraphs } from './parts.ts'
import { dataFlow } from './sections/data-flow.ts'
import { glance, readers, type SectionId, summary } from './sections/front.ts'
import { hardening } from './sections/hardening.ts'
import { hosts } from './sections/hosts.ts'
import { installation } from './sections/installation.ts'
import { logs } from './sections/logs.ts'
import { managed } from './sections/managed.ts'
import { network } from './sections/network.ts'
import { permissions } from './sections/permissions.ts'
import { questionnaire } from './sections/questionnaire.ts'
import { revocation } from './sections/revocation.ts'
import { leftovers, supplyChain } from './sections/rollout.ts'
import { spotRole } from './sections/spot-role.ts'
import { storage } from './sections/storage.ts'
import { limits, support } from './sections/support.ts'
import { threatModel } from './sections/threat-model.ts'
import { verification } from './sections/verification.ts'
import { PACK_STYLE } from './style.ts'

/** What a reviewer reads, in this order; the questionnaire comes last, as it points at all of it. */
const SECTIONS: Readonly<Record<Exclude<SectionId, 'questionnaire'>, (pack: Pack) => Html>> = {
  'data-flow': dataFlow,
  hosts,
  network,
  storage,
  logs,
  permissions,
  'spot-role': spotRole,
  hardening,
  'threat-model': threatModel,
  'supply-chain': supplyChain,
  verification,
  installation,
  managed,
  leftovers,
  revocation,
  support,
  limits,
}

const isSection = (id: string): id is keyof typeof SECTIONS => id in SECTIONS
const ORDER: readonly SectionId[] = [...Object.keys(SECTIONS).filter(isSection), 'questionnaire']

/** The review pack in one language, as a page that loads nothing. */
export function reviewPack(pack: Pack): string {
  const { frame } = pack.words
  const drawn = new Map<SectionId, Html>()
  for (const id of Object.keys(SECTIONS).filter(isSection))
    drawn.set(id, sectionPart(pack, id, SECTIONS[id](pack)))
  const titles = titlesIn([...drawn.values()])
  const titleOf = (anchor: string): string => {
    const title = titles.get(anchor)
    if (title === undefined) throw new Error(`The pack has no place “${anchor}”.`)
    return title
  }
  drawn.set('questionnaire', sectionPart(pack, 'questionnaire', questionnaire(pack, titleOf)))
  return pageOf(
    { locale: pack.language, title: `Eco Connect: ${frame.title}`, more: PACK_STYLE },
    html`<header>
        <p class="from">${frame.from(pack.facts.version)}</p>
        <h1>${frame.title}</h1>
        ${paragraphs(frame.intro)}
      </header>
      <main>
        <h2 id="summary">${frame.summary}</h2>
        ${summary(pack)}
        <nav aria-labelledby="contents">
          <h2 id="contents">${frame.contents}</h2>
          <ol>
            ${ORDER.map((id) => html`<li><a href="${`#${id}`}">${frame.sections[id]}</a></li>`)}
          </ol>
        </nav>
        <h2 id="readers">${frame.readers}</h2>
        ${readers(pack)}
        <h2 id="glance">${frame.glance}</h2>
        ${glance(pack)} ${joined([...drawn.values()])}
      </main>`,
  )
}

const sectionPart = ({ words }: Pack, id: SectionId, body: Html): Html =>
  html`<section aria-labelledby="${id}">
    <h2 id="${id}">${`${ORDER.indexOf(id) + 1}. ${words.frame.sections[id]}`}</h2>
    ${body}
  </section>`

/** Every place that can be pointed at, and what stands there. */
function titlesIn(parts: readonly Html[]): ReadonlyMap<string, string> {
  const found = parts.flatMap(({ markup }) => [...markup.matchAll(/<h[23] id="([^"]+)">([^<]+)</g)])
  return new Map(found.map(([, id = '', title = '']) => [id, title]))
}
