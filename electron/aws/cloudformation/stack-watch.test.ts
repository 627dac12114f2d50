import { expect, test } from 'vitest'
import { PUT_OFF_AT_MOST, WAITS } from '../../base/waits.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import { createStacks } from './stacks.ts'

const BODY = JSON.stringify({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
    },
  },
})
const EVENTS = { service: 'cloudformation', operation: 'DescribeStackEvents' } as const

/** A stack at work that was looked at once, and what it was asked since. */
async function atWork() {
  const stage = await simulated({ stackSeconds: 20 })
  const { simulator, clock } = stage
  const { access } = await stage.enter()
  const stacks = createStacks(access, () => 0.5)
  const how = { body: BODY, parameters: {}, capabilities: ['CAPABILITY_IAM'], tags: {} }
  const id = await stacks.create({ ...how, name: 'spot-eco', token: 'token' })
  const look = async (): Promise<string | undefined> => (await stacks.look(id))?.status
  /** When the next look is due, from now. */
  const next = async (): Promise<number> => {
    const stack = await stacks.look(id)
    if (!stack) throw new Error('no stack')
    return (await stacks.progress(stack)).nextAt - clock.now()
  }
  const before = await next()
  const since = simulator.requests.length
  const asked = (): string[] => simulator.requests.slice(since).map(({ operation }) => operation)
  return { stage, stacks, id, how, look, next, before, asked }
}

test('a stack that is known by its name only is looked at with one call as well, and its progress seen', async () => {
  const { stage, stacks, asked } = await atWork()
  stage.clock.advance(5000)
  const stack = await stacks.look('spot-eco')
  const { events } = await stacks.progress(stack ?? (await Promise.reject(new Error('no stack'))))
  expect(events.map(({ logicalId }) => logicalId)).toContain('Role')
  expect(asked()).toEqual(['DescribeStackEvents'])
})

test('another stack by the same name has a history of its own', async () => {
  const { stage, stacks, id, how } = await atWork()
  await stacks.delete(id)
  stage.clock.advance(60_000)
  const token = 'another'
  const another = await stacks.create({ ...how, name: 'spot-eco', token })
  const stack = await stacks.look('spot-eco')
  expect(stack?.id).toBe(another)
  const { events } = await stacks.progress(stack ?? (await Promise.reject(new Error('no stack'))))
  expect(events.map(({ status }) => status)).not.toContain('DELETE_COMPLETE')
})

test('after a refusal a stack is looked for anew', async () => {
  const { stage, stacks, id, asked } = await atWork()
  const lift = stage.simulator.inject({
    kind: 'accessDenied',
    denial: 'missing-permission',
    ...EVENTS,
  })
  await expect(stacks.look(id)).rejects.toMatchObject({ error: { code: 'aws-denied' } })
  lift()
  expect((await stacks.look(id))?.status).toBe('CREATE_IN_PROGRESS')
  expect(asked()).toEqual(['DescribeStackEvents', 'DescribeStacks'])
})

test('a stack at work is looked at with one call, until its own last line says that AWS is done', async () => {
  const { stage, stacks, id, look, next, before, asked } = await atWork()
  expect(before).toBe(0.75 * WAITS.stack.everyMs)
  stage.clock.advance(5000)
  expect(await next()).toBe(WAITS.stack.everyMs)
  const stack = await stacks.look(id)
  const { events } = await stacks.progress(stack ?? (await Promise.reject(new Error('no stack'))))
  expect(events.map(({ logicalId }) => logicalId)).toContain('Role')
  expect(asked()).toEqual(['DescribeStackEvents', 'DescribeStackEvents'])
  stage.clock.advance(60_000)
  expect(await look()).toBe('CREATE_COMPLETE')
  expect(asked().slice(2)).toEqual(['DescribeStackEvents', 'DescribeStacks'])
  // What is done is read anew each time.
  expect(await look()).toBe('CREATE_COMPLETE')
  expect(asked().at(-1)).toBe('DescribeStacks')
})

test('a rollback, and a deletion by somebody else, are seen as what they are', async () => {
  const failing = await atWork()
  failing.stage.simulator.inject({ kind: 'stackFailure', logicalId: 'Role', reason: 'No.' })
  failing.stage.clock.advance(120_000)
  expect(await failing.look()).toBe('ROLLBACK_COMPLETE')

  const deleted = await atWork()
  const [stack] = deleted.stage.simulator.world.accounts.get(PAYER)?.stacks ?? []
  await deleted.stacks.delete(deleted.id)
  expect(await deleted.look()).toBe('DELETE_IN_PROGRESS')
  deleted.stage.clock.advance(120_000)
  expect(await deleted.look()).toBe('DELETE_COMPLETE')
  expect(stack?.status).toBe('DELETE_COMPLETE')
})

test('a look that is one too many is not repeated, and made later; after several it is told', async () => {
  const { stage, look, next, asked } = await atWork()
  const lift = stage.simulator.inject({ kind: 'throttling', ...EVENTS })
  expect(await next()).toBe(2 * WAITS.stack.everyMs)
  expect(asked()).toEqual(['DescribeStackEvents'])
  for (let more = 1; more < PUT_OFF_AT_MOST; more++) expect(await look()).toBe('CREATE_IN_PROGRESS')
  await expect(look()).rejects.toMatchObject({ error: { code: 'aws-throttled' } })
  lift()
  stage.clock.advance(60_000)
  expect(await look()).toBe('CREATE_COMPLETE')
})

test('a refusal to tell the history is told at once', async () => {
  const { stage, look } = await atWork()
  stage.simulator.inject({ kind: 'accessDenied', denial: 'missing-permission', ...EVENTS })
  await expect(look()).rejects.toMatchObject({ error: { code: 'aws-denied' } })
})
