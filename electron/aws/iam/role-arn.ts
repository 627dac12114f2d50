import { fail } from '../../errors/failure.ts'

/** The parts of `arn:<partition>:iam::<account>:role<path><name>`; `path` begins and ends with `/`. */
export type RoleArn = {
  readonly partition: string
  readonly accountId: string
  readonly path: string
  readonly name: string
}

const ROLE =
  /^arn:(aws|aws-cn|aws-us-gov):iam::(\d{12}):role(\/(?:[\u0021-\u007E]{1,510}\/)?)([\w+=,.@-]{1,64})$/

/**
 * Reads a role's ARN, also with the quotation marks that it was copied with. Throws
 * `role-arn-invalid` (fact `value`, field `roleArn`). Source: IAM User Guide, "IAM ARNs".
 */
export function parseRoleArn(text: string): RoleArn {
  const value = text.trim().replace(/^(["'])(.*)\1$/, '$2')
  const [, partition, accountId, path, name] = ROLE.exec(value) ?? []
  if (!partition || !accountId || !path || !name)
    throw fail('role-arn-invalid', { value }, { field: 'roleArn' })
  return { partition, accountId, path, name }
}

export function formatRoleArn({ partition, accountId, path, name }: RoleArn): string {
  return `arn:${partition}:iam::${accountId}:role${path}${name}`
}
