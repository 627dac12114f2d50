import type { ErrorTrait } from '../trait.ts'

/** The bucket that reports are delivered to. */
export const bucketErrors = {
  'bucket-name-invalid': {
    family: 'input',
    who: 'you',
    facts: ['value', 'rule'],
    marks: ['nothing-created'],
  },
  'bucket-taken': {
    family: 'found',
    who: 'you',
    facts: ['bucket', 'account?', 'region?'],
    marks: ['nothing-created'],
  },
  'bucket-namespace-refused': {
    family: 'found',
    who: 'you',
    facts: ['bucket'],
    marks: ['nothing-created'],
  },
  'bucket-tags-refused': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'tag'],
  },
  'bucket-not-new': { family: 'found', who: 'you', facts: ['bucket', 'account', 'region'] },
  'bucket-missing': { family: 'found', who: 'you', facts: ['bucket', 'account?', 'region?'] },
  'bucket-not-empty': {
    family: 'found',
    who: { fact: 'objects', told: 'you', untold: 'aws-administrator' },
    facts: ['bucket', 'objects'],
  },
  'bucket-not-owned': { family: 'found', who: 'you', facts: ['bucket', 'account', 'region'] },
  'bucket-wrong-region': { family: 'found', who: 'you', facts: ['bucket', 'account', 'region'] },
  'bucket-limit': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket'],
    marks: ['nothing-created'],
  },
  'bucket-busy': { family: 'found', who: 'nobody', facts: ['bucket'] },
  'bucket-kms': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'key', 'account', 'region'],
  },
  'bucket-policy-missing': {
    family: 'found',
    who: 'you',
    facts: ['bucket'],
    marks: ['policy-repairable'],
  },
  'bucket-policy-denies': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'statement', 'position'],
  },
  'bucket-policy-depends': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'statement', 'position'],
  },
  'bucket-policy-changed': { family: 'found', who: 'you', facts: ['bucket'] },
  'bucket-policy-unreadable': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket'],
    marks: ['policy-obstacle'],
  },
  'bucket-policy-too-large': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['bucket', 'bytes', 'limit'],
    marks: ['policy-obstacle'],
  },
  'bucket-policy-public': { family: 'found', who: 'aws-administrator', facts: ['bucket'] },
  'bucket-policy-refused': { family: 'found', who: 'aws-administrator', facts: ['bucket'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
