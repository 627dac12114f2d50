/** The overview of all connections, in the window and in the files that it is saved as. */

import type { ConnectionState, Waited } from '../../contract/overview.ts'
import { number, plural } from './locale.ts'

const states: Readonly<Record<ConnectionState, string>> = {
  'under-way': 'Under way',
  attention: 'Needs attention',
  registered: 'Registered',
  'registered-unverified': 'Registered, not all of it verified',
  requested: 'Request to Spot Support sent',
  'said-connected': 'Confirmed by you, not verified',
  disconnected: 'Disconnected',
  locked: 'Of a newer version',
}

const who: Readonly<Record<Waited, string>> = {
  you: 'You',
  colleague: 'A colleague',
  msp: 'Your MSP',
  'aws-administrator': 'Your AWS administrator',
  'it-department': 'Your IT department',
  aws: 'AWS',
  spot: 'Spot',
  'spot-support': 'Spot Support',
  'newer-version': 'The newer version of this app',
}

/** What they are waited for, where no step of the checklist says it. */
const whole: Readonly<
  Record<'asked' | 'disconnected' | 'registered' | 'analysis' | 'other', string>
> = {
  asked: 'connect the account',
  disconnected: 'remove the account from Spot',
  registered: 'remove the sign-in from this computer',
  analysis: 'first analysis of the costs',
  other: 'open the connection and look',
}

const page = {
  title: (name: string) => `${name}: all connections`,
  madeAt: (time: string) => `As it was known at ${time}.`,
  version: (name: string, version: string) => `Saved by ${name} ${version}.`,
  noSecret: 'This file holds no password, token or key.',
} as const

export const overview = {
  title: 'All connections',
  intro: 'How each connection stands, as far as the app has looked since it was started.',
  menu: 'Overview of all connections…',
  count: (connections: number) =>
    plural(connections, { one: '1 connection', other: `${number(connections)} connections` }),
  columns: {
    name: 'Connection',
    account: 'AWS account',
    state: 'State',
    proof: 'Last proof',
    waits: 'Waits for',
  },
  states,
  stateWithProgress: (state: string, finished: number, total: number) =>
    `${state}, ${number(finished)} of ${number(total)} finished`,
  noAccount: 'None yet',
  unknown: 'Not known here',
  proof: (step: string, time: string) => `${step}: ${time}`,
  noProof: 'Nothing proven since the app was started',
  who,
  whole,
  wait: (who: string, what: string) => `${who}: ${what}`,
  waitSince: (who: string, what: string, time: string) => `${who}: ${what} (asked ${time})`,
  waitDue: (who: string, what: string, time: string) => `${who}: ${what} (due ${time})`,
  noWait: 'Nobody',
  open: (name: string) => `Open ${name}`,
  back: (name: string) => `Back to ${name}`,
  savePage: 'Save as a page…',
  saveTable: 'Save as a spreadsheet (CSV)…',
  fileName: 'eco-connect-connections',
  page,
} as const
