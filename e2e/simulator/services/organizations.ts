import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { organizationOf } from '../world.ts'
import { signedOperation } from './operation.ts'
import type { Operation } from './operation.ts'

export const organizations: Record<string, Operation> = {
  DescribeOrganization: signedOperation({
    action: 'organizations:DescribeOrganization',
    input: z.object({}),
    run(_input, { world, account }) {
      const organization = organizationOf(world, account.id)
      if (organization === undefined)
        throw new AwsError(
          'AWSOrganizationsNotInUseException',
          'Your account is not a member of an organization.',
        )
      const { id, managementAccountId } = organization
      return {
        Organization: {
          Id: id,
          Arn: `arn:aws:organizations::${managementAccountId}:organization/${id}`,
          FeatureSet: 'ALL',
          MasterAccountArn: `arn:aws:organizations::${managementAccountId}:account/${id}/${managementAccountId}`,
          MasterAccountId: managementAccountId,
          MasterAccountEmail: world.accounts.get(managementAccountId)?.email ?? 'aws@example.com',
          AvailablePolicyTypes: [{ Type: 'SERVICE_CONTROL_POLICY', Status: 'ENABLED' }],
        },
      }
    },
  }),
}
