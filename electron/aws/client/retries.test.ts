import { beforeEach, describe, expect, test, vi } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { createStacks } from '../cloudformation/stacks.ts'
import { createReports } from '../cur/reports.ts'
import { createRoles } from '../iam/roles.ts'
import { createBuckets } from '../s3/buckets.ts'
import { createIdentity } from '../sign-in/identity.ts'
import { simulated } from '../testing/simulated.ts'
import type { Simulated } from '../testing/simulated.ts'
import type { Access } from './clients.ts'

const codeOf = (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => 'no error',
    (error: unknown) => toAppError(error).code,
  )
const sentOf = ({ simulator }: Simulated, operation: string): number =>
  simulator.requests.filter((request) => request.operation === operation).length

// The SDK waits a random part of a second before it repeats a request.
beforeEach(() => {
  const random = vi.spyOn(Math, 'random').mockReturnValue(0.001)
  return () => random.mockRestore()
})

test('after a long outage, a client repeats what fails once as it did before', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  const lift = world.simulator.inject({ kind: 'status', service: 'sts', status: 503 })
  for (let call = 0; call < 30; call += 1)
    expect(await codeOf(identity.caller())).toBe('aws-unavailable')
  expect(sentOf(world, 'GetCallerIdentity')).toBe(30 * 4)
  lift()
  world.simulator.inject({ kind: 'status', service: 'sts', status: 503, count: 3 })
  expect(await codeOf(identity.caller())).toBe('no error')
  expect(sentOf(world, 'GetCallerIdentity')).toBe(30 * 4 + 4)
})

describe('creating a stack', () => {
  const stack = {
    name: 'eco',
    body: 'Resources: { Topic: { Type: "AWS::SNS::Topic" } }',
    parameters: {},
    capabilities: [],
    token: 'one',
    tags: {},
  }

  test('is not asked for again where the account may have no more of them', async () => {
    const world = await simulated()
    const stacks = createStacks((await world.enter()).access)
    world.simulator.inject({
      kind: 'error',
      operation: 'CreateStack',
      code: 'LimitExceededException',
      message: 'Limit for stack has been exceeded',
      status: 400,
    })
    expect(await codeOf(stacks.create(stack))).toBe('stack-limit')
    expect(sentOf(world, 'CreateStack')).toBe(1)
  })

  test.each([
    ['throttled', { kind: 'throttling' }],
    ['answered with a fault of AWS’s own', { kind: 'status', status: 503 }],
  ] as const)('is asked for again with the same token when it was %s', async (_, fault) => {
    const world = await simulated()
    const stacks = createStacks((await world.enter()).access)
    world.simulator.inject({ ...fault, operation: 'CreateStack', count: 2 })
    await codeOf(stacks.create(stack))
    const sent = world.simulator.requests.filter(({ operation }) => operation === 'CreateStack')
    expect(sent.map(({ params }) => params['ClientRequestToken'])).toEqual(['one', 'one', 'one'])
  })
})

describe('on a computer whose clock is wrong', () => {
  const REFUSED = {
    GetRole: (access: Access) => {
      const roles = createRoles(access)
      return () => roles.find('eco')
    },
    DescribeOrganization: (access: Access) => createIdentity(access).organization,
    ListBuckets: (access: Access) => createBuckets(access).list,
    DescribeReportDefinitions: (access: Access) => createReports(access).list,
  }

  test.each(Object.entries(REFUSED))(
    'a refused %s is sent again for its time only',
    async (operation, callOf) => {
      const world = await simulated()
      const call = callOf((await world.enter()).access)
      world.simulator.inject({ kind: 'clockSkew', minutes: 20 })
      const refusal = { code: 'AccessDeniedException', message: 'no', status: 403 }
      world.simulator.inject({ kind: 'error', operation, ...refusal })
      const sent: number[] = []
      for (const before of [0, 2]) {
        await codeOf(call())
        sent.push(sentOf(world, operation) - before)
      }
      expect(sent).toEqual([2, 1])
    },
  )

  test('a call that AWS cannot answer is still sent again', async () => {
    const world = await simulated()
    const roles = createRoles((await world.enter()).access)
    world.simulator.inject({ kind: 'clockSkew', minutes: 20 })
    await codeOf(roles.find('eco'))
    const before = sentOf(world, 'GetRole')
    world.simulator.inject({ kind: 'status', operation: 'GetRole', status: 503, count: 2 })
    expect(await codeOf(roles.find('eco'))).toBe('no error')
    expect(sentOf(world, 'GetRole') - before).toBe(3)
  })
})

/** One call of each kind of client that signs. */
const CALLS = {
  sts: (access) => createIdentity(access).caller,
  organizations: (access) => createIdentity(access).organization,
  cloudformation: (access) => (signal) => createStacks(access).find('eco', signal),
  iam: (access) => (signal) => createRoles(access).find('eco', signal),
  s3: (access) => createBuckets(access).list,
  cur: (access) => createReports(access).list,
} satisfies Record<string, (access: Access) => (signal?: AbortSignal) => Promise<unknown>>

describe.each(Object.entries(CALLS))('a call to %s', (service, callOf) => {
  const call: (access: Access) => (signal?: AbortSignal) => Promise<unknown> = callOf
  const sentTo = ({ simulator }: Simulated): number =>
    simulator.requests.filter((request) => request.service === service).length

  test('is never sent when it is cancelled while its credentials are fetched', async () => {
    const world = await simulated()
    const { access, session } = await world.enter()
    let fetched = (): void => undefined
    const waiting = new Promise<void>((resolve) => (fetched = resolve))
    const calls = call({ ...access, credentials: () => waiting.then(session.credentials) })
    const stop = new AbortController()
    const calling = codeOf(calls(stop.signal))
    stop.abort()
    fetched()
    expect(await calling).toBe('cancelled')
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(sentTo(world)).toBe(0)
  })

  test('asks for credentials once, also when they are about to end', async () => {
    const world = await simulated({
      arrange: ({ sso }) => (sso.lifetimes.roleCredentialSeconds = 240),
    })
    const { access } = await world.enter()
    const calls = call(access)
    for (const times of [1, 2, 3]) {
      await calls()
      expect([sentTo(world), sentOf(world, 'GetRoleCredentials')]).toEqual([times, times])
    }
  })
})

test('a call that is cancelled ends at once, however long its credentials take', async () => {
  const world = await simulated()
  const { access } = await world.enter()
  const never = new Promise<never>(() => undefined)
  const stop = new AbortController()
  const calling = createIdentity({ ...access, credentials: () => never }).caller(stop.signal)
  stop.abort()
  expect(await codeOf(calling)).toBe('cancelled')
  expect(world.calls.filter(({ service }) => service === 'sts')).toEqual([])
})
