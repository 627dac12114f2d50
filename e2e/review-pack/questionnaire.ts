/**
 * Questions of two published questionnaires that fit a program on a desktop, in words of our own
 * (`texts/…/questionnaire.ts`), each with the places in the pack that its answer rests on.
 *
 * Sources: Minimum Viable Secure Product v3.0 (2023-11-09), https://mvsp.dev; CAIQ-Lite of the Cloud
 * Security Alliance (CCM 4). What is asked of a data centre or of an organization is left out.
 */
export const QUESTIONS = [
  { id: 'mvsp-1.1', anchors: ['contacts', 'incident'] },
  { id: 'mvsp-1.2', anchors: ['testing'] },
  { id: 'mvsp-1.4', anchors: ['limits'] },
  { id: 'mvsp-1.7', anchors: ['incident', 'verification'] },
  { id: 'mvsp-1.8', anchors: ['leftovers', 'retention'] },
  { id: 'mvsp-2.1', anchors: ['sign-in', 'in-browser'] },
  { id: 'mvsp-2.2', anchors: ['contacted', 'loopback', 'certificates'] },
  { id: 'mvsp-2.3', anchors: ['csp', 'window'] },
  { id: 'mvsp-2.4', anchors: ['never-written', 'proxy'] },
  { id: 'mvsp-2.5', anchors: ['supply-chain', 'packages'] },
  { id: 'mvsp-2.6', anchors: ['updates'] },
  { id: 'mvsp-2.7', anchors: ['record', 'siem', 'cloudtrail'] },
  { id: 'mvsp-2.8', anchors: ['files', 'keychain'] },
  { id: 'mvsp-3.1', anchors: ['data'] },
  { id: 'mvsp-3.2', anchors: ['data-flow', 'recipients'] },
  { id: 'mvsp-3.3', anchors: ['threat-model'] },
  { id: 'mvsp-3.4', anchors: ['updates', 'contacts'] },
  { id: 'mvsp-3.5', anchors: ['verification'] },
  { id: 'mvsp-4.2', anchors: ['permissions'] },
  { id: 'mvsp-4.3', anchors: ['recipients'] },
  { id: 'caiq-IAM-05.1', anchors: ['spot-role', 'role-never'] },
  { id: 'caiq-IAM-07.1', anchors: ['revocation'] },
  { id: 'caiq-DSP-16.1', anchors: ['retention', 'files'] },
  { id: 'caiq-DSP-19.1', anchors: ['recipients'] },
  { id: 'caiq-UEM-05.1', anchors: ['managed', 'managed-bounds'] },
] as const

/** The controls of MVSP that a program cannot answer: its publisher can, who is not named here. */
export const LEFT_OUT = ['1.3', '1.5', '1.6', '4.1', '4.4'] as const

/** What reviewers ask besides, and not politely: no questionnaire's, but the ones that decide. */
export const HOSTILE_QUESTIONS = [
  { id: 'first-start', anchors: ['hosts', 'around'] },
  { id: 'phones-home', anchors: ['never-contacted', 'recipients'] },
  { id: 'offline', anchors: ['sign-in', 'network-messages'] },
  { id: 'ports', anchors: ['loopback', 'start'] },
  { id: 'vault', anchors: ['files', 'keychain', 'threat-model'] },
  { id: 'stolen', anchors: ['revoke-people', 'revoke-computers'] },
  { id: 'same-binary', anchors: ['verify-rebuild', 'verify-installed'] },
  { id: 'bypass', anchors: ['managed-places', 'managed-bounds', 'start'] },
  { id: 'electron', anchors: ['updates', 'hardening', 'limits'] },
  { id: 'abandoned', anchors: ['revocation', 'updates'] },
  { id: 'backup', anchors: ['files', 'record', 'cloudtrail'] },
  { id: 'other-programs', anchors: ['others', 'in-browser'] },
  { id: 'memory', anchors: ['retention', 'threat-model'] },
  { id: 'root', anchors: ['installation', 'beside'] },
] as const

export type QuestionId = (typeof QUESTIONS)[number]['id']
export type HostileId = (typeof HOSTILE_QUESTIONS)[number]['id']

/** What an answer says where the code, or the owner, has more to say than words. */
export type Known = {
  /** Names of hosts that the program contacts. */
  readonly hosts: number
  readonly packages: number
  /** For which the port for the browser is open at most. */
  readonly minutes: number
  /** Of a record on the disk at most, in MiB. */
  readonly megabytes: number
  /** The Electron that packages are made with, and the one that tests have run. */
  readonly electron: string
  readonly tried: string
  /** Where weaknesses are reported, and until when a version is supported; '' where nobody has said. */
  readonly contact: string
  readonly until: string
}

/** A question with its answer; `open` is what a reviewer still has to ask, '' for nothing. */
export type Answered = {
  readonly question: string
  readonly answer: string | ((known: Known) => string)
  readonly open: string | ((known: Known) => string)
}

/** How a reviewer knows it: `MVSP 2.7`, `CAIQ IAM-05.1`. */
export function controlOf(id: QuestionId): string {
  const [source = '', ...number] = id.split('-')
  return `${source.toUpperCase()} ${number.join('-')}`
}
