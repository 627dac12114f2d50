import type { ErrorCode } from '../../errors.ts'
import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { Sentence } from './sentence.ts'

type ReportCode = Extract<ErrorCode, `report-${string}` | `delivery-${string}`>

/** The Cost and Usage Report and its delivery. */
export const reportErrors: Readonly<Record<ReportCode, Sentence>> = {
  'report-name-invalid': () =>
    say(
      'This cannot be the name of a report.',
      "AWS accepts up to 256 letters, digits and the characters ! - _ . * ' ( ), and no spaces.",
      'Enter another name, for example spot-eco-hourly.',
      'you',
    ),
  'report-prefix-invalid': () =>
    say(
      'This cannot be the folder (prefix) of a report.',
      "The folder must not be empty. AWS accepts up to 256 letters, digits and the characters ! - _ . * ' ( ) /.",
      'Enter another one, for example eco.',
      'you',
    ),
  'report-name-taken': (facts) =>
    say(
      `There is already a ${named(facts, 'report', 'report', 'report of this name')} in this account.`,
      'It stays as it is: the app never changes a report that it did not create.',
      'Enter another name.',
      'you',
    ),
  'report-limit': (facts) =>
    say(
      `This account already has ${fact(facts, 'limit', '5')} reports, and AWS allows no more.`,
      `${NOTHING_CHANGED} The app never deletes a report, because somebody may depend on it.`,
      'Reuse one that fits, or ask its owner whether one can be deleted in the AWS console (Billing and Cost Management, Data Exports). Then check again.',
      'aws-administrator',
    ),
  'report-not-fitting': (facts) =>
    say(
      `Spot Eco cannot use the ${named(facts, 'report', 'report')} as it is.`,
      'The list beside it shows which settings are missing. The app never changes a report that it did not create.',
      'Choose another report, or let the app create a new one beside it.',
      'you',
    ),
  'report-gone': (facts) =>
    say(
      `The ${named(facts, 'report', 'report')} no longer exists in this account.`,
      'Somebody has deleted or renamed it, or another account is signed in. Data that was delivered before is still in its bucket.',
      'Choose another report, or create a new one.',
      'you',
    ),
  'report-bucket-refused': (facts) =>
    say(
      `AWS could not verify that it may write reports into the ${named(facts, 'bucket', 'bucket')}.`,
      'No report was created. The policy, the owner or the region of the bucket is not as AWS needs it, or the policy is so new that AWS does not see it everywhere yet.',
      'Wait a minute and try again. If it stays like this, let the app create a new bucket.',
      'you',
    ),
  'report-rejected': (facts) =>
    say(
      'AWS did not accept the new report.',
      `No report was created.${when(facts['message'], (message) => `AWS says: “${message}”`)}`,
      'Try another name and folder. If it stays like this, send the technical details below to your AWS administrator.',
      'aws-administrator',
    ),
  'delivery-failed-permissions': (facts) =>
    say(
      `AWS could not deliver the last report: it may not write into the ${named(facts, 'bucket', 'bucket')}.`,
      'Spot Eco gets no new data until this is corrected. Reports delivered before are still there.',
      'Ask whoever manages the bucket to let billingreports.amazonaws.com write into it again, then check again. The next delivery follows within a day.',
      'aws-administrator',
    ),
  'delivery-failed-no-bucket': (facts) =>
    say(
      `AWS could not deliver the last report: the ${named(facts, 'bucket', 'bucket')} no longer exists.`,
      'Spot Eco gets no data from this report any more.',
      'Create a new report with a new bucket in the step before.',
      'you',
    ),
}
