import type { Faults } from '../faults.ts'
import type { Account, StackCheck } from '../world.ts'
import { TemplateFault, resolveValue } from './intrinsics.ts'
import type { ValidationFailure } from './stack-events.ts'
import { creationWaves, scopeOf } from './stack.ts'
import type { Stack } from './stack.ts'

/** The properties that the schemas of these types know. Source: CloudFormation Template Reference. */
const PROPERTIES: Record<string, { required: string[]; optional: string[] }> = {
  'AWS::IAM::Role': {
    required: ['AssumeRolePolicyDocument'],
    optional: [
      'Description',
      'ManagedPolicyArns',
      'MaxSessionDuration',
      'Path',
      'PermissionsBoundary',
      'Policies',
      'RoleName',
      'Tags',
    ],
  },
  'AWS::IAM::ManagedPolicy': {
    required: ['PolicyDocument'],
    optional: ['Description', 'Groups', 'ManagedPolicyName', 'Path', 'Roles', 'Users'],
  },
}

type Resource = { logicalId: string; type: string; properties: Record<string, unknown> }

const propertyFailures = ({ logicalId, type, properties }: Resource): ValidationFailure[] => {
  const known = PROPERTIES[type]
  if (known === undefined) return []
  const names = new Set([...known.required, ...known.optional])
  const wrong = [
    ...known.required
      .filter((name) => properties[name] === undefined)
      .map((name) => ({ reason: `required key [${name}] not found`, path: '' })),
    ...Object.keys(properties)
      .filter((name) => !names.has(name))
      .map((name) => ({ reason: `extraneous key [${name}] is not permitted`, path: `/${name}` })),
  ]
  return wrong.map(({ reason, path }) => ({
    logicalId,
    type,
    name: 'PROPERTY_VALIDATION',
    reason,
    path: `/Resources/${logicalId}/Properties${path}`,
  }))
}

/** A property as far as it is known before anything is made; undefined when it is not. */
const valueNow = (value: unknown, stack: Stack): string | undefined => {
  try {
    const resolved = resolveValue(value, scopeOf(stack))
    return typeof resolved === 'string' ? resolved : undefined
  } catch (error) {
    if (!(error instanceof TemplateFault)) throw error
    return undefined
  }
}

/** What a resource would be called in IAM, if somebody else's is called that already. */
const takenName = (
  { type, properties }: Resource,
  stack: Stack,
  account: Account,
  checks: readonly StackCheck[],
): string | undefined => {
  if (type === 'AWS::IAM::Role' && checks.includes('role-names')) {
    const name = valueNow(properties['RoleName'], stack)
    return name !== undefined && account.roles.has(name) ? name : undefined
  }
  if (type === 'AWS::IAM::ManagedPolicy' && checks.includes('policy-names')) {
    const name = valueNow(properties['ManagedPolicyName'], stack)
    return [...account.policies.values()].find((policy) => policy.name === name)?.arn
  }
  return undefined
}

/**
 * What CloudFormation finds wrong before it makes anything. Names that only become known while the
 * stack is made are not looked at. Source: CloudFormation User Guide, "Validate stack deployments".
 */
export const validationFailures = (
  stack: Stack,
  site: { account: Account; faults: Faults; checks: readonly StackCheck[] },
): ValidationFailure[] => {
  const wanted = creationWaves(stack).flat()
  return wanted.flatMap((logicalId): ValidationFailure[] => {
    const { Type: type = '', Properties: properties = {} } =
      stack.template.Resources[logicalId] ?? {}
    const resource = { logicalId, type, properties }
    const injected = site.faults.forValidation(logicalId)
    const path = `/Resources/${logicalId}`
    if (injected !== undefined) return [{ logicalId, type, path, ...injected }]
    const taken = takenName(resource, stack, site.account, site.checks)
    const reason = `Resource of type '${type}' with identifier '${taken}' already exists.`
    return [
      ...(site.checks.includes('properties') ? propertyFailures(resource) : []),
      ...(taken === undefined
        ? []
        : [{ logicalId, type, name: 'NAME_CONFLICT_VALIDATION' as const, reason, path }]),
    ]
  })
}
