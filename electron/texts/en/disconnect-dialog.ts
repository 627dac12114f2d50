/** What the dialog for disconnecting says around the things that are removed. */

import type { Removable } from '../../contract/disconnect.ts'

/** The answer to the question whether a thing shall be removed. */
export const CONSENTS: Readonly<Record<Removable['id'], string>> = {
  stack: 'Yes, delete the stack with its role',
  report: 'Yes, delete the report',
  bucket: 'Yes, delete the bucket',
}

export const DISCONNECT_DIALOG = {
  closeLabel: 'Close without removing anything more',
  list: 'What can be removed',
  signInFirst: 'Sign in first',
  signInMeans:
    'To see and remove what the app created, it has to be signed in to the AWS account. Open this again afterwards.',
  signInStep: 'Sign in in step 2 of the checklist.',
  reopen: 'Look again and sign in',
  consentFirst: 'Tick the box above first.',
  filesFirst: 'The bucket still holds files: tick the box about them first.',
  oneAtATime: 'Another removal is still running.',
} as const
