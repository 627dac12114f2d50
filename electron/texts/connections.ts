/** The switcher in the top bar: one connection for each payer account. */

export const CONNECTIONS = {
  /** The name of a connection that nobody has named and whose account is not known yet. */
  unnamed: 'New connection',
  button: (name: string) => `Connection: ${name}`,
  title: 'Connections',
  hint: 'One for each payer account. Each has its own checklist and its own sign-in.',
  list: 'All connections',
  account: (id: string) => `AWS account ${id}`,
  noAccount: 'No AWS account yet',
  progress: (finished: number, total: number) => `${finished} of ${total} finished`,
  attention: 'Needs attention',
  registered: 'Registered',
  shown: 'Shown now',
  add: 'Add another payer account',
  rename: 'Rename this connection…',
  remove: 'Remove this connection from the app…',
  removeSignedIn: 'Sign out first: step 2 has the button.',
  removeReopened: 'Close the look at this connection first.',
  disconnect: 'Disconnect from AWS…',
} as const

export const RENAME = {
  title: 'Rename this connection',
  field: 'Name of the connection',
  hint: 'Only for you: it is used in this app and nowhere in AWS. Left empty, the name of the AWS account is used.',
  save: 'Save the name',
  cancel: 'Cancel',
  close: 'Close without renaming',
} as const

export const REMOVE = {
  title: (name: string) => `Remove “${name}” from this app`,
  what: 'The app forgets this connection: the answers, the notes about what it created, its record of calls, and any sign-in that is kept for it on this computer.',
  notAws:
    'Nothing in AWS is removed or changed. The report, the bucket and the role stay as they are, and Spot goes on reading them.',
  instead:
    'If you want to take back what was created in AWS, use “Disconnect from AWS” first: afterwards the app no longer knows what it created.',
  consent: 'I understand that only this computer’s notes are removed',
  consentFirst: 'Tick the box above first.',
  remove: 'Remove from this app',
  cancel: 'Keep it',
  close: 'Close without removing',
} as const
