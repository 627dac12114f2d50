import { parseAssumedRole, permissionSetOf } from './arn.ts'

/** As what somebody is signed in, by the ARN that STS gives. */
export type Holder = {
  readonly kind: 'permission-set' | 'role' | 'user' | 'federated-user' | 'root' | 'other'
  /** Twelve digits, or '' for what is no caller's ARN. */
  readonly accountId: string
  /** The name in Identity Center, often an e-mail address; an IAM user's name; else ''. */
  readonly userName: string
  /** The permission set, without the wrapping of Identity Center's role names, or the role. */
  readonly roleName: string
}

const NAMED = /^arn:[\w-]+:\w+::(\d{12}):(user|federated-user)\/(?:.*\/)?(.+)$/
const ROOT = /^arn:[\w-]+:iam::(\d{12}):root$/

/**
 * Reads the ARN of a caller; never throws. Source: IAM User Guide, "IAM identifiers", and STS API
 * Reference, "GetCallerIdentity".
 */
export function holderOf(callerArn: string): Holder {
  const assumed = parseAssumedRole(callerArn)
  if (assumed) {
    const roleName = permissionSetOf(assumed.roleName)
    const kind = roleName === assumed.roleName ? 'role' : 'permission-set'
    return { kind, accountId: assumed.accountId, userName: assumed.sessionName, roleName }
  }
  const root = ROOT.exec(callerArn)?.[1]
  if (root) return { kind: 'root', accountId: root, userName: '', roleName: '' }
  const [, accountId = '', type, userName = ''] = NAMED.exec(callerArn) ?? []
  const kind = type === 'user' || type === 'federated-user' ? type : 'other'
  return { kind, accountId, userName, roleName: '' }
}
