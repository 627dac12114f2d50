import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { paragraphs, points } from '../parts.ts'

export const verification = ({ words }: Pack): Html =>
  html`${paragraphs(words.rollout.verification.intro)} ${points(words.rollout.verification.points)}`
