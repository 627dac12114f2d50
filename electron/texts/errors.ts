import type { AppError, WhoCanHelp } from '../contract.ts'
import type { ErrorCode } from '../errors.ts'
import { visible } from '../visible.ts'
import { appErrors } from './errors/app.ts'
import { awsErrors } from './errors/aws.ts'
import { bucketErrors } from './errors/bucket.ts'
import { reportErrors } from './errors/cost-report.ts'
import { keysErrors } from './errors/keys.ts'
import { networkErrors } from './errors/network.ts'
import { say } from './errors/sentence.ts'
import type { ErrorText, Facts, Sentence } from './errors/sentence.ts'
import { signInErrors } from './errors/sign-in.ts'
import { spotErrors } from './errors/spot.ts'
import { stackErrors } from './errors/stack.ts'

export type { ErrorText }

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
const SENTENCES: Readonly<Record<ErrorCode, Sentence>> = {
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

const isKnown = (code: string): code is ErrorCode => Object.hasOwn(SENTENCES, code)

const visibleFacts = (facts: Facts): Facts =>
  Object.fromEntries(Object.entries(facts).map(([name, value]) => [name, visible(value)]))

/**
 * The sentences about an error, with every fact in them visible. One without sentences is shown by its
 * code and technical names.
 */
export function errorText(error: AppError): ErrorText {
  if (isKnown(error.code)) return SENTENCES[error.code](visibleFacts(error.facts))
  const code = visible(error.code)
  const operation = visible(error.detail?.operation ?? '')
  const requestId = visible(error.detail?.requestId ?? '')
  const where = operation ? ` during ${operation}` : ''
  const request = requestId ? ` Request ID: ${requestId}.` : ''
  return say(
    `The app has no explanation for the error “${code}”${where}.`,
    `This step stopped. The other steps are as they were.${request}`,
    'Check the step again. If it stays like this, send this text to Spot Support.',
    'spot-support',
  )
}
