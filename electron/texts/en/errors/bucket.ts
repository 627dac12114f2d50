import { costReport } from '../cost-report.ts'
import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const the = (facts: Known<'bucket'>): string => named(facts, 'bucket', 'bucket')

/** The denying statement by its name, else by its place. */
const statement = (facts: Known<'statement' | 'position'>): string => {
  if (facts.statement) return `The statement “${facts.statement}”`
  return facts.position ? `Statement number ${facts.position}` : 'A statement'
}

const lowered = (text: string): string => `${text.charAt(0).toLowerCase()}${text.slice(1)}`

const RULES: Readonly<Record<string, string>> = {
  length: 'A name has 3 to 63 characters.',
  'regional-length':
    'With the ending that makes it your account’s own, a name has at most 63 characters: shorten your part of it.',
  characters:
    'A name has small letters, digits and hyphens only: no capitals, spaces or underscores.',
  ends: 'A name begins and ends with a small letter or a digit.',
  dots: 'Names with dots do not work with protected connections.',
  'ip-address': 'A name must not look like a network address.',
  'reserved-prefix': 'AWS keeps names that begin like this for itself.',
  'reserved-suffix': 'AWS keeps names that end like this for itself.',
  'regional-account':
    'Only another AWS account can have a name that ends like this: the number in it is not that of this account.',
  'regional-region':
    'A name that ends like this belongs to another region, and Eco reads reports in us-east-1 only.',
  'regional-form':
    'AWS keeps names that end with -an for those that carry the account’s number and the region.',
  'existing-length': 'A name has 3 to 255 characters.',
  'existing-characters':
    'A name has letters, digits, dots, hyphens and underscores only: no spaces, and no path behind it.',
  'existing-ip-address': 'A name does not look like a network address.',
  'existing-account':
    'The number in it is not that of this account, so the bucket belongs to another one, whose reports Spot could not read here.',
  'existing-region':
    'The bucket lies in another region, as its name says, and Eco reads reports in us-east-1 only.',
}

/** The bucket that reports are delivered to. */
export const bucketErrors = {
  'bucket-name-invalid': (facts) => {
    const { rule = '' } = facts
    const unusable = rule === 'existing-account' || rule === 'existing-region'
    const name = unusable ? 'This bucket cannot be used.' : 'This cannot be the name of a bucket.'
    return say(
      // Beside a field only this is read and what to do: without its rule nobody knows what to correct.
      `${name} ${RULES[rule] ?? 'AWS does not accept it.'}`,
      NOTHING_CHANGED,
      rule.startsWith('existing-')
        ? 'Enter the name of the bucket as the Amazon S3 console shows it.'
        : 'Enter another name.',
    )
  },
  'bucket-taken': (facts) =>
    say(
      `The name of the ${the(facts)} is taken by somebody else.`,
      `Names of buckets are unique in all of AWS, not only in your account. ${NOTHING_CHANGED}`,
      'Enter another name, for example with your company’s name in it.',
    ),
  'bucket-namespace-refused': (facts) =>
    say(
      `AWS did not create the ${the(facts)} in the account’s own namespace.`,
      NOTHING_CHANGED,
      `Choose “${costReport.newReport.kinds.global.label}” for the report.`,
    ),
  'bucket-tags-refused': (facts) =>
    say(
      `AWS did not take the mark of this app for the ${the(facts)}.`,
      'Somebody has switched on access by tags (ABAC) for it, and then tags are no longer written in this way. The bucket is empty, and without the mark the app does not go on with it.',
      `Ask whoever manages the bucket to give it the tag “eco-connect” with the value “${fact(facts, 'tag', 'of this connection')}”, then check again. Or enter another name for a new bucket.`,
    ),
  'bucket-not-new': (facts) =>
    say(
      `This account already has the ${the(facts)}.`,
      `You asked for a new bucket, and this one may serve something else. ${NOTHING_CHANGED}`,
      `Enter another name, or choose “${costReport.newReport.kinds.own.label}” if you mean this one.`,
    ),
  'bucket-not-empty': (facts) =>
    say(
      `The ${named(facts, 'bucket', 'bucket')} is not empty, so it was not deleted.`,
      facts.objects
        ? `It holds at least ${facts.objects} files. Deleting them cannot be undone, so the app does it only if you say so.`
        : 'The app sees no files in it, or may not delete some of them. Most often older versions of files are kept in it, which this app does not delete.',
      facts.objects
        ? 'Agree to losing the files and remove the bucket again, or keep the bucket.'
        : 'Keep the bucket, or ask your AWS administrator to choose “Empty” for it in the Amazon S3 console, and then remove it again.',
    ),
  'bucket-missing': (facts) =>
    say(
      `The ${the(facts)} does not exist.`,
      'It may have been deleted, or its name has a typing error. Without it AWS has nowhere to deliver the reports.',
      'Let the app create it, where that is offered, or choose another bucket.',
    ),
  'bucket-not-owned': (facts) =>
    say(
      `The ${the(facts)} does not belong to account ${fact(facts, 'account', 'you signed in to')}.`,
      'Spot reads the reports through a role in the paying account, and that role has no access to buckets of other accounts.',
      'Choose a bucket of this account, or let the app create a new one with a new report.',
    ),
  'bucket-wrong-region': (facts) =>
    say(
      `The ${the(facts)} is in ${fact(facts, 'region', 'another region')}, and not in us-east-1.`,
      'Spot Eco reads reports from us-east-1 only, and a bucket cannot be moved. Nothing in it was changed.',
      'Choose a bucket in us-east-1, or let the app create a new one there.',
    ),
  'bucket-limit': () =>
    say(
      'This account cannot have any more buckets.',
      `AWS limits their number for each account. ${NOTHING_CHANGED}`,
      'Choose a bucket that you have, or ask your AWS administrator to delete one that is not used or to raise the limit (Service Quotas).',
    ),
  'bucket-busy': (facts) =>
    say(
      `AWS is still working on another change of the ${the(facts)}.`,
      'That happens when a bucket of this name has just been created or deleted. What was done before stays as it is.',
      'Wait a few minutes, then try again. After a deletion it can take an hour.',
    ),
  'bucket-kms': (facts) =>
    say(
      `The ${the(facts)} encrypts its contents with a key of AWS KMS that Spot cannot use.`,
      `The reports would be delivered, but Spot could not read them.${when(facts.key, (key) => `The key is ${key}.`)}`,
      'Let the app create a new bucket with a new report, or ask your AWS administrator to change the default encryption of this one to SSE-S3.',
    ),
  'bucket-policy-missing': (facts) =>
    say(
      `The policy of the ${the(facts)} does not let AWS deliver reports into it.`,
      'Reports cannot arrive until it does. The policy was only read, not changed.',
      'Read what the app would add to the policy, then let it repair the policy. Or create a new report with a new bucket.',
    ),
  'bucket-policy-denies': (facts) =>
    say(
      `${statement(facts)} in the policy of the ${the(facts)} forbids AWS to deliver reports.`,
      'A prohibition outweighs every permission, so the app cannot repair this by adding one. The policy was not changed.',
      'Ask whoever manages the bucket to except AWS’s service billingreports.amazonaws.com from that statement, then check again. Or let the app create a new bucket with a new report.',
    ),
  'bucket-policy-depends': (facts) =>
    say(
      `AWS was not let into the ${the(facts)}, and its policy may be the reason: ${lowered(statement(facts))}.`,
      'The statement forbids delivery under a condition that only AWS can judge, such as a way of encryption or an organization. A prohibition outweighs every permission, so the app cannot repair this by adding one. The policy was not changed.',
      'Ask whoever manages the bucket to except AWS’s service billingreports.amazonaws.com from that statement, then check again. Or let the app create a new bucket with a new report.',
    ),
  'bucket-policy-changed': (facts) =>
    say(
      `Somebody has changed the policy of the ${the(facts)} since it was shown to you.`,
      NOTHING_CHANGED,
      'Read the difference again, which now starts from the policy as it is, and agree to it.',
    ),
  'bucket-policy-unreadable': (facts) =>
    say(
      `The policy of the ${the(facts)} is written in a way that the app does not understand.`,
      'It was left as it is, because adding to it could break it.',
      'Let the app create a new bucket, or ask your AWS administrator to add the permission for billingreports.amazonaws.com by hand.',
    ),
  'bucket-policy-too-large': (facts) =>
    say(
      `The policy of the ${the(facts)} has no room for another permission.`,
      `AWS allows ${fact(facts, 'limit', '20480')} bytes for a bucket’s policy. It was left as it is.`,
      'Let the app create a new bucket, or ask your AWS administrator to shorten the policy.',
    ),
  'bucket-policy-public': (facts) =>
    say(
      `AWS did not accept the addition to the policy of the ${the(facts)}, because of what was in it before.`,
      'The policy is as it was. A statement of it lets everybody in, and “Block Public Access” of the bucket or the account forbids to write such a policy again, with whatever addition.',
      'Ask your AWS administrator to narrow or remove that statement; “Block Public Access” should stay on. Or let the app create a new bucket for the reports.',
    ),
  'bucket-policy-refused': (facts) =>
    say(
      `AWS did not accept the addition to the policy of the ${the(facts)}.`,
      'The policy is as it was before. It may refer to somebody who no longer exists.',
      'Let the app create a new bucket, or ask your AWS administrator to look at the policy.',
    ),
} satisfies SomeSentences
