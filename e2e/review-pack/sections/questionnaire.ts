import { FULL } from '../../../electron/audit/log.ts'
import { html, type Html } from '../../../electron/documents/html.ts'
import { FALLBACK_VERSION } from '../../runtime/fallback.ts'
import type { Pack } from '../context.ts'
import { minutesOf } from './hosts.ts'
import { heading, joined, paragraphs, prose, table } from '../parts.ts'
import {
  type Answered,
  controlOf,
  HOSTILE_QUESTIONS,
  type Known,
  LEFT_OUT,
  QUESTIONS,
} from '../questionnaire.ts'

const said = (text: Answered['answer'], known: Known): string =>
  typeof text === 'string' ? text : text(known)

const MEBIBYTE = 1024 * 1024

/** @param titleOf what a place of the pack is called */
export function questionnaire(
  { words: { questionnaire: about }, facts }: Pack,
  titleOf: (anchor: string) => string,
): Html {
  const known: Known = {
    hosts: facts.hosts.contacts.length,
    packages: facts.packages,
    electron: facts.electron,
    minutes: minutesOf('sign-in-browser'),
    megabytes: (2 * FULL) / MEBIBYTE,
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
    joined(
      anchors.map((anchor) => html`<div><a href="${`#${anchor}`}">${titleOf(anchor)}</a></div>`),
    )
  const isWhole = ({ open }: Answered): boolean => said(open, known) === ''
  const all = [...Object.values(about.published), ...Object.values(about.hostile)]
  const whole = all.filter(isWhole).length
  return html`${paragraphs(about.intro(all.length, whole, all.length - whole, LEFT_OUT.join(', ')))}
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
