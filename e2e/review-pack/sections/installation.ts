import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { paragraphs, points } from '../parts.ts'

export const installation = ({ words }: Pack): Html =>
  html`${paragraphs(words.rollout.installation.intro)} ${points(words.rollout.installation.points)}`
