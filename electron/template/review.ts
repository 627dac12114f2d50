import { createHash } from 'node:crypto'
import { MAX_TEMPLATE_BYTES } from '../aws/cloudformation/limits.ts'
import { actionData } from '../aws/iam/known-actions.ts'
import { managedData } from '../aws/iam/managed-policies.ts'
import { NO_EXTERNAL_ID } from '../aws/iam/trust.ts'
import type {
  TemplateObstacle,
  TemplateReview,
  TemplateStatement,
} from '../contract/ask/template.ts'
import { fail } from '../errors/failure.ts'
import { nameHides } from '../base/visible.ts'
import { capabilityOf } from './capability.ts'
import { holds } from './conditions.ts'
import { parseTemplate, type Template } from './document.ts'
import { asksForId, parametersIn } from './declared.ts'
import { obstaclesIn } from './obstacles.ts'
import { placeFacts } from './reading.ts'
import { nameOf, roleForSpot, roleOutput, rolesIn } from './spot-role.ts'
import { managedIn, PROPERTIES, statementsOf, strangeMembers } from './statements.ts'
import { principalsOf, trustsOf } from './trust.ts'
import { isRecord } from './value.ts'

/** Sections that give no permission. A `Transform` could put anything into the others. */
const SECTIONS = new Set(
  'AWSTemplateFormatVersion Description Metadata Parameters Mappings Conditions Rules Resources Outputs'.split(
    ' ',
  ),
)
/**
 * Reads a CloudFormation template as a reviewer would: who is trusted, what is allowed, what is
 * created. `bytes` are reviewed and later sent exactly as they are. What is not understood is shown
 * as a permission to write, as is what names a place with characters that cannot be seen, and of what
 * depends on a condition both cases are.
 * Throws `template-too-large`, `template-not-parsable`, `template-no-role` and
 * `template-foreign-resources`.
 */
export function reviewTemplate(
  body: string,
  source: TemplateReview['source'],
  fileName: string,
): TemplateReview {
  const bytes = Buffer.byteLength(body)
  if (bytes > MAX_TEMPLATE_BYTES) {
    throw fail('template-too-large', {
      file: fileName,
      bytes: String(bytes),
      limit: String(MAX_TEMPLATE_BYTES),
    })
  }
  const template = parseTemplate(body, fileName)
  refuseOtherThanRoles(template, fileName)
  const resources = Object.entries(template.Resources)
  const created = resources.filter(
    ([, { Condition }]) => Condition === '' || holds(Condition, template, {}) !== false,
  )
  const sections = isRecord(template.reading.value) ? template.reading.value : {}
  const trusts = trustsOf(template, {})
  const ids = new Set(trusts.flatMap(({ trust }) => trust.externalIds))
  const principals = principalsOf(trusts)
  const externalIds = [...ids].filter((id) => id !== NO_EXTERNAL_ID && !id.includes('${'))
  const statements = withOwnIds([
    ...strangeMembers('', sections, SECTIONS, template),
    ...resources.flatMap(([id, resource]) => statementsOf(id, resource, template)),
  ])
  return {
    source,
    fileName,
    sha256: sha256Of(body),
    bytes,
    body,
    principals,
    externalIds,
    statements,
    actionData: actionData(),
    managed: managedIn(template),
    managedData: managedData(),
    unseen: [
      ...new Set([
        ...principals,
        ...ids,
        ...statements.flatMap(({ actions, resources: places }) => [
          ...actions.map(({ text }) => text),
          ...places,
        ]),
      ]),
    ].filter(nameHides),
    obstacles: obstaclesIn(template),
    capability: capabilityOf(template),
    asksForId: asksForId(template),
    resources: created.map(([logicalId, { Type: type, Condition }]) => ({
      logicalId,
      type,
      name: nameOf(logicalId, template),
      when: holds(Condition, template, {}) === undefined ? Condition : '',
      isForSpot: logicalId === roleForSpot(template),
    })),
    parameters: parametersIn(template),
  }
}

const isMade = (obstacle: TemplateObstacle): obstacle is TemplateObstacle & { what: string } =>
  obstacle.kind === 'unresolved' && /^(?:Fn::|Transform$)/.test(obstacle.what)

/** What else a template would create is not understood, and a role has to be there that can be proven. */
function refuseOtherThanRoles(template: Template, file: string): void {
  const { Resources, reading } = template
  const foreign = Object.entries(Resources).filter(
    ([, { Type }]) => !Object.hasOwn(PROPERTIES, Type),
  )
  const roles = rolesIn(template)
  if (roles.length === 0) {
    // The role may be in what a macro would make, which is no part of the file.
    const [made] = obstaclesIn(template).filter(isMade)
    if (made) throw fail('template-unresolved', { file, what: made.what, ...placeFacts(made) })
    throw fail('template-no-role', { file, ...placeFacts(reading.at(['Resources'])) })
  }
  const [first] = foreign
  if (first) {
    const types = [...new Set(foreign.map(([, { Type }]) => Type))].join(', ')
    const place = placeFacts(reading.at(['Resources', first[0], 'Type']))
    throw fail('template-foreign-resources', { file, types, ...place })
  }
  if (roleForSpot(template) === null) {
    const output = roleOutput(template)
    const place = output === undefined ? ['Resources', roles[1] ?? ''] : ['Outputs', output]
    const facts = { file, roles: roles.join(', '), ...placeFacts(reading.at(place)) }
    throw fail('template-role-unclear', facts)
  }
}

export function sha256Of(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Two statements may have the same name, and each has to be shown. */
function withOwnIds(statements: readonly TemplateStatement[]): TemplateStatement[] {
  return statements.map((statement, index) => {
    const before = statements.slice(0, index).filter(({ id }) => id === statement.id).length
    return before === 0 ? statement : { ...statement, id: `${statement.id} #${before + 1}` }
  })
}
