import type { Belief } from './belief.ts'

export const aws: readonly Belief[] = [
  {
    id: 'throttling-codes',
    says: 'How each service says that it is called too often.',
    source: 'Each API\'s "Common Errors"; S3 API Reference, "Error responses"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['fault-answers.ts'],
  },
  {
    id: 'clock-skew',
    says: 'Five minutes are too much; how each protocol says it.',
    source:
      'IAM User Guide, "Signature Version 4 for API requests"; S3 API Reference, "Error responses"',
    date: '2026-11-29',
    certainty: 'document',
    at: ['fault-answers.ts'],
  },
  {
    id: 'json-error-status',
    says: 'In the JSON protocol errors are 400 or 500 whatever the model says.',
    source:
      "AWS JSON 1.1 protocol of the Smithy documentation gives the model's status; clients have met 400",
    date: '2026-11-29',
    certainty: 'third-party',
    at: ['contract/derive.ts', 'contract/sdk-schemas.ts'],
  },
]
