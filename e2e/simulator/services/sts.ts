import { z } from 'zod'
import { issueCredentials } from '../access/credentials.ts'
import { evaluate, parsePolicy } from '../access/policy.ts'
import { AwsError } from '../aws-error.ts'
import type { Role } from '../world.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'

const assumeInput = z.object({
  RoleArn: z.string(),
  RoleSessionName: z.string(),
  DurationSeconds: z.number().default(3600),
  ExternalId: z.string().optional(),
  Policy: z.string().optional(),
})

/** Whether the role's trust lets in the caller, as a session, as its role or by its account. */
const trusts = (role: Role, call: SignedCall, externalId: string | undefined): boolean =>
  [call.caller.arn, call.caller.iamArn].some((id) => {
    const { decision } = evaluate([{ source: role.name, document: role.trust }], {
      action: 'sts:AssumeRole',
      resource: role.arn,
      context: externalId === undefined ? {} : { 'sts:ExternalId': externalId },
      principal: { type: 'AWS', id },
    })
    return decision === 'allowed'
  })

export const sts: Record<string, Operation> = {
  AssumeRole: signedOperation({
    action: 'sts:AssumeRole',
    input: assumeInput,
    resource: ({ RoleArn }) => RoleArn,
    run(input, call) {
      const { RoleArn, RoleSessionName: sessionName } = input
      const accountId = RoleArn.split(':')[4] ?? ''
      const account = call.world.accounts.get(accountId)
      const role = [...(account?.roles.values() ?? [])].find(({ arn }) => arn === RoleArn)
      // A role that does not exist and one that does not trust the caller look the same.
      if (role === undefined || !trusts(role, call, input.ExternalId))
        throw new AwsError(
          'AccessDenied',
          `User: ${call.caller.arn} is not authorized to perform: sts:AssumeRole on resource: ${RoleArn}`,
        )
      if (input.DurationSeconds > role.maxSessionSeconds)
        throw new AwsError(
          'ValidationError',
          'The requested DurationSeconds exceeds the MaxSessionDuration set for this role.',
        )
      const sessionPolicy = input.Policy === undefined ? undefined : parsePolicy(input.Policy)
      const credentials = issueCredentials(call.world, {
        accountId,
        holder: { kind: 'role', roleName: role.name, sessionName, sessionPolicy },
        expires: call.now + input.DurationSeconds * 1000,
      })
      return {
        Credentials: {
          AccessKeyId: credentials.accessKeyId,
          SecretAccessKey: credentials.secretAccessKey,
          SessionToken: credentials.sessionToken,
          Expiration: new Date(credentials.expires),
        },
        AssumedRoleUser: {
          AssumedRoleId: `${role.id}:${sessionName}`,
          Arn: `arn:aws:sts::${accountId}:assumed-role/${role.name}/${sessionName}`,
        },
      }
    },
  }),

  // Works with any valid credentials, whatever their policies say.
  GetCallerIdentity: {
    action: 'sts:GetCallerIdentity',
    run: (_input, { caller }) => ({
      UserId: caller.userId,
      Account: caller.accountId,
      Arn: caller.arn,
    }),
  },
}
