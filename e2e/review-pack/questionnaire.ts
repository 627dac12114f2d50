/**
 * Questions of two published questionnaires that fit a program on a desktop, in words of our own
 * (`texts/…/questionnaire.ts`), each with the place in the pack that answers it.
 *
 * Sources: Minimum Viable Secure Product v3.0 (2023-11-09), https://mvsp.dev; CAIQ-Lite of the Cloud
 * Security Alliance (CCM 4). What is asked of a data centre or of an organization is left out.
 */
export const QUESTIONS = [
  { id: 'mvsp-1.1', anchor: 'contacts' },
  { id: 'mvsp-1.2', anchor: 'testing' },
  { id: 'mvsp-1.4', anchor: 'limits' },
  { id: 'mvsp-1.7', anchor: 'incident' },
  { id: 'mvsp-1.8', anchor: 'leftovers' },
  { id: 'mvsp-2.1', anchor: 'sign-in' },
  { id: 'mvsp-2.2', anchor: 'contacted' },
  { id: 'mvsp-2.3', anchor: 'csp' },
  { id: 'mvsp-2.4', anchor: 'never-written' },
  { id: 'mvsp-2.5', anchor: 'supply-chain' },
  { id: 'mvsp-2.6', anchor: 'updates' },
  { id: 'mvsp-2.7', anchor: 'record' },
  { id: 'mvsp-2.8', anchor: 'files' },
  { id: 'mvsp-3.1', anchor: 'data' },
  { id: 'mvsp-3.2', anchor: 'data-flow' },
  { id: 'mvsp-3.3', anchor: 'threat-model' },
  { id: 'mvsp-3.4', anchor: 'updates' },
  { id: 'mvsp-3.5', anchor: 'verification' },
  { id: 'mvsp-4.2', anchor: 'permissions' },
  { id: 'mvsp-4.3', anchor: 'recipients' },
  { id: 'caiq-IAM-05.1', anchor: 'spot-role' },
  { id: 'caiq-IAM-07.1', anchor: 'revocation' },
  { id: 'caiq-DSP-16.1', anchor: 'retention' },
  { id: 'caiq-DSP-19.1', anchor: 'recipients' },
  { id: 'caiq-UEM-05.1', anchor: 'managed' },
] as const

export type QuestionId = (typeof QUESTIONS)[number]['id']

/** How a reviewer knows it: `MVSP 2.7`, `CAIQ IAM-05.1`. */
export function controlOf(id: QuestionId): string {
  const [source = '', ...number] = id.split('-')
  return `${source.toUpperCase()} ${number.join('-')}`
}
