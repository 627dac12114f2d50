import type { ErrorCode } from '../../errors.ts'
import { fact, say, when } from './sentence.ts'
import type { Facts, Sentence } from './sentence.ts'

const action = (facts: Facts): string => fact(facts, 'action', 'this action')
const on = (facts: Facts): string =>
  facts['resource'] && facts['resource'] !== '*' ? ` on ${facts['resource']}` : ''
const refused = (facts: Facts): string => `AWS did not allow ${action(facts)}${on(facts)}`
const UNCHANGED = 'AWS refused this one request, so it changed nothing.'
const OTHERWISE =
  'or sign in with another permission set, or let somebody who has the permission do this step by hand.'

/** What AWS can answer to every request. */
export const awsErrors: Readonly<Record<Extract<ErrorCode, `aws-${string}`>, Sentence>> = {
  'aws-denied': (facts) =>
    say(
      `${refused(facts)}: your permission set does not include it.`,
      UNCHANGED,
      `Ask your AWS administrator to add the permission ${action(facts)} to your permission set, ${OTHERWISE}`,
      'aws-administrator',
    ),
  'aws-denied-explicit': (facts) =>
    say(
      `${refused(facts)}: a policy of your own permission set forbids it.`,
      `${UNCHANGED} A prohibition outweighs every permission, so adding one does not help.`,
      `Ask your AWS administrator to except ${action(facts)} from the “Deny” statement, ${OTHERWISE}`,
      'aws-administrator',
    ),
  'aws-denied-scp': (facts) =>
    say(
      `${refused(facts)}: a policy of your AWS organization (service or resource control policy) forbids it.`,
      `${UNCHANGED} Service control policies never apply to the management account, so this is most likely a member account, and not the one that pays the bill.`,
      'Check which account you are signed in to. If it is the right one, ask the administrator of your AWS organization for an exception.',
      'aws-administrator',
    ),
  'aws-denied-resource-policy': (facts) =>
    say(
      `${refused(facts)}: the policy of the resource itself forbids it.`,
      UNCHANGED,
      'Ask the owner of the resource (for a bucket, whoever wrote its bucket policy) to allow it, or choose another one.',
      'aws-administrator',
    ),
  'aws-denied-boundary': (facts) =>
    say(
      `${refused(facts)}: it lies outside the permissions boundary that was set for you.`,
      `${UNCHANGED} A boundary limits what permissions can give, so adding a permission alone does not help.`,
      `Ask your AWS administrator to include ${action(facts)} in the permissions boundary, ${OTHERWISE}`,
      'aws-administrator',
    ),
  'aws-denied-session-policy': (facts) =>
    say(
      `${refused(facts)}: the policy of your sign-in session excludes it.`,
      UNCHANGED,
      `Ask your AWS administrator to include ${action(facts)} in the policy for sessions, ${OTHERWISE}`,
      'aws-administrator',
    ),
  'aws-credentials-expired': () =>
    say(
      'AWS says that the temporary access has expired, also after it was renewed.',
      'Your sign-in may have been ended by an administrator, or the clock of this computer is wrong.',
      'Check the date and time of this computer, then sign in again. The checklist goes on where it was.',
      'you',
    ),
  'aws-credentials-invalid': () =>
    say(
      'AWS did not accept the temporary access of this session.',
      'It may have been withdrawn, or something on the way changes the requests, as some proxies do.',
      'Sign in again. If it stays like this, ask your IT department whether a proxy rewrites requests to AWS.',
      'you',
    ),
  'aws-account-inactive': () =>
    say(
      'AWS says that this account is not fully activated for the service.',
      'Accounts that are new, suspended or closed cannot use every service.',
      'Ask whoever owns the account to complete its activation or settle open bills in the AWS console.',
      'aws-administrator',
    ),
  'aws-throttled': () =>
    say(
      'AWS asks for more time between requests, also after several attempts.',
      'Other programs may be using the same account heavily. What was done before stays as it is.',
      'Wait a few minutes, then check again.',
      'nobody',
    ),
  'aws-unavailable': (facts) =>
    say(
      `AWS had a fault of its own${when(facts['service'], (service) => `in the service “${service}”`)}, also after several attempts.`,
      'Your account and your permissions are not the cause. What was done before stays as it is.',
      'Wait a few minutes, then check again. AWS reports larger faults at https://health.aws.amazon.com.',
      'aws',
    ),
  'aws-clock-skew': () =>
    say(
      'The clock of this computer differs too much from AWS’s.',
      'AWS accepts requests only within a few minutes of their time, as a protection against misuse.',
      'Switch on “set time automatically” in the settings of this computer, then check again.',
      'you',
    ),
  'aws-rejected': (facts) =>
    say(
      `AWS did not accept the request${when(facts['awsCode'], (code) => `(${code})`)}.`,
      `Nothing was changed by it.${when(facts['message'], (message) => `AWS says: “${message}”`)}`,
      'Check what you entered in this step. If nothing is wrong with it, send the technical details below to your AWS administrator.',
      'aws-administrator',
    ),
  'aws-reply-unreadable': (facts) =>
    say(
      `The answer of AWS${when(facts['service'], (service) => `(${service})`)} could not be understood.`,
      'Something on the way may have changed it, or AWS has changed its service. The step does not guess.',
      'Check again. If it stays like this, look for a newer version of this app, or do this step by hand.',
      'it-department',
    ),
}
