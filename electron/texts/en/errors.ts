import type { ErrorCode, WhoCanHelp } from '../../errors/catalogue.ts'
import { appErrors } from './errors/app.ts'
import { awsErrors } from './errors/aws.ts'
import { bucketErrors } from './errors/bucket.ts'
import { reportErrors } from './errors/cost-report.ts'
import { keysErrors } from './errors/keys.ts'
import { networkErrors } from './errors/network.ts'
import type { Sentences } from './errors/sentence.ts'
import { signInErrors } from './errors/sign-in.ts'
import { spotErrors } from './errors/spot.ts'
import { stackErrors } from './errors/stack.ts'

/** Who can remove the cause, as a sentence. */
const who: Readonly<Record<WhoCanHelp, string>> = {
  you: 'You can do this yourself.',
  'aws-administrator': 'Your AWS administrator.',
  'it-department': 'Your IT department.',
  'spot-support': 'Spot Support, or an administrator of your Spot organization.',
  aws: 'Only AWS; it usually passes by itself.',
  nobody: 'Nobody needs to help.',
}

/** Every code has its sentences: the compiler refuses this table with one missing. */
const sentences: Sentences<Record<ErrorCode, unknown>> = {
  ...appErrors,
  ...networkErrors,
  ...awsErrors,
  ...signInErrors,
  ...keysErrors,
  ...reportErrors,
  ...bucketErrors,
  ...stackErrors,
  ...spotErrors,
}

export const errors = { who, sentences } as const
