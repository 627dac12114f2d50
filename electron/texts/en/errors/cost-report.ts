import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { SomeSentences } from './sentence.ts'

/** The Cost and Usage Report and its delivery. */
export const reportErrors = {
  'report-name-invalid': () =>
    say(
      'This cannot be the name of a report.',
      "AWS accepts up to 256 letters, digits and the characters ! - _ . * ' ( ), and no spaces.",
      'Enter another name, for example spot-eco-hourly.',
    ),
  'report-prefix-invalid': () =>
    say(
      'This cannot be the folder (prefix) of a report.',
      "The folder must not be empty. AWS accepts up to 256 letters, digits and the characters ! - _ . * ' ( ) /.",
      'Enter another one, for example eco.',
    ),
  'report-name-taken': (facts) =>
    say(
      `There is already a ${named(facts, 'report', 'report', 'report of this name')} in this account.`,
      'It stays as it is: the app never changes a report that it did not create.',
      'Enter another name.',
    ),
  'report-limit': (facts) =>
    say(
      `This account already has ${fact(facts, 'limit', '5')} reports, and AWS allows no more.`,
      `${NOTHING_CHANGED} The app never deletes a report, because somebody may depend on it.`,
      'Reuse one that fits, or ask its owner whether one can be deleted in the AWS console (Billing and Cost Management, Data Exports). Then check again.',
    ),
  'report-not-fitting': (facts) =>
    say(
      `Spot Eco cannot use the ${named(facts, 'report', 'report')} as it is.`,
      'The list beside it shows which settings are missing. The app never changes a report that it did not create.',
      'Choose another report, or let the app create a new one beside it.',
    ),
  'report-gone': (facts) =>
    say(
      `The ${named(facts, 'report', 'report')} no longer exists in this account.`,
      'Somebody has deleted or renamed it, or another account is signed in. Data that was delivered before is still in its bucket.',
      'Choose another report, or create a new one.',
    ),
  'report-in-bucket-not-fitting': (facts) =>
    say(
      `A report is delivered to the ${named(facts, 'bucket', 'bucket')}, but Spot Eco cannot use it as it is.`,
      `The list beside it shows what is missing${facts.report ? ` in “${facts.report}”` : ''}. The app never changes a report that it did not create.`,
      'Choose another report, or let the app create a new one beside it.',
    ),
  'no-report-in-bucket': (facts) =>
    say(
      `No report of this account is delivered to the ${named(facts, 'bucket', 'bucket')}.`,
      `The name may have a typing error, or the report was defined in another account. ${NOTHING_CHANGED}`,
      'Check the name with whoever gave it to you. Or choose a report from the list, or create a new one.',
    ),
  'report-bucket-refused': (facts) =>
    say(
      `AWS could not verify that it may write reports into the ${named(facts, 'bucket', 'bucket')}.`,
      'No report was created. The policy, the owner or the region of the bucket is not as AWS needs it, or the policy is so new that AWS does not see it everywhere yet.',
      'Wait a minute and try again. If it stays like this, let the app create a new bucket.',
    ),
  'report-namespace-refused': (facts) =>
    say(
      `AWS did not take the ${named(facts, 'bucket', 'bucket')} for the report.`,
      `No report was created.${when(facts.message, (message) => `AWS says: “${message}”`)} Perhaps AWS delivers no cost reports into buckets with a name in the account’s own namespace: nobody has confirmed yet that it does. Or the bucket is so new that AWS does not see it everywhere yet.`,
      'Wait a minute and try again. If it stays like this, go on with a new bucket that has an ordinary name.',
    ),
  'report-rejected': (facts) =>
    say(
      'AWS did not accept the new report.',
      `No report was created.${when(facts.message, (message) => `AWS says: “${message}”`)}`,
      'Try another name and folder. If it stays like this, send the technical details below to your AWS administrator.',
    ),
  'delivery-failed-permissions': (facts) =>
    say(
      `AWS could not deliver the last report: it was not allowed to write into the ${named(facts, 'bucket', 'bucket')}.`,
      'Spot Eco gets no new data until this is corrected. Reports delivered before are still there.',
      'Read what the app would add to the bucket policy, then let it repair the policy. If it offers no repair, ask whoever manages the bucket to let billingreports.amazonaws.com write into it. The next delivery follows within a day.',
    ),
  'delivery-failed-no-bucket': (facts) =>
    say(
      `AWS could not deliver the last report: the ${named(facts, 'bucket', 'bucket')} did not exist.`,
      'Spot Eco gets no new data from this report until AWS can deliver again.',
      'Let the app put the bucket right, as offered below, or create a new report with a new bucket in the step before.',
    ),
  'delivery-failed-after-repair': (facts) =>
    say(
      `AWS still could not deliver into the ${named(facts, 'bucket', 'bucket')}, although its policy was repaired.`,
      'Something else stands in the way. Most often it is a rule of the organization (a service or resource control policy), a key of AWS KMS, or somebody who has changed the policy back.',
      'Ask your AWS administrator to look at the bucket. Or create a new report with a new bucket in the step before: nothing stands in the way of a new one.',
    ),
  'delivery-not-found': (facts) =>
    say(
      `AWS says that it has delivered, but no report is in the ${named(facts, 'bucket', 'bucket')}${when(facts.folder, (folder) => `under ${folder}`)}.`,
      'The files may have been deleted, by hand or by a lifecycle rule of the bucket, or the folder of the report was changed. Spot Eco finds no data like this.',
      'Ask whoever manages the bucket whether something deletes its files. AWS delivers again within a day; then check again.',
    ),
  'delivery-stale': (facts) =>
    say(
      `AWS has stopped delivering the report.${when(facts.delivered, (day) => `Its last files came on ${day}.`)}`,
      'The report is still defined, and nothing says that it failed. But AWS normally brings new files at least once a day, and without them Spot Eco works with old figures.',
      `Ask your AWS administrator to look at the report in the AWS Billing console (Data Exports), and whether anything keeps AWS from writing into the ${named(facts, 'bucket', 'bucket')}. If nothing does, AWS Support can say why the delivery stopped. Or create a new report with a new bucket in the step before.`,
    ),
  'delivery-unreadable': (facts) =>
    say(
      `The list of files that AWS delivered (${fact(facts, 'manifest', 'the manifest')}) could not be read.`,
      `${facts.reason === 'archived' ? 'A rule of the bucket has moved it to an archive.' : 'It is not written as AWS documents it, or it was replaced at this moment.'} The files themselves were not touched.`,
      'Check again in an hour. If it stays like this, ask whoever manages the bucket what moves or changes the files in it.',
    ),
} satisfies SomeSentences
