/** Step 1: who manages the AWS account. */

import type { StepWords } from '../step-words.ts'

export const plan = {
  question: 'Who manages your AWS account?',
  us: 'We manage our own AWS account',
  usMeans:
    'You sign in to your management account (the one that pays the AWS bill). The app sets up the cost report and the role, and registers them with Spot.',
  msp: 'A managed service provider (MSP) manages it',
  mspMeans:
    'Your MSP sets up the cost report on its side. The app writes the request to your MSP, creates the role in your account, and writes the request that you send to Spot Support.',
  mspAccount: 'MSP AWS account number',
  mspAccountHint:
    'Twelve digits. Your MSP can tell you; Spot Support asks for it. You may leave it empty and add it later.',
  next: 'Continue',
  chooseFirst: 'Choose one of the two first.',
  changeable: 'You can change this answer until the last step has been taken.',
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const planStep: StepWords<'plan'> = {
  title: 'Who manages the account',
  purpose: 'One question. The answer decides who sets up the cost report and how you finish.',
  request: {
    title: 'Please tell us who manages our AWS account',
    why: 'We want to connect our AWS account to Spot Eco, a service that finds savings on the AWS bill. How that is done depends on one thing: whether we have our contract with AWS ourselves, or a managed service provider (MSP, a reseller) has it for us.',
    whom: 'Whoever knows the contract for our AWS account: usually procurement, finance, or the person who looks after the cloud.',
  },
  facts: { 'managed-by': 'Managed by', 'msp-account': 'AWS account of the MSP' },
}
