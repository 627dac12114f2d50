import type { Belief } from './belief.ts'

export const sts: readonly Belief[] = [
  {
    id: 'credential-errors',
    says: 'Each protocol has its own code for missing, unknown and expired credentials.',
    source: '"Common Errors" of each API reference; S3 API Reference, "Error responses"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['access/caller.ts'],
  },
  {
    id: 'signature-unchecked',
    says: 'A signature is read for its key, region and service; its value is believed.',
    source: 'A limit of the simulator, not of AWS',
    date: '2026-11-29',
    certainty: 'guess',
    at: ['access/caller.ts'],
  },
  {
    id: 'temporary-keys',
    says: 'Temporary access keys begin with ASIA and need their session token.',
    source: 'IAM User Guide, "IAM identifiers"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['access/credentials.ts'],
  },
  {
    id: 'trust-before-external-id',
    says: 'A role that is not there and one that does not trust the caller give the same denial.',
    source: 'AWS STS API Reference, AssumeRole, and public logs',
    date: '2026-11-29',
    certainty: 'third-party',
    at: ['services/sts.ts'],
  },
  {
    id: 'longest-session',
    says: "A duration above the role's maximum is a ValidationError.",
    source: 'IAM User Guide, "Update the maximum session duration for a role"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['services/sts.ts'],
  },
  {
    id: 'who-am-i',
    says: 'GetCallerIdentity works whatever policies say.',
    source: 'AWS STS API Reference, GetCallerIdentity',
    date: '2026-11-29',
    certainty: 'document',
    at: ['services/sts.ts'],
  },
]
