import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { references } from './intrinsics.ts'
import { readText } from './template-text.ts'

const maxBytes = 51_200

const parameterSchema = z.object({
  Type: z.string(),
  Default: z.coerce.string().optional(),
  Description: z.string().optional(),
  NoEcho: z
    .union([z.boolean(), z.string().transform((text) => text.toLowerCase() === 'true')])
    .default(false),
  AllowedPattern: z.string().optional(),
  AllowedValues: z.array(z.coerce.string()).optional(),
  ConstraintDescription: z.string().optional(),
  MinLength: z.coerce.number().optional(),
  MaxLength: z.coerce.number().optional(),
  MinValue: z.coerce.number().optional(),
  MaxValue: z.coerce.number().optional(),
})

const templateSchema = z.object({
  AWSTemplateFormatVersion: z.coerce.string().optional(),
  Description: z.string().optional(),
  Metadata: z.unknown().optional(),
  Parameters: z.record(z.string(), parameterSchema).default({}),
  Mappings: z.record(z.string(), z.unknown()).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Resources: z.record(
    z.string(),
    z.object({
      Type: z.string(),
      Properties: z.record(z.string(), z.unknown()).default({}),
      DependsOn: z.union([z.string(), z.array(z.string())]).default([]),
      Condition: z.string().optional(),
    }),
  ),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Description: z.string().optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
})

export type Template = z.infer<typeof templateSchema>

export const validationError = (message: string): AwsError =>
  new AwsError('ValidationError', message)

const readTextOrExplain = (body: string): unknown => {
  try {
    return readText(body)
  } catch (error) {
    const detail = error instanceof Error ? (error.message.split('\n')[0] ?? '') : ''
    const kind = body.trimStart().startsWith('{') ? 'JSON' : 'YAML'
    throw validationError(`Template format error: ${kind} not well-formed. (${detail})`)
  }
}

const checkReferences = (template: Template): void => {
  const known = new Set([...Object.keys(template.Parameters), ...Object.keys(template.Resources)])
  const places: [string, unknown][] = [
    ['Resources', Object.values(template.Resources).map((one) => one.Properties)],
    ['Outputs', Object.values(template.Outputs).map((one) => one.Value)],
  ]
  for (const [block, value] of places) {
    const unknown = [...references(value)].filter((name) => !known.has(name))
    if (unknown.length > 0)
      throw validationError(
        `Template format error: Unresolved resource dependencies [${unknown.join(', ')}] in the ${block} block of the template`,
      )
  }
}

/** Reads a template as CloudFormation does; throws its `ValidationError` for a bad one. */
export const parseTemplate = (body: string | undefined): Template => {
  if (body === undefined)
    throw validationError('Either Template URL or Template Body must be specified.')
  if (Buffer.byteLength(body) > maxBytes)
    throw validationError(
      `1 validation error detected: Value '${body.slice(0, 60)}...' at 'templateBody' failed to satisfy constraint: Member must have length less than or equal to ${maxBytes}`,
    )
  const raw = readTextOrExplain(body)
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw))
    throw validationError('Template format error: unsupported structure.')
  const resources = 'Resources' in raw ? raw.Resources : undefined
  if (typeof resources !== 'object' || resources === null || Object.keys(resources).length === 0)
    throw validationError('Template format error: At least one Resources member must be defined.')
  const parsed = templateSchema.safeParse(raw)
  if (!parsed.success) {
    const path = parsed.error.issues[0]?.path.join('/') ?? ''
    throw validationError(`Template format error: [/${path}] is not valid.`)
  }
  checkReferences(parsed.data)
  return parsed.data
}

const customNames = [
  'RoleName',
  'ManagedPolicyName',
  'GroupName',
  'UserName',
  'InstanceProfileName',
]

/** What the user must acknowledge; custom names of IAM resources need the stronger capability. */
export const capabilitiesOf = (
  template: Template,
): { Capabilities: string[]; CapabilitiesReason?: string } => {
  const iam = Object.values(template.Resources).filter((one) => one.Type.startsWith('AWS::IAM::'))
  if (iam.length === 0) return { Capabilities: [] }
  const hasNames = iam.some((one) => customNames.some((name) => name in one.Properties))
  const types = [...new Set(iam.map((one) => one.Type))].toSorted()
  return {
    Capabilities: [hasNames ? 'CAPABILITY_NAMED_IAM' : 'CAPABILITY_IAM'],
    CapabilitiesReason: `The following resource(s) require capabilities: [${types.join(', ')}]`,
  }
}
