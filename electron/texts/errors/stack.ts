import type { ErrorCode } from '../../errors.ts'
import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { Facts, Sentence } from './sentence.ts'

const stack = (facts: Facts): string => named(facts, 'stack', 'stack')
const role = (facts: Facts): string => named(facts, 'role', 'role')
const awsSays = (facts: Facts): string =>
  when(facts['message'], (message) => `AWS says: “${message}”`)

/** What to do about the usual reasons, by the fact `cause` or by AWS's words in `reason`. */
function remedy(facts: Facts): string {
  const reason = facts['reason'] ?? ''
  const cause = facts['cause'] ?? ''
  if (cause === 'role-exists' || /already exists/i.test(reason))
    return 'Remove the failed stack, then try again with another name for the role or policy that AWS names, or have the old one removed first if nobody needs it.'
  if (cause === 'scp-denied' || /(service|resource) control policy/i.test(reason))
    return 'A policy of the organization forbids it. Check that you are signed in to the management account; these policies never apply there.'
  if (cause === 'boundary-denied' || /permissions boundary/i.test(reason))
    return 'A permissions boundary forbids it. Ask your AWS administrator to include creating IAM roles in it, or to create the stack for you.'
  if (cause === 'not-authorised' || /not authorized|AccessDenied|explicit deny/i.test(reason))
    return 'Your permission set may not create IAM roles. Ask your AWS administrator for that permission, or to create the stack for you.'
  return 'Remove the failed stack, then try again. If it stays like this, send the technical details below to your AWS administrator.'
}

type StackCode =
  | Extract<ErrorCode, `template-${string}` | `stack-${string}`>
  | 'not-acknowledged'
  | 'capability-unexpected'
  | 'role-name-invalid'
  | 'policy-name-invalid'
  | 'external-id-invalid'
  | 'role-exists'
  | 'role-missing'
  | 'role-arn-invalid'
  | 'role-trust-wrong'
  | 'role-cannot-read'

/** The template, the stack made from it, and the role that comes out. */
export const stackErrors: Readonly<Record<StackCode, Sentence>> = {
  'template-not-parsable': (facts) =>
    say(
      `The ${named(facts, 'file', 'file')} is no CloudFormation template.`,
      `Templates are JSON or YAML with a section “Resources”.${when(facts['reason'], (reason) => `The reader says: “${reason}”`)}`,
      'Choose another file, or use the template that comes with the app.',
      'you',
    ),
  'template-too-large': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} is too large.`,
      `It has ${fact(facts, 'bytes', 'too many')} bytes; AWS accepts ${fact(facts, 'limit', '51200')} when a template is sent directly.`,
      'Choose another file, or use the template that comes with the app.',
      'you',
    ),
  'template-no-role': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} creates no IAM role.`,
      'Spot needs a role that it can use to read the reports.',
      'Choose the template that Spot gave you, or use the one that comes with the app.',
      'you',
    ),
  'template-foreign-resources': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} would create more than IAM roles and policies.`,
      `The app only creates what it can explain, and this is something else${when(facts['types'], (types) => `(${types})`)}. ${NOTHING_CHANGED}`,
      'Choose another template, or create this one by hand in the AWS console after your security team has read it.',
      'you',
    ),
  'template-changed': () =>
    say(
      'The template is not the one that was approved.',
      `The app sends only what you have read. ${NOTHING_CHANGED}`,
      'Read the template again and approve it.',
      'you',
    ),
  'template-rejected': (facts) =>
    say(
      'AWS does not accept the template.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Choose another file, or use the template that comes with the app.',
      'you',
    ),
  'not-acknowledged': () =>
    say(
      'Tick the box to confirm that AWS may create IAM resources.',
      `AWS asks for your confirmation whenever roles and policies are created. ${NOTHING_CHANGED}`,
      'Read what will be created, then tick the box.',
      'you',
    ),
  'capability-unexpected': (facts) =>
    say(
      `The template asks for more than creating IAM roles${when(facts['capability'], (capability) => `(${capability})`)}.`,
      `You have not confirmed that, so the app did not send it. ${NOTHING_CHANGED}`,
      'Use the template that comes with the app, or ask Spot what their template needs this for.',
      'spot-support',
    ),
  'stack-name-invalid': () =>
    say(
      'This cannot be the name of a stack.',
      'A name begins with a letter, has letters, digits and hyphens only, and at most 128 of them.',
      'Enter another name, for example spot-eco-role.',
      'you',
    ),
  'role-name-invalid': () =>
    say(
      'This cannot be the name of a role.',
      'AWS accepts up to 64 letters, digits and the characters _ + = , . @ -, and no spaces.',
      'Enter another name.',
      'you',
    ),
  'policy-name-invalid': () =>
    say(
      'This cannot be the name of a policy.',
      'AWS accepts up to 128 letters, digits and the characters _ + = , . @ -, and no spaces.',
      'Enter another name.',
      'you',
    ),
  'external-id-invalid': () =>
    say(
      'This cannot be an external ID.',
      'AWS accepts 2 to 1,224 letters, digits and the characters _ + = , . @ : / -, and no spaces.',
      'Copy it from Spot once more, or leave the field empty if Spot gave you none.',
      'you',
    ),
  'stack-name-taken': (facts) =>
    say(
      `There is already a ${named(facts, 'stack', 'stack', 'stack of this name')} in this account.`,
      'The app did not create it and leaves it as it is.',
      'Enter another name.',
      'you',
    ),
  'stack-failed': (facts) =>
    say(
      `AWS could not create the ${stack(facts)}${when(facts['resource'], (resource) => `because of “${resource}”`)}.`,
      `AWS takes back by itself what it had created.${when(facts['reason'], (reason) => `It says: “${reason}”`)}`,
      remedy(facts),
      'aws-administrator',
    ),
  'stack-rolled-back': (facts) =>
    say(
      `AWS has taken back the ${stack(facts)}.`,
      `No role exists, and its name stays blocked until the rest is removed.${when(facts['reason'], (reason) => `AWS says: “${reason}”`)}`,
      remedy(facts),
      'aws-administrator',
    ),
  'stack-gone': (facts) =>
    say(
      `The ${stack(facts)} no longer exists.`,
      'Somebody has deleted it, and with it the role that Spot would use.',
      'Create it again in this step.',
      'you',
    ),
  'stack-other-template': (facts) =>
    say(
      `The ${stack(facts)} was created from another template than the one approved now.`,
      'The role in AWS has the permissions of the earlier template. Nothing was changed.',
      'Go back to the review and approve the earlier template again, or create a stack with another name here.',
      'you',
    ),
  'stack-delete-failed': (facts) =>
    say(
      `AWS could not remove the ${stack(facts)}.`,
      `Its name stays blocked.${when(facts['reason'], (reason) => `AWS says: “${reason}”`)}`,
      'Try again, or use another name for the stack and the role. Your AWS administrator can remove it in the AWS console.',
      'aws-administrator',
    ),
  'stack-limit': () =>
    say(
      'This account cannot have any more stacks.',
      `AWS limits their number for each account and region. ${NOTHING_CHANGED}`,
      'Ask your AWS administrator to delete stacks that are not used, or to raise the limit (Service Quotas).',
      'aws-administrator',
    ),
  'stack-token-used': (facts) =>
    say(
      `AWS has already received this request for the ${stack(facts)}, with other values.`,
      'So that nothing is created twice, AWS did not accept it again.',
      'Check the step again: it shows what exists. Then change the name of the stack and try again.',
      'you',
    ),
  'stack-rejected': (facts) =>
    say(
      'AWS did not accept the values for the stack.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Correct the value that AWS names, then try again.',
      'you',
    ),
  'role-exists': (facts) =>
    say(
      `There is already a ${named(facts, 'role', 'role', 'role of this name')} in this account.`,
      'It may come from an earlier attempt, and somebody may depend on it. The app leaves it as it is.',
      'Enter another role name, or ask your AWS administrator to remove the old role.',
      'you',
    ),
  'role-missing': (facts) =>
    say(
      `The ${role(facts)}${when(facts['stack'], (name) => `of the stack “${name}”`)} was not found.`,
      'Spot could not read anything. Somebody may have deleted it.',
      'Check again in a minute. If it stays like this, create the stack again.',
      'you',
    ),
  'role-arn-invalid': (facts) =>
    say(
      'This is not the ARN of an IAM role.',
      facts['value'] ? `It reads “${facts['value']}”.` : 'It is empty.',
      'An ARN looks like arn:aws:iam::123456789012:role/SpotByNetApp_Finops_ReadOnly. Check the outputs of the stack in the AWS console.',
      'you',
    ),
  'role-trust-wrong': (facts) =>
    say(
      `The ${role(facts)} does not trust exactly those whom the template names.`,
      `Somebody has changed it since it was created.${when(facts['found'], (found) => `It trusts ${found}.`)}${when(facts['meant'], (meant) => `Meant were ${meant}.`)} The app does not submit a role like that.`,
      'Ask your AWS administrator who changed it and why. Creating the stack again with another name gives a role as you have read it.',
      'aws-administrator',
    ),
  'role-cannot-read': (facts) =>
    say(
      `The ${role(facts)} may not read the reports${when(facts['bucket'], (bucket) => `in “${bucket}”`)}.`,
      `${facts['action'] ? `AWS refuses it ${facts['action']}.` : 'AWS refuses it.'} Spot would report “No access to S3 bucket”.`,
      'Check that the stack was created with this bucket’s name. If it was, ask your AWS administrator whether a boundary or another policy limits the role.',
      'aws-administrator',
    ),
}
