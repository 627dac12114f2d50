import {
  addVersion,
  newBucket,
  type Account,
  type Bucket,
  type ManagedPolicy,
  type Role,
  type Stack,
  type World,
} from '../../../e2e/simulator/index.ts'
import { PAYER } from '../../aws/testing/portal.ts'
import { FITTING } from './report-journey.ts'
import { ROLE } from './stack-scene.ts'

/** An account of the same organization that does not pay, whom a role should not trust, and whoever else. */
export const MEMBER = '730915264418'
export const WRONGLY_TRUSTED = '111122223333'
const STRANGER = '905418330172'
const DAY = 24 * 60 * 60 * 1000

const there = <T>(found: T | undefined): T => {
  if (found === undefined) throw new Error('It is not in the world')
  return found
}
export const payerIn = (world: World): Account => there(world.accounts.get(PAYER))
const reportIn = (world: World) => there(payerIn(world).reports[0])
const bucketIn = (world: World): Bucket => there(world.buckets.get(FITTING.bucket))
const stackIn = (world: World): Stack => there(payerIn(world).stacks[0])
const roleIn = (world: World): Role => there(payerIn(world).roles.get(ROLE))
const policyIn = (world: World): ManagedPolicy =>
  there([...payerIn(world).policies.values()].find(({ name }) => name.startsWith(ROLE)))
const user = (world: World) => there(world.sso.users.get(world.sso.whoIsInBrowser))

/** AWS says that it was not allowed to deliver, and the bucket no longer has what allows it. */
export function deliveryFails(world: World): void {
  bucketIn(world).policy = undefined
  const { delivery } = reportIn(world)
  reportIn(world).delivery = { time: delivery?.time ?? 0, status: 'ERROR_PERMISSIONS' }
}

/** The report was defined just now, so that AWS owes its first delivery yet. */
export function notYetDelivered(world: World): void {
  const report = reportIn(world)
  report.created = Date.now()
  report.delivery = undefined
  bucketIn(world).objects.clear()
}

export function stackDeleted(world: World): void {
  const { stacks, roles, policies } = payerIn(world)
  const { arn } = policyIn(world)
  stacks.length = 0
  roles.delete(ROLE)
  policies.delete(arn)
}

export function roleGone(world: World): void {
  payerIn(world).roles.delete(ROLE)
}

export function bucketOfAnother(world: World): void {
  bucketIn(world).owner = STRANGER
}

export function reportOtherwise(world: World): void {
  reportIn(world).definition.TimeUnit = 'DAILY'
}

export function sessionEnded({ sso }: World): void {
  sso.endSsoSession()
  sso.expireRoleCredentials()
}

export type Premise = {
  readonly change: (world: World) => void
  readonly steps: string
  readonly health: string
}

/**
 * What is remembered, and is not so any more: what the world is changed by, and how a checklist that asks
 * one thing after the other finds it: the steps that are not green and do not just wait for those before
 * them, and the findings of a look on a later day.
 */
export const WRONG_PREMISES = {
  'nothing at all': { change: () => undefined, steps: 'all done', health: 'works' },
  'the management account is another one by now': {
    change: (world) => void (there(world.organization).managementAccountId = MEMBER),
    steps: 'sign-in failed wrong-account-member',
    health: 'account: account-member',
  },
  'the bill is paid elsewhere by now': {
    change(world) {
      there(world.organization).outboundTransfers = [
        {
          id: 'rt-4m8q2zk7x1',
          name: 'Cloudharbor pays for Northwind',
          status: 'ACCEPTED',
          sourceAccountId: PAYER,
          targetAccountId: '562910847733',
          starts: Date.now() - 90 * DAY,
        },
      ]
    },
    steps: 'sign-in todo paid-elsewhere',
    health: 'bill: bill-elsewhere',
  },
  'the account has left its organization': {
    change: (world) => void (world.organization = undefined),
    steps: 'all done',
    health: 'works',
  },
  'the account is not listed any more': {
    change: (world) => void user(world).assignments.delete(PAYER),
    steps: 'sign-in failed account-not-listed',
    health: 'account: account-wrong',
  },
  'the permission set is not assigned any more': {
    change: (world) => void user(world).assignments.set(PAYER, ['ReadOnlyAccess']),
    steps: 'sign-in failed role-not-assigned',
    health: 'signing-in',
  },
  'the report is gone': {
    change: (world) => void payerIn(world).reports.pop(),
    steps: 'cost-report failed report-gone',
    health: 'report: report-gone',
  },
  'the report has another name': {
    change: (world) => void (reportIn(world).definition.ReportName = 'renamed'),
    steps: 'cost-report failed report-gone',
    health: 'report: report-gone',
  },
  'the report has other settings': {
    change: reportOtherwise,
    steps: 'cost-report failed report-not-fitting',
    health: 'report: report-changed',
  },
  'the report goes to another bucket': {
    change(world) {
      const name = 'northwind-other'
      const { owner, created, policy } = bucketIn(world)
      world.buckets.set(name, newBucket({ name, owner, created, ...(policy && { policy }) }))
      reportIn(world).definition.S3Bucket = name
    },
    steps: 'bucket failed delivery-not-found',
    health: 'delivery: delivery-missing',
  },
  'the report goes to another folder': {
    change: (world) => void (reportIn(world).definition.S3Prefix = 'elsewhere'),
    steps: 'bucket failed delivery-not-found',
    health: 'delivery: delivery-missing',
  },
  'the bucket is gone': {
    change: (world) => void world.buckets.delete(FITTING.bucket),
    steps: 'bucket failed bucket-missing',
    health: 'bucket: bucket-gone',
  },
  "the bucket is another account's": {
    change: bucketOfAnother,
    steps: 'bucket failed bucket-not-owned',
    health: 'bucket: bucket-not-ours',
  },
  'the bucket is in another region': {
    change: (world) => void (bucketIn(world).region = 'eu-west-1'),
    steps: 'bucket failed bucket-wrong-region',
    health: 'bucket: bucket-elsewhere',
  },
  'the bucket lets nobody deliver': {
    change: deliveryFails,
    steps: 'bucket failed bucket-policy-missing',
    health: 'policy: policy-missing; delivery: delivery-failed',
  },
  'the stack is deleted': {
    change: stackDeleted,
    steps: 'stack failed stack-gone',
    health: 'role: role-gone',
  },
  'the stack gave way to another of its name': {
    change(world) {
      const { stacks } = payerIn(world)
      const before = stackIn(world)
      const id = before.id.replace(/[^/]+$/, '0f3b1c9e-0000-4000-8000-5d6a1c2b7e90')
      stacks.push({ ...before, id })
      before.status = 'DELETE_COMPLETE'
      before.deleted = before.created + DAY
    },
    steps: 'stack failed stack-gone',
    health: 'role: role-gone',
  },
  'the stack has other parameters': {
    change: (world) => void (stackIn(world).parameters['CostAndUsageBucket'] = 'northwind-other'),
    steps: 'all done',
    health: 'works',
  },
  'the stack rolled back': {
    change: (world) => void (stackIn(world).status = 'ROLLBACK_COMPLETE'),
    steps: 'stack failed stack-failed',
    health: 'role: stack-changed',
  },
  'an update of the stack rolled back': {
    change: (world) => void (stackIn(world).status = 'UPDATE_ROLLBACK_COMPLETE'),
    steps: 'all done',
    health: 'works',
  },
  'the role is gone': {
    change: roleGone,
    steps: 'stack failed role-missing',
    health: 'role: role-gone',
  },
  'the role trusts somebody else': {
    change(world) {
      roleIn(world).trust = {
        Version: '2012-10-17',
        Statement: [
          {
            Effect: 'Allow',
            Principal: { AWS: `arn:aws:iam::${WRONGLY_TRUSTED}:root` },
            Action: 'sts:AssumeRole',
          },
        ],
      }
    },
    steps: 'stack failed role-trust-wrong',
    health: 'trust: trust-more, trust-less',
  },
  'the role is under another path': {
    change(world) {
      const role = roleIn(world)
      role.path = '/finance/'
      role.arn = role.arn.replace(':role/', ':role/finance/')
    },
    steps: 'stack failed role-other-path',
    health: 'role: role-other-path',
  },
  'the role may do less': {
    change(world) {
      const policy = policyIn(world)
      addVersion(policy, { Version: '2012-10-17', Statement: [] }, Date.now())
    },
    steps: 'stack failed role-cannot-read',
    health: 'permissions: permissions-less; reading: reading-refused; costs: costs-refused',
  },
} satisfies Readonly<Record<string, Premise>>
