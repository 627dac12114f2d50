import { hasWildcard } from '../aws/iam/known-actions.ts'
import { classOfAction } from '../aws/iam/policy-actions.ts'
import type { TemplateAction } from '../contract/ask/template.ts'
import { mark, notUnderstood, surroundings, type Template } from './document.ts'
import { resolve } from './value.ts'

/** The rest of the statement that an action stands in. */
export type Around = {
  readonly effect: 'Allow' | 'Deny'
  /** Whether what is listed is all that the statement is not about. */
  readonly allBut: boolean
  readonly conditional: boolean
  readonly places: readonly string[]
  readonly template: Template
}

/** The text of an action; null if it depends on anything. */
function literal(value: unknown, template: Template): string | null {
  const text = resolve(value, surroundings(template))
  return typeof text === 'string' && /^[\w*?:-]+$/.test(text) ? text : null
}

/** An action as it is shown, and what it may do; `when` is the case of the template that it is for. */
export function reviewAction(value: unknown, when: string, around: Around): TemplateAction {
  const action = literal(value, around.template)
  if (action === null) return unclear(mark(notUnderstood(value, around.template), when))
  const denied = around.effect === 'Deny'
  const never = denied ? `${around.conditional ? 'under a condition ' : ''}never ` : ''
  const text = mark(`${never}${around.allBut ? 'all but ' : ''}${action}`, when)
  if (denied) return { text, may: 'forbids', grows: false }
  // All but a few actions are thousands, most of which write.
  if (around.allBut) return { text, may: 'writes', grows: true }
  // What a wildcard names is what AWS has today.
  return { text, may: classOfAction(action, around.places), grows: hasWildcard(action) }
}

/** What is shown in the place of an action, and could not be read. */
export function unclear(text: string): TemplateAction {
  return { text, may: 'not-known', grows: false }
}
