import type { ErrorTrait } from '../trait.ts'

/** Pasted short-lived keys, and profiles of the AWS CLI. */
export const keysErrors = {
  'keys-empty': { family: 'sign-in', who: 'you', facts: [] },
  'keys-unreadable': { family: 'sign-in', who: 'you', facts: [] },
  'keys-incomplete': { family: 'sign-in', who: 'you', facts: ['missing'] },
  'keys-broken': { family: 'sign-in', who: 'you', facts: [] },
  'keys-several': { family: 'sign-in', who: 'you', facts: [] },
  'keys-long-lived': { family: 'sign-in', who: 'you', facts: [] },
  'keys-refused': { family: 'sign-in', who: 'you', facts: ['reason'] },
  'keys-ended': {
    family: 'access-ended',
    who: 'you',
    facts: [],
    marks: ['sign-in-anew', 'ran-out'],
  },
  'profile-missing': { family: 'sign-in', who: 'you', facts: ['profile'], marks: ['sign-in-anew'] },
  'profile-long-lived': {
    family: 'sign-in',
    who: 'you',
    facts: ['profile'],
    marks: ['sign-in-anew'],
  },
  'profile-process': { family: 'sign-in', who: 'you', facts: ['profile'], marks: ['sign-in-anew'] },
  'profile-mfa': { family: 'sign-in', who: 'you', facts: ['profile'], marks: ['sign-in-anew'] },
  'profile-unsupported': {
    family: 'sign-in',
    who: 'you',
    facts: ['profile', 'setting?'],
    marks: ['sign-in-anew'],
  },
  'profile-ended': {
    family: 'access-ended',
    who: 'you',
    facts: ['profile', 'command', 'silent?'],
    marks: ['sign-in-anew', 'ran-out'],
  },
  'profile-refused': {
    family: 'sign-in',
    who: 'aws-administrator',
    facts: ['profile'],
    marks: ['sign-in-anew'],
  },
  'profile-other-account': {
    family: 'access-ended',
    who: 'you',
    facts: ['profile', 'account', 'came'],
    marks: ['sign-in-anew'],
  },
  'profile-files-unreadable': {
    family: 'sign-in',
    who: 'you',
    facts: ['file'],
    marks: ['sign-in-anew'],
  },
  'profile-folder-empty': { family: 'input', who: 'you', facts: ['folder'] },
  'profile-too-many': {
    family: 'sign-in',
    who: 'you',
    facts: ['count', 'limit'],
    marks: ['sign-in-anew'],
  },
} as const satisfies Readonly<Record<string, ErrorTrait>>
