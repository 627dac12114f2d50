import { describe, expect, test } from 'vitest'
import { SPOT_DEMO_TOKEN } from '../../e2e/simulator/index.ts'
import { nodeHttpJson, PAYER, simulated } from '../aws/testing/simulated.ts'
import { createBuckets } from '../aws/s3/buckets.ts'
import { createStacks } from '../aws/cloudformation/stacks.ts'
import { readFileSync } from 'node:fs'
import type { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/failure.ts'
import type { JsonReply } from '../network/network.ts'
import { createSpotApi } from './api.ts'

const ROLE_ARN = `arn:aws:iam::${PAYER}:role/SpotByNetApp_Finops_ReadOnly`
const BUCKET = 'spot-eco-cur-418207315602'
const ACCOUNT = 'act-3f9c1d27'
const errorOf = (promise: Promise<unknown>): Promise<AppError> =>
  promise.then(
    () => Promise.reject(new Error('no error')),
    (error: unknown) => toAppError(error),
  )

const started = async (options: Parameters<typeof simulated>[0] = {}) => {
  const world = await simulated(options)
  const waits: [number, number][] = []
  const calls: string[] = []
  const spot = createSpotApi({
    http: nodeHttpJson,
    endpoint: `${world.simulator.url}/`,
    clock: world.clock,
    onWait: (attempt, ms) => waits.push([attempt, ms]),
    onCall: ({ operation, status }) => calls.push(`${operation} ${status}`),
  })
  return { world, spot, waits, calls }
}

const withRole = async () => {
  const all = await started()
  const { access } = await all.world.enter()
  await createBuckets(access).prepare(BUCKET, PAYER)
  const template = new URL('../../resources/eco-role.template.json', import.meta.url)
  await createStacks(access).create({
    name: 'spot-eco',
    body: readFileSync(template, 'utf8'),
    parameters: { CostAndUsageBucket: BUCKET },
    capabilities: ['CAPABILITY_NAMED_IAM'],
    token: 'token-1',
    tags: {},
  })
  all.world.clock.advance(60_000)
  return all
}

test('registers an account: its own list, the role, the bill', async () => {
  const { world, spot, waits, calls } = await withRole()
  expect(await spot.accounts(` Bearer ${SPOT_DEMO_TOKEN}\n`)).toEqual([
    { id: ACCOUNT, name: 'Northwind Production', organizationId: '606079870158' },
    { id: 'act-b81e60a4', name: 'Northwind Sandbox', organizationId: '606079870158' },
  ])
  await spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, ROLE_ARN)
  await spot.setBilling(SPOT_DEMO_TOKEN, ACCOUNT, { billingAccountId: PAYER, bucketName: BUCKET })
  expect(world.simulator.world.spot.registrations.get(ACCOUNT)).toEqual({
    spotAccountId: ACCOUNT,
    iamRole: ROLE_ARN,
    billing: { billingAccountId: PAYER, bucketName: BUCKET },
  })
  expect(waits).toEqual([])
  expect(calls).toEqual(['ListAccounts 200', 'SetCredentials 200', 'SetUpBilling 200'])
})

test('waits until Spot can see a new role', async () => {
  const { world, spot, waits } = await withRole()
  world.simulator.world.spot.roleInvisibleTimes = 3
  await spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, ROLE_ARN)
  expect(waits).toEqual([
    [1, 5000],
    [2, 10_000],
    [3, 15_000],
  ])
})

test('says in the end that Spot cannot use the role', async () => {
  const { spot, waits } = await started()
  expect((await errorOf(spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, ROLE_ARN))).code).toBe(
    'spot-role-not-visible',
  )
  expect(waits).toHaveLength(5)
})

test('stops waiting when cancelled', async () => {
  const { world } = await started()
  const controller = new AbortController()
  const spot = createSpotApi({
    http: nodeHttpJson,
    endpoint: world.simulator.url,
    clock: world.clock,
    onWait: () => controller.abort(),
  })
  const result = spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, ROLE_ARN, controller.signal)
  expect((await errorOf(result)).code).toBe('cancelled')
})

describe('refusals', () => {
  test.each([
    ['', 'spot-token-missing'],
    ['  ', 'spot-token-missing'],
    ['wrong', 'spot-token-wrong'],
    ['not a header ✗', 'spot-token-wrong'],
  ])('of the token %j', async (token, code) => {
    const { spot } = await started()
    expect(await errorOf(spot.accounts(token))).toMatchObject({ code, field: 'token' })
  })

  test('for want of accounts', async () => {
    const { spot } = await started({
      arrange: (world) => world.spot.tokens.set('empty-token', []),
    })
    expect((await errorOf(spot.accounts('empty-token'))).code).toBe('spot-no-accounts')
  })

  test('of a change, of a second registration, of everything', async () => {
    const { world, spot } = await started()
    const set = () => errorOf(spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, ROLE_ARN))
    world.simulator.world.spot.refuses = true
    expect(await set()).toMatchObject({
      code: 'spot-denied',
      facts: { message: 'The user is not allowed to change this account' },
      detail: { service: 'spot', operation: 'SetCredentials', httpStatus: 403 },
    })
    world.simulator.world.spot.refuses = false
    world.simulator.world.spot.alreadyRegistered = true
    expect((await set()).code).toBe('spot-already-registered')
    world.simulator.world.spot.down = true
    world.clock.slept.length = 0
    expect((await set()).code).toBe('spot-down')
    expect(world.clock.slept).toEqual([1000, 3000])
  })

  test('in Spot’s own words', async () => {
    const { spot } = await started()
    expect(await errorOf(spot.setCredentials(SPOT_DEMO_TOKEN, ACCOUNT, 'x'))).toMatchObject({
      code: 'spot-rejected',
      facts: { message: 'Invalid ARN' },
    })
  })

  test('by a web page, and by a broken connection', async () => {
    const { world, spot } = await started()
    const lift = world.simulator.inject({ kind: 'html', service: 'spot' })
    expect((await errorOf(spot.accounts(SPOT_DEMO_TOKEN))).code).toBe('network-captive-portal')
    lift()
    world.simulator.inject({ kind: 'reset', service: 'spot' })
    expect((await errorOf(spot.accounts(SPOT_DEMO_TOKEN))).code).toBe('network-reset')
  })

  test.each<[Partial<JsonReply>, string]>([
    [{ status: 404, text: '{"response":{"errors":[]}}' }, 'spot-not-offered'],
    [{ status: 429 }, 'spot-throttled'],
    [{ status: 409 }, 'spot-already-registered'],
    [{ status: 500, contentType: 'text/html', text: '<html>' }, 'spot-down'],
    [{ status: 200, text: 'not json' }, 'spot-reply-unreadable'],
    [{ status: 200, text: '{"response":{"items":[{"id":1}]}}' }, 'spot-reply-unreadable'],
    [{ status: 200, text: '{"response":{"errors":[{"message":"no"}]}}' }, 'spot-rejected'],
  ])('by %j', async (reply, code) => {
    const spot = createSpotApi({
      http: () => Promise.resolve({ status: 200, contentType: '', text: '', ...reply }),
      endpoint: 'https://api.spotinst.io',
      clock: { now: () => 0, sleep: () => Promise.resolve() },
    })
    expect((await errorOf(spot.accounts('token'))).code).toBe(code)
  })
})
