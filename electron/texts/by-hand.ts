/**
 * The way by hand, in AWS's and Spot's own consoles: for people who may not let this app touch AWS,
 * and for those who are asked by a hand-over file.
 */

import { regionalPart } from '../contract/bucket-namespace.ts'
import type { ManagedBy } from '../contract/ask/plan.ts'
import type { TemplateParameter } from '../contract/ask/template.ts'
import {
  accountAsShown,
  CONSOLE_PAGES,
  UNKNOWN_ACCOUNT,
  type ConsolePage,
} from '../contract/console.ts'
import type { Catalogue } from './catalogue.ts'

export type ByHandLink = { readonly label: string; readonly href: string }
/** One field of a console's form. `copy` marks values to be typed in, not selected. */
export type ByHandSetting = {
  readonly label: string
  readonly value: string
  readonly copy?: boolean
  /** What of it stands so in the console, which is English whatever the app speaks. */
  readonly english?: 'label' | 'both'
}
export type ByHandStep = {
  readonly text: string
  readonly link?: ByHandLink
  readonly settings?: readonly ByHandSetting[]
}
export type ByHandGuide = {
  readonly title: string
  readonly intro: string
  readonly steps: readonly ByHandStep[]
  /** What the person notes down at the end, and enters in the app or sends back. */
  readonly sendBack: readonly string[]
}

/** Names proposed for what is created by hand. */
export type ByHandReport = {
  readonly reportName: string
  readonly bucketName: string
  readonly prefix: string
}
/** '' for an account, a role or a bucket that is not known yet. */
export type ByHandSignIn = { readonly accountId: string; readonly managedBy: ManagedBy }
export type ByHandCostReport = { readonly accountId: string; readonly report: ByHandReport }
type ByHandParameter = {
  readonly name: string
  /** '' for one that is left empty, or that somebody else has to know. */
  readonly value: string
  /** What the template says of it, in its own words; '' for nothing. */
  readonly description: string
  /** The field of the app's form that asks for it. */
  readonly field: TemplateParameter['field']
}
export type ByHandStack = {
  readonly accountId: string
  readonly stackName: string
  readonly templateFileName: string
  /** By the template's own names. */
  readonly parameters: readonly ByHandParameter[]
  /** Whether the organization lets nobody go on without an external ID. */
  readonly externalIdRequired: boolean
}
export type ByHandRegistration = {
  readonly accountId: string
  readonly managedBy: ManagedBy
  readonly bucketName: string
  readonly roleArn: string
}

const linkTo = ({ byHand }: Catalogue, page: ConsolePage): ByHandLink => ({
  label: byHand.pages[page],
  href: CONSOLE_PAGES[page],
})

/** What must be seen in the console before anything is created there. */
export function rightAccount({ byHand }: Catalogue, accountId: string): string {
  if (accountId === '') return byHand.payingAccount
  return byHand.rightAccount(accountId, accountAsShown(accountId))
}

const named = (values: readonly string[]): boolean =>
  !values.some((value) => value.includes(UNKNOWN_ACCOUNT))

export function signInByHand(
  words: Catalogue,
  { accountId, managedBy }: ByHandSignIn,
): ByHandGuide {
  const { signIn, rightRegion } = words.byHand
  const steps: readonly ByHandStep[] =
    managedBy === 'us'
      ? [
          { text: signIn.findAccount, link: linkTo(words, 'organization') },
          { text: signIn.paidElsewhere },
        ]
      : [{ text: signIn.ownAccount }]
  return {
    title: signIn.title,
    intro: managedBy === 'us' ? signIn.intro : signIn.introMsp,
    steps: [
      { text: signIn.open, link: linkTo(words, 'signIn') },
      ...steps,
      { text: rightAccount(words, accountId) },
      { text: rightRegion },
    ],
    sendBack: signIn.sendBack,
  }
}

/** Every setting of the report in the order of AWS's form, with the label that AWS gives it. */
function reportSettings(
  { byHand }: Catalogue,
  { reportName, bucketName, prefix }: ByHandReport,
): readonly ByHandSetting[] {
  const { labels, values } = byHand.costReport
  return [
    { label: labels.exportType, value: values.exportType, english: 'both' },
    { label: labels.exportName, value: reportName, copy: true, english: 'label' },
    { label: labels.additional, value: values.additional, english: 'both' },
    { label: labels.refresh, value: values.refresh, english: 'both' },
    { label: labels.granularity, value: values.granularity, english: 'both' },
    { label: labels.versioning, value: values.versioning, english: 'both' },
    { label: labels.integration, value: values.integration, english: 'both' },
    { label: labels.compression, value: values.compression, english: 'both' },
    { label: labels.bucket, value: bucketName, copy: true, english: 'label' },
    { label: labels.region, value: values.region, english: 'both' },
    { label: labels.prefix, value: prefix, copy: true, english: 'label' },
  ]
}

/**
 * Where the bucket's name is in the account's own namespace it is created before the report: the form
 * for reports has no field for that.
 */
function namedBucket(words: Catalogue, part: string, data: ByHandCostReport): ByHandStep[] {
  const { costReport } = words.byHand
  const { labels, values } = costReport
  return [
    { text: costReport.openBuckets, link: linkTo(words, 'createBucket') },
    { text: rightAccount(words, data.accountId) },
    {
      text: costReport.namedBucket,
      settings: [
        { label: labels.bucketRegion, value: values.region, english: 'both' },
        { label: labels.namespace, value: values.namespace, english: 'both' },
        { label: labels.bucketPart, value: part, copy: true, english: 'label' },
        { label: labels.wholeName, value: data.report.bucketName },
      ],
    },
    { text: costReport.open, link: linkTo(words, 'reports') },
  ]
}

export function costReportByHand(
  words: Catalogue,
  { accountId, report }: ByHandCostReport,
): ByHandGuide {
  const { costReport } = words.byHand
  const account = accountId || UNKNOWN_ACCOUNT
  const part = regionalPart(report.bucketName, account)
  return {
    title: costReport.title,
    intro: costReport.intro,
    steps: [
      ...(part === null
        ? [
            { text: costReport.open, link: linkTo(words, 'reports') },
            { text: rightAccount(words, accountId) },
          ]
        : namedBucket(words, part, { accountId, report })),
      {
        text: named([report.bucketName]) ? costReport.create : costReport.createUnnamed,
        settings: reportSettings(words, report),
      },
      ...(part === null
        ? [{ text: costReport.bucket }]
        : [
            { text: costReport.chooseBucket(report.bucketName) },
            { text: costReport.otherBucket(`${part}-${account}`) },
          ]),
      { text: costReport.finish },
      { text: costReport.note, link: linkTo(words, 'reports') },
    ],
    sendBack: costReport.sendBack,
  }
}

export function stackByHand(words: Catalogue, data: ByHandStack): ByHandGuide {
  const { accountId, stackName, templateFileName, parameters, externalIdRequired } = data
  const { stack, rightRegion } = words.byHand
  const isNamed = named(parameters.map(({ value }) => value))
  const empty = ({ field, description }: ByHandParameter): string => {
    if (field === 'bucketName') return stack.bucketParameter
    if (field === 'externalId')
      return externalIdRequired ? stack.requiredIdParameter : stack.idParameter
    return field === 'own' ? stack.neededParameter(description) : stack.emptyParameter
  }
  return {
    title: stack.title,
    intro: stack.intro,
    steps: [
      { text: stack.save(templateFileName) },
      { text: stack.open, link: linkTo(words, 'createStack') },
      { text: `${rightAccount(words, accountId)} ${rightRegion}` },
      {
        text: stack.upload,
        settings: [
          { label: stack.labels.prepare, value: stack.values.prepare, english: 'both' },
          { label: stack.labels.source, value: stack.values.source, english: 'both' },
          { label: stack.labels.file, value: templateFileName, english: 'label' },
        ],
      },
      {
        text: isNamed ? stack.enter : stack.enterUnnamed,
        settings: [
          { label: stack.labels.stackName, value: stackName, copy: true, english: 'label' },
          ...parameters.map((one) => ({
            label: one.name,
            value: one.value || empty(one),
            copy: one.value !== '',
          })),
        ],
      },
      { text: stack.submit },
      { text: stack.wait, link: linkTo(words, 'stacks') },
    ],
    sendBack: stack.sendBack,
  }
}

export function registrationByHand(words: Catalogue, data: ByHandRegistration): ByHandGuide {
  const { accountId, managedBy, bucketName, roleArn } = data
  const { labels, notKnown, msp, us } = words.byHand.registration
  const values: readonly ByHandSetting[] = [
    { label: labels.account, value: accountId, copy: true },
    { label: labels.bucket, value: bucketName, copy: true },
    { label: labels.role, value: roleArn, copy: true },
  ].map((setting) =>
    setting.value === '' ? { ...setting, value: notKnown, copy: false } : setting,
  )
  const spot = linkTo(words, 'spot')
  if (managedBy === 'msp')
    return {
      title: msp.title,
      intro: msp.intro,
      steps: [
        { text: msp.check, settings: values },
        { text: msp.send, link: spot },
      ],
      sendBack: msp.sendBack,
    }
  return {
    title: us.title,
    intro: us.intro,
    steps: [
      { text: us.open, link: spot },
      { text: us.choose },
      { text: us.paste, settings: values },
      { text: us.finish },
    ],
    sendBack: us.sendBack,
  }
}
