/** Asking somebody else to do a step: the button in each panel, and what is shown afterwards. */

import { number } from './locale.ts'

const ask = {
  button: 'Ask someone else to do this',
  all: (count: number) => `One request for all ${number(count)} steps`,
  hint: 'Saves a page with all they need and no secret, and a file for their app.',
  hintTold: 'Saves a page with all they need and no secret, and a file for their app.',
} as const

const asked = {
  foundTitle: 'What the last look found',
  title: 'A file that asks somebody else was saved',
  since: (time: string) => `The file was saved ${time}. Send it to the person who does this step.`,
  sinceForAll: (time: string) =>
    `The file was saved ${time}. Send it to the person who does these steps.`,
  /** Above the list of their titles. */
  asksFor: (steps: number) => `It asks for these ${number(steps)} steps:`,
  stepLine: (place: number, title: string) => `Step ${number(place)}, ${title}`,
  file: 'The file to send',
  copyFile: 'the place of the file',
  looks:
    'The app looks once a minute while it is open and you are signed in, whoever does the step. When it finds the result, the line turns green by itself.',
  tells: 'The app cannot see the answer by itself. When you have it, press “Enter the answer”.',
  mayClose: 'You may close the app. It looks again when you open it.',
  check: 'Check now',
  takeBack: 'Do it myself',
  enterAnswer: 'Enter the answer',
  showFile: 'Show in folder',
  email: 'Write an email',
  emailHint:
    'Your mail program opens with a message. Attach the two files yourself: the page (its name ends in “html”) for the person, and the file beside it (“ecoconnect”) for their app, if they use it.',
  saveAgain: 'Save the file again',
} as const

/** The message with which the saved page is sent; the person attaches it. */
const letter = {
  subject: (accountId: string) =>
    accountId === ''
      ? 'Connecting AWS to Spot: your help is needed'
      : `Connecting AWS account ${accountId} to Spot: your help is needed`,
  text: 'Hello,\n\nour AWS account is being connected to Spot Eco, and I need your help with it. The attached page says what to do, step by step: open it in a browser. It holds names and settings only, no password and no key.\n\nIf you use the app Eco Connect too, open the attached file that ends in .ecoconnect with it. It fills in the names for you; you check and approve everything yourself.\n\nThank you',
} as const

export const someoneElse = {
  letter,
  ask,
  asked,
} as const
