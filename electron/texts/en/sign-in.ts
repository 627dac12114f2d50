/** Step 2: signing in, by one of the ways, and choosing account and permission set. */

import type { StepWords } from '../step-words.ts'
import type { CliProfile, SignInWay } from '../../contract/ask/sign-in.ts'
import { number, plural } from './locale.ts'

const way = {
  question: 'How do you sign in to AWS?',
  ways: {
    portal: {
      label: 'AWS access portal',
      hint: 'Your company’s page lists your accounts.',
    },
    console: {
      label: 'As in the AWS console',
      hint: 'You have no portal: user, root, company login.',
    },
    keys: {
      label: 'Short-lived keys',
      hint: 'From your helpdesk.',
    },
    profile: {
      label: 'Profile of the AWS CLI',
      hint: 'You use the command line.',
    },
  } satisfies Readonly<Record<SignInWay, { readonly label: string; readonly hint: string }>>,
  another: 'Sign in another way, or at another portal',
  byHand: 'Do it by hand, without signing in',
  byHandMeans: 'The app tells you every click and checks what you paste.',
} as const

const main = {
  startUrl: 'AWS access portal URL',
  startUrlHint: 'It is in the invitation email or your bookmarks; IT knows it.',
  region: 'Sign-in region (AWS: Identity Center region)',
  regionHint: 'If you do not know it, keep what is suggested.',
  noRegion: 'No region with this name is known. You may type one.',
  typedRegion: (value: string) => `Use “${value}”`,
  whatTitle: 'What signing in allows',
  what: ['The app acts with the permissions that you pick next, and not beyond them.'],
  changesNothing: 'Signing in changes nothing in AWS and costs nothing.',
  kept: 'The sign-in is sealed by this computer’s keychain and removed with the last step.',
  keptInMemory:
    'The sign-in is kept in memory only, and ends when you close the look at this connection.',
  browser: 'Sign in with your browser',
  device: 'Use a code instead',
  deviceWhen: 'A code is for another device.',
  deviceWarning: 'Never enter a code that somebody else sent you.',
  tryRegions: 'Try another region with the same address',
  tryRegion: (region: string, name: string) => `${name}, ${region}`,
  askAgain: (region: string) => `Ask in ${region} again all the same`,
  refusedRegion: (name: string) =>
    name === ''
      ? 'AWS did not know this portal here'
      : `${name}. AWS did not know this portal here`,
} as const

/** Where an address of the company's own leads. */
const found = {
  title: 'Your address leads to this AWS access portal',
  ledFrom: 'Address that you entered',
  portal: 'AWS access portal',
  body: 'Nothing has been opened yet. Go on if this is your company’s portal: AWS’s sign-in page for it opens next.',
  goOn: 'Go on to this portal',
  other: 'Enter another address',
} as const

const atConsole = {
  pageTitle: 'What you will see',
  page: [
    'Your browser opens AWS’s own sign-in page. Sign in there as you do for the AWS console.',
    'AWS then asks you to allow “AWS developer tools”. That is its sign-in for tools on your computer: the page names those, not Eco Connect.',
  ],
  getsTitle: 'What the app gets',
  gets: [
    'Temporary permissions, renewed every 15 minutes for 12 hours at most: only what you may do.',
    'Never your password, and never your second factor.',
  ],
  region:
    'For accounts in AWS’s commercial regions, not for China, GovCloud or the Sovereign Cloud.',
  noPortal: 'I have no portal: sign in as in the AWS console',
  elsewhere: 'Use another device',
  elsewhereWhen: 'Another device shows a code to paste here.',
  code: {
    title: 'Sign in on the other device',
    steps: [
      'Copy the link, and open it in the browser of the other device. Send it to nobody else.',
      'Sign in there as you do for the AWS console. AWS asks whether you allow access for “AWS developer tools”.',
      'The page then shows a long code. Copy it, and paste it here.',
    ],
    copyLink: 'Copy the link',
    openHere: 'Open it here',
    label: 'Code from AWS’s page',
    hint: 'One long word of letters and digits. It works once, and for a few minutes.',
    warning:
      'Never paste a code that somebody else sent you, and never sign in by a link of somebody else’s.',
    enter: 'Sign in with this code',
    leave: 'Sign in another way',
  },
  root: {
    title: 'You are signed in as the root user',
    body: 'The root user may do everything in this account, and hardly anything limits it. AWS advises to use it only for what nothing else can do, and this is not such a task.',
    better:
      'Better: sign in as a user or role with the permissions of this app’s policy. “Ask someone else to do this” names them.',
    all: 'If you go on, whatever runs on this computer while you are signed in could use those rights. The proof of this step will say that it was the root user.',
    goOn: 'Go on as the root user',
    other: 'Sign in as someone else',
  },
} as const

/** A sign-in that was left. Its end is kept nowhere: a later start of the app is not sure. */
const goesOn = {
  gone: 'Your sign-in of before is gone from this computer.',
  sure: (moment: string) =>
    `It is not ended at AWS: it ends there by itself, at the latest ${moment}.`,
  unsure: (moment: string) =>
    `If AWS did not confirm then that it ended the sign-in, it ends there by itself, at the latest ${moment}.`,
} as const

const keys = {
  block: 'Keys as you copied them',
  blockHint:
    'In the AWS access portal, open your account, choose “Access keys” beside the permission set, and copy one of the blocks shown there. A block from your helpdesk works as well.',
  fieldsTitle: 'Enter the three values one by one instead',
  fields: {
    accessKeyId: { label: 'Access key ID', hint: 'It begins with ASIA.' },
    secretAccessKey: { label: 'Secret access key', hint: 'Forty characters.' },
    sessionToken: {
      label: 'Session token',
      hint: 'The longest of the three. Keys without one are long-lived and are not accepted.',
    },
  },
  whatTitle: 'What happens to the keys',
  what: [
    'They stay in this app’s memory only: they are written nowhere, and are gone when the app is closed.',
    'AWS ends them by itself, usually after some hours. The app does not know when: if they end before you are done, you paste new ones and go on where you were.',
    'Keys that begin with AKIA never end by themselves. They are refused, because a lost copy would stay valid.',
    'The app acts with the permissions of these keys, and not beyond them.',
  ],
  use: 'Use these keys',
} as const

const profiles = {
  body: 'The app looks into the files of the AWS CLI on this computer (the folder .aws) for profiles that you have set up. It only reads them.',
  folder: 'Folder in which the app looks',
  chooseFolder: 'Choose another folder',
  usualFolder: 'Back to the usual folder',
  elsewhere:
    'If the files of the AWS CLI lie elsewhere on this computer, choose that folder. The app looks there until it is closed.',
  look: 'Look for profiles',
  lookAgain: 'Look again',
  list: 'Profiles of the AWS CLI',
  choose: 'Choose the profile of the account to connect. Choosing changes nothing in AWS.',
  none: 'No profile of the AWS CLI was found there. Choose another folder, sign in through the access portal, or paste short-lived keys.',
  noneUsable:
    'None of these profiles can be used. Each line says why. Sign in through the access portal, or paste short-lived keys.',
  kinds: {
    sso: 'IAM Identity Center',
    'console-login': 'Signed in through the AWS console',
    'assumed-role': 'Takes on a role',
    'short-lived': 'Short-lived keys',
    other: 'Another kind of sign-in',
  } satisfies Readonly<Record<CliProfile['kind'], string>>,
  account: (id: string) => `Account ${id}`,
  lastTime: 'Used last time',
  afterwards:
    'The credentials of a profile are kept in memory only, and the profile itself is never changed.',
} as const

const progress = {
  browserTitle: 'Finish signing in in your browser',
  browserBody:
    'AWS’s sign-in page has been opened. Sign in, then press “Allow”. This window goes on by itself.',
  consoleBody:
    'AWS’s sign-in page has been opened. Sign in as for the AWS console, then allow access for AWS’s developer tools. This window goes on by itself.',
  consoleRefused:
    'If AWS’s page says that you may not do this, ask your AWS administrator for the two permissions of AWS’s policy SignInLocalDevelopmentAccess (signin:AuthorizeOAuth2Access, signin:CreateOAuth2Token). If a policy of the organization forbids it, cancel and choose another way.',
  browserOther:
    'If the browser is signed in as somebody else, copy the link and open it in a private window.',
  openLink: 'Open the browser again',
  copyLink: 'Copy link',
  deviceTitle: 'Enter this code on AWS’s page',
  deviceBody:
    'Open the address on any device, sign in, and check that the page shows exactly this code before you press “Allow”.',
  code: 'Your code',
  address: 'Address to open',
  openAddress: 'Open the address here',
} as const

const accountChoice = {
  title: 'Choose the AWS account to connect',
  hint: 'Choose the one that pays the bill (AWS: management account). Choosing changes nothing.',
  filter: 'Filter accounts',
  filterPlaceholder: 'Name, email or account number',
  likely: 'Likely the one that pays',
  named: 'AWS: management account',
  list: 'AWS accounts',
  clear: 'Clear the filter',
  count: (total: number) => plural(total, { one: '1 account', other: `${number(total)} accounts` }),
  matches: (matching: number, total: number) =>
    plural(matching, {
      one: `1 of ${number(total)} accounts matches`,
      other: `${number(matching)} of ${number(total)} accounts match`,
    }),
  more: (more: number) =>
    `${number(more)} more. Type a part of the name, email or number to narrow the list.`,
  none: 'No account matches. Check the spelling, or clear the filter.',
  coming: 'More accounts are being read. You can search and choose already.',
  soFar: (total: number) => `${number(total)} so far, more are being read`,
  matchesSoFar: (matching: number, total: number) =>
    plural(matching, {
      one: `1 of ${number(total)} so far matches, more are being read`,
      other: `${number(matching)} of ${number(total)} so far match, more are being read`,
    }),
  noneSoFar: 'No account matches so far. More are being read.',
  broken: (total: number) =>
    plural(total, {
      one: 'Only 1 account could be read.',
      other: `Only the first ${number(total)} accounts could be read.`,
    }),
  matchesOfRead: (matching: number, total: number) =>
    plural(matching, {
      one: `1 of the ${number(total)} accounts that could be read matches.`,
      other: `${number(matching)} of the ${number(total)} accounts that could be read match.`,
    }),
  noneOfRead: 'No account matches so far, but not all could be read. Read the rest above.',
  readRest: 'Read the rest',
  lastTime: 'Chosen last time',
} as const

const roleChoice = {
  title: 'Choose the permissions to work with (AWS: permission set)',
  hint: 'For billing, storage (S3) and roles (IAM): usually “AdministratorAccess”.',
  list: 'Permission sets',
  inAccount: (name: string, id: string) => `In the account ${name} (${id})`,
  lastTime: 'Chosen last time',
  otherAccount: 'Choose another account',
} as const

/** The browser may have been signed in as a colleague. */
const someoneElse = {
  question: 'Not the accounts that you expect? The browser may be signed in as someone else.',
  signOut: 'Sign in as someone else',
} as const

const wrongAccount = {
  who: 'Who came back from AWS',
  otherAccount: 'Choose another account',
  signOut: 'Sign in as someone else',
} as const

const unconfirmed = {
  title: 'Does this account pay the bill?',
  body: 'Spot Eco needs the management account: the one that pays the AWS bill of your organization. AWS did not let you read which account that is, so the app asks you.',
  howToKnow: [
    'In the AWS console, open AWS Organizations: one account in the list is marked “management account”. Compare its number with the one above.',
    'Or ask whoever pays the AWS bill: the invoice names the account number that pays.',
    'If your company has just one AWS account, it is this one.',
  ],
  ifUnsure:
    'If you are not sure, find out first: a report of another account shows only a part of the costs. What you say here is noted with the proof of this step.',
  confirm: 'Yes, this account pays the bill',
  otherAccount: 'Choose another account',
} as const

const signedIn = {
  otherAccount: 'Choose another account',
  signOut: 'Sign out',
} as const

/** Names of AWS regions, for people who know the city and not the code. */
const regionNames = {
  'us-east-1': 'US East (N. Virginia)',
  'us-east-2': 'US East (Ohio)',
  'us-west-1': 'US West (N. California)',
  'us-west-2': 'US West (Oregon)',
  'ca-central-1': 'Canada (Central)',
  'ca-west-1': 'Canada West (Calgary)',
  'mx-central-1': 'Mexico (Central)',
  'sa-east-1': 'South America (São Paulo)',
  'sa-west-1': 'South America (Chile)',
  'eu-central-1': 'Europe (Frankfurt)',
  'eu-central-2': 'Europe (Zurich)',
  'eu-west-1': 'Europe (Ireland)',
  'eu-west-2': 'Europe (London)',
  'eu-west-3': 'Europe (Paris)',
  'eu-north-1': 'Europe (Stockholm)',
  'eu-south-1': 'Europe (Milan)',
  'eu-south-2': 'Europe (Spain)',
  'me-south-1': 'Middle East (Bahrain)',
  'me-central-1': 'Middle East (UAE)',
  'me-west-1': 'Middle East (Saudi Arabia)',
  'il-central-1': 'Israel (Tel Aviv)',
  'af-south-1': 'Africa (Cape Town)',
  'ap-east-1': 'Asia Pacific (Hong Kong)',
  'ap-east-2': 'Asia Pacific (Taipei)',
  'ap-south-1': 'Asia Pacific (Mumbai)',
  'ap-south-2': 'Asia Pacific (Hyderabad)',
  'ap-southeast-1': 'Asia Pacific (Singapore)',
  'ap-southeast-2': 'Asia Pacific (Sydney)',
  'ap-southeast-3': 'Asia Pacific (Jakarta)',
  'ap-southeast-4': 'Asia Pacific (Melbourne)',
  'ap-southeast-5': 'Asia Pacific (Malaysia)',
  'ap-southeast-6': 'Asia Pacific (New Zealand)',
  'ap-southeast-7': 'Asia Pacific (Thailand)',
  'ap-northeast-1': 'Asia Pacific (Tokyo)',
  'ap-northeast-2': 'Asia Pacific (Seoul)',
  'ap-northeast-3': 'Asia Pacific (Osaka)',
  'us-gov-east-1': 'AWS GovCloud (US-East)',
  'us-gov-west-1': 'AWS GovCloud (US-West)',
  'cn-north-1': 'China (Beijing)',
  'cn-northwest-1': 'China (Ningxia)',
  'eusc-de-east-1': 'AWS European Sovereign Cloud (Germany)',
} as const

export const signIn = {
  ...main,
  found,
  way,
  atConsole,
  goesOn,
  keys,
  profiles,
  progress,
  accountChoice,
  roleChoice,
  someoneElse,
  wrongAccount,
  unconfirmed,
  signedIn,
  regionNames,
} as const

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const signInStep: StepWords<'sign-in'> = {
  title: 'Sign in to AWS',
  purpose:
    'The app is given a temporary permission that ends by itself. It never sees your password or your second factor.',
  ahead: {
    brief: 'your sign-in',
    needs: 'The address of your AWS access portal, and your own sign-in to AWS in the browser.',
    minutes: 2,
    waits: '',
  },
  byHand: {
    title: 'Name the AWS account',
    purpose:
      'The app does not sign in. You work in AWS’s own console, and tell the app which account it is.',
    ahead: {
      brief: 'an account number',
      needs: 'You look up the number of the account in the AWS console.',
      minutes: 2,
      waits: '',
    },
  },
  request: {
    title: 'Please connect our AWS account to Spot Eco',
    why: 'We want to connect our AWS account to Spot Eco, a service that finds savings on the AWS bill. The person who asks cannot sign in to the account. This file has the whole procedure: it takes about a quarter of an hour in the AWS console.',
    whom: 'A person who may sign in to the account named above and create a cost report and an IAM role there.',
  },
  facts: {
    account: 'AWS account',
    'account-name': 'Account name',
    'signed-in-as': 'Signed in as',
    'permission-set': 'Permission set',
    'assumed-role': 'Role',
    'iam-user': 'IAM user',
    'user-kind': 'Signed in as',
    'sign-in-way': 'Signed in with',
    'cli-profile': 'Profile of the AWS CLI',
    'management-account': 'Pays the bill (AWS: management account)',
    organization: 'AWS organization',
    'bill-payer': 'Who pays the bill',
    'bill-payer-email': 'Email of the account that pays',
    'bill-payer-since': 'Pays since (UTC)',
    'bill-payer-until': 'Pays until (UTC)',
    'bill-decision': 'Decided here',
    'next-bill-payer': 'Who pays the bill later',
    'next-bill-payer-from': 'Pays from (UTC)',
    'pays-bills-of': 'Also pays the bills of (not in the report)',
  },
}
