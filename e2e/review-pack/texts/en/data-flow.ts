/** What goes from where to where. The numbers of the flows are those in the diagram. */
export const dataFlow = {
  alt: 'Data flow: the person’s browser, Eco Connect, the keychain and the profile folder are on the computer. Eco Connect speaks to AWS and to Spot’s API through the company’s proxy. AWS delivers the report into the bucket, and Spot reads it there by the role, without this computer.',
  boxes: {
    computer: 'The person’s computer',
    browser: 'Browser',
    window: 'Window',
    main: 'Main process',
    keychain: 'Keychain',
    profile: 'Profile folder',
    company: 'Company network',
    proxy: 'Proxy',
    aws: 'AWS',
    signIn: 'Sign-in',
    account: 'Account',
    bucket: 'Bucket',
    spot: 'Spot',
    api: 'API',
    eco: 'Eco',
  },
  intro:
    'The numbers in the diagram are those of the table. A dashed line is a connection in which the program has no part.',
  head: ['No.', 'From → to', 'What', 'Protected by'],
  flows: [
    [
      'Window ↔ main process',
      'Commands of a fixed contract in one direction, what is to be drawn in the other. No secret goes to the window; what is typed as a secret goes from it once.',
      'Separate, sandboxed process without network; each command is parsed; the sender is checked.',
    ],
    [
      'Main process → browser',
      'The address of AWS’s sign-in page, opened by the system. The password and the second factor are typed there and never reach the program.',
      'Only addresses of the published list are opened.',
    ],
    [
      'Browser → main process',
      'The answer of the sign-in (a code that is good once), on 127.0.0.1.',
      'Secret state of this sign-in, PKCE (S256); the port is closed by the first good answer.',
    ],
    [
      'Main process ↔ AWS, sign-in',
      'Tokens of IAM Identity Center or of the sign-in as in the console; names of accounts and permission sets.',
      'TLS, checked against the system’s trust store, through the system’s proxy.',
    ],
    [
      'Main process ↔ AWS, account',
      'Signed requests: report definitions, bucket settings and policy, stacks, the role, IAM’s simulation. Of the bill itself nothing, or, if somebody presses the button for it, the end of one file (columns, not lines).',
      'TLS; signature of AWS; short-lived credentials.',
    ],
    [
      'Main process → Spot’s API',
      'Only if somebody chooses “Send to Spot”: ARN of the role, bucket, account number, with a Spot API token that was typed in.',
      'TLS; the token is kept in memory only.',
    ],
    [
      'Main process ↔ keychain',
      'One random key of each connection, by which the sign-in is sealed.',
      'The system’s keychain; in a process of its own.',
    ],
    [
      'Main process ↔ profile folder',
      'Choices, names of what was created, the sealed sign-in, the record of calls.',
      'Readable by its owner only; AES-256-GCM for the sign-in.',
    ],
    [
      'AWS billing → bucket',
      'The cost and usage report, by AWS itself, several times a day.',
      'Bucket policy with the account as a condition; Block Public Access.',
    ],
    [
      'Spot → bucket and account',
      'Spot assumes the role from its own AWS accounts and reads report, bill and commitments. Nothing of that passes the program or the computer.',
      'Trust policy of the role; see “The role for Spot”.',
    ],
  ],
  stores: {
    title: 'Which data there are',
    head: ['Data', 'Where', 'Classification proposed'],
    rows: [
      [
        'Tokens and credentials of AWS',
        'Memory; sealed in the profile folder until the registration',
        'Secret',
      ],
      ['Spot API token, pasted keys', 'Memory only', 'Secret'],
      ['Password of a proxy, if one asks', 'Memory only, until the program ends', 'Secret'],
      [
        'Account numbers, ARNs, names of buckets, stacks, reports',
        'Profile folder, documents',
        'Internal',
      ],
      ['Who did and approved what, as an ARN', 'Record, documents', 'Internal, personal'],
      [
        'The bill (report files)',
        'In the bucket in AWS; read by Spot. Not on this computer',
        'Confidential',
      ],
    ],
  },
  signIn: 'Who signs in, and how',
  recipients: {
    title: 'Who receives data, and where they are',
    head: ['Who', 'What', 'Where'],
    rows: [
      [
        'Amazon Web Services, your own account',
        'The calls of the program; report, bucket, role',
        '`us-east-1`; the sign-in in the region of your Identity Center',
      ],
      [
        'Spot (by NetApp, now Flexera)',
        'ARN of the role, bucket, account number; through the role what “The role for Spot” lists',
        'Reads from its own AWS accounts; where Spot keeps it is a matter of your contract with Spot',
      ],
      [
        'The company’s proxy, if it asks',
        'User name and password, as they were typed for it',
        'In the company’s network',
      ],
      [
        'Whoever the person writes to, or gives a file: Spot Support, an MSP, a colleague',
        'What the draft or the file shows before: account number, names, ARN of the role',
        'By the person’s own mail program or storage; the program sends neither',
      ],
      ['The project', 'Nothing', '–'],
    ],
  },
  others: {
    title: 'What it hands to other programs of the computer',
    /** By what of Electron does it. */
    points: {
      shell:
        'The system’s browser: addresses of “Opened in the person’s own browser”. The mail program: a draft, which the person sends or not. The program that the system has for a file: pages that the program has made. The file manager: where a file was saved.',
      clipboard:
        'The clipboard: written by a button “Copy”, and by what a person copies in the window as anywhere. The program never reads it; other programs can.',
      dialog:
        'The system’s dialogs for opening, saving and printing. The desktop may remember there which files were chosen.',
      Notification:
        'The system’s notifications: that AWS has delivered or is late, that the role is ready or not, that a sign-in has ended; with the name of the connection, also on a locked screen if the system shows them there. And, without that name, that the proxy asks for a password while another program is in front.',
    },
    none: 'It registers no address scheme, no start with the computer and no list of recent documents, and has neither an updater nor a crash reporter of Electron’s: a test holds the code to this list.',
  },
} as const
