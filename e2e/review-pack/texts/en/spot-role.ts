/** The role that Spot gets. */
export const spotRole = {
  intro: [
    'The template is `eco-role.template.json` in every package. What follows is what the program’s own review reads in it, the same that a person sees before approving. Somebody can open another template, of Spot’s or of your own, in its place; it is reviewed in the same words.',
  ],
  facts: {
    sha256: 'Fingerprint (SHA-256) of the template',
    bytes: 'Size',
    trusted: 'May assume the role',
    externalId: 'External ID',
    creates: 'Creates',
  },
  size: (bytes: string) => `${bytes} bytes`,
  head: ['What for', 'Actions, with AWS’s level', 'On'],
  neverTitle: 'What it can never do',
  checks: {
    title: 'What can be checked',
    points: [
      'The program creates the stack from exactly the bytes that were approved, and keeps their fingerprint with who approved them and when.',
      'After creation it reads whom the role trusts, and has IAM simulate that the role can read the bucket.',
      'On any later day “Look again” compares every policy of the role, permission by permission, with what was approved, and tells what is more, what is less, and what could not be read.',
      'In AWS: “Last accessed” of the role in IAM, and `AssumeRole` in CloudTrail, show when Spot used it.',
    ],
  },
  remains:
    'The role reads templates and parameters of CloudFormation stacks in the account. Secrets do not belong there.',
} as const
