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
  {
    id: 'hosts-apart',
    says: 'Each service is at a host of its own, where it is so for AWS, and answers in HTTP/1.1, so that six requests to one are under way at once.',
    source:
      "The hosts are those of the SDK's endpoint rules; that none of these offers HTTP/2 to Chromium is a guess; what is measured in milliseconds rests on it, and nothing else",
    date: '2026-11-30',
    certainty: 'guess',
    at: ['simulator.ts'],
  },
]
