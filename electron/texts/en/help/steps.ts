/** The page of Help about each step; its title is the step's own. */

import type { StepId } from '../../../contract/steps.ts'

type StepPage = {
  readonly brief: string
  readonly does: readonly string[]
  readonly stops: readonly string[]
  readonly undo: readonly string[]
  readonly also: string
}

const pages: Readonly<Record<StepId, StepPage>> = {
  plan: {
    brief: 'Says who has the contract with AWS: your company, or an MSP.',
    does: [
      'The answer decides who sets up the cost report, and how the account is registered in the end.',
      'It is noted on this computer and sent nowhere.',
    ],
    stops: [
      'You do not know who manages the account: procurement or finance knows whose invoice the company pays. An invoice from AWS means “we”; one from a partner means “an MSP”.',
    ],
    undo: ['“Change this” in the step. What exists in AWS stays as it is.'],
    also: 'who manages contract reseller question',
  },
  'sign-in': {
    brief: 'Lets the app act in the account that pays, for some hours, with permissions you pick.',
    does: [
      'You sign in on AWS’s own page, choose the account that pays the bill (AWS: management account), and the permissions to work with (AWS: permission set).',
      'The app asks AWS who you are and whether this account really pays. It changes nothing.',
      'It also looks ahead: which steps your permissions allow, and which lines are missing for the others.',
    ],
    stops: [
      'AWS does not know the portal: the region is another one. Try the ones that are offered, or ask IT.',
      'The account does not pay the bill: choose the one that does. Its report would show only a part of the costs.',
      'You have no access to the account that pays: “Ask someone else to do this”.',
      'Where another company’s account pays (Billing Transfer), the app says so before anything is created, and has a question to Spot Support ready.',
    ],
    undo: ['“Sign out” in the step. The last step signs out by itself.'],
    also: 'login portal account permission region browser',
  },
  'cost-report': {
    brief: 'Has AWS write the detailed bill as files, with the settings that Eco needs.',
    does: [
      'It reads which cost reports (AWS: Cost and Usage Reports) there are. One that fits is used as it is; otherwise a new one is created beside them, with a new bucket.',
      'A report that the app did not create is never changed or deleted.',
    ],
    stops: [
      'Your permissions do not allow it: the window names each one that is missing, and who can add it.',
      'The account has five reports already, which is AWS’s limit: one that nobody uses has to be deleted by its owner.',
      'The name of the bucket is taken: another one is offered.',
    ],
    undo: [
      '“Disconnect from AWS…” deletes the report, and its bucket if you want, as far as the app created them.',
    ],
    also: 'cur report hourly parquet prefix create bucket limit data exports',
  },
  bucket: {
    brief: 'Looks whether AWS can deliver into the bucket, and whether Spot can read it.',
    does: [
      'It reads where the bucket is, whose it is, what its policy says, how its files are sealed, and when AWS last delivered.',
      'It changes something only if you agree to a repair, and shows the change before.',
      'If you allow it, it compares the end of one delivered file with the report’s settings. It reads no line of the report.',
    ],
    stops: [
      'AWS may not deliver: the step shows what is missing in the bucket’s policy and adds it, once you agree.',
      'Files are sealed with a key of your own (KMS): Spot cannot read them. Use a bucket with Amazon’s keys (SSE-S3).',
      'The first delivery is still to come: that takes up to 24 hours and holds nothing up. Go on with the next step.',
    ],
    undo: ['A repair is undone in the S3 console, on the bucket’s page “Permissions”.'],
    also: 'storage delivery policy encryption kms manifest repair late waiting 24 hours',
  },
  template: {
    brief: 'Shows in plain words what Spot could do in your account, before it can.',
    does: [
      'It reads the template of the role to you: who may use it, what it may read, and the one place where it may write.',
      'You approve exactly this text: the app keeps its fingerprint, and creates nothing else.',
    ],
    stops: [
      'You are not the one to decide: “Ask someone else to do this” saves it for your security team.',
      'You have a template from Spot, or one of your own: open it as a file. It is reviewed in the same words.',
      'A template that hides something, or that nobody could prove afterwards, is refused with the line in the file.',
    ],
    undo: ['Approving creates nothing. “Change this” takes the approval back.'],
    also: 'permissions review approve security read-only write trust template fingerprint',
  },
  stack: {
    brief: 'Creates the role by which Spot reads the report, and proves what it can do.',
    does: [
      'AWS creates the role and its list of permissions from the template that you approved (AWS: a CloudFormation stack). It takes a minute or two.',
      'Then the app reads back whom the role trusts, and has AWS work out whether it can read the bucket (AWS: a simulation).',
      'By pressing the button you consent that AWS creates named permissions (AWS: a capability).',
    ],
    stops: [
      'The role’s name exists: enter another name, or use the role that is there.',
      'Your permissions do not allow it: the window names each one that is missing.',
      'AWS took the stack back: the first error of AWS is shown, and the failed stack is deleted once you agree.',
      'You have no external ID: Spot shows it where the account is connected. Going on without is your decision, which is noted.',
    ],
    undo: [
      '“Disconnect from AWS…” deletes the stack, and the role with it. Spot’s access ends at once.',
    ],
    also: 'role stack cloudformation external id arn simulation capability iam rollback failed',
  },
  registration: {
    brief: 'Tells Spot which role and which bucket to use, then forgets every sign-in.',
    does: [
      'Send to Spot: the app sends role and bucket, with a Spot API token that you enter. The token is kept in memory only.',
      'Finish in the Spot console: you copy two values there yourself. No token is needed.',
      'With an MSP: a request to Spot Support, which makes the connection.',
      'Afterwards the sign-in is removed from file, keychain and memory, and a summary without secrets is saved.',
    ],
    stops: [
      'Spot does not accept the token: make a new one in the Spot console under Settings, API, Permanent tokens.',
      'The token opens several Spot accounts: take the one of the organization in which the savings shall appear.',
      'Spot’s service does not answer: take the other way. Both lead to the same result.',
    ],
    undo: [
      'Take the role back in AWS, and ask Spot Support to remove the account. See “How to undo it”.',
    ],
    also: 'spot register token console send finish support organization account',
  },
}

export const stepPages = {
  does: 'What it does',
  stops: 'What can stop it, and what helps',
  undo: 'How to undo it',
  pages,
} as const
