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
    case 'closed':
      return template.closed(line, column)
    case 'misread':
      return template.misread(line, column, obstacle.written, obstacle.read)
  }
}

type Resource = TemplateReview['resources'][number]

/** What kind of thing a template creates. */
export function kindOf({ template }: Catalogue, { type, isForSpot }: Resource): string {
  if (type === 'AWS::IAM::Role' && !isForSpot) return template.otherRole
  return wordsFor(template.resourceTypes, type)
}

/** One line about something that a template creates. */
export function resourceLine(words: Catalogue, resource: Resource): string {
  const { template } = words
  const { logicalId, name, when } = resource
  const kind = kindOf(words, resource)
  const line =
    name === '' ? template.resource(kind, logicalId) : template.resourceNamed(kind, logicalId, name)
  return when === '' ? line : template.noted.when(line, [when])
}

/** One line about a parameter: who gives it its value, and which. */
export function parameterLine(
  { template }: Catalogue,
  { name, description, field, hidden, defaultValue }: TemplateParameter,
): string {
  if (field === 'bucketName') return template.parameterBucket(name)
  if (field === 'default') return template.parameterSet(name, hidden ? '****' : defaultValue)
  return hidden
    ? template.parameterHidden(name, description)
    : template.parameterAsked(name, description)
}
