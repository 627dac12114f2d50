/** What the window says around the steps: banner, checklist, keychain, buttons shared by all. */

import type { Doing, SkipReason } from '../../contract/status.ts'
import { number, plural, series } from './locale.ts'
import { opening } from './opening.ts'

const main = {
  ...opening,
  tagline: 'Connects your AWS account to Spot Eco',
  demo: 'Demonstration: no AWS account is touched',
  signedInAs: 'Signed in as',
  /** In the header, while no sign-in is proven. */
  who: {
    notSignedIn: 'Not signed in',
    underWay: 'Signing in…',
    choosing: 'Signed in, not finished yet',
  },
  checklist: 'Checklist',
  steps: 'Steps of the connection',
  signedIn: 'Signed in to AWS',
  progress: (finished: number, total: number) => `${finished} of ${total} steps finished`,
  /** `unseen` of the finished ones cannot be looked at before somebody has signed in again. */
  progressUnseen: (finished: number, total: number, unseen: number) =>
    `${number(finished)} of ${number(total)} steps finished, ${number(unseen)} of them proven earlier and not looked at now`,
  registered: 'Registered',
  /** Of a registered connection: how many steps were not proven by then. */
  registeredUnverified: (unverified: number) =>
    plural(unverified, {
      one: 'Registered, 1 step not verified',
      other: `Registered, ${number(unverified)} steps not verified`,
    }),
  askedSpot: 'Waiting for Spot Support',
  saidConnected: 'Confirmed by you, not verified',
  registeredUndelivered: 'Registered, first delivery not seen',
  registeredUnverifiedUndelivered: (unverified: number) =>
    plural(unverified, {
      one: 'Registered, 1 step not verified, first delivery not seen',
      other: `Registered, ${number(unverified)} steps not verified, first delivery not seen`,
    }),
  stepOf: (number: number, total: number) => `Step ${number} of ${total}`,
  /** Before a step's title, for screen readers: other sentences name steps by their numbers. */
  stepNumber: (number: number) => `Step ${number}`,
  /** In the title bar. */
  stepTitled: (number: number, title: string) => `Step ${number}: ${title}`,
  nowShown: (number: number, title: string) => `Now shown: step ${number}, ${title}`,
  /** The first stop of the keyboard. */
  skip: 'Go to the step',
  announce: (number: number, title: string, status: string) =>
    `Step ${number}, ${title}: ${status}`,
} as const

const windowError = {
  title: 'This window could not be drawn',
  body: 'The work itself is not affected: what has been created so far is kept, and the checklist reads it again when the window is reloaded.',
  reload: 'Reload the window',
} as const

/** One line in words for a step's state. */
const lines = {
  notFinished: 'Not finished',
  /** `numbers` are the places of other steps in the list, at least one. */
  later: 'Later',
  /** Behind “Later”, once somebody looks at the line; minutes are of their own. */
  laterWith: (brief: string, minutes: number) =>
    minutes === 0 ? `: ${brief}` : `: ${brief}, ${number(minutes)} min`,
  checking: 'Checking…',
  correction: 'Needs a correction',
  answer: 'Needs your answer',
  done: 'Done',
  failed: 'Stopped, needs attention',
  /** Proven by its step, and found wrong by a look that compares more. */
  foundWrong: 'Not as it should be',
  skipped: { 'msp-keeps-bucket': 'With your MSP' } satisfies Readonly<Record<SkipReason, string>>,
  askedMsp: 'Waiting for your MSP',
  askedSpot: 'Waiting for Spot Support',
  saidConnected: 'Confirmed by you, not verified',
  signInAgain: 'Needs a new sign-in',
  earlier: {
    done: 'Proven earlier, not looked at now',
    delivery: 'Waited for delivery, not looked at now',
  },
  browser: 'Waiting for your browser',
  device: 'Waiting for your code',
  working: 'Working…',
  late: 'AWS is late with the delivery',
  delivery: 'Waiting for AWS to deliver',
  handedOver: 'Waiting for a colleague',
  /** Where AWS will refuse, and where it has. */
  lacking: 'You lack permissions',
  denied: 'Stopped, you lack permissions',
  awsWorking: 'AWS is working on it',
  notDelivered: 'Not delivered when registered',
  unverified: 'Not verified',
} as const

/** What is being done, by the `doing` of a `working` progress. */
const working: Readonly<Record<Doing, string>> = {
  working: 'Working…',
  'asking-keychain':
    'Asking the keychain of this computer. It may open a window of its own that asks for its password: there are two minutes to answer it.',
  'opening-browser': 'Opening your browser…',
  'listing-accounts': 'Reading the AWS accounts that you may use…',
  'creating-bucket': 'Creating the bucket…',
  'removing-bucket': 'Removing the empty bucket…',
  'setting-policy': 'Allowing AWS to deliver the report into the bucket…',
  'defining-report': 'Defining the report…',
  'reading-back': 'Reading back what AWS has stored…',
  'validating-template': 'Asking AWS to check the template…',
  'creating-stack': 'Asking AWS to create the role…',
  'deleting-stack': 'Deleting the failed stack…',
  'sending-to-spot': 'Sending the role and the bucket to Spot…',
  'waiting-for-role': 'AWS is spreading the new role. This takes some seconds…',
  'waiting-for-spot':
    'Spot cannot see the new role yet. Asking again, for up to a minute and a half…',
  wiping: 'Removing every sign-in from this computer…',
  'signing-out': 'Signing out…',
  'saving-file': 'Saving the file…',
  checking: 'Checking…',
}

const panel = {
  checking: 'Reading the current state from AWS. Nothing is changed by this.',
  acting: 'You may look at other steps meanwhile.',
  waitingTitle: 'This step comes later',
  waiting: (titles: readonly string[]) =>
    `It starts by itself as soon as this is finished: ${series(titles.map((title) => `“${title}”`))}.`,
  waitingPlain: 'It starts by itself as soon as the steps before it are finished.',
  earlierMeans: (titles: readonly string[]) =>
    `Nothing of it is lost. The app reads it from AWS again, by itself, as soon as this is finished: ${series(titles.map((title) => `“${title}”`))}.`,
  earlierSignIn:
    'Nothing of it is lost. The app reads it from AWS again, by itself, as soon as you have signed in.',
  earlierProven: (time: string) => `Last proven ${time}`,
  earlierDue: (time: string) => `AWS promised the delivery for ${time}`,
  /** Of a step whose turn has not come. */
  ahead: {
    needs: 'What it will need from you',
    time: 'Time of yours',
    minutes: (minutes: number) =>
      plural(minutes, { one: 'about a minute', other: `about ${number(minutes)} minutes` }),
    none: 'none',
    waits: 'Waiting',
  },
  finished: (time: string) => `This step is finished. It was proven ${time}.`,
  /** Of a step that AWS proves nothing of. */
  finishedHere: (time: string) => `This step is finished. It was last looked at ${time}.`,
  /** The button to the step in turn. */
  next: (number: number, title: string) => `Next: step ${number}, ${title}`,
  skippedTitle: 'Your MSP looks after this',
  notProvenTitle: 'Not proven at the last look',
  closed: 'The last step has been taken, so this one is closed.',
  evidence: 'What was found',
  lookAgain: (time: string) =>
    `The app looks again by itself ${time} if it is open then, or else as soon as it is started.`,
  lookAgainSoon: 'The app looks again by itself in a moment, or else as soon as it is started.',
  whatHappens: 'What will be created',
  nothingCreated: 'Nothing has been created or changed in this account.',
  technical: 'Technical details',
  technicalHint: 'Useful for an administrator or a support engineer. Contains no secret.',
  whoHelps: 'Who can help:',
  copyDetails: 'Copy the details',
} as const

const skipped: Readonly<Record<SkipReason, string>> = {
  'msp-keeps-bucket':
    'The report and its bucket are in your MSP’s AWS account, where this app cannot look. Your MSP sees to it that AWS delivers there: the request to it says what the bucket needs. If Spot cannot read it, your MSP is the one to ask.',
}

const vault = {
  title: 'The keychain of this computer cannot be used',
  retry: 'Try again',
  sessionOnly: 'Continue for this session only',
  forget: 'Forget the saved sign-in',
  forgetMeans:
    '“Forget the saved sign-in” deletes its sealed file from this computer. Your choices, and all that exists in AWS, stay as they are; you sign in once more.',
  sessionOnlyMeans:
    '“This session only” keeps the sign-in in memory. Nothing is written to disk, and you sign in again after closing the app.',
  inMemory: 'Sign-in is kept in memory for this session only',
} as const

const fields = { clear: 'Clear this field' } as const

const buttons = {
  check: 'Check again',
  cancel: 'Cancel',
  change: 'Change this',
  another: 'Create another one',
  copied: 'Copied',
  copyOf: (label: string) => `Copy ${label}`,
  signInAgain: 'Sign in again',
  toSignIn: 'Go to the sign-in',
  byHand: 'Go on by hand, not verified',
} as const

const detailLabels = {
  service: 'Service',
  operation: 'Operation',
  code: 'Error code',
  message: 'Message',
  requestId: 'Request ID',
  httpStatus: 'HTTP status',
} as const

/** A rough time left; `minutes` is rounded up, so that it never promises too little. */
function timeLeft(minutes: number): string {
  if (minutes <= 0) return 'The time for this is over.'
  if (minutes === 1) return 'Less than a minute left.'
  return `About ${number(minutes)} minutes left.`
}

/** A moment in words: `day` says which day it is, `clock` is the local time. */
function moment(day: 'today' | 'tomorrow' | 'other', date: string, clock: string): string {
  switch (day) {
    case 'today':
      return `today at ${clock}`
    case 'tomorrow':
      return `tomorrow at ${clock}`
    case 'other':
      return `on ${date} at ${clock}`
  }
}

export const app = {
  ...main,
  windowError,
  lines,
  working,
  panel,
  skipped,
  vault,
  fields,
  buttons,
  detailLabels,
  timeLeft,
  moment,
} as const
