/** The end of a connection that was taken back. */

import type { Disconnected } from '../../contract/disconnect.ts'

type LeftState = Disconnected['left'][number]['state']

const main = {
  /** In the checklist, the list of connections and on the page. */
  name: 'Disconnected',
  on: (time: string) => `Disconnected ${time}`,
  begunOn: (time: string) => `Disconnecting was begun ${time}`,
  access: {
    ended:
      'The role that this app created for Spot is deleted: Spot can read nothing through it any more. What the app removed was read again from AWS afterwards.',
    stands:
      'A role for Spot is still there, so that Spot can go on reading this account until it is deleted too.',
    unread:
      'Whether a role for Spot is still there could not be read. If it is, Spot can go on reading this account.',
    none: 'This app created no role for Spot here. If somebody else did, Spot can go on reading this account until it is deleted.',
  },
  begun:
    'The app has asked AWS to remove what is named below, and was closed, or lost AWS, before it saw the end. Sign in once more, and the app reads what has become of it.',
  archive: 'The checklist as it was',
  archiveMeans:
    'What was proven before the connection was taken back. Nothing of it is read any more.',
  archived: 'Was done',
  archivedOpen: 'Was open',
  removed: 'What was removed',
  unproven: 'Begun; nobody has seen the end',
  left: 'What is still in your AWS account',
  leftNothing: 'Nothing that this app created for the connection is left.',
  removeRest: 'Sign in and look at what is left',
  showRest: 'Show what is left',
  rest: 'Taking back what is left',
  restMeans: 'The sign-in is kept in memory only and ends with “Close”.',
  spotTitle: 'Ask Spot Support to remove the account',
  spotMeans:
    'Spot still lists the account, and keeps what it has read so far. Only Spot Support can remove it. The text below holds what they need, and no secret.',
  askedMeans:
    'You asked Spot Support to connect the account. If they have, Spot lists it and keeps what it has read; only Spot Support can remove it. The text below holds what they need, and no secret.',
  text: 'Text of the request',
  copy: 'Copy the request',
  email: 'Open as an email',
  afterwards: 'What you can do from here',
  again: 'Connect this account again',
  againMeans:
    'The checklist begins anew with the same account. Whatever is still there is found and used again.',
  forget:
    'To remove the notes on this computer too, open the menu beside the connection’s name and choose “Remove this connection from the app”.',
} as const

/** Why a thing is still there, and what that means. */
const left: Readonly<Record<LeftState, string>> = {
  there: 'Created by this app, and not removed.',
  removing: 'Being removed.',
  removed: 'Removed.',
  gone: 'No longer there.',
  'not-ours': 'Not created by this app for this connection, so it was left alone.',
  unmarked:
    'Without the mark of this app, so it was left alone. Delete it in the AWS console if you no longer need it.',
  unread: 'It could not be read, so it was left alone.',
  failed: 'AWS did not remove it.',
}

/** What it means that a thing of this app's is still there. */
const stays: Readonly<Record<Disconnected['left'][number]['id'], string>> = {
  stack: 'Spot can go on reading the account through its role.',
  report: 'AWS goes on delivering it.',
  bucket: 'AWS charges for what is stored in it.',
}

export const disconnected = { ...main, states: left, stays } as const
