import type { Choices } from '../../checklist/state-file.ts'
import { list } from './locale.ts'

/** What is saved of a connection, in words. `sign-in` is what the keychain seals. */
const names: Readonly<Record<keyof Choices | 'sign-in', string>> = {
  plan: 'the number of your provider’s account',
  portal: 'where you sign in to AWS',
  refusedRegions: 'regions in which AWS did not know your portal',
  account: 'the AWS account',
  roleName: 'the permission set',
  way: 'how you sign in',
  profile: 'the profile of the AWS CLI',
  byHand: 'whether you go on by hand',
  label: 'the name of this connection',
  handedOver: 'what somebody else was asked to do',
  askedMsp: 'when you asked your provider',
  mspReport: 'what your provider answered',
  preparedRequest: 'the request to Spot Support',
  typedBucket: 'the bucket that you named',
  repaired: 'when the bucket was repaired',
  ownRole: 'the role that you named',
  confirmedManagement: 'your word that this account pays',
  acceptedRoot: 'your decision to go on as the root user',
  acceptedPayers: 'your decision to go on although another account pays',
  begunBucket: 'a bucket that was begun',
  created: 'something that the app has created',
  report: 'the cost report',
  reportDraft: 'what you typed for a new report',
  ownTemplate: 'your own template',
  approvedTemplate: 'your approval of the template',
  claimedApproval: 'the approval that a file claims',
  provenEarlier: 'what was proven earlier',
  stack: 'the stack with the role for Spot',
  spotBegun: 'how far the registration had come',
  spotOrganizationId: 'your Spot organization',
  registered: 'the summary of the registration',
  health: 'what the last look has found',
  disconnected: 'what was taken back',
  'sign-in': 'the saved sign-in',
}

export const choices = { names, list } as const
