/** The records. */
export const logs = {
  ownTitle: 'The record on the computer',
  own: (megabytes: number, files: readonly string[]) => [
    `Each connection has a record of its own: \`${files[0]}\`, JSON lines, only appended to; a change is on the disk before anything is done about it, a call within a second. At ${megabytes} MiB it becomes \`${files[1]}\`, in place of the one before: twice that is the most that is kept. There is no other log, but the copy that an organization can have written into a folder of its own (\`AuditFolder\`), line by line and before any change is made.`,
    'A call has: time, service, operation, what it was about by name or ARN, HTTP status, AWS’s error code and request ID, number of attempts, duration. A change has what was agreed to, before it is done. Secrets are masked before a line is written; bodies and answers are not recorded.',
    'It belongs to the person whose profile it is, who can change it: it is evidence among people who trust that computer. The record that cannot be changed from there is AWS CloudTrail in your account, which shows the same request IDs for what it records.',
  ],
  siemTitle: 'For a SIEM',
  siem: [
    '“Documents…” saves the record as PDF or page, and as CSV or JSON Lines: flat, in UTC, without a language, by the schema `record-of-calls.schema.json`, which is in every package. Cells that a spreadsheet would calculate are defused.',
    'The program sends nothing to a SIEM itself. Collect the file, have a copy written into a folder that your collector reads (`AuditFolder`, `AuditRetentionDays`; see “Managed settings”), or use CloudTrail.',
  ],
  cloudtrailTitle: 'In AWS CloudTrail',
  cloudtrail: (app: string) => [
    `The program’s calls to AWS, under the identity of the person who signed in; \`userAgent\` contains \`app/${app}\`. Reading files in the bucket (\`s3:ListBucket\`, \`s3:GetObject\`) is there only if your trail records data events.`,
    'Every `AssumeRole` of Spot’s (event source `sts.amazonaws.com`, `userIdentity.accountId` one of the accounts in “The role for Spot”), and what it reads, as far as your trail records data events.',
  ],
  retentionTitle: 'How long',
  retentionHead: ['What', 'Removed by'],
  retention: [
    [
      'Sign-in (file, keychain entry, memory)',
      'The registration, “Sign out”, its own end; AWS is told to end it',
    ],
    ['State, record and summary of a connection', '“Remove this connection from the app…”'],
    [
      'The copy in the organization’s folder (`AuditFolder`)',
      'The program, after `AuditRetentionDays`, if that is set; otherwise whoever owns the folder',
    ],
    ['Password of a proxy (memory)', 'The end of the program'],
    ['Everything on this computer', '“Remove everything from this computer…”'],
    ['Documents that somebody saved', 'Whoever saved them'],
    [
      'Crash dumps',
      'The program starts no crash reporter; none are sent. What the system itself writes of a crash (`systemd-coredump`, Windows Error Reporting), its swap and its hibernation can hold the program’s memory, secrets too: the system’s settings decide',
    ],
  ],
} as const
