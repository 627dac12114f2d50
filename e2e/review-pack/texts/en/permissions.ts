import type { PolicyFile } from '../../policies.ts'

/** Every action of every published policy. */
export const permissions = {
  intro: (date: string, version: string) => [
    `The policies are files in every package. They are separate, so that nobody has more than the task takes. The column “AWS’s level” is AWS’s own word from its Service Authorization Reference (data of ${date}, version ${version}), not the project’s.`,
    'A whole journey before the simulator asks AWS for nothing that the operator policy does not list; a test fails otherwise. After a sign-in the program asks IAM what the person may do, and shows what is missing, before anything is tried.',
    'What the operator policy creates it may create only under the names that the program proposes (`spot-eco-cur-*`, `Spot*`). Widen these if you choose other names.',
  ],
  head: ['Action', 'AWS’s level', 'Why', 'On'],
  policies: {
    'operator-policy.json': {
      title: 'For the person who connects',
      means:
        'The least with which one person does the whole journey. Several people can share it: each step can be given to somebody else.',
    },
    'health-policy.json': {
      title: 'For a look on a later day, besides',
      means: 'Compares the role’s policies with what was approved. It only reads.',
    },
    'report-file-policy.json': {
      title: 'For comparing a delivered file, besides and optional',
      means:
        'The program reads the last bytes and the footer of one file, after a button is pressed. IAM cannot limit a permission to that: whoever holds it can read whole report files. Leave it out if that is not wanted; nothing else needs it.',
    },
    'disconnect-policy.json': {
      title: 'For taking everything back, besides',
      means:
        'Give it for the day on which somebody disconnects. The stack is deleted with the operator policy; this adds the report and the bucket that the program created.',
    },
  } satisfies Readonly<Record<PolicyFile, { readonly title: string; readonly means: string }>>,
  /** Reasons of this document, by `file action`; those of all other actions are the program's own words. */
  reasons: {
    'health-policy.json iam:GetRolePolicy': 'Read what a policy written into the role says',
    'health-policy.json iam:GetPolicy': 'Read which version of a policy counts',
    'health-policy.json iam:GetPolicyVersion': 'Read what that version of a policy says',
    'report-file-policy.json s3:GetObject':
      'Read the last bytes and the footer of one delivered report file',
    'disconnect-policy.json s3:ListBucket': 'Read whether the bucket holds files',
    'operator-policy.json iam:GetPolicy': 'CloudFormation reads the policy that it creates',
    'operator-policy.json iam:ListPolicyVersions':
      'CloudFormation reads the policy that it takes back',
    'operator-policy.json cloudformation:DeleteStack':
      'Delete a stack of this app that failed, or that somebody takes back',
  } as Readonly<Record<string, string>>,
  elsewhere: {
    title: 'How to give and limit them',
    points: [
      'As the inline policy of a permission set in IAM Identity Center, with a short session. Take it away when the connection is made: nothing at Spot depends on it.',
      'The sign-in as in the AWS console needs the two actions of `signin`. Whoever does not want it leaves them out, or denies them: in member accounts by a service control policy; in the management account, which such policies never reach, by a policy of the users, roles and permission sets.',
      'CloudFormation acts with the person’s own permissions: no service role is passed, and `iam:PassRole` is not needed.',
    ],
  },
} as const
