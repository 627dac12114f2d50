/** Step 1: who manages the AWS account. */

import type { StepWords } from '../step-words.ts'

export const plan = {
  question: 'Who manages your AWS account?',
  us: 'We manage our own AWS account',
  usMeans: 'You sign in to the account that pays the AWS bill. The app does the rest with you.',
  msp: 'A managed service provider (MSP) manages it',
  mspMeans: 'Your MSP sets up the cost report. The app does the rest.',
  mspAccount: 'MSP AWS account number',
  mspAccountHint:
    'Twelve digits. Your MSP can tell you; Spot Support asks for it. You may leave it empty and add it later.',
  next: 'Continue',
  before: {
    title: 'Before you start',
    points: [
      [
        'What it does',
        'Spot Eco gets to read your AWS bill, to find savings. It cannot change what you run.',
      ],
      ['Time', 'Ten minutes of yours, then up to 24 hours until AWS delivers.'],
      ['At hand', 'Your sign-in to the AWS account that pays, and a Spot API token.'],
      ['Cost', 'Storage at AWS: usually a few US dollars a month or less.'],
      ['Undo', 'Each step says how. “Disconnect” takes back what the app created.'],
    ],
  },
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const planStep: StepWords<'plan'> = {
  title: 'Who manages the account',
  purpose: 'The answer decides who sets up the cost report.',
  ahead: {
    brief: 'one answer',
    needs: 'You say who has the contract for your AWS account.',
    minutes: 1,
    waits: '',
  },
  request: {
    title: 'Please tell us who manages our AWS account',
    why: 'We want to connect our AWS account to Spot Eco, a service that finds savings on the AWS bill. How that is done depends on one thing: whether we have our contract with AWS ourselves, or a managed service provider (MSP, a reseller) has it for us.',
    whom: 'Whoever knows the contract for our AWS account: usually procurement, finance, or the person who looks after the cloud.',
  },
  facts: { 'managed-by': 'Managed by', 'msp-account': 'AWS account of the MSP' },
}
