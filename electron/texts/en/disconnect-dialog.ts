/** What the dialog for disconnecting says around the things that are removed. */

import type { Removable } from '../../contract/disconnect.ts'

/** The answer to the question whether a thing shall be removed. */
const consents: Readonly<Record<Removable['id'], string>> = {
  stack: 'Yes, delete the stack with its role',
  report: 'Yes, delete the report',
  bucket: 'Yes, delete the bucket',
}

const main = {
  closeLabel: 'Close without removing anything more',
  list: 'What can be removed',
  signInFirst: 'Sign in first',
  signInMeans:
    'To see and remove what the app created, it has to be signed in to the AWS account. Open this again afterwards.',
  signInStep: (step: number) => `Sign in in step ${step} of the checklist.`,
  reopen: 'Look again and sign in',
  consentFirst: 'Tick the box above first.',
  filesFirst: 'The bucket still holds files: tick the box about them first.',
  oneAtATime: 'Another removal is still running.',
} as const

export const disconnectDialog = {
  ...main,
  consents,
} as const
