import { z } from 'zod'
import { AwsError } from '../aws-error.ts'
import { organizationOf } from '../world.ts'
import type { BillingTransfer, Organization } from '../world.ts'
import { signedOperation } from './operation.ts'
import type { Operation, SignedCall } from './operation.ts'

const organizationHere = ({ world, account }: SignedCall): Organization => {
  const organization = organizationOf(world, account.id)
  if (organization === undefined)
    throw new AwsError(
      'AWSOrganizationsNotInUseException',
      'Your account is not a member of an organization.',
    )
  return organization
}

const listing = z.object({
  Type: z.string(),
  NextToken: z.string().optional(),
  MaxResults: z.number().min(1).max(20).default(20),
})

const invalid = (message: string): AwsError => new AwsError('InvalidInputException', message)

const shown = (
  transfer: BillingTransfer,
  side: 'inbound' | 'outbound',
  { world }: SignedCall,
  organization: Organization,
): Record<string, unknown> => {
  const participant = (id: string): Record<string, unknown> => ({
    ManagementAccountId: id,
    ManagementAccountEmail: world.accounts.get(id)?.email ?? `aws+${id}@example.com`,
  })
  return {
    Arn: `arn:aws:organizations::${organization.managementAccountId}:transfer/${organization.id}/billing/${side}/${transfer.id}`,
    Name: transfer.name,
    Id: transfer.id,
    Type: 'BILLING',
    Status: transfer.status,
    Source: participant(transfer.sourceAccountId),
    Target: participant(transfer.targetAccountId),
    StartTimestamp: new Date(transfer.starts),
    ...(transfer.ends !== undefined && { EndTimestamp: new Date(transfer.ends) }),
  }
}

/** The transfers of one side, for the management account alone, at most twenty at a time. */
const transfers = (side: 'inbound' | 'outbound', action: string): Operation =>
  signedOperation({
    action,
    input: listing.extend({ Id: z.string().optional() }),
    run({ Type, Id, NextToken, MaxResults }, call) {
      const organization = organizationHere(call)
      if (call.account.id !== organization.managementAccountId)
        throw new AwsError(
          'AccessDeniedException',
          "You don't have permissions to access this resource.",
        )
      if (Type !== 'BILLING') throw invalid('You specified an invalid value for Type.')
      const start = NextToken === undefined ? 0 : Number(NextToken)
      if (!Number.isInteger(start)) throw invalid('You specified an invalid NextToken.')
      const all = organization[side === 'inbound' ? 'inboundTransfers' : 'outboundTransfers'] ?? []
      const asked = all.filter(({ id }) => Id === undefined || id === Id)
      if (Id !== undefined && asked.length === 0)
        throw new AwsError(
          'ResponsibilityTransferNotFoundException',
          "We can't find a transfer that you specified.",
        )
      const end = start + MaxResults
      return {
        ResponsibilityTransfers: asked
          .slice(start, end)
          .map((transfer) => shown(transfer, side, call, organization)),
        ...(end < asked.length && { NextToken: String(end) }),
      }
    },
  })

export const organizations: Record<string, Operation> = {
  DescribeOrganization: signedOperation({
    action: 'organizations:DescribeOrganization',
    input: z.object({}),
    run(_input, call) {
      const { world } = call
      const { id, managementAccountId } = organizationHere(call)
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

  ListInboundResponsibilityTransfers: transfers(
    'inbound',
    'organizations:ListInboundResponsibilityTransfers',
  ),

  ListOutboundResponsibilityTransfers: transfers(
    'outbound',
    'organizations:ListOutboundResponsibilityTransfers',
  ),
}
