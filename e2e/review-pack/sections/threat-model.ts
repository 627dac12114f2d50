import { html, type Html } from '../../../electron/documents/html.ts'
import type { Pack } from '../context.ts'
import { joined, paragraphs } from '../parts.ts'
import { threatPart } from '../threat-model.ts'

export function threatModel({ words, facts, language }: Pack): Html {
  const { threatModel: about } = words
  const parts = facts.threats.map((threat, place) =>
    threatPart(threat, `threat-${place}`, about.shownBy),
  )
  return html`${paragraphs([...about.intro, about.language].filter(Boolean))}
  ${language === 'en' ? joined(parts) : html`<div lang="en">${parts}</div>`}`
}
