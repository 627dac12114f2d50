import type { ErrorTrait } from '../trait.ts'

/** How the stack stands, and what in it failed first. */
const FAILED = ['stack', 'status', 'resource', 'reason', 'cause', 'action'] as const

/** The template, the stack made from it, and the role that comes out. */
export const stackErrors = {
  'template-not-parsable': {
    family: 'input',
    who: 'you',
    facts: ['file', 'reason', 'line?', 'column?'],
  },
  'template-too-large': { family: 'input', who: 'you', facts: ['bytes', 'limit', 'file?'] },
  'template-no-role': { family: 'input', who: 'you', facts: ['file', 'line?', 'column?'] },
  'template-role-unclear': {
    family: 'input',
    who: 'you',
    facts: ['file', 'roles', 'line?', 'column?'],
  },
  'template-foreign-resources': {
    family: 'input',
    who: 'you',
    facts: ['file', 'types', 'line?', 'column?'],
  },
  'template-unresolved': {
    family: 'input',
    who: 'you',
    facts: ['file', 'what', 'line?', 'column?'],
  },
  'template-unfilled': {
    family: 'input',
    who: 'you',
    facts: ['file', 'what', 'line?', 'column?'],
  },
  'template-closed': { family: 'input', who: 'you', facts: ['file', 'line?', 'column?'] },
  'template-misread': {
    family: 'input',
    who: 'you',
    facts: ['file', 'written', 'read', 'line?', 'column?'],
  },
  'template-changed': { family: 'input', who: 'you', facts: [] },
  'template-unseen': { family: 'input', who: 'you', facts: ['file', 'line?', 'column?'] },
  'template-rejected': { family: 'input', who: 'you', facts: ['message'] },
  'not-acknowledged': { family: 'input', who: 'you', facts: [] },
  'stack-name-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'stack-name-taken': { family: 'found', who: 'you', facts: ['stack', 'message?'] },
  'stack-failed': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['removed?', 'refused?', 'path?', 'others?', ...FAILED],
  },
  'stack-half-changed': { family: 'found', who: 'aws-administrator', facts: FAILED },
  'stack-in-review': { family: 'found', who: 'aws-administrator', facts: FAILED },
  'stack-not-ours': { family: 'found', who: 'aws-administrator', facts: ['stack'] },
  'stack-gone': { family: 'found', who: 'you', facts: ['stack'] },
  'stack-other-template': { family: 'found', who: 'you', facts: ['stack'] },
  'stack-delete-failed': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['reason', 'stack?', 'status?', 'resource?', 'cause?', 'action?'],
  },
  'stack-limit': { family: 'found', who: 'aws-administrator', facts: ['stack', 'message'] },
  'stack-token-used': { family: 'found', who: 'you', facts: ['stack', 'message'] },
  'stack-rejected': { family: 'found', who: 'you', facts: ['stack', 'message'] },
  'capability-unexpected': {
    family: 'found',
    who: 'spot-support',
    facts: ['capability', 'stack?', 'message?'],
  },
  'role-name-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'policy-name-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'external-id-invalid': { family: 'input', who: 'you', facts: ['typed'] },
  'external-id-needed': { family: 'input', who: 'you', facts: ['typed'] },
  'external-id-undecided': { family: 'input', who: 'you', facts: [] },
  'parameter-invalid': {
    family: 'input',
    who: 'you',
    facts: ['name', 'rule', 'limit', 'constraint', 'hidden?'],
  },
  'external-id-unused': { family: 'input', who: 'you', facts: ['typed'] },
  'role-exists': { family: 'found', who: 'you', facts: ['role'] },
  'policy-exists': { family: 'found', who: 'you', facts: ['policy'] },
  'role-missing': {
    family: 'found',
    who: 'you',
    facts: ['role', 'stack?', 'origin?'],
    marks: ['role-unproven'],
  },
  'role-arn-invalid': { family: 'input', who: 'you', facts: ['value'], marks: ['role-unproven'] },
  'role-trust-wrong': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['role', 'found', 'meant', 'origin'],
    marks: ['role-unproven'],
  },
  'role-cannot-read': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['role', 'bucket', 'action', 'decision'],
    marks: ['role-unproven'],
  },
  'role-policies-unreadable': { family: 'found', who: 'aws-administrator', facts: ['message?'] },
  'role-other-account': { family: 'found', who: 'you', facts: ['role', 'found', 'account'] },
  'role-other-path': {
    family: 'found',
    who: 'you',
    facts: ['role', 'found', 'told'],
    marks: ['role-unproven'],
  },
  'role-without-external-id': {
    family: 'found',
    who: 'aws-administrator',
    facts: ['role'],
    marks: ['role-unproven'],
  },
  'role-bucket-unknown': { family: 'found', who: 'you', facts: ['role'], marks: ['role-unproven'] },
} as const satisfies Readonly<Record<string, ErrorTrait>>
