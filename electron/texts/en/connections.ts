import { number } from './locale.ts'

/** The switcher in the top bar: one connection for each payer account. */

const main = {
  /** The name of a connection that nobody has named and whose account is not known yet. */
  unnamed: 'New connection',
  /** The same, of one that a newer version keeps in a way that does not tell its name here. */
  unnamedLocked: 'Connection of a newer version',
  button: (name: string) => `Connection: ${name}`,
  title: 'Connections',
  hint: 'One for each payer account. Each has its own checklist and its own sign-in.',
  list: 'All connections',
  account: (id: string) => `AWS account ${id}`,
  noAccount: 'No AWS account yet',
  unknownAccount: 'AWS account not known here',
  progress: (finished: number, total: number) => `${number(finished)} of ${number(total)} finished`,
  attention: 'Needs attention',
  askedSpot: 'Waiting for Spot Support',
  saidConnected: 'Confirmed by you',
  registered: 'Registered',
  locked: 'Of a newer version',
  shown: 'Shown now',
  add: 'Add another payer account',
  rename: 'Rename this connection…',
  saveAnswer: 'Save what is set up, as a file for a colleague…',
  nothingSetUp: 'There is no report and no role yet.',
  remove: 'Remove this connection from the app…',
  removeSignedIn: (step: number) => `Sign out first: step ${step} has the button.`,
  removeReopened: 'Close the look at this connection first.',
  disconnect: 'Disconnect from AWS…',
} as const

/** Under the sentences that say why nothing can be done with the connection that is shown. */
const lockedPanel = {
  others:
    'At the top of the window you can choose another connection, or add another payer account. To remove this one, use the newer version too: only it knows all that belongs to it.',
} as const

const renameDialog = {
  title: 'Rename this connection',
  field: 'Name of the connection',
  hint: 'Only for you: it is used in this app and nowhere in AWS. Left empty, the name of the AWS account is used.',
  save: 'Save the name',
  cancel: 'Cancel',
  close: 'Close without renaming',
} as const

const removeDialog = {
  title: (name: string) => `Remove “${name}” from this app`,
  what: 'The app forgets this connection: the answers, the notes about what it created, its record of calls, and any sign-in that is kept for it on this computer. AWS is told to end it; one as in the AWS console may go on there until it ends by itself, twelve hours after it was made at the latest.',
  notAws:
    'Nothing in AWS is removed or changed. What there is of report, bucket and role stays as it is, and Spot goes on reading what it reads by now.',
  instead:
    'If you want to take back what was created in AWS, use “Disconnect from AWS” first: afterwards the app no longer knows what it created.',
  consent: 'I understand that only this computer’s notes are removed',
  consentFirst: 'Tick the box above first.',
  remove: 'Remove from this app',
  cancel: 'Keep it',
  close: 'Close without removing',
} as const

export const connections = {
  ...main,
  lockedPanel,
  renameDialog,
  removeDialog,
} as const
