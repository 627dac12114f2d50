import type { ErrorTrait } from '../trait.ts'

/** What is known of the way and of the server at its end. */
const WAY = ['host?', 'service?', 'proxy?', 'tried?', 'issuer?', 'flaw?', 'asks?'] as const

/** The way from this computer to AWS and Spot. */
export const networkErrors = {
  'network-offline': { family: 'network', who: 'you', facts: WAY },
  'network-dns': { family: 'network', who: 'it-department', facts: WAY },
  'network-refused': { family: 'network', who: 'it-department', facts: WAY },
  'network-reset': { family: 'network', who: 'it-department', facts: WAY },
  'network-timeout': { family: 'network', who: 'it-department', facts: WAY },
  'network-truncated': { family: 'network', who: 'it-department', facts: WAY },
  'network-endless': { family: 'network', who: 'it-department', facts: WAY },
  'network-oversized': { family: 'network', who: 'it-department', facts: WAY },
  'network-proxy-auth': {
    family: 'network',
    who: { fact: 'asks', told: 'you', untold: 'it-department' },
    facts: WAY,
  },
  'network-proxy-ticket': { family: 'network', who: 'you', facts: WAY },
  'network-proxy-unreachable': { family: 'network', who: 'it-department', facts: WAY },
  'network-certificate': { family: 'network', who: 'it-department', facts: WAY },
  'network-certificate-unfit': { family: 'network', who: 'it-department', facts: WAY },
  'network-certificate-date': { family: 'network', who: 'it-department', facts: WAY },
  'network-client-certificate': { family: 'network', who: 'it-department', facts: WAY },
  'network-server-password': { family: 'network', who: 'it-department', facts: WAY },
  'network-captive-portal': { family: 'network', who: 'it-department', facts: WAY },
  'network-failed': { family: 'network', who: 'it-department', facts: WAY },
} as const satisfies Readonly<Record<string, ErrorTrait>>
