import { stepNumber } from '../../../contract/steps.ts'
import { number, plural } from '../locale.ts'
import { stack as labels } from '../stack.ts'
import { NOTHING_CHANGED, fact, named, say, when } from './sentence.ts'
import type { Known, SomeSentences } from './sentence.ts'

const stack = (facts: Known<'stack'>): string => named(facts, 'stack', 'stack')
const role = (facts: Known<'role'>): string => named(facts, 'role', 'role')
const place = (facts: Known<'line' | 'column'>): string =>
  when(facts.line, (line) => `It is in line ${line}, column ${fact(facts, 'column', '1')}.`)
const awsSays = (facts: Known<'message'>): string =>
  when(facts.message, (message) => `AWS says: “${message}”`)

/** AWS’s reason without the wrapping that only its support reads; all of it is in the details. */
const plainReason = (reason: string): string =>
  reason
    .replace(/^Resource handler returned message: "(.*)" \(RequestToken:[^)]*\)$/s, '$1')
    .replaceAll(/ \((?:Service: [^)]*|SDK Attempt Count: \d+)\)/g, '')

/** What stands in the way and what to do about it, by the fact `cause` (`aws/cloudformation/stack-events.ts`). */
const REMEDIES: Readonly<Record<string, (facts: Known<'action'>) => string>> = {
  'role-exists': () =>
    'The account has a role of this name already. Use that role if it proves right, or enter another name for the new one.',
  'policy-exists': () =>
    'The account has a policy of this name already. Try again with another name for the policy.',
  'scp-denied': () =>
    'A policy of the organization forbids it. Check that you are signed in to the management account; these policies never apply there.',
  'boundary-denied': (facts) =>
    `A permissions boundary forbids it. Ask your AWS administrator to allow ${fact(facts, 'action', 'creating IAM roles')} in it, or to create the stack for you.`,
  'explicitly-denied': (facts) =>
    `A policy denies ${fact(facts, 'action', 'it')} explicitly, and no other permission lifts that. Ask your AWS administrator to make an exception, or to create the stack for you.`,
  'session-denied': (facts) =>
    `Your sign-in was limited when it was made, and does not include ${fact(facts, 'action', 'creating IAM roles')}. Sign in without that limit, or ask your AWS administrator to create the stack.`,
  'not-authorised': (facts) =>
    `Your permission set does not include ${fact(facts, 'action', 'creating IAM roles')}. Ask your AWS administrator for that permission, or to create the stack for you.`,
  'principal-invalid': () =>
    'The template trusts an AWS account or role that does not exist. Use the template that comes with the app, or ask Spot for a current one.',
  'policy-malformed': () =>
    'IAM does not accept a policy of the template. Use the template that comes with the app, or send the technical details to whoever wrote yours.',
  'limit-exceeded': () =>
    'The account has as many roles or policies as AWS allows. Ask your AWS administrator to delete some that nobody uses, or to raise the limit (Service Quotas); then try again.',
  throttled: () => 'AWS was asked too much at once. Wait a few minutes, then try again.',
  'name-taken': () =>
    'The account has something of this name already. Ask whoever wrote the template for another name in it, or use the template that comes with the app.',
  'property-refused': () =>
    'AWS does not accept what the template says there. Correct it in the file and open it again, or use the template that comes with the app.',
  'untold-denied': () =>
    'Only cloudformation:DescribeEvents tells the cause, and you may not use that. In the CloudFormation console open the stack and its tab “Events”: the operation’s FAILED event tells it. Or ask your AWS administrator for that permission, then check again.',
  untold: () =>
    'AWS did not tell the app what it found. In the CloudFormation console open the stack and its tab “Events”: the operation’s FAILED event tells it.',
  'untold-unreached': () =>
    'Why is not known yet, as the app’s question did not get through to AWS. Check again in a minute to read it; in the CloudFormation console it stands in the stack’s tab “Events”. Or remove the failed stack and try again.',
  'parameter-unknown': () =>
    'AWS found nothing of this name in the account and region, or you may not look for it. Enter the name or ID of something that is there.',
  'policy-missing': () =>
    'The template attaches a policy that is not there, or that AWS has withdrawn. Ask whoever wrote the template for a current one, or use the template that comes with the app.',
  'hook-refused': () =>
    'A check that your company has set up for CloudFormation (a hook, often of AWS Control Tower) does not let it through. Ask whoever looks after your AWS organization or its Control Tower which rule it is, and to make an exception or to create the stack for you.',
  'in-use': () =>
    'Somebody has attached something to the role or policy since. Ask your AWS administrator to detach it, then try again.',
}

function remedy(facts: Known<'cause' | 'action'>): string {
  const known = REMEDIES[facts.cause ?? '']
  if (known) return known(facts)
  return 'Try again. If it stays like this, send the technical details below to your AWS administrator.'
}

const awsSaid = (facts: Known<'reason'>): string =>
  when(facts.reason, (reason) => `It says: “${plainReason(reason)}”`)

const takenBack = (facts: Known<'reason'>): string =>
  `AWS takes back by itself what it had created.${awsSaid(facts)}`

/** AWS had looked the stack through before it began. */
const refusal = (facts: Known<'reason' | 'path' | 'others'>): string =>
  `AWS checks a stack before it begins, and refused this one. Nothing was created.${awsSaid(facts)}${when(facts.path, (path) => `In the template it is at ${path}.`)}${when(facts.others, others)}`

const others = (count: string): string =>
  plural(Number(count), {
    one: 'It found one more thing, which is in the technical details.',
    other: `It found ${number(Number(count))} more things, which are in the technical details.`,
  })

/** What is wrong with a value that the template asks for, by the fact `rule` (`template/parameter-rules.ts`). */
function wrongValue(facts: Known<'name' | 'rule' | 'limit'>): string {
  const name = fact(facts, 'name', 'it')
  const limit = fact(facts, 'limit', 'its limit')
  const sentences: Readonly<Record<string, string>> = {
    missing: `The template needs a value for ${name}.`,
    allowed: `${name} has to be one of: ${limit}.`,
    pattern: `The template does not accept this value for ${name}. It has to match ${limit}.`,
    'too-short': `${name} needs at least ${limit} characters.`,
    'too-long': `${name} may have at most ${limit} characters.`,
    number: `${name} has to be a number.`,
    'too-small': `${name} has to be at least ${limit}.`,
    'too-large': `${name} may be at most ${limit}.`,
    beginning: `${name} has to begin with ${limit}.`,
  }
  return sentences[facts.rule ?? ''] ?? `The template does not accept this value for ${name}.`
}

/** The template, the stack made from it, and the role that comes out. */
export const stackErrors = {
  'template-not-parsable': (facts) =>
    say(
      `The ${named(facts, 'file', 'file')} is no CloudFormation template.`,
      `Templates are JSON or YAML with a section “Resources”.${when(facts.reason, (reason) => `The reader says: “${reason}”`)}${place(facts)}`,
      'Choose another file, or use the template that comes with the app.',
    ),
  'template-too-large': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} is too large.`,
      `It has ${fact(facts, 'bytes', 'too many')} bytes; AWS accepts ${fact(facts, 'limit', '51200')} when a template is sent directly.`,
      'Choose another file, or use the template that comes with the app.',
    ),
  'template-no-role': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} creates no IAM role.`,
      `Spot needs a role that it can use to read the reports.${place(facts)}`,
      'Choose the template that Spot gave you, or use the one that comes with the app.',
    ),
  'template-role-unclear': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} does not tell which role is for Spot.`,
      `An output named SpotFinOpsRoleArn has to give the ARN of one of its roles${when(facts.roles, (roles) => `(${roles})`)}; without it nothing could be proven later.${place(facts)} ${NOTHING_CHANGED}`,
      'Ask whoever wrote the template for that output, or use the template that comes with the app.',
    ),
  'template-unresolved': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} leaves open what AWS would make of it.`,
      `Only AWS knows, once it is created, what this will be: ${fact(facts, 'what', 'a part of it')}. The app creates only what you can read first and what it can prove afterwards.${place(facts)} ${NOTHING_CHANGED}`,
      'Write the value itself there, or use the template that comes with the app.',
    ),
  'template-unfilled': (facts) =>
    say(
      `In the ${named(facts, 'file', 'template')} a value is missing that somebody was to fill in.`,
      `It still says ${fact(facts, 'what', '${…}')} where whom the role trusts should stand.${place(facts)} ${NOTHING_CHANGED}`,
      'Ask whoever gave you the template for a finished one, or use the template that comes with the app.',
    ),
  'template-closed': (facts) =>
    say(
      `The role in the ${named(facts, 'file', 'template')} lets nobody in.`,
      `No statement of its trust policy allows an account to take it on (sts:AssumeRole), so Spot could not use it.${place(facts)} ${NOTHING_CHANGED}`,
      'Ask whoever gave you the template to allow sts:AssumeRole there, or use the template that comes with the app.',
    ),
  'template-misread': (facts) =>
    say(
      `AWS reads a value in the ${named(facts, 'file', 'template')} differently.`,
      `It says ${fact(facts, 'written', 'something')} there, and AWS would take it for ${fact(facts, 'read', 'something else')}.${place(facts)} ${NOTHING_CHANGED}`,
      'Put the value in quotes in the file, and open the file again.',
    ),
  'template-foreign-resources': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} would create more than IAM roles and policies.`,
      `The app only creates what it can explain, and this is something else${when(facts.types, (types) => `(${types})`)}.${place(facts)} ${NOTHING_CHANGED}`,
      'Choose another template, or create this one by hand in the AWS console after your security team has read it.',
    ),
  'template-changed': () =>
    say(
      'The template is not the one that was approved.',
      `The app sends only what you have read. ${NOTHING_CHANGED}`,
      'Read the template again and approve it.',
    ),
  'template-unseen': (facts) =>
    say(
      `The ${named(facts, 'file', 'template')} hides something.`,
      `Somebody who is trusted, a permission or a place in it is written with characters that cannot be seen, so that it looks like something else.${place(facts)} ${NOTHING_CHANGED}`,
      'Use the template that comes with the app, and ask whoever sent you this one where it comes from. Show it to your security team.',
    ),
  'template-rejected': (facts) =>
    say(
      'AWS does not accept the template.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Choose another file, or use the template that comes with the app.',
    ),
  'not-acknowledged': () =>
    say(
      'Your consent that AWS may create IAM resources is missing.',
      `AWS asks for your confirmation whenever roles and policies are created. ${NOTHING_CHANGED}`,
      `Read what will be created, then press “${labels.create}”.`,
    ),
  'capability-unexpected': (facts) =>
    say(
      `The template asks for more than creating IAM roles${when(facts.capability, (capability) => `(${capability})`)}.`,
      `You have not confirmed that, so the app did not send it. ${NOTHING_CHANGED}`,
      'Use the template that comes with the app, or ask Spot what their template needs this for.',
    ),
  'stack-name-invalid': () =>
    say(
      'This cannot be the name of a stack.',
      'A name begins with a letter, has letters, digits and hyphens only, and at most 128 of them.',
      'Enter another name, for example spot-eco-role.',
    ),
  'role-name-invalid': () =>
    say(
      'This cannot be the name of a role.',
      'AWS accepts up to 64 letters, digits and the characters _ + = , . @ -, and no spaces.',
      'Enter another name.',
    ),
  'policy-name-invalid': () =>
    say(
      'This cannot be the name of a policy.',
      'AWS accepts up to 128 letters, digits and the characters _ + = , . @ -, and no spaces.',
      'Enter another name.',
    ),
  'external-id-invalid': () =>
    say(
      'This cannot be an external ID.',
      'AWS accepts 2 to 1,224 letters, digits and the characters _ + = , . @ : / -, and no spaces.',
      'Copy it from Spot once more, or leave the field empty if Spot gave you none.',
    ),
  'stack-name-taken': (facts) =>
    say(
      `There is already a ${named(facts, 'stack', 'stack', 'stack of this name')} in this account.`,
      'The app did not create it from this template and leaves it as it is.',
      'Enter another name. If the stack has a role for Spot, it is offered in this step, and can be used as it is.',
    ),
  'stack-failed': (facts) =>
    say(
      `AWS could not create the ${stack(facts)}${when(facts.resource, (resource) => `because of “${resource}”`)}.`,
      facts.refused ? refusal(facts) : takenBack(facts),
      facts.removed || facts.cause === 'untold-unreached'
        ? remedy(facts)
        : `Remove the failed stack first. ${remedy(facts)}`,
    ),
  'stack-half-changed': (facts) =>
    say(
      `Somebody has changed the ${stack(facts)}, and the change failed half-way${when(facts.resource, (resource) => `at “${resource}”`)}.`,
      `What the role looks like now is not certain (${fact(facts, 'status', 'unknown status')}).${when(facts.reason, (reason) => `AWS says: “${reason}”`)} The app did not change it and leaves it as it is.`,
      'Ask whoever changed it to finish the update or to take it back in the CloudFormation console (“Continue update rollback”), then check again. Or use another stack or role here.',
    ),
  'stack-in-review': (facts) =>
    say(
      `The ${stack(facts)} has been prepared, and is not created yet.`,
      'Somebody made a change set for it in the CloudFormation console and has not executed it. There is no role so far.',
      'Ask them to execute the change set, then check again. Or create a stack with another name here.',
    ),
  'stack-not-ours': (facts) =>
    say(
      `The app does not delete the ${stack(facts)}.`,
      `It does not carry the mark of this connection: somebody else created it, or has removed the mark. ${NOTHING_CHANGED}`,
      'Enter another name here, or ask your AWS administrator to delete it in the CloudFormation console.',
    ),
  'stack-gone': (facts) =>
    say(
      `The ${stack(facts)} no longer exists.`,
      'Somebody has deleted it, and with it the role that Spot would use.',
      'Create it again in this step.',
    ),
  'stack-other-template': (facts) =>
    say(
      `The ${stack(facts)} was created from another template than the one approved now.`,
      'The role in AWS has the permissions of the earlier template. Nothing was changed.',
      'Go back to the review and approve the earlier template again, or create a stack with another name here.',
    ),
  'stack-delete-failed': (facts) =>
    say(
      `AWS could not remove the ${stack(facts)}.`,
      `Its name stays blocked.${when(facts.resource, (resource) => `What is left is “${resource}”.`)}${when(facts.reason, (reason) => `AWS says: “${reason}”`)}`,
      facts.cause && facts.cause !== 'other'
        ? remedy(facts)
        : 'Try again, or use another name for the stack and the role. Your AWS administrator can remove it in the AWS console.',
    ),
  'stack-limit': () =>
    say(
      'This account cannot have any more stacks.',
      `AWS limits their number for each account and region. ${NOTHING_CHANGED}`,
      'Ask your AWS administrator to delete stacks that are not used, or to raise the limit (Service Quotas).',
    ),
  'stack-token-used': (facts) =>
    say(
      `AWS has already received this request for the ${stack(facts)}, with other values.`,
      'So that nothing is created twice, AWS did not accept it again.',
      'Check the step again: it shows what exists. Then change the name of the stack and try again.',
    ),
  'stack-rejected': (facts) =>
    say(
      'AWS did not accept the values for the stack.',
      `${NOTHING_CHANGED}${awsSays(facts)}`,
      'Correct the value that AWS names, then try again.',
    ),
  'external-id-needed': () =>
    say(
      'The template needs an external ID.',
      `Without one its role could be used by nobody. ${NOTHING_CHANGED}`,
      'Copy the external ID from Spot, or use the template that comes with the app.',
    ),
  'external-id-undecided': () =>
    say(
      'An external ID is missing.',
      `Without one, anybody on whose behalf Spot acts could name your role. ${NOTHING_CHANGED}`,
      `Copy it from Spot, where you connect the AWS account, or ask Spot Support for one. If you want to go on without it, leave the field empty and press “${labels.createWithoutId}”.`,
    ),
  'parameter-invalid': (facts) =>
    say(
      wrongValue(facts),
      `${when(facts.constraint, (words) => `The template says: “${words}”`)} ${NOTHING_CHANGED}`.trim(),
      facts.rule === 'missing'
        ? 'Enter a value. If you do not know it, ask whoever sent you the template.'
        : 'Enter another value. If you do not know a right one, ask whoever sent you the template.',
    ),
  'external-id-unused': () =>
    say(
      'The template asks nobody for an external ID.',
      `Its role would be usable without the one that you entered. ${NOTHING_CHANGED}`,
      'Leave this field empty if Spot gave you no external ID. Otherwise use the template that comes with the app.',
    ),
  'role-exists': (facts) =>
    say(
      `There is already a ${named(facts, 'role', 'role', 'role of this name')} in this account.`,
      'It may come from an earlier attempt, and somebody may depend on it. The app leaves it as it is.',
      'Use this role if it trusts whom the template names, or enter another role name.',
    ),
  'policy-exists': (facts) =>
    say(
      `There is already a ${named(facts, 'policy', 'policy', 'policy of this name')} in this account.`,
      `It may come from an earlier attempt, and somebody may depend on it. The app leaves it as it is. ${NOTHING_CHANGED}`,
      'Enter another name for the policy.',
    ),
  'role-missing': (facts) =>
    say(
      `The ${role(facts)}${when(facts.stack, (name) => `of the stack “${name}”`)} was not found.`,
      'Spot could not read anything. Somebody may have deleted it.',
      facts.origin === 'own'
        ? 'Check the ARN with whoever gave it to you, or create a role here.'
        : 'Check again in a minute. If it stays like this, create the stack again with another name.',
    ),
  'role-arn-invalid': (facts) =>
    say(
      'This is not the ARN of an IAM role.',
      facts.value ? `It reads “${facts.value}”.` : 'It is empty.',
      'An ARN looks like arn:aws:iam::123456789012:role/SpotByNetApp_Finops_ReadOnly. Check the outputs of the stack in the AWS console.',
    ),
  'role-trust-wrong': (facts) =>
    say(
      `The ${role(facts)} does not trust exactly those whom the template names.`,
      `${facts.origin === 'own' ? 'It was made for something else, or its external ID is another.' : 'Somebody has changed it since it was created, or created it from another template.'}${when(facts.found, (found) => `It trusts ${found}.`)}${when(facts.meant, (meant) => `Meant were ${meant}.`)} The app does not submit a role like that.`,
      facts.origin === 'own'
        ? 'If only the external ID differs, enter the one that Spot gave you. Otherwise create a role here, or ask your AWS administrator to correct its trust policy.'
        : 'Ask your AWS administrator who changed it and why. Creating the stack again with another name gives a role as you have read it.',
    ),
  'role-other-account': (facts) =>
    say(
      `This role is in AWS account ${fact(facts, 'found', 'another one')}; the account to connect is ${fact(facts, 'account', 'not this one')}.`,
      'Spot can only use a role of the account whose bill it is to read.',
      'Copy the ARN once more, in the account that is to be connected; the AWS console shows its number at the top right.',
    ),
  'role-other-path': (facts) =>
    say(
      `The ${role(facts)} has another ARN than the one entered.`,
      `In AWS it is ${fact(facts, 'found', 'different')}. Spot needs it letter for letter, and would report “Invalid ARN”.`,
      'Enter the ARN as AWS has it.',
    ),
  'role-without-external-id': (facts) =>
    say(
      `The ${role(facts)} can be used without an external ID.`,
      'Your organization requires that every role for Spot asks for one. Nothing was changed.',
      'Create a new role here with the external ID that Spot shows you, or ask your AWS administrator to add it to the trust policy of this one as a condition (StringEquals, sts:ExternalId). Then check again.',
    ),
  'role-bucket-unknown': (facts) =>
    say(
      `It is not known which bucket the ${role(facts)} is to read.`,
      'The app does not submit a role that it could not prove.',
      `Go back to step ${stepNumber('cost-report')} and name the bucket there. If an MSP runs your reports, it knows it.`,
    ),
  'role-policies-unreadable': (facts) =>
    say(
      'AWS could not work out what a role or permission set allows, because one of its policies has a mistake.',
      `Nothing was changed.${awsSays(facts)}`,
      'Ask your AWS administrator to open the role in the IAM console: it marks the policy that has to be corrected. Then check again.',
    ),
  'role-cannot-read': (facts) =>
    say(
      `The ${role(facts)} may not read the reports${when(facts.bucket, (bucket) => `in “${bucket}”`)}.`,
      `${facts.action ? `AWS refuses it ${facts.action}.` : 'AWS refuses it.'} Spot would report “No access to S3 bucket”.`,
      'Check that the stack was created with this bucket’s name. If it was, ask your AWS administrator whether a boundary or another policy limits the role.',
    ),
} satisfies SomeSentences
