/** Removing everything of the app from this computer: the dialog before it, and the page of its end. */

import type { Kept } from '../../contract/erasure.ts'
import { number, plural } from './locale.ts'

const dialog = {
  title: 'Remove everything from this computer',
  intro:
    'This ends Eco Connect for you on this computer. There is no way back, and the app closes afterwards.',
  deletedTitle: 'This is deleted',
  connections: (count: number) =>
    plural(count, {
      one: 'This connection: its answers, the notes about what the app created, its record of calls, its summary, and any sign-in',
      other: `These ${number(count)} connections: their answers, the notes about what the app created, their records of calls, their summaries, and any sign-in`,
    }),
  signIn: (entries: string) =>
    `AWS is told to end each sign-in; one as in the AWS console may go on there until it ends by itself, twelve hours after it was made at the latest. The app’s entries in the keychain (they begin with “${entries}”) are removed, and you are told if the keychain does not confirm it. It may ask for its password.`,
  window: (folder: string) =>
    `The settings of the app and what its window keeps for itself, with the folder ${folder}`,
  staysTitle: 'This stays as it is',
  stays: [
    'Everything in AWS: the report, its bucket, the stack and the role. Spot goes on reading the reports. To take that back, use “Disconnect from AWS” first: afterwards the app no longer knows what it created.',
    'The registration with Spot. Only Spot Support can remove it.',
    'Files that you saved elsewhere, such as requests, records and overviews.',
    'The app itself, and what other people on this computer keep in it.',
  ],
  busy: (name: string) =>
    `“${name}” is changing something in AWS at the moment. Wait until it has finished, then remove everything.`,
  word: 'remove',
  field: (word: string) => `To confirm, type the word “${word}”`,
  start: 'Remove everything',
  typeFirst: 'Type the word above first.',
  cancel: 'Keep everything',
  close: 'Close without removing anything',
} as const

const states: Readonly<Record<Kept['state'], string>> = {
  there: 'Waiting',
  removing: 'Removing…',
  removed: 'Removed',
  left: 'Something of it is left',
  stays: 'Left alone',
  closing: 'Goes when the app closes',
}

const page = {
  running: 'Everything is being removed from this computer',
  continued:
    'The app was closed, or ended, while it removed everything as you had asked. It goes on with that now.',
  wait: 'This may take a minute. The keychain of this computer may ask for its password. If you close the app meanwhile, it goes on at its next start.',
  ended: 'Everything was removed from this computer',
  endedLeft: 'Not everything could be removed',
  endedMeans: (folder: string) =>
    `When you close the app, its folder ${folder} goes too. If you find it again later, you may delete it: no sign-in is in it.`,
  endedLeftMeans:
    'What is left is named below, with its reason. You may try again, or close the app and delete it by hand.',
  outside: 'Nothing in AWS and nothing at Spot was touched.',
  entries: (app: string) =>
    `If the program that keeps your passwords still shows an entry that begins with “${app}/” and is not named here, it is of a connection whose folder was deleted by hand, or lies in a recycle bin. You may delete it: it opens nothing any more.`,
  list: 'What was removed, and what was not',
  ofConnection: (folder: string, entry: string) =>
    `Sign-in, notes, record and summary in ${folder}; entry “${entry}” in the keychain`,
  notTold: 'What AWS was not told is named below. You may try again.',
  again: 'Try again',
  quit: 'Close Eco Connect',
} as const

export const erasure = {
  menu: 'Remove everything from this computer…',
  dialog,
  page,
  states,
  things: {
    connection: (name: string, account: string) =>
      account === '' || account === name
        ? `Connection “${name}”`
        : `Connection “${name}”, AWS account ${account}`,
    settings: (file: string) => `Settings: ${file}`,
    browser: (folder: string) => `What the window keeps for itself, in ${folder}`,
    foreign: (file: string) => `Not of this app: ${file}`,
    newerFile: (file: string) => `Of a newer version: ${file}`,
  },
  /** Why a thing is left alone. */
  whyStays: {
    newer:
      'A newer version of the app wrote it. Only that version knows all that belongs to it: remove everything with it, or delete the folder by hand.',
    foreign: 'The app did not put it there.',
  },
} as const
