/** The two ways in which the window works differently, each told in a bar under the header. */

const byHand = {
  name: 'By hand',
  means: 'Nothing is read from AWS, and nothing is verified.',
  leave: 'Sign in and verify',
} as const

const reopened = {
  name: 'Looking again',
  means: 'The sign-in is kept in memory only and ends with “Close”.',
  close: 'Close',
} as const

const manage = {
  title: 'Look again, or undo',
  look: 'You can sign in once more and let the app read everything anew. It changes nothing, and the sign-in is kept in memory only.',
  reopen: 'Look again',
  /** While it is looked at again. */
  undoTitle: 'Undo',
  undo: 'You can take back what this app created in AWS, one thing at a time.',
  disconnect: 'Disconnect from AWS…',
} as const

/** A step that was told by hand. */
const unverified = {
  mark: 'Not verified',
  title: 'Noted, but not verified',
  means:
    'These values were typed in. They have the right form, but nobody has compared them with AWS.',
  signIn: 'Sign in to have the app check them.',
  lookAgain: (step: number) => `Use “Look again” in step ${step} to have the app check them.`,
  values: 'What was typed in',
  noted: (time: string) => `Noted ${time}`,
  change: 'Change these values',
} as const

/** The fields for what was noted down in AWS's console. */
const byHandFields = {
  guide: 'What to do, by hand',
  title: 'What you noted down',
  note: 'Continue',
  account: 'AWS account ID',
  accountHint: 'Twelve digits, with or without the dashes that the console shows.',
  bucket: 'S3 bucket of the report',
  bucketHint: 'The bucket that receives the report, as it is written on the page “Data Exports”.',
  prefix: 'S3 path prefix',
  prefixHint: 'The folder in the bucket that you entered for the report.',
  saveTemplate: 'Save the template as a file',
  role: 'Role ARN',
  roleHint: (account: string) =>
    account === ''
      ? 'From the Outputs tab of the stack. It begins with arn:aws:iam::'
      : `From the Outputs tab of the stack. It begins with arn:aws:iam::${account}:role/`,
  externalId: 'External ID',
  externalIdHint:
    'Only if you entered one in the parameters of the stack; otherwise leave it empty.',
} as const

export const modes = {
  byHand,
  reopened,
  manage,
  unverified,
  byHandFields,
} as const
