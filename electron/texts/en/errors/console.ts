import { say, when } from './sentence.ts'
import type { SomeSentences } from './sentence.ts'

const UNTOUCHED = 'Nobody was signed in, and nothing in AWS was changed.'
const OTHER_WAYS = 'Or choose another way to sign in.'

/** Signing in as to the AWS console. */
export const consoleErrors = {
  'console-denied': () =>
    say(
      'The request was refused on AWS’s page.',
      `Somebody pressed “Cancel” or “Deny” there, or AWS does not let you use this sign-in. ${UNTOUCHED}`,
      `Start again and allow it on AWS’s page, which names AWS’s developer tools. If it does not let you, ask your AWS administrator for AWS’s policy SignInLocalDevelopmentAccess. ${OTHER_WAYS}`,
    ),
  'console-callback-error': (facts) =>
    say(
      'AWS’s sign-in page ended with an error.',
      `${UNTOUCHED}${when(facts.description || facts.error, (words) => `AWS says: “${words}”`)}`,
      `Start again. If it stays like this, ask your AWS administrator whether you may use “aws login”: it is the same sign-in. ${OTHER_WAYS}`,
    ),
  'console-clock-wrong': () =>
    say(
      'This computer’s clock seems to be wrong.',
      `AWS called a sign-in too old that was made a moment ago. It does so when a clock is some minutes off. ${UNTOUCHED}`,
      'Set date, time and time zone of this computer to be set automatically, then start again.',
    ),
  'console-code-expired': () =>
    say(
      'AWS does not accept this sign-in any more.',
      `Each one can be used once, and only for a few minutes. ${UNTOUCHED}`,
      'Start again: AWS’s page then gives a new one.',
    ),
  'console-code-malformed': () =>
    say(
      'This is not the code that AWS’s page shows.',
      'It is one long word of letters and digits, shown after you have signed in on the other device.',
      'Copy the whole code from AWS’s page and paste it here.',
    ),
  'console-code-foreign': () =>
    say(
      'This code belongs to another sign-in.',
      'It was made with another link than the one shown here, perhaps an older one. Never paste a code that somebody else sent you.',
      'Open the link of this page on the other device, sign in there, and paste the code that comes then.',
    ),
  'console-refused': (facts) =>
    say(
      'AWS’s sign-in service refused the request.',
      `${UNTOUCHED}${when(facts.message || facts.awsCode, (words) => `AWS says: “${words}”`)}`,
      `Start again. If it stays like this, ask your AWS administrator. ${OTHER_WAYS}`,
    ),
  'console-not-allowed': (facts) =>
    say(
      'You may not use this sign-in yet.',
      `AWS knows you, but you lack a permission for it, or a policy denies it. In an account that another one pays for, that can be a policy of the AWS organization (a service control policy). ${UNTOUCHED}`,
      `Ask your AWS administrator for signin:AuthorizeOAuth2Access and signin:CreateOAuth2Token on the public client “${facts.client ?? 'localhost'}”, for example with AWS’s policy SignInLocalDevelopmentAccess. If a policy of the organization denies it, only the administrator of its management account can lift that. ${OTHER_WAYS}`,
    ),
  'console-renewal-not-allowed': () =>
    say(
      'AWS no longer lets your sign-in go on.',
      'A permission for it was taken away, or a policy denies it now. In an account that another one pays for, that can be a policy of the AWS organization (a service control policy). What was done before stays as it is, and work that AWS has begun goes on.',
      'Ask your AWS administrator for signin:CreateOAuth2Token on the public client with which you signed in, for example with AWS’s policy SignInLocalDevelopmentAccess. Then sign in again, or in another way: this step goes on where it was.',
    ),
  'console-ended': () =>
    say(
      'Your sign-in to AWS has ended.',
      'AWS lets it last for twelve hours at most, and an administrator can end it sooner. What was done before stays as it is, and work that AWS has begun goes on.',
      'Sign in again. This step goes on where it was.',
    ),
  'console-credentials-changed': () =>
    say(
      'AWS ended your sign-in, because your password or second factor has changed.',
      'That is a protection: whoever signed in with the old password is out. What was done before stays as it is.',
      'Sign in again with the new one. If you changed nothing, tell your AWS administrator.',
    ),
  'other-partition': (facts) =>
    say(
      'This account is not in AWS’s commercial regions.',
      `It is in another part of AWS${when(facts.partition, (name) => `(${name})`)}, such as China or GovCloud, in which Spot Eco reads no reports.`,
      'Sign in to the management account in AWS’s commercial regions.',
    ),
} satisfies SomeSentences
