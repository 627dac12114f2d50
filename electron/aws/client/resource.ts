import type { Service } from '../../network/endpoints.ts'

/** Where a request names its resource: the members of the input, joined by `/`. */
type Path = readonly (readonly string[])[]

const BUCKET: Path = [['Bucket']]
const STACK: Path = [['StackName']]

/**
 * The only parts of a request that may enter the record, by service and operation; `*` stands for
 * every other operation of the service. What is not listed here is about nothing in particular.
 */
const NAMED: Readonly<Partial<Record<Service, Readonly<Record<string, Path>>>>> = {
  s3: { ListBuckets: [], '*': BUCKET },
  cur: {
    PutReportDefinition: [['ReportDefinition', 'ReportName']],
    DeleteReportDefinition: [['ReportName']],
    ListTagsForResource: [['ReportName']],
  },
  cloudformation: { ValidateTemplate: [], '*': STACK },
  iam: { GetRole: [['RoleName']], SimulatePrincipalPolicy: [['PolicySourceArn']] },
  sts: { AssumeRole: [['RoleArn']] },
  sso: { GetRoleCredentials: [['accountId'], ['roleName']], ListAccountRoles: [['accountId']] },
}

/** Name or ARN of what a request is about, '' where it names nothing. */
export function resourceOf(service: Service, operation: string, input: unknown): string {
  const paths = NAMED[service]?.[operation] ?? NAMED[service]?.['*'] ?? []
  return paths
    .map((path) => textAt(input, path))
    .filter((text) => text !== '')
    .join('/')
}

function textAt(input: unknown, path: readonly string[]): string {
  const value = path.reduce<unknown>(
    (at, name) => (typeof at === 'object' && at !== null ? Reflect.get(at, name) : undefined),
    input,
  )
  return typeof value === 'string' ? value : ''
}
