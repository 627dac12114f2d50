import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { paragraphs, table } from '../parts.ts'
import { controlOf, QUESTIONS } from '../questionnaire.ts'

/** @param titleOf what a place of the pack is called */
export const questionnaire = ({ words }: Pack, titleOf: (anchor: string) => string): Html =>
  html`${paragraphs(words.questionnaire.intro)}
  ${table(
    'questions',
    words.questionnaire.head,
    QUESTIONS.map(({ id, anchor }) => [
      controlOf(id),
      words.questionnaire.questions[id],
      html`<a href="${`#${anchor}`}">${titleOf(anchor)}</a>`,
    ]),
  )}`
