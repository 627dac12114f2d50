import type { ErrorTrait } from '../trait.ts'

/** Spot, and what Spot Support asks for. */
export const spotErrors = {
  'msp-account-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'spot-organization-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'spot-organization-missing': { family: 'input', who: 'you', facts: [] },
  'request-not-copied': { family: 'input', who: 'you', facts: [] },
  'spot-token-missing': { family: 'input', who: 'you', facts: ['given?'] },
  'spot-token-wrong': { family: 'input', who: 'you', facts: ['given?'] },
  'spot-no-accounts': { family: 'found', who: 'spot-support', facts: [] },
  'spot-account-unknown': { family: 'found', who: 'you', facts: ['account'] },
  'spot-wrong-organization': { family: 'found', who: 'you', facts: ['told', 'found'] },
  'spot-denied': { family: 'found', who: 'spot-support', facts: ['message', 'given?', 'stage?'] },
  'spot-throttled': { family: 'found', who: 'nobody', facts: ['given?', 'stage?'] },
  'spot-down': { family: 'found', who: 'spot-support', facts: ['given?', 'stage?'] },
  'spot-rejected': { family: 'found', who: 'spot-support', facts: ['message', 'given?', 'stage?'] },
  'spot-not-offered': { family: 'found', who: 'you', facts: ['given?'] },
  'spot-role-not-visible': { family: 'found', who: 'nobody', facts: ['message'] },
  'spot-already-registered': { family: 'found', who: 'spot-support', facts: ['message'] },
  'spot-reply-unreadable': { family: 'found', who: 'you', facts: ['operation', 'given?'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
