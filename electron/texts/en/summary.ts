/** The text file kept after the registration. */
export const summary = {
  title: 'Eco Connect: summary of the connection to Spot Eco',
  registeredAt: (time: string) => `Registered at ${time}`,
  notVerified: (step: string) => `${step} (NOT VERIFIED: entered by hand, not read from AWS)`,
  fact: (label: string, value: string) => `${label}: ${value}`,
  askedAt: (time: string) => `Request to Spot Support noted as sent at ${time}`,
  nextTitle: 'What happens now',
  /** One line each, as below. */
  next: (due: string) => [
    `Spot’s first analysis takes up to 48 hours: it is due by ${due}.`,
    'Spot sends an email when the dashboards are ready. If none has come by then, ask Spot Support.',
  ],
  deleteToken: [
    'Delete the Spot API token that was made for this: in the Spot console under Settings, API,',
    'Permanent tokens. The app has forgotten it; at Spot it stays valid until it is deleted.',
    'If something else uses the same token, keep it.',
  ],
  keep: ['Keep the role, the bucket and the report in AWS as they are: Eco reads them every day.'],
  keepRole: ['Keep the role in AWS as it is: Eco reads the reports with it every day.'],
  links: (spot: string, stacks: string) => [`Spot console: ${spot}`, `Stacks in AWS: ${stacks}`],
  undoTitle: 'To undo',
  /** One line each, short enough for an editor that does not wrap them. */
  undoRole: [
    'Delete the CloudFormation stack named above in the AWS console: the role and its policy go',
    'with it. If no stack is named, the role was there before: ask whoever made it.',
  ],
  registered: {
    undo: ['Delete the report under Billing and Cost Management, Data Exports; then its bucket.'],
  },
  /** Nobody here has a report to delete: it is the MSP's. */
  asked: {
    next: [
      'Spot Support connects the account and answers. Nobody has read from Spot that it is',
      'connected; the request below can be sent once more.',
    ],
    undo: [
      'Then tell Spot Support, and your MSP: the report and its bucket are in the MSP’s account.',
    ],
  },
  requestTitle: 'The request to Spot Support',
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
