import type { ErrorTrait } from '../trait.ts'

/** The Cost and Usage Report and its delivery. */
export const reportErrors = {
  'report-name-invalid': { family: 'input', who: 'you', facts: ['value'] },
  'report-prefix-invalid': { family: 'input', who: 'you', facts: ['value'] },
  'report-name-taken': {
    family: 'found',
    who: 'you',
    facts: ['report', 'bucket?'],
    marks: ['nothing-created'],
  },
  'report-limit': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['limit', 'report?', 'bucket?'],
    marks: ['nothing-created'],
  },
  'report-not-fitting': { family: 'found', who: 'you', facts: ['report'] },
  'report-gone': { family: 'found', who: 'you', facts: ['report', 'bucket?'] },
  'report-in-bucket-not-fitting': {
    family: 'found',
    who: 'you',
    facts: ['bucket', 'report'],
    marks: ['told-bucket'],
  },
  'no-report-in-bucket': { family: 'found', who: 'you', facts: ['bucket'], marks: ['told-bucket'] },
  'report-bucket-refused': {
    family: 'found',
    who: 'you',
    facts: ['bucket', 'report'],
    marks: ['nothing-created'],
  },
  'report-namespace-refused': {
    family: 'found',
    who: 'you',
    facts: ['bucket', 'report', 'message'],
    marks: ['nothing-created'],
  },
  'report-rejected': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['report', 'bucket', 'message'],
    marks: ['nothing-created'],
  },
  'delivery-failed-permissions': {
    family: 'found',
    who: 'you',
    facts: ['bucket'],
    marks: ['policy-repairable'],
  },
  'delivery-failed-no-bucket': { family: 'found', who: 'you', facts: ['bucket'] },
  'delivery-failed-after-repair': { family: 'found', who: 'aws-administrator', facts: ['bucket'] },
  'delivery-not-found': { family: 'found', who: 'aws-administrator', facts: ['bucket', 'folder'] },
  'delivery-stale': { family: 'found', who: 'aws-administrator', facts: ['bucket', 'delivered'] },
  'delivery-unreadable': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'manifest', 'reason'],
  },
} as const satisfies Readonly<Record<string, ErrorTrait>>
