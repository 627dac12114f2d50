import type { ErrorTrait } from '../trait.ts'

/** Which call it was: told of whatever AWS answers. */
const CALL = ['service?', 'operation?', 'requestId?'] as const

/** What AWS’s sentence about a refusal tells. */
const DENIAL = [
  'action?',
  'resource?',
  'account?',
  'holder?',
  'holderName?',
  'policy?',
  'reason?',
  'because?',
  ...CALL,
] as const

/** What AWS can answer to every request. */
export const awsErrors = {
  'aws-denied': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-explicit': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-scp': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-resource-policy': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-boundary': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-session-policy': { family: 'denied', who: 'aws-administrator', facts: DENIAL },
  'aws-denied-endpoint-policy': { family: 'denied', who: 'it-department', facts: DENIAL },
  'aws-credentials-expired': { family: 'aws', who: 'you', facts: CALL, marks: ['sign-in-again'] },
  'aws-credentials-invalid': {
    family: 'aws',
    who: 'you',
    facts: CALL,
    marks: ['sign-in-again', 'sign-in-anew'],
  },
  'aws-account-inactive': { family: 'aws', who: 'aws-administrator', facts: CALL },
  'aws-throttled': { family: 'aws', who: 'nobody', facts: CALL },
  'aws-unavailable': { family: 'aws', who: 'aws', facts: CALL },
  'aws-clock-skew': { family: 'aws', who: 'you', facts: CALL },
  'aws-wrong-region': { family: 'aws', who: 'you', facts: ['region?', ...CALL] },
  'aws-principal-unknown': { family: 'aws', who: 'nobody', facts: ['principal'] },
  'aws-value-refused': { family: 'aws', who: 'you', facts: ['message?', ...CALL] },
  'aws-operation-unknown': { family: 'aws', who: 'it-department', facts: CALL },
  'aws-request-damaged': { family: 'aws', who: 'it-department', facts: CALL },
  'aws-conflict': { family: 'aws', who: 'nobody', facts: CALL },
  'aws-rejected': {
    family: 'aws',
    who: 'aws-administrator',
    facts: ['awsCode?', 'message?', ...CALL],
    marks: ['unspecific'],
  },
  'aws-reply-unreadable': {
    family: 'aws',
    who: 'it-department',
    facts: ['service'],
    marks: ['unspecific'],
  },
  'aws-reply-endless': {
    family: 'aws',
    who: 'it-department',
    facts: ['service', 'operation', 'pages'],
  },
} as const satisfies Readonly<Record<string, ErrorTrait>>
