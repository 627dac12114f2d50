import type { WaitId } from '../../../../electron/base/waits.ts'

/** Whom the program talks to. */
export const hosts = {
  intro: [
    'The list is `endpoints.json`, which is in every package. Tests hold every client of the program to it, and a whole journey through an inspecting proxy meets no other host. A new profile contacts nobody before the person acts; one that remembers a sign-in reads its own account again when the program starts. While it waits, the program runs the code of its requests once to be quicker later: those are handed to nothing that could send them, and a test counts no connection.',
    '`<region>` is the region of your IAM Identity Center, `<portal>` the name of its access portal, `<bucket>` the report’s bucket. In China and the European Sovereign Cloud only Identity Center’s own two hosts have other names.',
  ],
  contacts: 'Contacted by the program',
  head: ['Host', 'Port, direction', 'Why', 'When'],
  outgoing: (port: number) => `TCP ${port}, outgoing, TLS`,
  when: {
    oidc: 'At a sign-in by the access portal, and when it is renewed (about once an hour)',
    portal:
      'After a sign-in by the portal: choosing account and permission set, each renewal, signing out',
    signin:
      'Only at a sign-in as in the AWS console, and about every quarter of an hour while it lasts',
    revoke: 'Once, where such a sign-in is to be ended',
    sts: 'After every sign-in',
    organizations: 'After every sign-in',
    cur: 'Each time the report is looked at or created',
    s3: 'Each time the bucket is chosen, looked at, created or repaired',
    cloudformation: 'Each time the stack is looked at, created or deleted',
    iam: 'After a sign-in (what may this person do), and to prove the role',
    spot: 'Once, if “Send to Spot” is pressed; never otherwise',
  },
  typed: 'Asked once, only if somebody types it',
  typedHead: ['Host', 'Why'],
  aroundTitle: 'Besides, by the system or by Chromium',
  around: [
    'Names are looked up by the system, or by the proxy where there is one. A PAC script is fetched from where it is set, a Kerberos ticket from the company’s own servers.',
    'Where a server leaves out an intermediate certificate, Chromium may fetch it from the address that stands in the certificate; Windows and macOS may ask for revocation lists. That was not measured.',
  ],
  browser: 'Opened in the person’s own browser',
  browserMeans:
    'These the program itself does not contact. What the pages load besides (your identity provider, AWS’s content) is the browser’s matter.',
  browserHead: ['Why', 'Hosts'],
  loopback: 'On this computer',
  loopbackMeans: (minutes: number) =>
    `While somebody signs in with the browser, the program listens on 127.0.0.1, on a port that the system chooses, for ${minutes} minutes at most. It listens on no other address, answers one path only, and closes the port with the first good answer. A local firewall has to let nothing through: loopback does not leave the computer.`,
  never: 'Never contacted',
  nevers: [
    'No telemetry, crash or update server, of the project or of anybody else. Chromium’s own requests in the background (dictionaries, network error reports, DNS over HTTPS) are switched off.',
    'The instance metadata service of AWS (169.254.169.254), and endpoints that environment variables or the AWS CLI’s settings name: a package ignores them.',
  ],
  often: 'How often it asks while it waits',
  oftenMeans:
    'The most that comes about for one connection, for whoever counts calls in CloudTrail. The program takes its intervals from the same table, and a test counts the calls of an hour of each wait. Nothing is asked while the program is closed.',
  oftenHead: ['What is waited for', 'Asks every', 'Calls in an hour, at most', 'How long'],
  seconds: (count: number) => `${count} s`,
  minutes: (count: number) => `${count} min`,
  never1: 'never',
  asLongAsOpen: 'as long as the program is open',
  atMost: (time: string) => `${time} at most`,
  waits: {
    'sign-in-browser': 'The person signs in in the browser',
    'sign-in-code': 'The person signs in elsewhere with a code',
    stack: 'AWS is at work on the stack',
    'stack-taken-back': 'AWS takes back a stack that it refused',
    'stack-deletion': 'AWS deletes the stack',
    'role-visible': 'A new role is not visible yet',
    delivery: 'AWS delivers the report',
    msp: 'The MSP was asked for the report',
    asked: 'Somebody else was asked to do a step',
    analysis: 'Spot’s first analysis',
    looks: 'Nothing: the person reads',
  } satisfies Readonly<Record<WaitId, string>>,
} as const
