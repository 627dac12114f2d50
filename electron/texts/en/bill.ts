/** A bill that another AWS account pays (AWS Billing Transfer): what it means, and whom to ask. */

/** `email` is '' where AWS does not tell it. */
const named = (accountId: string, email: string): string =>
  email === '' ? accountId : `${accountId} (${email})`

const paidElsewhere = {
  title: 'Another AWS account pays the bill of this organization',
  /** `ends` is '' where AWS names no end. */
  paidBy: (accountId: string, email: string, since: string, ends: string) =>
    ends === ''
      ? `AWS says that the account ${named(accountId, email)} has paid the bill of this organization since ${since}. AWS calls this a Billing Transfer.`
      : `AWS says that the account ${named(accountId, email)} has paid the bill of this organization since ${since}, and does so until ${ends}. AWS calls this a Billing Transfer.`,
  meansTitle: 'What that means for Spot Eco',
  means: [
    'A cost report set up in this account may lack the bill: AWS shows here only what the account that pays lets it show.',
    'A cost report set up in the account that pays does not contain this organization: for transferred bills, AWS offers reports through Data Exports only, and that is not the report that this app sets up for Eco.',
    'This app knows of no way that Spot supports. Whether there is one is not known: Spot Support can say.',
  ],
  askTitle: 'Ask Spot Support first',
  ask: 'The question is written already. It holds everything that they need to answer, and no secret. Nothing is lost by waiting for the answer: the app goes on from here.',
  text: 'Read the question',
  copy: 'Copy the question',
  email: 'Open as an email',
  goOnTitle: 'Go on, or take another account',
  goOn: 'If you go on, this is noted in the record of calls, with the proof of this step, and in the summary at the end. It holds for this account and for the account that pays now; if another one pays later, you are asked again. What you then set up can be taken back.',
  accept: 'Go on anyway',
  otherAccount: 'Choose another account',
  signOut: 'Sign in as someone else',
} as const

/** Beside a sign-in that is proven. */
const notes = {
  wentOnTitle: 'You went on although another account pays the bill',
  wentOn:
    'A cost report set up here may lack the bill. If Eco shows no costs, this is the likely reason. Spot Support can say whether there is another way.',
  question: 'The question to Spot Support',
  mspTitle: 'Another account pays the bill of this organization',
  msp: 'Your MSP sets up the report, and has to know this. The request to Spot Support at the end of this checklist names the account that pays.',
  aheadTitle: 'From a day to come, another account pays the bill of this organization',
  ahead: (accountId: string, email: string, from: string) =>
    `AWS says that the account ${named(accountId, email)} pays the bill of this organization from ${from} on. Until then nothing changes.`,
  aheadMeans:
    'From that day on, a cost report set up here may lack the bill, and this app knows of no way that Spot supports. Ask Spot Support before that day.',
  paysForTitle: 'This account also pays the bills of other organizations',
  paysFor: (accountId: string, email: string) =>
    `AWS organization of the account ${named(accountId, email)}`,
  paysForMeans:
    'Their bills are not in the report that this app sets up: for transferred bills, AWS offers reports through Data Exports only.',
} as const

export const bill = { paidElsewhere, notes } as const
