import type {
  TemplateObstacle,
  TemplateParameter,
  TemplateReview,
} from '../contract/ask/template.ts'
import type { Purpose } from '../contract/purposes.ts'
import { wordsFor, type Catalogue } from './catalogue.ts'

/** A purpose of permissions, in words. */
export function purposeText(
  { template }: Catalogue,
  { kind, id }: Purpose,
): { readonly label: string; readonly means: string } {
  if (kind === 'known') return template.purposes[id]
  const { label, means } = template.otherPurpose
  return { label: label(id), means }
}

/** One line about something that stands against approving a template. */
export function obstacleLine({ template }: Catalogue, obstacle: TemplateObstacle): string {
  const { line, column } = obstacle
  switch (obstacle.kind) {
    case 'unresolved':
      return template.unresolved(line, column, obstacle.what)
    case 'unfilled':
      return template.unfilled(line, column, obstacle.what)
    case 'misread':
      return template.misread(line, column, obstacle.written, obstacle.read)
  }
}

/** One line about something that a template creates. */
export function resourceLine(
  { template }: Catalogue,
  {
    logicalId,
    type,
    name,
    when,
  }: Pick<TemplateReview['resources'][number], 'logicalId' | 'type' | 'name' | 'when'>,
): string {
  const kind = wordsFor(template.resourceTypes, type)
  const line =
    name === '' ? template.resource(kind, logicalId) : template.resourceNamed(kind, logicalId, name)
  return when === '' ? line : template.noted.when(line, [when])
}

/** One line about a parameter: who gives it its value, and which. */
export function parameterLine(
  { template }: Catalogue,
  { name, description, field, hidden, defaultValue }: TemplateParameter,
): string {
  if (field === 'default') return template.parameterSet(name, hidden ? '****' : defaultValue)
  return hidden
    ? template.parameterHidden(name, description)
    : template.parameterAsked(name, description)
}
