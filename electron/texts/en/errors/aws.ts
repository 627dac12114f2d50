import { namespaceOf } from '../../../contract/bucket-namespace.ts'
import { costReport } from '../cost-report.ts'
import { fact, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const action = (facts: Known<'action'>): string => fact(facts, 'action', 'this action')
const on = (facts: Known<'resource'>): string =>
  facts.resource && facts.resource !== '*' ? ` on ${facts.resource}` : ''
const refused = (facts: Known<'action' | 'resource'>): string =>
  `AWS did not allow ${action(facts)}${on(facts)}`
const UNCHANGED = 'AWS refused this one request, so it changed nothing.'
const OTHERWISE = 'or let somebody who has the permission do this step.'

/** What the person is signed in as, with its name where AWS told it. */
const holder = (facts: Known<'holder' | 'holderName'>): string => {
  switch (facts.holder) {
    case 'permission-set':
      return named(facts, 'holderName', 'the permission set', 'your permission set')
    case 'role':
      return named(facts, 'holderName', 'the role', 'your role')
    case 'user':
      return named(facts, 'holderName', 'the IAM user', 'your IAM user')
    case 'federated-user':
      return named(facts, 'holderName', 'the federated user', 'your federated user')
    case 'root':
      return 'the root user'
    default:
      return 'your permission set'
  }
}

/** Who can change what the person may do: that depends on what they are signed in as. */
const keeper = (facts: Known<'account' | 'holder'>): string => {
  const account = when(facts.account, (id) => `in account ${id}`)
  switch (facts.holder) {
    case 'permission-set':
      return 'the person who administers IAM Identity Center'
    case 'role':
    case 'user':
      return `the person who administers IAM${account}`
    case 'federated-user':
      return 'the person who administers the system that you sign in to AWS with'
    case 'root':
      return 'the person who administers your AWS organization'
    default:
      return 'your AWS administrator'
  }
}
/** What a company may have decided about the names of new buckets: AWS does not say which rule refused. */
const newBucketName = (facts: Known<'action' | 'resource' | 'reason'>): string => {
  if (facts.action !== 's3:CreateBucket') return ''
  const { regional, global } = costReport.newReport.kinds
  const tags = facts.reason === 'untold' ? ' The bucket’s tags need s3:TagResource as well.' : ''
  if (!facts.resource)
    return ` Some companies allow new buckets with one kind of name only: the form for a new report offers both kinds.${tags}`
  return namespaceOf(facts.resource)
    ? ` Some companies forbid buckets in the account’s own namespace. If yours does, choose “${global.label}” for the report.${tags}`
    : ` Some companies allow new buckets in the account’s own namespace only. If yours does, choose “${regional.label}” for the report.${tags}`
}
const policyNamed = (facts: Known<'policy'>): string =>
  when(facts.policy, (arn) => `AWS names the policy: ${arn}.`)
const request = (facts: Known<'operation'>): string =>
  when(facts.operation, (operation) => `“${operation}”`)
const awsSays = (facts: Known<'message'>): string =>
  when(facts.message, (message) => `AWS says: “${message}”`)

/** What AWS can answer to every request. */
export const awsErrors = {
  'aws-denied': (facts) => {
    switch (facts.reason) {
      case 'encoded':
        return say(
          `${refused(facts)}, and gave the reason only in coded form.`,
          `${UNCHANGED} The code is in the technical details below. Most often the permission is missing.`,
          `Send the code to ${keeper(facts)}, who can read it with “aws sts decode-authorization-message”, ${OTHERWISE}${newBucketName(facts)}`,
        )
      case 'told':
        return say(
          `${refused(facts)}: “${fact(facts, 'because', 'for a reason of its own')}”.`,
          `${UNCHANGED} That is AWS’s own reason. It is not only a permission that is missing from ${holder(facts)}, so that adding one may not help.`,
          `Show this reason to ${keeper(facts)}, ${OTHERWISE}`,
        )
      case 'untold':
        return say(
          `${refused(facts)}, and did not say why.`,
          `${UNCHANGED} Most often the permission is missing from ${holder(facts)}; a policy of the resource or of your organization can be the cause too.`,
          `Ask ${keeper(facts)} whether ${holder(facts)} includes ${action(facts)}, ${OTHERWISE}${newBucketName(facts)}`,
        )
      default:
        return say(
          `${refused(facts)}: ${holder(facts)} does not include it.`,
          UNCHANGED,
          `Ask ${keeper(facts)} to add the permission ${action(facts)} to ${holder(facts)}, ${OTHERWISE}${newBucketName(facts)}`,
        )
    }
  },
  'aws-denied-explicit': (facts) =>
    say(
      `${refused(facts)}: a policy of ${holder(facts)} forbids it.`,
      `${UNCHANGED} A prohibition outweighs every permission, so adding one does not help.${policyNamed(facts)}`,
      `Ask ${keeper(facts)} to except ${action(facts)} from the “Deny” statement, ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-scp': (facts) =>
    say(
      `${refused(facts)}: a policy of your AWS organization (service or resource control policy) forbids it.`,
      `${UNCHANGED} Such policies never apply to the management account, so ${fact(facts, 'account', 'the account you are signed in to')} is a member account, or the wrong one, and not the account that pays the bill.${policyNamed(facts)}`,
      `Check which account you are signed in to, and choose the management account. If a member is right, as it is for customers of an MSP, ask the person who administers your AWS organization for an exception.${newBucketName(facts)}`,
    ),
  'aws-denied-resource-policy': (facts) =>
    say(
      `${refused(facts)}: the policy of the resource itself forbids it.`,
      `${UNCHANGED} More permissions for ${holder(facts)} do not help.`,
      'Ask the owner of the resource (for a bucket, whoever wrote its bucket policy) to allow it, or choose another one.',
    ),
  'aws-denied-boundary': (facts) =>
    say(
      `${refused(facts)}: it lies outside the permissions boundary that was set for ${holder(facts)}.`,
      `${UNCHANGED} A boundary limits what permissions can give, so adding a permission alone does not help.${policyNamed(facts)}`,
      `Ask ${keeper(facts)} to include ${action(facts)} in the permissions boundary, ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-session-policy': (facts) =>
    say(
      `${refused(facts)}: the policy of this sign-in session excludes it.`,
      `${UNCHANGED} A session policy narrows what ${holder(facts)} may do, for as long as the session lasts.${policyNamed(facts)}`,
      `Sign in again without the narrower session. If it was set for you, ask whoever issued your access to include ${action(facts)}, ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-endpoint-policy': (facts) =>
    say(
      `${refused(facts)}: your company’s private connection to AWS (VPC endpoint) does not let it through.`,
      `${UNCHANGED} The policy is one of the network, so more permissions for ${holder(facts)} do not help.`,
      `Ask your IT department to include ${action(facts)} in the policy of the VPC endpoint, or try again from a network that does not use it.`,
    ),
  'aws-credentials-expired': () =>
    say(
      'AWS says that the temporary access has expired, also after it was renewed.',
      'Your sign-in may have been ended by an administrator, or the clock of this computer is wrong.',
      'Check the date and time of this computer, then sign in again. The checklist goes on where it was.',
    ),
  'aws-credentials-invalid': () =>
    say(
      'AWS did not accept the temporary access of this session.',
      'It may have been withdrawn, or something on the way changes the requests, as some proxies do.',
      'Sign in again. If it stays like this, ask your IT department whether a proxy rewrites requests to AWS.',
    ),
  'aws-account-inactive': () =>
    say(
      'AWS says that this account is not fully activated for the service.',
      'Accounts that are new, suspended or closed cannot use every service.',
      'Ask whoever owns the account to complete its activation or settle open bills in the AWS console.',
    ),
  'aws-throttled': () =>
    say(
      'AWS asks for more time between requests, also after several attempts.',
      'Other programs may be using the same account heavily. What was done before stays as it is.',
      'Wait a few minutes, then check again.',
    ),
  'aws-unavailable': (facts) =>
    say(
      `AWS had a fault of its own${when(facts.service, (service) => `in the service “${service}”`)}, also after several attempts.`,
      'Your account and your permissions are not the cause. What was done before stays as it is.',
      'Wait a few minutes, then check again. AWS reports larger faults at https://health.aws.amazon.com.',
    ),
  'aws-clock-skew': () =>
    say(
      'The clock of this computer differs too much from AWS’s.',
      'AWS accepts requests only within a few minutes of their time, as a protection against misuse.',
      'Switch on “set time automatically” in the settings of this computer, then check again.',
    ),
  'aws-wrong-region': (facts) =>
    say(
      `What the request is about is in another AWS region${when(facts.region, (region) => `(${region})`)}.`,
      `Eco needs the report and its bucket in us-east-1 (N. Virginia). ${UNCHANGED}`,
      'If it is about a bucket, choose one in us-east-1, or let the app create a new one. Otherwise ask your IT department whether a proxy sends requests for AWS elsewhere.',
    ),
  'aws-principal-unknown': (facts) =>
    say(
      `IAM cannot say beforehand what ${fact(facts, 'principal', 'this kind of sign-in')} may do.`,
      'AWS answers this question only for roles and users that are its own. Nothing is wrong with your sign-in.',
      'Go on: each step finds out by itself what AWS allows.',
    ),
  'aws-value-refused': (facts) =>
    say(
      `AWS does not accept a value in the request${request(facts)}.`,
      `${UNCHANGED}${awsSays(facts)}`,
      'Compare what you entered in this step with what AWS says, and correct it. If nothing is wrong with it, send the technical details below to Spot Support: the app then has to be corrected.',
    ),
  'aws-operation-unknown': (facts) =>
    say(
      `AWS does not know the request${request(facts)}, or does not offer it here.`,
      `${UNCHANGED} AWS may have changed its service since this version of the app was made.`,
      'Look for a newer version of this app, or do this step by hand.',
    ),
  'aws-request-damaged': (facts) =>
    say(
      `The request${request(facts)} did not reach AWS as the app had sent it: incomplete, too late or changed.`,
      `${UNCHANGED} Proxies and security software that look into the traffic can do that, and so can a bad connection.`,
      'Check again. If it stays like this, try another network, or ask your IT department whether a proxy changes requests to AWS.',
    ),
  'aws-conflict': () =>
    say(
      'Somebody or something else was changing the same thing in AWS at that moment.',
      `${UNCHANGED} What the other one did stays as it is.`,
      'Wait a minute, then check again.',
    ),
  'aws-rejected': (facts) =>
    say(
      `AWS did not accept the request${request(facts)}${when(facts.awsCode, (code) => `(${code})`)}.`,
      `Nothing was changed by it.${awsSays(facts)}${when(facts.requestId, (id) => `AWS’s number for the request is ${id}.`)}`,
      'Check what you entered in this step. If nothing is wrong with it, send the technical details below to your AWS administrator.',
    ),
  'aws-reply-unreadable': (facts) =>
    say(
      `The answer of AWS${when(facts.service, (service) => `(${service})`)} could not be understood.`,
      'Something on the way may have changed it, or AWS has changed its service. The step does not guess.',
      'Check again. If it stays like this, look for a newer version of this app, or do this step by hand.',
    ),
  'aws-reply-endless': (facts) =>
    say(
      `A list of AWS${when(facts.service, (service) => `(${service})`)} does not come to an end.`,
      `${facts.pages ? `After ${facts.pages} pages there was still another one, or the same one again. ` : ''}A list that is not whole is never used. What was done before stays as it is.`,
      'Check again. If it stays like this, do this step by hand, and send the technical details to your IT department.',
    ),
} satisfies SomeSentences
