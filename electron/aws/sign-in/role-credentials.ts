import { GetRoleCredentialsCommand } from '@aws-sdk/client-sso'
import type { AwsCredentialIdentity } from '@smithy/types'
import { z } from 'zod'
import { ssoClient } from '../client/clients.ts'
import type { Reach } from '../client/clients.ts'
import { awsCode, parseReply, withSignal } from '../client/reply.ts'

const credentialsSchema = z.object({
  roleCredentials: z.object({
    accessKeyId: z.string().min(1),
    secretAccessKey: z.string().min(1),
    sessionToken: z.string().min(1),
    /** Milliseconds since the epoch. */
    expiration: z.number(),
  }),
})

export type RoleChoice = { readonly accountId: string; readonly roleName: string }

/** Credentials of a permission set from Identity Center. Errors are AWS's own, as `AppFailure`. */
export async function getRoleCredentials(
  reach: Reach,
  token: { readonly region: string; readonly accessToken: string },
  choice: RoleChoice,
  signal?: AbortSignal,
): Promise<AwsCredentialIdentity> {
  const { accountId, roleName } = choice
  const reply = await ssoClient(reach, token.region).send(
    new GetRoleCredentialsCommand({ accountId, roleName, accessToken: token.accessToken }),
    withSignal(signal),
  )
  const { roleCredentials } = parseReply(credentialsSchema, reply, 'sso', 'GetRoleCredentials')
  return { ...roleCredentials, expiration: new Date(roleCredentials.expiration) }
}

/** True when Identity Center says that nobody assigned this permission set. */
export function meansNotAssigned(error: unknown): boolean {
  return ['ForbiddenException', 'ResourceNotFoundException'].includes(awsCode(error))
}
