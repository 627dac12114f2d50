import {
  addConsolePeople,
  addMembersConsolePeople,
  withoutIdentityCenter,
} from './console-people.ts'
import {
  addEverydayBuckets,
  addFittingReport,
  addOrganization,
  addPartnerOrganization,
  addSpotAccounts,
  addTakenPolicy,
  addUnfitReports,
  addUser,
  administrator,
  emptyWorld,
  member,
  payer,
  region,
  startUrl,
} from './scenario-parts.ts'
import {
  addBillingTransfer,
  addBrokenDelivery,
  addColleaguesStack,
  addSecondOrganization,
  checkPolicyNames,
  financeReader,
  secondStartUrl,
  signInReader,
} from './scenario-troubles.ts'
import { addConnectionOfBefore } from './scenario-later.ts'
import type { World } from './world.ts'

export { SPOT_DEMO_TOKEN } from './scenario-parts.ts'

const scenarioIds = [
  'fresh',
  'report-fits',
  'reports-unfit',
  'member-account',
  'msp',
  'stack-fails',
  'big-organization',
  'limited-operator',
  'delivery-broken',
  'role-exists',
  'two-payers',
  'validation-failure',
  'billing-transfer',
  'console-sign-in',
  'later',
] as const

export type ScenarioId = (typeof scenarioIds)[number]

export type Scenario = {
  id: ScenarioId
  title: string
  /** One sentence for whoever picks a scenario. */
  description: string
  /** Who manages the AWS account. */
  managedBy: 'us' | 'msp'
  /** How a whole journey through it ends. */
  ending:
    | 'registered'
    | 'refused-member-account'
    | 'support-request'
    | 'stack-failed'
    /** The report cannot be created by this person, and is left to somebody else. */
    | 'report-denied'
    /** Registered after the bucket's policy was repaired. */
    | 'registered-after-repair'
    /** Registered with a stack that was there. */
    | 'registered-with-their-stack'
    /** Registered before it begins; something is broken, and what the app can repair is repaired. */
    | 'broken-and-repaired'
  /** Who signs in as in the AWS console, where there is no access portal. */
  console?: string
  /** What a person in this scenario signs in with; where `console` is said, only the account counts. */
  signIn: { startUrl: string; region: string; accountId: string; permissionSet: string }
  /** Makes the world as it is before the first request; `now` in milliseconds since the epoch. */
  build(now: number): World
}

const inPayer = { startUrl, region, accountId: payer, permissionSet: administrator }
const inMember = { ...inPayer, accountId: member }

/** An organization whose administrator is signed in to the browser. */
const directWorld = (now: number, members?: number): World => {
  const world = emptyWorld()
  addOrganization(world, members)
  addUser(world, 'dana.levi', [...world.accounts.keys()])
  addUser(world, 'sam.ortiz', [member])
  world.sso.whoIsInBrowser = 'dana.levi'
  addConsolePeople(world)
  addSpotAccounts(world)
  addEverydayBuckets(world, now)
  return world
}

const directWith =
  (...parts: ((world: World, now: number) => void)[]) =>
  (now: number): World => {
    const world = directWorld(now)
    for (const part of parts) part(world, now)
    return world
  }

export const scenarios: readonly Scenario[] = [
  {
    id: 'fresh',
    title: 'A fresh organization',
    description: 'A management account with a dozen members and no Cost and Usage Report yet.',
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: directWith(),
  },
  {
    id: 'report-fits',
    title: 'A report that fits',
    description: 'The account already has a report that Eco can use, delivered without trouble.',
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: directWith(addFittingReport),
  },
  {
    id: 'reports-unfit',
    title: 'Reports that do not fit',
    description: 'Three reports made for other purposes, none of which Eco can use as it is.',
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: directWith(addUnfitReports),
  },
  {
    id: 'member-account',
    title: 'A member account',
    description: 'The user can reach only a member account, not the one that pays.',
    managedBy: 'us',
    ending: 'refused-member-account',
    signIn: inMember,
    build(now) {
      const world = directWorld(now)
      world.sso.whoIsInBrowser = 'sam.ortiz'
      world.signin.whoIsInBrowser = 'member-user'
      return world
    },
  },
  {
    id: 'msp',
    title: 'An account that an MSP manages',
    description: 'A customer with one account under the payer of a managed service provider.',
    managedBy: 'msp',
    ending: 'support-request',
    signIn: inMember,
    build() {
      const world = emptyWorld()
      addPartnerOrganization(world)
      addUser(world, 'robin.meyer', [member])
      world.sso.whoIsInBrowser = 'robin.meyer'
      addMembersConsolePeople(world)
      return world
    },
  },
  {
    id: 'stack-fails',
    title: 'A stack that fails',
    description: 'The name of the policy is taken, so that the stack rolls back.',
    managedBy: 'us',
    ending: 'stack-failed',
    signIn: inPayer,
    build: directWith(addFittingReport, addTakenPolicy),
  },
  {
    id: 'big-organization',
    title: 'A big organization',
    description: 'Three thousand accounts to choose from.',
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: (now) => directWorld(now, 2999),
  },
  {
    id: 'limited-operator',
    title: 'Somebody who may only read',
    description: 'A finance person whose permission set can look at everything and change nothing.',
    managedBy: 'us',
    ending: 'report-denied',
    signIn: { ...inPayer, permissionSet: financeReader },
    build: directWith(signInReader),
  },
  {
    id: 'delivery-broken',
    title: 'A report that is not delivered',
    description: 'A fitting report, but its bucket no longer lets AWS deliver.',
    managedBy: 'us',
    ending: 'registered-after-repair',
    signIn: inPayer,
    build: directWith(addBrokenDelivery),
  },
  {
    id: 'role-exists',
    title: 'A role that is there already',
    description: 'A colleague has created the stack and the role from the template before.',
    managedBy: 'us',
    ending: 'registered-with-their-stack',
    signIn: inPayer,
    build: directWith(addFittingReport, addColleaguesStack),
  },
  {
    id: 'two-payers',
    title: 'Two organizations',
    description: `A second organization with a payer of its own, behind ${secondStartUrl}.`,
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: directWith(addSecondOrganization),
  },
  {
    id: 'validation-failure',
    title: 'A stack that CloudFormation refuses',
    description: 'The name of the policy is taken, and CloudFormation finds it before it begins.',
    managedBy: 'us',
    ending: 'stack-failed',
    signIn: inPayer,
    build: directWith(addFittingReport, addTakenPolicy, checkPolicyNames),
  },
  {
    id: 'billing-transfer',
    title: 'A bill that somebody else pays',
    description: "The organization's bill was transferred to a reseller's management account.",
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    build: directWith(addBillingTransfer),
  },
  {
    id: 'console-sign-in',
    title: 'A company without IAM Identity Center',
    description:
      'Everybody signs in as in the AWS console: as an IAM user, by the company, or as root.',
    managedBy: 'us',
    ending: 'registered',
    signIn: inPayer,
    console: 'iam-user',
    build: directWith(withoutIdentityCenter),
  },
  {
    id: 'later',
    title: 'A connection, three weeks later',
    description:
      'It was connected, and since then changed by hand: the role may do more, and deliveries fail.',
    managedBy: 'us',
    ending: 'broken-and-repaired',
    signIn: inPayer,
    build: directWith(addConnectionOfBefore),
  },
]

/** Whether a text names a scenario. */
export const isScenarioId = (text: string): text is ScenarioId =>
  scenarioIds.some((id) => id === text)

/** The scenario with this id. */
export const scenarioCalled = (id: ScenarioId): Scenario => {
  const found = scenarios.find((scenario) => scenario.id === id)
  if (found === undefined) throw new Error(`There is no scenario ${id}`)
  return found
}
