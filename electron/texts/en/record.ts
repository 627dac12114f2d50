import type { Removable } from '../../contract/disconnect.ts'
import { series } from './locale.ts'

type Thing = Removable['id']

/** How far a step of the connection is known, by whoever knows it. */
const standing = {
  proven: (time: string) => `Proven: read from AWS ${time}.`,
  decided: (time: string) => `Decided in the app ${time}.`,
  earlier: (time: string) => `Proven ${time}, and not looked at since.`,
  delivery: (due: string) => `Read from AWS. The first delivery had not been seen; due ${due}.`,
  told: (time: string) => `Not verified: entered by hand ${time}, and read by nobody from AWS.`,
  askedMsp: 'Not finished: the MSP was asked.',
  withMsp: 'With the MSP, in whose account this app cannot look.',
  handedOver: (time: string) => `Not finished: somebody else was asked ${time}.`,
  spotApi: (time: string) => `Spot’s own answer to the app ${time}: taken.`,
  spotConsole: (time: string) =>
    `Not verified: finished in the Spot console ${time}, by the word of whoever did it.`,
  askedSpot: (time: string) =>
    `Not verified: Spot Support was asked ${time}. That the account is connected nobody has read.`,
  saidConnected: (asked: string, said: string) =>
    `Not verified: Spot Support was asked ${asked}, and has confirmed by the word of the person here, ${said}.`,
  notFinished: 'Not finished.',
} as const

const undo = {
  title: 'How to undo it',
  app: 'In this app: the menu beside the connection’s name, “Disconnect from AWS”. It removes only what this app created, after a question for each thing. Or by hand, in this order:',
  byHand: 'This app has created nothing for this connection. In this order:',
  left: 'What this app had created is removed. What is left, in this order:',
  stack: (name: string) =>
    `Delete the stack “${name}” in AWS CloudFormation, region us-east-1: the role and its policy go with it, and Spot can read nothing any more.`,
  role: (arn: string) =>
    `The role ${arn} was not created by this app. Whoever made it can delete it; until then it can be used.`,
  report: (name: string) =>
    `Delete the report “${name}” under “Billing and Cost Management”, “Data Exports”.`,
  otherReport: (name: string) =>
    `The report “${name}” was not created by this app. Whoever uses it decides whether it stays.`,
  /** By hand nobody has said what it is called. */
  handReport: (bucket: string) =>
    `The report that delivers into “${bucket}” was set up by hand. Whoever made it can delete it under “Billing and Cost Management”, “Data Exports”.`,
  bucket: (name: string) =>
    `Empty and delete the bucket “${name}” in Amazon S3, if nobody needs the delivered files any more.`,
  otherBucket: (name: string) =>
    `The bucket “${name}” was not created by this app. Whoever uses it decides whether it stays.`,
  msp: 'Tell your MSP: the report and its bucket are in the MSP’s account.',
  spot: 'Ask Spot Support to remove the account from Spot, which keeps what it has read so far.',
  nothing: 'Nothing has been created that would have to be undone.',
} as const

const takenBack = {
  title: 'What was taken back',
  thing: 'What',
  state: 'State',
  things: { stack: 'Stack', report: 'Report', bucket: 'Bucket' } satisfies Readonly<
    Record<Thing, string>
  >,
  named: (thing: string, name: string) => `${thing} “${name}”`,
  removed: (time: string) => `Removed ${time}, read again afterwards`,
  begun: (time: string) => `Begun ${time}; nobody has seen the end`,
} as const

/** Of a step that has stopped: what happened, and of one that was proven before, when. */
const stopped = {
  first: (what: string) => `Not finished. It has stopped: ${what}`,
  after: (what: string, time: string) =>
    `Not proven any more. It has stopped: ${what} What follows was proven on ${time}.`,
} as const

/** The connection record: a document for the files. */
export const record = {
  from: (app: string, version: string) => `${app} ${version}: connection record`,
  title: (name: string) => (name === '' ? 'Connection record' : `Connection record: ${name}`),
  what: 'What this app did to connect an AWS account to Spot Eco, on whose decision, what of it was proven, and how to undo it.',
  asOf: (time: string) => `As the app knew it ${time}.`,
  glance: 'At a glance',
  labels: {
    account: 'AWS account',
    state: 'State',
    taken: 'Signed in as',
  },
  accountNamed: (name: string, id: string) => (name === '' ? id : `${name} (${id})`),
  none: 'Not known',
  both: (one: string, other: string) => series([one, other]),
  notVerifiedTitle: 'What is not verified',
  allVerified: 'Nothing: what is named below was read from AWS, or answered by Spot.',
  stepsTitle: 'Step by step',
  standing,
  stopped,
  asked: 'MSP asked',
  answered: 'Answer of the MSP entered',
  sentHow: 'How the request left the app',
  how: { copied: 'Copied', email: 'As an email' },
  changesTitle: 'What was changed, and by which calls',
  changesMeans:
    'From the record of calls, which the app writes as it goes. AWS CloudTrail shows the same request IDs for the calls to AWS, and who made them.',
  torn: 'The record of calls has gaps, so a change may be missing here.',
  undo,
  takenBack,
  times:
    'Times are in UTC. This is the app’s own record of what it did and read; it is no certificate of AWS or of Spot.',
  noSecret: 'This document holds no password, token or key.',
} as const
