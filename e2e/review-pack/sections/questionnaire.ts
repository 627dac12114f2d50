import { html, type Html } from '../../../electron/documents/html.ts'
import { FALLBACK_VERSION } from '../../runtime/fallback.ts'
import type { Pack } from '../context.ts'
import { heading, joined, paragraphs, prose, table } from '../parts.ts'
import { controlOf, HOSTILE_QUESTIONS, QUESTIONS } from '../questionnaire.ts'

/** What an answer says where the code, or the owner, has more to say than words. */
export type Known = {
  /** Names of hosts that the program contacts. */
  readonly hosts: number
  readonly packages: number
  /** The Electron that packages are made with, and the one that tests have run. */
  readonly electron: string
  readonly tried: string
  /** Where weaknesses are reported, and until when a version is supported; '' where nobody has said. */
  readonly contact: string
  readonly until: string
}

/** A question with its answer; `open` is what a reviewer still has to ask, '' for nothing. */
export type Answered = {
  readonly question: string
  readonly answer: string | ((known: Known) => string)
  readonly open: string | ((known: Known) => string)
}

const said = (text: Answered['answer'], known: Known): string =>
  typeof text === 'string' ? text : text(known)

/** @param titleOf what a place of the pack is called */
export function questionnaire(
  { words: { questionnaire: about }, facts }: Pack,
  titleOf: (anchor: string) => string,
): Html {
  const known: Known = {
    hosts: facts.hosts.contacts.length,
    packages: facts.packages,
    electron: facts.electron,
    tried: FALLBACK_VERSION,
    contact: facts.release.vulnerabilities.contact,
    until: facts.release.support.until,
  }
  const cell = ({ question, answer, open }: Answered): Html => {
    const left = said(open, known)
    return html`<strong>${question}</strong>
      <p>${prose(said(answer, known))}</p>
      ${left === '' ? html`` : html`<p class="open">${about.open} ${prose(left)}</p>`}`
  }
  const links = (anchors: readonly string[]): Html =>
    joined(anchors.map((anchor) => html`<div><a href="${`#${anchor}`}">${titleOf(anchor)}</a></div>`))
  const isWhole = ({ open }: Answered): boolean => said(open, known) === ''
  const all = [...Object.values(about.published), ...Object.values(about.hostile)]
  const whole = all.filter(isWhole).length
  return html`${paragraphs(about.intro(all.length, whole, all.length - whole))}
  ${heading('questions-published', about.publishedTitle)}
  ${table(
    'questions',
    about.head,
    QUESTIONS.map(({ id, anchors }) => [controlOf(id), cell(about.published[id]), links(anchors)]),
  )}
  ${heading('questions-hostile', about.hostileTitle)}
  ${table(
    'questions',
    about.head,
    HOSTILE_QUESTIONS.map(({ id, anchors }, place) => [
      String(place + 1),
      cell(about.hostile[id]),
      links(anchors),
    ]),
  )}`
}
