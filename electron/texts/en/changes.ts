/** What a step is about to create or change: one entry per `PlannedChange.id`. */

import type { PlannedChange } from '../../contract/facts.ts'
import type { StepId } from '../../contract/steps.ts'

type ChangeText = {
  readonly what: string
  /** '' where AWS charges nothing. */
  readonly cost: string
  readonly undo: string
}

type Facts = Readonly<Record<string, string>>

const texts: Readonly<
  Record<PlannedChange['id'], (facts: Facts, numberOf: (step: StepId) => number) => ChangeText>
> = {
  'create-bucket': (facts) => ({
    what: `The bucket ${of(facts, 'bucket')}, in account ${of(facts, 'account')}, region us-east-1.`,
    cost: 'storage only, usually a few US dollars a month or less.',
    undo: 'empty and delete the bucket in the Amazon S3 console.',
  }),
  'block-public-access': () => ({
    what: 'Closed to the public: all four “Block Public Access” settings of the bucket.',
    cost: '',
    undo: '',
  }),
  'merge-bucket-policy': () => ({
    what: 'Two permissions in the bucket’s policy: AWS’s billing service may check it and deliver your account’s report. All else in the policy stays.',
    cost: '',
    undo: 'remove the statements naming billingreports.amazonaws.com.',
  }),
  'define-report': (facts) => ({
    what: `The report ${of(facts, 'report')}: hourly, with resource IDs, as Parquet files in the folder ${of(facts, 'prefix')}.`,
    cost: '',
    undo: 'delete the report on the Data Exports page of AWS Billing.',
  }),
  'use-bucket': (facts) => ({
    what: `Your existing bucket ${of(facts, 'bucket')} is used for the report. No file in it is changed or deleted.`,
    cost: 'the report files add to the storage that you pay for in this bucket.',
    undo: 'delete the folder of the report from the bucket.',
  }),
  'create-stack': (facts) => ({
    what: `The CloudFormation stack ${of(facts, 'stack')} in us-east-1, which holds together what follows.${facts['values'] ? ` It gets the values that you enter: ${facts['values']}.` : ''}`,
    cost: '',
    undo: `delete the stack ${of(facts, 'stack')} in the CloudFormation console. Role and policy go with it, and Spot’s access ends.`,
  }),
  'create-role': (facts) => ({
    what: `Create the role ${called(facts)}, ${
      facts['principals']
        ? `which these may use: ${facts['principals']}. Not all of them are known to be Spot’s: go on only if you know who they are.`
        : 'which only Spot’s AWS accounts may use.'
    }${withId(facts['externalId'])}${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-other-role': (facts, numberOf) => ({
    what: `Create the role ${called(facts)} beside the one for Spot. Who may use it, and what for, is what you approved in step ${numberOf('template')}.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-policy': (facts, numberOf) => ({
    what: `Create the policy ${called(facts)}: a list of permissions that you approved in step ${numberOf('template')}, and nothing else.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
  'create-inline-policy': (facts, numberOf) => ({
    what: `Write the policy ${called(facts)} into a role: a list of permissions that you approved in step ${numberOf('template')}, and nothing else.${onlyIf(facts)}`,
    cost: '',
    undo: '',
  }),
}

/** By its name; by its place in the template where AWS makes up a name, or the field is empty. */
function called(facts: Facts): string {
  return facts['name'] || `“${of(facts, 'logicalId')}” of the template (AWS makes up its name)`
}

/** Undefined where the template asks for no external ID with the form. */
function withId(externalId: string | undefined): string {
  if (externalId === undefined) return ''
  return externalId === ''
    ? ' It asks for no external ID.'
    : ` Only requests with the external ID ${externalId} may use it.`
}

function onlyIf(facts: Facts): string {
  return facts['when'] ? ` Only if the template’s condition “${facts['when']}” holds.` : ''
}

function of(facts: Facts, name: string): string {
  const value = facts[name]
  return value === undefined || value === '' ? '(not named yet)' : value
}

const labels = {
  cost: 'Cost:',
  undo: 'To undo:',
  noMore: 'AWS charges for nothing else here.',
  nothing: 'AWS charges for none of this.',
} as const

export const changes = {
  texts,
  labels,
} as const
