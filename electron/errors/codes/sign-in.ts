import type { ErrorTrait } from '../trait.ts'

/** Signing in at a portal, and choosing account and permission set. */
export const signInErrors = {
  'start-url-empty': { family: 'input', who: 'you', facts: ['value'] },
  'start-url-scheme': { family: 'input', who: 'you', facts: ['value'] },
  'start-url-host': { family: 'input', who: 'you', facts: ['value'] },
  'start-url-console': { family: 'input', who: 'you', facts: ['value'] },
  'start-url-email': { family: 'input', who: 'you', facts: ['value'] },
  'start-url-invalid': { family: 'input', who: 'you', facts: ['value'] },
  'region-unknown': { family: 'input', who: 'you', facts: ['region'] },
  'not-signed-in': {
    family: 'signed-out',
    who: 'you',
    facts: [],
    marks: ['sign-in-again', 'sign-in-anew'],
  },
  'sign-in-ended': {
    family: 'signed-out',
    who: 'you',
    facts: ['startUrl'],
    marks: ['sign-in-again', 'sign-in-anew'],
  },
  'sign-in-denied': { family: 'sign-in', who: 'you', facts: ['startUrl', 'region'] },
  'sign-in-timeout': { family: 'sign-in', who: 'you', facts: [] },
  'sign-in-code-expired': { family: 'sign-in', who: 'you', facts: ['startUrl', 'region'] },
  'sign-in-wrong-region': {
    family: 'sign-in',
    who: 'you',
    facts: ['startUrl', 'region'],
    marks: ['other-region'],
  },
  'sign-in-key-refused': {
    family: 'sign-in',
    who: 'aws-administrator',
    facts: ['startUrl', 'region', 'reason'],
  },
  'sign-in-start-url-unknown': {
    family: 'sign-in',
    who: 'you',
    facts: ['startUrl', 'region'],
    marks: ['other-region'],
  },
  'sign-in-listener-failed': { family: 'sign-in', who: 'it-department', facts: [] },
  'sign-in-link-gone': { family: 'sign-in', who: 'you', facts: [] },
  'sign-in-callback-error': {
    family: 'sign-in',
    who: 'aws-administrator',
    facts: ['startUrl', 'region', 'error', 'description'],
  },
  'sign-in-refused': {
    family: 'sign-in',
    who: 'aws-administrator',
    facts: ['startUrl', 'region', 'awsCode'],
  },
  'sign-in-unconfirmed': { family: 'sign-in', who: 'you', facts: [] },
  'device-code-disabled': { family: 'found', who: 'you', facts: ['startUrl?', 'region?'] },
  'no-accounts': { family: 'found', who: 'aws-administrator', facts: ['startUrl'] },
  'no-roles': { family: 'found', who: 'aws-administrator', facts: ['account'] },
  'account-not-listed': { family: 'found', who: 'you', facts: ['account', 'came?'] },
  'role-not-assigned': {
    family: 'access-ended',
    who: 'aws-administrator',
    facts: ['accountId', 'roleName'],
  },
  'wrong-account-member': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['account', 'managementAccount', 'managementEmail'],
  },
  'account-told-other': { family: 'found', who: 'you', facts: ['account', 'came'] },
  'account-id-invalid': { family: 'input', who: 'you', facts: ['value'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
