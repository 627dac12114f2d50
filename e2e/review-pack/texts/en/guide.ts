import type { PictureId } from '../../picture-ids.ts'

/** The frame of the user guide; what it says are the program's own pages of Help. */
export const guide = {
  intro: [
    'These are the pages of the program’s Help, with pictures, to be read without the program. The pictures show a made-up company before a simulator.',
  ],
  guides: 'How it works',
  steps: 'Step by step',
  glossary: 'Words',
  wordHead: ['Word', 'What it is'],
  step: (place: number, title: string) => `${place}. ${title}`,
  pictures: {
    plan: 'The first step asks who manages the AWS account, with the checklist of seven steps beside it.',
    template:
      'The review says in plain words who gets access, to what, and the one place where the role may write.',
    'sign-in':
      'The sign-in asks which way to take and, for the proposed one, the address of the AWS access portal.',
    'signed-in':
      'After the sign-in the step shows which account and person AWS named, and that the account pays the bill.',
    'cost-report':
      'The step of the cost report says which reports there are and what would be created.',
    bucket:
      'The step of the bucket shows each thing that was checked, and that the first delivery is awaited.',
    stack:
      'Before the role is created, Spot’s external ID is asked for, and what will be created is shown with how to undo it.',
    'stack-running': 'While AWS creates the role, what AWS reports is listed.',
    registration:
      'The last step offers to send role and bucket to Spot, or to finish in the Spot console.',
    registered: 'The end says what happens next and what is left for the person.',
  } satisfies Readonly<Record<PictureId, string>>,
} as const
