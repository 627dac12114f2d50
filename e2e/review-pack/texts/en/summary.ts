/** The half page for whoever decides. */
export const summary = {
  labels: {
    decided: 'What is decided',
    needs: 'What it needs',
    leaves: 'What leaves the company',
    risks: 'What remains a risk',
    ends: 'How it is ended',
    unproven: 'What is not proven',
    missing: 'What is missing',
  },
  decided:
    'Two things. Whether people may run a desktop program, for some days, to set up a connection; and whether Spot may read the company’s AWS bill by a role from then on. The second goes on when the program is gone.',
  needs: (hosts: number) =>
    `No rights on the computer beyond the person’s own; outgoing TLS to ${hosts} names of hosts, all of AWS but one of Spot’s; in AWS the permissions of a published policy, for the time of the setup.`,
  leaves:
    'By the program: the ARN of the role, the name of the bucket and the account number, to Spot. By the role, without the program: report, bill, reservations and Savings Plans. To those who made the program: nothing.',
  risks:
    'Malware that runs as the same person can do what the person can, as with every desktop program. The role also reads templates and parameters of CloudFormation stacks. Credentials that AWS has issued live to their end, an hour as a rule.',
  ends: 'Delete one CloudFormation stack: Spot has no access any more. Remove the program by its package. Neither needs the other.',
  unproven: (shipped: string, tried: string) =>
    `Nobody outside of the project has audited it. It was run on Linux only, with Electron ${tried} and not with ${shipped}, which its packages are made with, and before a simulator of AWS and Spot. All of this is in “What nobody has looked at”.`,
  missing: (fields: string) =>
    `Not filled in yet: ${fields}. While one of these is missing, packages for people cannot be made.`,
  quoted: (label: string) => `“${label}”`,
  complete: 'Nothing: who publishes it, licence and contacts stand in “Contacts and licence”.',
  readers: {
    network: 'Network and proxy',
    computers: 'Computers and distribution of software',
    aws: 'AWS',
    security: 'Information security',
    privacy: 'Data protection and audit',
  },
} as const
