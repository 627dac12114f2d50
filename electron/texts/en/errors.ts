import type { AppError } from '../../errors/app-error.ts'
import { whoCanHelp } from '../../errors/catalogue.ts'
import type { ErrorCode, Facts, WhoCanHelp } from '../../errors/catalogue.ts'
import { visible } from '../../base/visible.ts'
import { appErrors } from './errors/app.ts'
import { awsErrors } from './errors/aws.ts'
import { bucketErrors } from './errors/bucket.ts'
import { reportErrors } from './errors/cost-report.ts'
import { keysErrors } from './errors/keys.ts'
import { networkErrors } from './errors/network.ts'
import type { Sentences, Words } from './errors/sentence.ts'
import { signInErrors } from './errors/sign-in.ts'
import { spotErrors } from './errors/spot.ts'
import { stackErrors } from './errors/stack.ts'

/** What is told of one error. */
export type ErrorText = Words & { readonly who: WhoCanHelp }

/** Who can remove the cause, as a sentence. */
export const WHO: Readonly<Record<WhoCanHelp, string>> = {
  you: 'You can do this yourself.',
  'aws-administrator': 'Your AWS administrator.',
  'it-department': 'Your IT department.',
  'spot-support': 'Spot Support, or an administrator of your Spot organization.',
  aws: 'Only AWS; it usually passes by itself.',
  nobody: 'Nobody needs to help.',
}

/** Every code has its sentences: the compiler refuses this table with one missing. */
const SENTENCES: Sentences<Record<ErrorCode, unknown>> = {
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

const visibleFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, visible(value)]))

/** The sentences about an error, with every fact in them visible, and who can help. */
export function errorText({ code, facts }: AppError): ErrorText {
  return { ...SENTENCES[code](visibleFacts(facts)), who: whoCanHelp({ code, facts }) }
}
