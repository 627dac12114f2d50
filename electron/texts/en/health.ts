/** How a connection stands on any later day: the panel in the last step, and Spot's messages. */

import type { HealthCode, HealthId, MessageId } from '../../contract/health.ts'
import { number, plural, series } from './locale.ts'

const verdict = {
  signingIn: 'Nothing has been looked at yet. Sign in, and the app reads everything anew.',
  looking: 'The app is reading everything anew…',
  /** Of a look of today; `time` is a moment in words. */
  works: (time: string) => `Looked at ${time}: it works as approved.`,
  broken: (count: number, time: string) =>
    plural(count, {
      one: `Looked at ${time}: something is broken.`,
      other: `Looked at ${time}: ${number(count)} things are broken.`,
    }),
  unseen: (count: number, time: string) =>
    plural(count, {
      one: `Looked at ${time}: one thing could not be looked at.`,
      other: `Looked at ${time}: ${number(count)} things could not be looked at.`,
    }),
  waits: (time: string) => `Looked at ${time}: all is right so far, and AWS has to deliver.`,
  /** Of a look of an earlier day. */
  before: {
    works: 'Then it worked as approved.',
    broken: (count: number) =>
      plural(count, {
        one: 'Then something was broken.',
        other: `Then ${number(count)} things were broken.`,
      }),
    unseen: (count: number) =>
      plural(count, {
        one: 'Then one thing could not be looked at.',
        other: `Then ${number(count)} things could not be looked at.`,
      }),
    waits: 'Then all was right so far, and AWS had to deliver.',
  },
} as const

const age = {
  /** Header where the last look, or the registration, was on an earlier day. */
  looked: (days: number, time: string) =>
    plural(days, {
      one: `Last looked at yesterday, ${time}; nobody has looked since.`,
      other: `Last looked at ${number(days)} days ago, ${time}; nobody has looked since.`,
    }),
  /** The moment lies ahead: the clock was set back. */
  ahead: (time: string) =>
    `Last looked at ${time}, by a clock that has been set back since: nobody has looked today.`,
  connected: (days: number, time: string) =>
    plural(days, {
      one: `Connected yesterday, ${time}; nobody has looked since.`,
      other: `Connected ${number(days)} days ago, ${time}; nobody has looked since.`,
    }),
  means:
    'Whether it still works today nobody can say without a sign-in. Spot writes to you if it misses something.',
} as const

/** What is looked at, as a name in a list. */
const titles: Readonly<Record<HealthId, string>> = {
  account: 'The account that pays',
  bill: 'Who pays the bill',
  report: 'Cost report with every setting',
  bucket: 'Bucket: there, yours, in us-east-1',
  encryption: 'Encryption that Spot can read',
  policy: 'Bucket policy that lets AWS deliver',
  delivery: 'Delivery within 48 hours',
  format: 'Files in the format Parquet',
  role: 'The role that Spot was given',
  trust: 'Whom the role trusts',
  permissions: 'What the role may do',
  boundary: 'Limit set on the role (permissions boundary)',
  reading: 'Role can read the files',
  costs: 'Role can read Cost Explorer',
}

/** What was found, if it is not just right. */
const codes: Readonly<Record<HealthCode, string>> = {
  'account-wrong': 'Whoever signed in is not in the account that was connected, or AWS refuses it.',
  'account-member':
    'Another account manages this one now: its own report does not have the whole bill.',
  'bill-elsewhere': 'Another account has begun to pay this account’s bill (AWS Billing Transfer).',
  'bill-known': 'Another account pays, as was known when this connection was made.',
  'report-gone': 'The cost report is gone: it was deleted, or has another name.',
  'report-changed': 'The cost report does not have every setting any more that Eco needs.',
  'bucket-gone': 'The bucket does not exist any more.',
  'bucket-not-ours': 'The bucket belongs to another account now.',
  'bucket-elsewhere': 'The bucket is in another region than us-east-1.',
  'encryption-unreadable':
    'New files are encrypted with a key of your company’s (SSE-KMS), which Spot cannot use.',
  'policy-missing':
    'The statements by which AWS delivers are missing from the bucket’s policy: deliveries may fail.',
  'policy-denies': 'A statement in the bucket’s policy keeps AWS from delivering.',
  'delivery-late': 'AWS has not delivered, and should have long ago.',
  'delivery-stale': 'AWS has delivered nothing for more than 48 hours.',
  'delivery-failed': 'AWS’s last delivery failed.',
  'delivery-missing': 'AWS says that it has delivered, but the files are not in the bucket.',
  'format-other': 'The newest files are not in the format Parquet.',
  'role-gone': 'The role does not exist any more.',
  'role-other-path': 'There is a role of that name, but with another ARN than Spot was given.',
  'role-not-told': 'There is a new role, and Spot was given the ARN of another one.',
  'role-by-word':
    'It is a new role. That Spot was given its ARN is your word: nobody can read it from Spot.',
  'stack-changed': 'The stack with the role was changed, or is not complete.',
  'trust-more': 'Dangerous: the role trusts more than was approved.',
  'trust-less': 'The role does not trust everybody any more whom it has to.',
  'trust-changed': 'The role trusts others than was approved.',
  'permissions-more': 'Dangerous: the role may do more than was approved.',
  'permissions-less': 'The role may do less than was approved: Spot cannot work with that.',
  'permissions-unclear':
    'A policy of the role says something that this app does not understand: have it reviewed.',
  'boundary-set':
    'Somebody has put a limit on the role (permissions boundary) that was not approved. It may stop Spot.',
  'boundary-gone': 'Dangerous: the limit that was approved for the role is gone.',
  'reading-refused': 'By AWS’s own simulation the role cannot read the report’s files.',
  'costs-refused': 'By AWS’s own simulation the role cannot read Cost Explorer.',
  denied: 'AWS did not let you look.',
  'not-answered': 'AWS did not answer.',
  'not-asked': 'Not asked: something before it has to be right first.',
  'by-hand': 'Made by hand: nobody has ever signed in.',
  'template-open':
    'The template asks for values that this app does not keep: nobody here can compare.',
  'policy-depends': 'Only AWS can say what a condition in the policy means.',
}

/** What helps, and who can do it. */
const repairs: Readonly<Record<HealthId, string>> = {
  account:
    'Ask Spot Support which account Eco should read now; whoever manages the organization knows what changed.',
  bill: 'Ask whoever decided on the transfer, and Spot Support which account Eco should read now.',
  report:
    'Open the step: you can define a new report into the same bucket. Spot then finds it by itself.',
  bucket:
    'Open the step: it says what helps. A bucket that is gone can be created again there, under its name.',
  encryption:
    'Whoever administers the bucket sets its default encryption to SSE-S3. Files that are there stay unreadable until AWS writes them anew.',
  policy:
    'Open the step: it shows what would be added to the policy, and adds it if you agree. A statement that forbids delivering only whoever administers the bucket can remove.',
  delivery: 'Open the step: it says what stands in the way, and offers the repair if there is one.',
  format:
    'Open the step of the report: define a new one with Eco’s settings. AWS then writes Parquet.',
  role: 'Open the step: create the role again with the same name. Its ARN is then the same, and Spot needs nothing new.',
  trust:
    'Whoever administers IAM restores the trust policy, or deletes the stack so that you can create it again here. Find out first who has changed it.',
  permissions:
    'Whoever administers IAM sets the first version of the policy as its default again, and removes what was added. Find out first who has changed it.',
  boundary:
    'Whoever administers IAM removes the permissions boundary, or asks Spot whether it may stay.',
  reading:
    'Whoever administers IAM removes what keeps the role from reading: look at what differs above.',
  costs: 'Whoever administers IAM gives the role back its permissions for Cost Explorer (ce:…).',
}

/** Of a role that took the place of the one that Spot was given. */
const roleGiven = {
  text: 'Spot needs the ARN of the new role: ask Spot Support to put it in the place of the old one. Once you know that Spot has it, say so here. It is kept as your word.',
  label: 'ARN of the new role',
  confirm: 'Spot has this ARN',
} as const

const differences = {
  title: 'What differs from the approved template',
  more: (policy: string) => `More than approved, in the policy “${policy}”:`,
  less: (policy: string) => `Missing, of the policy “${policy}”:`,
  detached: (policy: string) => `Not attached any more: ${policy}`,
  /** A prohibition, by its actions. */
  denyMore: (policy: string) =>
    `A prohibition that was approved is gone, of the policy “${policy}”:`,
  denyLess: (policy: string) => `A prohibition that was not approved, in the policy “${policy}”:`,
  on: (resources: readonly string[]) => `on ${series(resources)}`,
  conditional: 'under a condition',
  others: (count: number) =>
    plural(count, { one: 'and one more', other: `and ${number(count)} more` }),
  may: {
    reads: 'only reads',
    writes: 'can change things',
    reveals: 'can reveal secrets',
    'not-known': 'effect not known',
  },
  trustMore: (who: readonly string[]) => `Trusted, and not approved: ${series(who)}`,
  trustLess: (who: readonly string[]) => `Approved, and not trusted: ${series(who)}`,
} as const

const list = {
  title: 'Everything that is looked at',
  good: (time: string) => `Right, ${time}`,
  bad: (time: string) => `Wrong, ${time}`,
  awaited: (time: string) => `Waits for AWS, ${time}`,
  unseen: 'Not looked at: neither right nor wrong',
  /** Of an earlier day: today it may be otherwise. */
  was: {
    good: (time: string) => `It was right ${time}`,
    bad: (time: string) => `It was wrong ${time}`,
    awaited: (time: string) => `It waited for AWS ${time}`,
  },
  never: 'Never looked at',
  atMsp: 'The report and its bucket are in your MSP’s account, where this app cannot look.',
} as const

const missing = {
  text: 'AWS refused you a part of the look. Whoever administers permissions can add this, as a whole policy; then sign in again:',
  label: 'The statements to add',
  copy: 'Copy the statements',
} as const

const policy = {
  title: 'What a look needs in IAM',
  means:
    'Comparing the role with the template takes permissions beyond those for connecting. They only read.',
  label: 'Policy for a look on a later day',
  copy: 'Copy the policy',
} as const

const messages: Readonly<Record<MessageId, { quote: string; means: string; fix: string }>> = {
  'invalid-arn': {
    quote: 'Invalid ARN',
    means:
      'Spot could not use the role by its ARN. Mostly the role was deleted, renamed or created anew.',
    fix: 'If nothing of it is wrong here, compare the ARN in Spot with the one above, character by character.',
  },
  'no-bucket-access': {
    quote: 'No access to S3 bucket',
    means: 'Spot has the role, and the role is refused by the bucket or its files.',
    fix: 'If nothing of it is wrong here, a policy of your organization may forbid it: ask its administrator.',
  },
  'bucket-gone': {
    quote: 'S3 bucket no longer exists',
    means:
      'The bucket that Spot was given is not there. Somebody has deleted it, or Spot has another name.',
    fix: 'If it is there, compare its name in Spot with the name in step 4.',
  },
  'no-new-data': {
    quote: 'No new data in S3 bucket for over 48 hours',
    means:
      'AWS delivers at least once a day. That stopped: by the bucket’s policy, or since the report is gone.',
    fix: 'If AWS has delivered by now, Spot finds the files by itself within a day.',
  },
  'no-cost-access': {
    quote: 'No CE access',
    means:
      'The role may not read Cost Explorer (CE), from which Spot takes forecasts and commitments.',
    fix: 'If the role may read it, ask Spot Support to try once more.',
  },
  'not-parquet': {
    quote: 'Expecting parquet format',
    means:
      'The files in the bucket are not in the format Parquet: the report has other settings than Eco needs.',
    fix: 'If the report is right, the message is about files of before: Spot takes the next delivery.',
  },
  'bucket-unlisted': {
    quote: 'Bucket name is missing from the report list',
    means:
      'Spot reads the list of cost reports, and none of them delivers into the bucket that it was given.',
    fix: 'If the report is there, compare the bucket’s name in Spot with the name in step 4.',
  },
  'permissions-missing': {
    quote: 'Role permissions are missing',
    means:
      'The role may do less than Spot needs: a policy was changed or detached, or a limit was set.',
    fix: 'If nothing differs from the template, Spot may need more by now: ask Spot Support for its newest policy.',
  },
}

const told = {
  title: 'Spot shows or has mailed a message',
  pick: 'Which message is it? Spot’s words are in English, and may differ a little.',
  found: 'What this app has found about it',
  /** Where nobody has looked, or not today. */
  unknown: 'Nobody has looked today. “Look again” shows what it comes from.',
  nothing: 'All that it could come from is right here.',
  help: 'What helps',
} as const

const buttons = {
  reopen: 'Look again',
  lookAnew: 'Look once more',
  step: (title: string) => `Open “${title}”`,
  role: 'Open the role in AWS',
} as const

export const health = {
  verdict,
  age,
  titles,
  codes,
  repairs,
  differences,
  list,
  missing,
  policy,
  messages,
  told,
  buttons,
  roleGiven,
} as const
