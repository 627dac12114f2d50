/** The frame of the pack: titles, the summary, and what each section is called. */
export const frame = {
  title: 'Review pack for security and IT',
  guideTitle: 'User guide',
  from: (version: string) => `Eco Connect ${version}`,
  intro: [
    'This document is for whoever decides whether Eco Connect may be installed, which network it may use, and what it may do in AWS. It can be read without the internet and without the program.',
    'Names, hosts, permissions, switches and numbers in its tables are read from the program’s own code and files when the document is made; a test of the project fails when the document is not what they give. Each claim of the threat model names the tests that show it; what nobody has tried is said to be so. Nobody outside of the project has audited this document. No password, token or key is in it.',
  ],
  contents: 'Contents',
  summary: 'In short, for whoever decides',
  readers: 'Who reads what',
  glance: 'At a glance',
  labels: {
    product: 'What it is',
    version: 'Version',
    platforms: 'Packages',
    runtime: 'Made with',
    rights: 'Rights on the computer',
    network: 'Network',
    secrets: 'Secrets',
    aws: 'In AWS',
    spot: 'What Spot gets',
    telemetry: 'Telemetry, updates',
    personal: 'Personal data',
  },
  values: {
    product:
      'A desktop program with which a person connects a company’s AWS management account to Spot Eco. It reads what is there, says what it would create, what that costs and how to undo it, does it after a click, and calls a step done only when a read from AWS proves it.',
    runtime: (electron: string, packages: number) =>
      `Electron ${electron} (Chromium and Node.js inside), and ${packages} open-source packages; see “Supply chain”.`,
    rights:
      'Those of the person who starts it. No service, no driver, no scheduled task, no start with the computer. An administrator is needed for an installation for all users only.',
    network: (hosts: number) =>
      `Outgoing TLS to ${hosts} names of hosts (some with a region, portal or bucket in them), port 443, through the system’s proxy. Incoming: nothing from outside; one port on 127.0.0.1 while somebody signs in with the browser.`,
    secrets:
      'Passwords of AWS are never seen. The sign-in is sealed with a key from the system’s keychain and removed with the registration; pasted keys, the Spot token and the password of a proxy are in memory only.',
    aws: 'After consent to each: one report definition, one bucket, one CloudFormation stack with one role and one policy. Nothing that it did not create is changed or deleted; a bucket policy is added to.',
    spot: 'The ARN of the role, the name of the bucket and the account number. The role reads; it may write into buckets of Spot’s own only.',
    telemetry:
      'None: no usage data, no crash upload, no check for updates, no download at run time.',
    personal:
      'The ARN of the person who signed in (it often has a name or an email address in it), in the record on this computer. The program sends it to nobody but AWS; documents that somebody passes on have it too.',
  },
  platforms:
    'Linux x64: `.deb`, `.rpm`, `.tar.gz`. Windows x64: `.msi`. macOS arm64: `.zip`, not signed. See “Silent installation and removal”, and “What nobody has looked at”.',
  sections: {
    'data-flow': 'Data flow',
    hosts: 'Hosts and ports',
    network: 'Proxy, PAC files and certificates',
    storage: 'Files, registry and keychain',
    logs: 'Logs and retention',
    permissions: 'Permissions in AWS, action by action',
    'spot-role': 'The role for Spot',
    hardening: 'How the program is confined',
    'threat-model': 'Threat model',
    'supply-chain': 'Supply chain',
    verification: 'Verifying a download',
    installation: 'Silent installation and removal',
    managed: 'Managed settings',
    leftovers: 'What remains in home folders',
    revocation: 'Cutting the connection centrally',
    support: 'Support, updates and contacts',
    limits: 'What nobody has looked at',
    questionnaire: 'Answers to a questionnaire',
  },
  notFilledIn: 'Not filled in',
} as const
