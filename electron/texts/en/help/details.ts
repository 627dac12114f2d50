/** The details for support: a text for somebody who helps, with no secret in it. */

import { number } from '../locale.ts'

export const details = {
  title: 'Eco Connect: details for support',
  labels: {
    madeAt: 'Made (UTC)',
    version: 'Version',
    runtime: 'Runs on',
    system: 'System',
    language: 'Language',
    account: 'AWS account',
    way: 'Way of working',
    keychain: 'Keychain',
  },
  version: (version: string, edition: string) => `${version} (${edition})`,
  runtime: (electron: string, chromium: string, node: string) =>
    `Electron ${electron}, Chromium ${chromium}, Node.js ${node}`,
  language: (spoken: string, system: string) => `${spoken} (system: ${system})`,
  /** Only its last digits are told. */
  account: (lastDigits: string) => `ends in ${lastDigits}`,
  noAccount: 'not known yet',
  ways: {
    signedIn: 'signed in',
    signedOut: 'not signed in',
    byHand: 'by hand',
    msp: 'with an MSP',
  },
  steps: 'Steps',
  step: (place: number, id: string, status: string) => `${number(place)}. ${id}: ${status}`,
  current: 'first that is not finished',
  noSteps: 'This connection cannot be opened by this version.',
  errors: 'Errors shown now',
  calls: 'Last calls, newest first (UTC)',
  went: 'went well',
  failed: (code: string) => `failed: ${code}`,
  http: (status: number) => `HTTP ${status}`,
  requestId: (id: string) => `request ID ${id}`,
  hosts: 'Servers since the start of the app',
  reached: 'reached',
  notReached: (code: string) => `not reached: ${code}`,
  /** In place of the name of a bucket in a server's name. */
  aBucket: 'a-bucket',
  /** Their names as administrators know them; never what they say. */
  settings: 'Settings of the organization that change something',
  none: 'none',
  unreadable: 'The record of calls could not be read.',
  noSecret:
    'This text holds no password, key or token, no email address and no name of a person. Of account numbers only the last four digits are told.',
} as const
