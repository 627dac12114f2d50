import type { ErrorTrait } from '../trait.ts'

/** Signing in as to the AWS console. */
export const consoleErrors = {
  'console-denied': { family: 'sign-in', who: 'you', facts: [] },
  'console-callback-error': {
    family: 'sign-in',
    who: 'aws-administrator',
    facts: ['error', 'description'],
  },
  'console-clock-wrong': { family: 'sign-in', who: 'you', facts: [] },
  'console-code-expired': { family: 'sign-in', who: 'you', facts: [] },
  'console-code-malformed': { family: 'input', who: 'you', facts: [] },
  'console-code-foreign': { family: 'input', who: 'you', facts: [] },
  'console-refused': { family: 'sign-in', who: 'aws-administrator', facts: ['awsCode', 'message'] },
  /** `client`: the last part of what the permission is on. */
  'console-not-allowed': { family: 'sign-in', who: 'aws-administrator', facts: ['client?'] },
  'console-renewal-not-allowed': {
    family: 'signed-out',
    who: 'aws-administrator',
    facts: [],
    marks: ['sign-in-again', 'sign-in-anew'],
  },
  'console-ended': {
    family: 'signed-out',
    who: 'you',
    facts: [],
    marks: ['sign-in-again', 'sign-in-anew', 'ran-out'],
  },
  'console-credentials-changed': {
    family: 'signed-out',
    who: 'you',
    facts: [],
    marks: ['sign-in-again', 'sign-in-anew'],
  },
  'other-partition': { family: 'found', who: 'you', facts: ['partition'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
