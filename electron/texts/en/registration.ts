/** Step 7: telling Spot, by one of two ways, or by a request to Spot Support. */

import type { StepWords } from '../step-words.ts'

const main = {
  summary: 'What will be registered',
  unverifiedTitle: 'These values were typed in and not verified',
  unverified:
    'Nobody has read them from AWS yet. You can register like this, but a typing error would show only later, when Spot cannot read the reports. Signing in lets the app verify every value first.',
  verify: 'Sign in and verify',
  waysTitle: 'Choose one of two ways',
  ways: 'Both lead to the same result. If one does not work, use the other.',
  afterwards:
    'Registering costs nothing. To undo it, delete the stack in AWS, which ends Spot’s access, and ask Spot Support to remove the account.',
} as const

const sendToSpot = {
  title: 'Send to Spot',
  body: 'The app sends role and bucket to Spot for you. You need a Spot API token: in the Spot console under Settings, API, Permanent tokens.',
  token: 'Spot API token',
  tokenHint: 'Used once, kept in memory only, and forgotten after the registration.',
  connect: 'Connect',
  connectMeans: 'Spot is asked which accounts this token opens. Nothing is registered yet.',
  unchecked:
    'The app still has the token that you entered, in memory only. Spot has not said yet which accounts it opens.',
  checkAgain: 'Check the token again',
  accepted: 'Spot accepted the token.',
  account: 'Spot account',
  accountHint: 'The account in Spot that shall show the savings.',
  accountPlaceholder: 'Choose a Spot account',
  accountOption: (name: string, id: string, organization: string) => {
    const account = name === '' ? id : `${name} (${id})`
    return organization === '' ? account : `${account}, organization ${organization}`
  },
  organization: (id: string) =>
    `It belongs to the Spot organization ${id}. Compare it with Settings, Organization in the Spot console: the savings appear there and nowhere else.`,
  rowsHint:
    'A click registers your AWS account there. The savings appear in that organization and nowhere else: compare it with Settings, Organization in the Spot console.',
  sendTo: (name: string) => (name === '' ? 'Register here' : `Register with ${name}`),
  rowOrganization: (id: string) => (id === '' ? '' : `Spot organization ${id}`),
  send: 'Send',
  sendMeans: 'Role and bucket are sent to Spot, and nothing else. It costs nothing in AWS.',
  forget: 'Use another token',
} as const

const spotConsole = {
  /** Of a value that is shown above as well, as what will be registered. */
  valueFor: (label: string) => `${label} for the Spot console`,
  title: 'Finish in the Spot console',
  body: 'Copy two values into Spot’s own wizard. No token is needed.',
  steps: [
    'Open the Spot console and sign in.',
    'Go to Eco, Amazon Web Services, then Add Permissions (or Connect).',
    'Paste the bucket name and the role ARN from the fields below.',
    'Press Done in Spot, then confirm it here.',
  ],
  open: 'Open the Spot console',
  confirm: 'I have pressed Done in Spot',
} as const

const supportRequest = {
  title: 'Send this request to Spot Support',
  body: 'Because an MSP manages the account, Spot Support makes the connection. The text below holds everything that they ask for, and no secret.',
  organization: 'Spot organization ID',
  organizationHint:
    'In the Spot console under Settings, Organization. The request needs it, and it is filled into the text below.',
  text: 'Text of the request',
  copy: 'Copy the request',
  email: 'Open as an email',
  confirm: 'I have sent it',
  confirmHint:
    'Say so once the request is on its way. The app then removes every sign-in, keeps the request, and waits with you for Spot Support.',
  organizationFirst: 'Enter the Spot organization ID first.',
  prepared: {
    copied: 'Copied. Paste it into a message to Spot Support, and send that.',
    email: 'Opened in your mail program. Enter the address of Spot Support there, and send it.',
  },
  notYet: 'Copy the request, or open it as an email, first.',
} as const

/** The end, where Spot Support makes the connection: nobody here can read whether it is made. */
const askedSpot = {
  waitingSince: (time: string) => `Waiting for Spot Support since ${time}`,
  how: {
    copied: 'You copied the request and said that it is sent.',
    email: 'You opened the request as an email and said that it is sent.',
  },
  howUnknown: 'You said that the request is sent.',
  waiting:
    'Spot Support makes the connection and answers you. This app cannot read from Spot whether it is made, so it says nothing about that by itself.',
  confirmedAt: (time: string) => `Confirmed by you ${time}`,
  confirmed:
    'You said that Spot Support has confirmed the connection. This app cannot read that from Spot, so it stays marked as not verified.',
  confirmTitle: 'Has Spot Support answered?',
  confirmMeans:
    'When Spot Support writes that the account is connected, note it here. If they ask for something else, answer them directly: the request below stays as it was sent.',
  confirm: 'Spot Support has confirmed it',
  mistake: 'It is not confirmed after all',
  requestTitle: 'The request that you sent',
  requestMeans: 'Kept here to be sent once more, or to be looked up. It holds no secret.',
  requestLost: 'An earlier version of the app has not kept the request.',
  what: 'What the request is about',
  next: [
    'Keep the role in AWS as it is, and ask your MSP to keep the report and its bucket: once connected, Eco reads them every day.',
    'If Spot Support does not answer, send them the request once more.',
    'After Spot Support has connected the account, the first analysis takes up to 48 hours.',
  ],
} as const

const registered = {
  titleSent: 'Your AWS account is registered with Spot Eco',
  what: 'What was registered',
  nextTitle: 'What happens next',
  delivery: (time: string) =>
    `AWS’s first delivery into the bucket is due ${time}. It comes by itself.`,
  deliveryWasDue: (time: string) =>
    `AWS’s first delivery into the bucket was due ${time}. “Look again” below shows whether it has come.`,
  analysis: (time: string) =>
    `Spot’s first analysis takes up to 48 hours: it is due ${time}. Spot sends an email when the dashboards are ready.`,
  analysisWasDue: (time: string) =>
    `Spot’s first analysis was due ${time}. If no email has come, ask Spot Support. The saved summary holds what they need.`,
  ifNothingComes:
    'If no email has come by then, ask Spot Support. The saved summary holds what they need.',
  mayClose: 'You may close this app.',
  openSpot: 'Open the Spot console',
  remind: 'Save a calendar reminder',
  yoursTitle: 'What is left for you',
  deleteToken:
    'Delete the API token that you made for this: in the Spot console under Settings, API, Permanent tokens. The app has forgotten it, but at Spot it stays valid until it is deleted. If something else uses the same token, keep it.',
  keep: 'Keep the role, the bucket and the report in AWS as they are: Eco reads them every day.',
  unverified:
    'Nobody has compared the values that you typed in with AWS. “Look again” below signs in and does that.',
  technicalTitle: 'For the record',
  summaryTitle: 'A summary without secrets was saved',
  openSummary: 'Open the summary',
} as const

/** Whether every sign-in is gone, by `Snapshot.wipe`. */
const wipe = {
  wipingTitle: 'Sign-ins are being removed',
  wiping:
    'The AWS sign-in and any Spot token are being removed from this computer’s keychain, disk and memory, and AWS is told to end the session. If a window asks whether the app may use its entry in the keychain, allow it: only then can the entry be removed.',
  wipedTitle: 'Sign-ins were removed',
  wiped:
    'The AWS sign-in and any Spot token were removed from this computer’s keychain, disk and memory, and AWS was told to end the session.',
  credentials:
    'Temporary credentials that AWS had already issued to this app cannot be called back; they end by themselves within the hour. The app no longer has them.',
  /** While the connection is looked at again. */
  wipedThen:
    'At the end, the AWS sign-in of that time and any Spot token were removed from this computer’s keychain, disk and memory.',
  now: 'You are signed in once more, to look again. This sign-in is in memory only, and ends with “Close”.',
  /** Where AWS has not ended the sign-in; until when it goes on is told beside it. */
  wipedOnlyHere:
    'The AWS sign-in and any Spot token were removed from this computer’s keychain, disk and memory.',
  recycleBin:
    'If a password manager such as KeePassXC is this computer’s keychain, it may keep the deleted key in its recycle bin. That key opens nothing any more: the file that it was for is deleted.',
  noneTitle: 'There was no AWS sign-in to remove',
  none: 'You worked by hand, so this app holds no sign-in to your AWS account. A Spot token, if you entered one, was removed from memory.',
  failedTitle: 'The sign-in has not been removed yet',
  retry: 'Remove the sign-in now',
} as const

export const registration = {
  ...main,
  sendToSpot,
  spotConsole,
  supportRequest,
  askedSpot,
  registered,
  wipe,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const registrationStep: StepWords<'registration'> = {
  title: 'Register with Spot Eco',
  purpose:
    'The last step: Spot is told which role and which bucket to use. After that this app forgets every sign-in.',
  ahead: {
    brief: 'a Spot API token',
    needs: 'A Spot API token, or your own sign-in to the Spot console.',
    minutes: 2,
    waits: 'Spot’s first analysis then takes up to 48 hours.',
  },
  withMsp: {
    title: 'Ask Spot Support',
    purpose:
      'The last step: Spot Support connects an account that an MSP manages. The app writes the request and then forgets every sign-in.',
    ahead: {
      brief: 'a request to send',
      needs:
        'The ID of your Spot organization. You send Spot Support a request that the app has written.',
      minutes: 3,
      waits: 'Spot Support then connects the account, and the first analysis takes up to 48 hours.',
    },
  },
  request: {
    title: 'Please register our AWS account with Spot Eco',
    why: 'The AWS side of the connection is ready. What is left is to tell Spot which role and which bucket to use.',
    whom: 'A person who has access to our organization in Spot.',
  },
  facts: {
    'spot-account': 'Spot account',
    'spot-organization': 'Spot organization',
    'submitted-at': 'Submitted',
    way: 'How Spot was told',
    region: 'Region',
    'role-told-at': 'Spot was given this role, by your word',
  },
}
