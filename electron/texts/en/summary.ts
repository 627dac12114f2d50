/** The text file kept after the registration. */
export const summary = {
  title: 'Eco Connect: summary of the connection to Spot Eco',
  registeredAt: (time: string) => `Registered at ${time}`,
  notVerified: (step: string) => `${step} (NOT VERIFIED: entered by hand, not read from AWS)`,
  fact: (label: string, value: string) => `${label}: ${value}`,
  nextTitle: 'What happens now',
  next: ['Spot processes the data within up to 48 hours and sends an email when it is ready.'],
  undoTitle: 'To undo',
  /** One line each, short enough for an editor that does not wrap them. */
  undo: [
    'Delete the CloudFormation stack named above in the AWS console: the role and its policy go',
    'with it. If no stack is named, the role was there before: ask whoever made it.',
    'Delete the report under Billing and Cost Management, Data Exports; then its bucket.',
  ],
  signInTitle: 'The sign-in on this computer',
  /** One line each, as above. True whatever came of it: this file is written before. */
  signIn: (app: string) => [
    'After this file was written, the app removed the sign-in, and its window said whether this',
    'computer’s keychain confirmed that. If the program that keeps your passwords still shows an',
    `entry that begins with “${app}/”, or has one in its recycle bin: it opens nothing any more,`,
    'since the file that it was for is deleted. You may delete it.',
  ],
  noSecret: 'This file holds no password, token or key.',
} as const
