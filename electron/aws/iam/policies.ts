import { GetPolicyCommand } from '@aws-sdk/client-iam'
import { once } from '../../base/once.ts'
import { iamClient } from '../client/clients.ts'
import type { Access } from '../client/clients.ts'
import { awsCode, withSignal } from '../client/reply.ts'
import { PARTITION } from '../client/regions.ts'

/** The managed policies of a company's own. */
export type Policies = {
  /**
   * Whether the account has a policy of this name, as far as can be asked: IAM finds policies by ARN,
   * so that one with the same name under a path is not seen, and stands in the way all the same.
   */
  readonly has: (accountId: string, name: string, signal?: AbortSignal) => Promise<boolean>
}

export function createPolicies(access: Access): Policies {
  const client = once(() => iamClient(access))
  return {
    async has(accountId, name, signal) {
      const PolicyArn = `arn:${PARTITION}:iam::${accountId}:policy/${name}`
      try {
        await client().send(new GetPolicyCommand({ PolicyArn }), withSignal(signal))
        return true
      } catch (error) {
        if (awsCode(error) === 'NoSuchEntityException' || awsCode(error) === 'NoSuchEntity')
          return false
        throw error
      }
    },
  }
}
