import { DescribeOrganizationCommand } from '@aws-sdk/client-organizations'
import { GetCallerIdentityCommand } from '@aws-sdk/client-sts'
import { z } from 'zod'
import { once } from '../../base/once.ts'
import { organizationsClient, stsClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { holderOf, type Holder } from '../../base/holder.ts'
import { awsCode, isDenied, parseReply, withSignal } from '../client/reply.ts'

/** Who came back from the sign-in, by AWS's own word. */
export type Caller = Holder & { readonly arn: string }
export type Organization =
  | {
      readonly kind: 'organization'
      readonly id: string
      readonly managementAccountId: string
      readonly managementEmail: string
    }
  /** The account stands alone and pays for itself. */
  | { readonly kind: 'none' }
  /** The permission set may not ask. */
  | { readonly kind: 'unknown' }
export type Identity = {
  readonly caller: (signal?: AbortSignal) => Promise<Caller>
  readonly organization: (signal?: AbortSignal) => Promise<Organization>
}

const callerSchema = z.object({ Account: z.string(), Arn: z.string() })
const organizationSchema = z.object({
  Organization: z.object({
    Id: z.string(),
    MasterAccountId: z.string(),
    MasterAccountEmail: z.string().default(''),
  }),
})

export function createIdentity(access: Access): Identity {
  const sts = once(() => stsClient(access))
  const organizations = once(() => organizationsClient(access))
  return {
    async caller(signal) {
      const reply = await sts().send(new GetCallerIdentityCommand({}), withSignal(signal))
      const { Account, Arn } = parseReply(callerSchema, reply, 'sts', 'GetCallerIdentity')
      return { ...holderOf(Arn), accountId: Account, arn: Arn }
    },
    async organization(signal) {
      try {
        const command = new DescribeOrganizationCommand({})
        const reply = await organizations().send(command, withSignal(signal))
        const { Organization: found } = parseReply(
          organizationSchema,
          reply,
          'organizations',
          'DescribeOrganization',
        )
        return {
          kind: 'organization',
          id: found.Id,
          managementAccountId: found.MasterAccountId,
          managementEmail: found.MasterAccountEmail,
        }
      } catch (error) {
        if (awsCode(error) === 'AWSOrganizationsNotInUseException') return { kind: 'none' }
        if (isDenied(error)) return { kind: 'unknown' }
        throw error
      }
    },
  }
}
