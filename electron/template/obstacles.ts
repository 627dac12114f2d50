import { letsAccountsIn, NOT_UNDERSTOOD } from '../aws/iam/trust.ts'
import type { TemplateObstacle } from '../contract/ask/template.ts'
import { nameHides } from '../base/visible.ts'
import { outcomesOf } from './conditions.ts'
import { notUnderstood, valuesToCome, type Template } from './document.ts'
import { isTypeKnown } from './parameter-types.ts'
import type { Misread } from './reading.ts'
import { roleForSpot } from './spot-role.ts'
import { trustsOf } from './trust.ts'
import { isRecord, resolve } from './value.ts'

/** Functions that CloudFormation has without a macro. Source: its reference of intrinsic functions. */
const FUNCTIONS = new Set(
  'And Base64 Cidr Contains EachMemberEquals EachMemberIn Equals FindInMap GetAtt GetAZs If ImportValue Join Not Or RefAll Select Split Sub ValueOf ValueOfAll'
    .split(' ')
    .map((name) => `Fn::${name}`),
)
/** Properties that are shown to the person, proven afterwards, or name what is created. */
const SHOWN = new Set(
  'AssumeRolePolicyDocument ManagedPolicyArns ManagedPolicyName Path PolicyDocument PolicyName Policies PermissionsBoundary RoleName Roles Groups Users'.split(
    ' ',
  ),
)

/**
 * All that stands against approving a template, each with its place: what a macro would make, who is
 * trusted and what the role is called as far as only AWS will know it, that nobody is, and what AWS reads
 * as something else than it says.
 */
export function obstaclesIn(template: Template): TemplateObstacle[] {
  const found = [
    ...macrosIn(template.reading.value, [], template),
    ...strangeParameters(template),
    ...openTrusts(template),
    ...closedRole(template),
    ...openProperties(template),
    ...template.reading.misread
      .filter(isShown)
      .map(({ written, read, place }): TemplateObstacle => ({
        kind: 'misread',
        written,
        read,
        ...place,
      })),
  ]
  const distinct = new Map(found.map((one) => [JSON.stringify(one), one]))
  return [...distinct.values()].toSorted((a, b) => a.line - b.line || a.column - b.column)
}

function isShown({ path: [section, , kind, property] }: Misread): boolean {
  if (section === 'Mappings') return true
  return section === 'Resources' && kind === 'Properties' && SHOWN.has(property ?? '')
}

/** What a macro, or a language extension, would replace by something that nobody has read. */
function macrosIn(value: unknown, path: readonly string[], template: Template): TemplateObstacle[] {
  if (Array.isArray(value)) {
    return value.flatMap((one, index) => macrosIn(one, [...path, String(index)], template))
  }
  if (!isRecord(value)) return []
  return Object.entries(value).flatMap(([name, one]) => {
    const inner = [...path, name]
    const isMacro = name.startsWith('Fn::')
      ? !FUNCTIONS.has(name)
      : path.length === 0 && name === 'Transform'
    if (!isMacro) return macrosIn(one, inner, template)
    return [{ kind: 'unresolved', what: name, ...template.reading.at(inner) }]
  })
}

/** What AWS puts in the place of a parameter's value, and nobody here has read. */
function strangeParameters({ Parameters, reading }: Template): TemplateObstacle[] {
  return Object.entries(Parameters)
    .filter(([, { Type }]) => !isTypeKnown(Type))
    .map(([name, { Type }]) => ({
      kind: 'unresolved',
      what: `${name} (${Type})`,
      ...reading.at(['Parameters', name, 'Type']),
    }))
}

/** Whoever is trusted has to be known, but for what the form fills in. */
function openTrusts(template: Template): TemplateObstacle[] {
  return Object.entries(template.Resources).flatMap(([id, { Type, Properties }]) => {
    if (Type !== 'AWS::IAM::Role') return []
    const document = Properties['AssumeRolePolicyDocument'] ?? {}
    const place = template.reading.at(trustPath(id))
    const open = outcomesOf(document, template, {}).flatMap((outcome) =>
      openParts(document, template, outcome),
    )
    if (open.length > 0) return open
    const unfilled = placeholdersIn(id, template)
    if (unfilled.length > 0) return unfilled
    // Hidden characters are told by themselves.
    const lost = trustsOf(template, {})
      .filter(({ role }) => role === id)
      .flatMap(({ trust }) => [...trust.trustedPrincipals, ...trust.externalIds])
      .some((text) => text.includes(NOT_UNDERSTOOD) && !nameHides(text))
    const what = notUnderstood(document, template).replace(NOT_UNDERSTOOD, '')
    return lost ? [{ kind: 'unresolved', what, ...place }] : []
  })
}

/** A role for Spot that lets no account in, however its conditions turn out. */
function closedRole(template: Template): TemplateObstacle[] {
  const role = roleForSpot(template)
  const cases = trustsOf(template, {}).filter((one) => one.role === role)
  if (role === null || cases.some(({ trust }) => letsAccountsIn(trust))) return []
  return [{ kind: 'closed', ...template.reading.at(trustPath(role)) }]
}

const trustPath = (role: string): string[] => [
  'Resources',
  role,
  'Properties',
  'AssumeRolePolicyDocument',
]

function openProperties(template: Template): TemplateObstacle[] {
  const policies = Object.entries(template.Resources).filter(
    ([, { Type }]) => Type === 'AWS::IAM::ManagedPolicy',
  )
  const own = new Set(policies.flatMap(([id]) => [id, `${id}.PolicyArn`, `${id}.Id`]))
  return Object.values(template.Resources).flatMap(({ Type, Properties }) => {
    if (Type !== 'AWS::IAM::Role') return []
    return ['RoleName', 'ManagedPolicyArns', 'Path', 'PermissionsBoundary'].flatMap((property) => {
      const value = Properties[property]
      if (value === undefined) return []
      return outcomesOf(value, template, {}).flatMap((outcome) =>
        openParts(value, template, outcome, own),
      )
    })
  })
}

/**
 * A principal or an external ID with a `${Name}` of nothing that is in the template: a text that was to
 * be filled in before it was given away, and that nobody will fill in now.
 */
function placeholdersIn(role: string, template: Template): TemplateObstacle[] {
  const { reading } = template
  const known = new Set(Object.keys(valuesToCome(template)))
  const isKnown = (name: string): boolean =>
    known.has(name) ||
    Object.hasOwn(template.Parameters, name) ||
    Object.hasOwn(template.Resources, name.split('.')[0] ?? '')
  return trustsOf(template, valuesToCome(template))
    .filter((one) => one.role === role)
    .flatMap(({ trust }) => [...trust.trustedPrincipals, ...trust.externalIds])
    .flatMap((text) => [...text.matchAll(/\$\{!?([^}]*)\}/g)])
    .filter(([, name = '']) => !isKnown(name))
    .map(([what]) => {
      const place = reading.ofText((text) => text.includes(what)) ?? reading.at(trustPath(role))
      return { kind: 'unfilled', what, ...place }
    })
}

/** The parts of a value that nobody knows yet; a policy of the same template is shown by itself. */
function openParts(
  value: unknown,
  template: Template,
  outcome: ReadonlyMap<string, boolean>,
  own: ReadonlySet<string> = new Set(),
): TemplateObstacle[] {
  const placeholders = Object.fromEntries([...own].map((name) => [name, `\${${name}}`]))
  const values = { ...placeholders, ...valuesToCome(template) }
  const found: TemplateObstacle[] = []
  const onOpen = (part: unknown): void => {
    const what = typeof part === 'string' ? part : JSON.stringify(part)
    const { of, ofText, at } = template.reading
    const place = of(part) ?? ofText((text) => text === part) ?? at(['Resources'])
    found.push({ kind: 'unresolved', what, ...place })
  }
  resolve(value, { values, mappings: template.Mappings, outcome, onOpen })
  return found
}
