import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { suggestBucketName, suggestGlobalBucketName } from '../aws/client/bucket-name.ts'
import { createBuckets } from '../aws/s3/buckets.ts'
import { createRemoval } from '../aws/removal/removal.ts'
import { createReports } from '../aws/cur/reports.ts'
import { createStacks } from '../aws/cloudformation/stacks.ts'
import { parsePolicy, type PolicyDocument } from '../../e2e/simulator/access/policy.ts'
import { PAYER, simulated } from '../aws/testing/simulated.ts'
import { choicesSchema, noChoices, type Choices } from '../checklist/state-file.ts'
import type { Removable } from '../contract/disconnect.ts'
import { toAppError } from '../errors/failure.ts'
import { english } from '../texts/en/index.ts'
import { createDisconnect, type Undo } from './disconnect.ts'
import { takenBack } from './taken-back.ts'

/** In the account's own namespace; `removal.test.ts` removes one with an ordinary name. */
const BUCKET = suggestBucketName(PAYER)
const REPORT = { name: 'spot-eco', bucket: BUCKET, prefix: 'cur' }
const CONNECTION = 'connection-1'

type Prepared = {
  readonly scenario?: 'fresh' | 'report-fits'
  readonly tag?: string
  readonly choices?: Partial<Choices>
  readonly policy?: PolicyDocument
}

const resource = (name: string): string =>
  readFileSync(new URL(`../../resources/${name}`, import.meta.url), 'utf8')

/** An account that this app has connected, as its state file remembers it. */
async function connected({
  scenario = 'fresh',
  tag = CONNECTION,
  choices = {},
  policy,
}: Prepared = {}) {
  const stage = await simulated({ scenario, stackSeconds: 20, ...(policy && { policy }) })
  const { access } = await stage.enter()
  const { world } = stage.simulator
  await createBuckets(access).prepare(BUCKET, PAYER, { connectionId: CONNECTION })
  await createReports(access).define({ ...REPORT, connectionId: CONNECTION })
  const stacks = createStacks(access)
  const id = await stacks.create({
    name: 'SpotEcoConnect',
    body: resource('eco-role.template.json'),
    parameters: { CostAndUsageBucket: BUCKET },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    token: 'token',
    tags: { 'eco-connect': tag },
  })
  stage.clock.advance(60_000)
  stage.simulator.settle()
  const remembered = choicesSchema.parse({
    ...noChoices,
    plan: { managedBy: 'us', mspAccountId: '' },
    account: { id: PAYER, name: '', email: '' },
    report: { accountId: PAYER, ...REPORT, definedAt: 0 },
    begunBucket: { accountId: PAYER, bucketName: BUCKET },
    created: [
      { kind: 'stack', accountId: PAYER, name: 'SpotEcoConnect', id },
      { kind: 'report', accountId: PAYER, name: REPORT.name, id: '' },
      { kind: 'bucket', accountId: PAYER, name: BUCKET, id: '' },
    ],
    stack: {
      accountId: PAYER,
      name: 'SpotEcoConnect',
      id,
      requestToken: '',
      templateSha256: '',
      roleName: '',
      policyName: '',
      externalId: '',
      bucketName: BUCKET,
    },
    ...choices,
  })
  const shown: string[] = []
  let removedAll = 0
  let busy = false
  const start = (): Undo =>
    createDisconnect({
      stacks,
      removal: createRemoval(access),
      choices: () => remembered,
      connectionId: CONNECTION,
      clock: stage.clock,
      busy: () => busy,
      onChange: () => shown.push(JSON.stringify(undo.state())),
      onTakenBack: async (items) => {
        const about = { accountId: PAYER, now: stage.clock.now(), steps: [] }
        remembered.disconnected = takenBack(remembered.disconnected, items, about)
      },
      onRemovedAll: async () => {
        removedAll += 1
      },
    })
  const undo: Undo = start()
  const before = stage.simulator.requests.length
  return {
    stage,
    undo,
    start,
    shown,
    access,
    removedAll: () => removedAll,
    setBusy: (now: boolean) => {
      busy = now
    },
    account: () => world.accounts.get(PAYER),
    buckets: world.buckets,
    changes: () =>
      stage.simulator.requests
        .slice(before)
        .filter(({ operation }) => /^(Delete|Put|Create|Update|Tag)/.test(operation))
        .map(({ operation }) => operation),
  }
}

const itemsOf = (undo: Pick<Undo, 'state'>) => {
  const state = undo.state()
  return state.kind === 'listed' ? state.items : []
}
const states = (undo: Parameters<typeof itemsOf>[0]): string[] =>
  itemsOf(undo).map(({ id, state }: Removable) => `${id} ${state}`)
const codeOf = (job: Promise<void>): Promise<string> =>
  job.then(
    () => '',
    (error: unknown) => toAppError(error).code,
  )

test('says what becomes of the name of a bucket that is removed', () => {
  const { confirm } = english.disconnect.removables.bucket
  expect(confirm(BUCKET)).toContain('nobody else can take it')
  expect(confirm(suggestGlobalBucketName(PAYER))).toContain('free for anybody')
})

test('lists what this app created, removes it in order, and touches nothing else', async () => {
  const { undo, account, buckets, changes, removedAll, shown } = await connected({
    scenario: 'report-fits',
  })
  const others = [...buckets.keys()].filter((name) => name !== BUCKET)
  const foreignReports = account()?.reports.filter((one) => Object.keys(one.tags).length === 0)
  expect(undo.state()).toEqual({ kind: 'closed' })
  await undo.list()
  expect(undo.state()).toEqual({
    kind: 'listed',
    items: [
      { id: 'stack', name: 'SpotEcoConnect', state: 'there', objects: null },
      { id: 'report', name: 'spot-eco', state: 'there', objects: null },
      { id: 'bucket', name: BUCKET, state: 'there', objects: 1 },
    ],
  })
  expect(changes()).toEqual([])

  await undo.remove('stack', 'SpotEcoConnect', false)
  expect(states(undo)).toEqual(['stack removed', 'report there', 'bucket there'])
  expect(shown.some((state) => state.includes('"removing"'))).toBe(true)
  expect(account()?.roles.has('SpotByNetApp_Finops_ReadOnly')).toBe(false)
  await undo.remove('report', 'spot-eco', false)
  expect(removedAll()).toBe(0)
  await undo.remove('bucket', BUCKET, true)
  expect(states(undo)).toEqual(['stack removed', 'report removed', 'bucket removed'])
  expect(removedAll()).toBe(1)

  expect([...buckets.keys()]).toEqual(others)
  expect(account()?.reports).toEqual(foreignReports)
  expect(changes()).toEqual([
    'DeleteStack',
    'DeleteReportDefinition',
    'DeleteObjects',
    'DeleteBucket',
  ])
  expect(await codeOf(undo.remove('bucket', BUCKET, true))).toBe('not-now')
})

test('leaves alone an adopted stack, a reused report and an existing bucket', async () => {
  const reused = {
    accountId: PAYER,
    name: 'northwind-eco-hourly',
    bucket: 'northwind-cur-418207315602',
    prefix: 'cur',
    definedAt: 0,
  }
  const { undo, changes } = await connected({
    scenario: 'report-fits',
    tag: 'another-connection',
    choices: { report: reused, begunBucket: null, created: [] },
  })
  await undo.list()
  expect(states(undo)).toEqual(['stack not-ours', 'report not-ours', 'bucket not-ours'])
  for (const id of ['stack', 'report', 'bucket'] as const)
    for (const { name } of itemsOf(undo))
      expect(await codeOf(undo.remove(id, name, true))).toBe('not-now')
  expect(changes()).toEqual([])
})

test('keeps the bucket until its report is gone, and its files until the person agrees', async () => {
  const { undo, buckets } = await connected()
  await undo.list()
  await undo.remove('bucket', BUCKET, true)
  expect(itemsOf(undo)[2]).toMatchObject({
    state: 'failed',
    error: { code: 'removal-order', facts: { report: 'spot-eco', bucket: BUCKET } },
  })
  await undo.remove('report', 'spot-eco', false)
  buckets.get(BUCKET)?.objects.set('cur/data.parquet', { body: 'x', modified: 0 })
  await undo.remove('bucket', BUCKET, false)
  expect(itemsOf(undo)[2]).toMatchObject({
    state: 'failed',
    error: { code: 'bucket-not-empty', facts: { objects: '2' } },
  })
  expect(buckets.get(BUCKET)?.objects.size).toBe(2)
  await undo.remove('bucket', BUCKET, true)
  expect(buckets.has(BUCKET)).toBe(false)
  expect(itemsOf(undo)[2]).toEqual({ id: 'bucket', name: BUCKET, state: 'removed', objects: null })
})

test('a denial is told, and the rest is still possible', async () => {
  const { undo, stage } = await connected()
  await undo.list()
  const lift = stage.simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    operation: 'DeleteReportDefinition',
  })
  await undo.remove('report', 'spot-eco', false)
  expect(itemsOf(undo)[1]).toMatchObject({
    state: 'failed',
    error: { facts: { action: 'cur:DeleteReportDefinition' } },
  })
  await undo.remove('stack', 'SpotEcoConnect', false)
  expect(states(undo)).toEqual(['stack removed', 'report failed', 'bucket there'])
  lift()
  await undo.remove('report', 'spot-eco', false)
  expect(states(undo)).toEqual(['stack removed', 'report removed', 'bucket there'])
})

test('one that cannot be read is shown as such beside the others', async () => {
  const { undo, stage } = await connected()
  stage.simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    operation: 'ListTagsForResource',
  })
  await undo.list()
  expect(states(undo)).toEqual(['stack there', 'report unread', 'bucket there'])
  expect(itemsOf(undo)[1]?.error?.facts['action']).toBe('cur:ListTagsForResource')
  expect(await codeOf(undo.remove('report', REPORT.name, false))).toBe('not-now')
})

test('shows, after an interruption, what is left', async () => {
  const { undo, start, stage, removedAll } = await connected()
  await undo.list()
  await undo.remove('stack', 'SpotEcoConnect', false)
  const lift = stage.simulator.inject({ kind: 'hang', operation: 'DeleteReportDefinition' })
  const removing = undo.remove('report', 'spot-eco', false)
  await expect
    .poll(() => stage.simulator.requests.map(({ operation }) => operation))
    .toContain('DeleteReportDefinition')
  undo.close()
  await removing
  lift()
  expect(undo.state()).toEqual({ kind: 'closed' })
  expect(removedAll()).toBe(0)

  const later = start()
  await later.list()
  expect(states(later)).toEqual(['stack gone', 'report there', 'bucket there'])
  await later.remove('report', 'spot-eco', false)
  await later.remove('bucket', BUCKET, true)
  expect(stage.simulator.world.buckets.has(BUCKET)).toBe(false)
  expect(removedAll()).toBe(1)
})

test('does one thing at a time', async () => {
  const { undo } = await connected()
  await undo.list()
  const removing = undo.remove('stack', 'SpotEcoConnect', false)
  expect(await codeOf(undo.remove('report', 'spot-eco', false))).toBe('busy')
  expect(await codeOf(undo.list())).toBe('busy')
  await removing
  expect(states(undo)).toEqual(['stack removed', 'report there', 'bucket there'])
})

test('says why AWS could not delete the stack, and lists it again', async () => {
  const { undo, stage } = await connected()
  await undo.list()
  const lift = stage.simulator.inject({
    kind: 'accessDenied',
    denial: 'permissions-boundary',
    service: 'iam',
    operation: 'DeleteRole',
  })
  await undo.remove('stack', 'SpotEcoConnect', false)
  expect(itemsOf(undo)[0]).toMatchObject({
    state: 'failed',
    error: {
      code: 'stack-delete-failed',
      facts: { stack: 'SpotEcoConnect', cause: 'boundary-denied', action: 'iam:DeleteRole' },
    },
  })
  lift()
  await undo.list()
  expect(itemsOf(undo)[0]).toEqual({
    id: 'stack',
    name: 'SpotEcoConnect',
    state: 'there',
    objects: null,
  })
})

test('does not wait for AWS for ever', async () => {
  const { undo, stage } = await connected()
  await undo.list()
  for (const stack of stage.simulator.world.accounts.get(PAYER)?.stacks ?? []) stack.seconds = 4000
  await undo.remove('stack', 'SpotEcoConnect', false)
  expect(itemsOf(undo)[0]).toMatchObject({ state: 'failed', error: { code: 'removal-slow' } })
  stage.clock.advance(15 * 60_000)
  await undo.list()
  expect(states(undo)[0]).toBe('stack gone')
})

test('needs the permissions of the two policies that come with the app, and no others', async () => {
  const [operator, extra] = ['operator-policy.json', 'disconnect-policy.json'].map((name) =>
    parsePolicy(resource(name)),
  )
  const Statement = [...(operator?.Statement ?? []), ...(extra?.Statement ?? [])]
  const { undo } = await connected({ policy: { Version: '2012-10-17', Statement } })
  await undo.list()
  await undo.remove('stack', 'SpotEcoConnect', false)
  await undo.remove('report', 'spot-eco', false)
  await undo.remove('bucket', BUCKET, true)
  expect(states(undo)).toEqual(['stack removed', 'report removed', 'bucket removed'])
})

const EARLIER = 'spot-eco-cur-earlier'
const earlier = { kind: 'bucket', accountId: PAYER, name: EARLIER, id: '' } as const

test('lists what was created and is chosen no more, as long as it is there', async () => {
  const { undo, access, buckets, removedAll } = await connected({
    choices: {
      plan: { managedBy: 'msp', mspAccountId: '1' },
      stack: null,
      begunBucket: null,
      created: [
        { kind: 'stack', accountId: PAYER, name: 'SpotEcoConnect', id: '' },
        { kind: 'stack', accountId: PAYER, name: 'SpotEcoBefore', id: '' },
        { kind: 'report', accountId: PAYER, name: REPORT.name, id: '' },
        { kind: 'bucket', accountId: PAYER, name: BUCKET, id: '' },
        { kind: 'bucket', accountId: '999988887777', name: 'spot-eco-cur-elsewhere', id: '' },
        earlier,
      ],
    },
  })
  const present = ['stack there', 'report there', 'bucket there']
  await undo.list()
  expect(states(undo)).toEqual(present)
  await createBuckets(access).prepare(EARLIER, PAYER, { connectionId: CONNECTION })
  await undo.list()
  expect(itemsOf(undo).map(({ name }) => name)).toEqual([
    'SpotEcoConnect',
    REPORT.name,
    EARLIER,
    BUCKET,
  ])
  await undo.remove('bucket', EARLIER, true)
  expect(buckets.has(EARLIER)).toBe(false)
  expect(buckets.has(BUCKET)).toBe(true)
  expect(states(undo)).toEqual(['stack there', 'report there', 'bucket removed', 'bucket there'])
  expect(removedAll()).toBe(0)
})

test('removing what is chosen no more forgets nothing that is', async () => {
  const reused = {
    accountId: PAYER,
    name: 'northwind-eco-hourly',
    bucket: 'northwind-cur-418207315602',
    prefix: 'cur',
    definedAt: 0,
  }
  const { undo, access, removedAll } = await connected({
    scenario: 'report-fits',
    tag: 'another-connection',
    choices: { report: reused, begunBucket: null, created: [earlier] },
  })
  await createBuckets(access).prepare(EARLIER, PAYER, { connectionId: CONNECTION })
  await undo.list()
  await undo.remove('bucket', EARLIER, true)
  expect(states(undo)).toEqual([
    'stack not-ours',
    'report not-ours',
    'bucket not-ours',
    'bucket removed',
  ])
  expect(removedAll()).toBe(0)
})

test('what another connection has created is not this one’s to remove', async () => {
  const { undo, buckets, account, changes } = await connected()
  const tags = { 'created-by': 'eco-connect', 'eco-connect': 'another-connection' }
  const [bucket, report] = [buckets.get(BUCKET), account()?.reports[0]]
  if (!bucket || !report) throw new Error('nothing is connected')
  bucket.tags = tags
  report.tags = tags
  await undo.list()
  expect(states(undo)).toEqual(['stack there', 'report not-ours', 'bucket not-ours'])
  expect(await codeOf(undo.remove('report', REPORT.name, false))).toBe('not-now')
  expect(changes()).toEqual([])
})

test('what has lost its mark is told as that, is not removed, and is not forgotten', async () => {
  const { undo, account, buckets, changes, removedAll, stage } = await connected()
  const [bucket, report, stack] = [buckets.get(BUCKET), account()?.reports[0], account()?.stacks[0]]
  if (!bucket || !report || !stack) throw new Error('nothing is connected')
  bucket.tags = {}
  await undo.list()
  expect(states(undo)).toEqual(['stack there', 'report there', 'bucket unmarked'])
  report.tags = { 'cost-center': '4711' }
  stack.tags = {}
  await undo.list()
  expect(states(undo)).toEqual(['stack unmarked', 'report unmarked', 'bucket unmarked'])
  for (const { id, name } of itemsOf(undo))
    expect(await codeOf(undo.remove(id, name, true))).toBe('not-now')
  expect(changes()).toEqual([])
  expect(removedAll()).toBe(0)
  buckets.delete(BUCKET)
  for (const list of [account()?.reports, account()?.stacks]) list?.splice(0)
  stage.simulator.settle()
  await undo.list()
  expect(states(undo)).toEqual(['stack gone', 'report gone', 'bucket gone'])
  expect(removedAll()).toBe(1)
})

test('what loses its mark after it was listed is not offered again', async () => {
  const { undo, buckets, account, changes } = await connected()
  await undo.list()
  const [bucket, report] = [buckets.get(BUCKET), account()?.reports[0]]
  if (!bucket || !report) throw new Error('nothing is connected')
  report.tags = {}
  bucket.tags = { 'eco-connect': 'another-connection' }
  await undo.remove('report', REPORT.name, false)
  await undo.remove('bucket', BUCKET, true)
  expect(states(undo)).toEqual(['stack there', 'report unmarked', 'bucket not-ours'])
  expect(changes()).toEqual([])
})

test('what is chosen no more and has lost its mark is told all the same', async () => {
  const { undo, access, buckets } = await connected({
    choices: { begunBucket: null, created: [earlier] },
  })
  await createBuckets(access).prepare(EARLIER, PAYER, { connectionId: CONNECTION })
  const begun = buckets.get(EARLIER)
  if (!begun) throw new Error('no bucket')
  begun.tags = {}
  await undo.list()
  expect(itemsOf(undo)).toContainEqual({
    id: 'bucket',
    name: EARLIER,
    state: 'unmarked',
    objects: 0,
  })
})

test('one bucket that cannot be read leaves the list readable', async () => {
  const { undo, access, stage } = await connected({
    choices: { begunBucket: { accountId: PAYER, bucketName: EARLIER } },
  })
  await createBuckets(access).prepare(EARLIER, PAYER, { connectionId: CONNECTION })
  const denial = 'missing-permission'
  stage.simulator.inject({ kind: 'accessDenied', operation: 'GetBucketTagging', denial })
  await undo.list()
  expect(states(undo)).toEqual(['stack there', 'report there', 'bucket unread', 'bucket unread'])
  expect(itemsOf(undo)[2]?.error?.facts['action']).toBe('s3:GetBucketTagging')
})

test('what was begun in another account is not looked for in this one', async () => {
  const { undo } = await connected({
    choices: {
      begunBucket: { accountId: '999988887777', bucketName: EARLIER },
      created: [earlier],
    },
  })
  await undo.list()
  expect(itemsOf(undo).map(({ name }) => name)).toEqual(['SpotEcoConnect', REPORT.name, BUCKET])
})

test('forgets what it created also when the last of it went elsewhere', async () => {
  const { undo, account, buckets, stage, removedAll } = await connected()
  const { stacks = [], reports = [] } = account() ?? {}
  buckets.delete(BUCKET)
  reports.length = 0
  await undo.list()
  expect(states(undo)).toEqual(['stack there', 'report gone', 'bucket gone'])
  expect(removedAll()).toBe(0)
  stacks.length = 0
  stage.simulator.settle()
  await undo.list()
  expect(states(undo)).toEqual(['stack gone', 'report gone', 'bucket gone'])
  expect(removedAll()).toBe(1)
})

test('forgets nothing that others created, gone or not', async () => {
  const { undo, account, buckets, removedAll } = await connected({ choices: { created: [] } })
  const { stacks = [], reports = [] } = account() ?? {}
  buckets.delete(BUCKET)
  reports.length = 0
  stacks.length = 0
  await undo.list()
  expect(states(undo)).toEqual(['stack gone', 'report gone', 'bucket gone'])
  expect(removedAll()).toBe(0)
})

test('waits until no step changes anything', async () => {
  const { undo, setBusy } = await connected()
  setBusy(true)
  expect(await codeOf(undo.list())).toBe('busy')
  setBusy(false)
  await undo.list()
  setBusy(true)
  expect(await codeOf(undo.remove('report', REPORT.name, false))).toBe('busy')
})
