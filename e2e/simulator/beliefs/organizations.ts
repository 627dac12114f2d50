import type { Belief } from './belief.ts'

export const organizations: readonly Belief[] = [
  {
    id: 'scp-spares-management',
    says: 'Service control policies never limit the management account.',
    source: 'AWS Organizations User Guide, "Service control policies (SCPs)"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['access/caller.ts', 'services/iam-simulation.ts'],
  },
  {
    id: 'organization-for-members',
    says: 'DescribeOrganization answers every member.',
    source: 'AWS Organizations API Reference, DescribeOrganization',
    date: '2026-11-29',
    certainty: 'document',
    at: ['services/organizations.ts'],
  },
  {
    id: 'not-in-organization',
    says: 'An account without an organization gets AWSOrganizationsNotInUseException.',
    source: 'AWS Organizations API Reference',
    date: '2026-11-29',
    certainty: 'document',
    at: ['services/organizations.ts'],
  },
  {
    id: 'transfers',
    says: 'What a transfer of a bill is, its states and its ARN; at most twenty a page.',
    source:
      'AWS Organizations API Reference, ResponsibilityTransfer and ListOutboundResponsibilityTransfers',
    date: '2026-11-29',
    certainty: 'document',
    at: ['services/organizations.ts'],
  },
  {
    id: 'transfers-management-only',
    says: 'Only the management account may list transfers; a member gets AccessDeniedException without the name of an action.',
    source:
      'AWS Billing User Guide, "Viewing transfers", says to sign in to the management account; the error is assumed from other operations',
    date: '2026-11-29',
    certainty: 'guess',
    at: ['services/organizations.ts'],
  },
]
