import type { TemplateObstacle } from '../contract/ask/template.ts'
import type { Purpose } from '../contract/purposes.ts'
import type { Catalogue } from './catalogue.ts'

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
