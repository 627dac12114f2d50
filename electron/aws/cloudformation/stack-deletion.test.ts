import { expect, test } from 'vitest'
import { fail, isCode } from '../../errors/failure.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import { deleteStack } from './stack-deletion.ts'
import { createStacks } from './stacks.ts'
import { until } from '../../testing/until.ts'

const BODY = JSON.stringify({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
    },
  },
})

/** A complete stack, and what deletes it. */
async function complete() {
  const stage = await simulated({ stackSeconds: 20 })
  const { access } = await stage.enter()
  const stacks = createStacks(access)
  const id = await stacks.create({
    name: 'spot-eco',
    body: BODY,
    parameters: {},
    capabilities: ['CAPABILITY_IAM'],
    token: 'token',
    tags: {},
  })
  stage.clock.advance(60_000)
  stage.simulator.settle()
  const [stack] = stage.simulator.world.accounts.get(PAYER)?.stacks ?? []
  if (!stack) throw new Error('no stack')
  const remove = (signal = new AbortController().signal) =>
    deleteStack({ stacks, clock: stage.clock }, { id, name: 'spot-eco' }, signal)
  return { stage, stack, remove }
}

test('waits until AWS has deleted the stack, and finds nothing to do the second time', async () => {
  const { stage, stack, remove } = await complete()
  const before = stage.clock.slept.length
  expect(await remove()).toBeNull()
  expect(stack.status).toBe('DELETE_COMPLETE')
  const looked = stage.clock.slept.length
  expect(looked).toBeGreaterThan(before + 1)
  expect(await remove()).toBeNull()
  expect(stage.clock.slept).toHaveLength(looked)
})

test('resolves the stack that AWS could not delete', async () => {
  const { stage, remove } = await complete()
  stage.simulator.inject({
    kind: 'accessDenied',
    service: 'iam',
    operation: 'DeleteRole',
    denial: 'missing-permission',
  })
  expect(await remove()).toMatchObject({ name: 'spot-eco', status: 'DELETE_FAILED' })
})

test('gives up after ten minutes, and AWS goes on by itself', async () => {
  const { stage, stack, remove } = await complete()
  stack.seconds = 4000
  const began = stage.clock.now()
  const given = await remove().catch((error: unknown) => error)
  expect(isCode(given, 'removal-slow')).toBe(true)
  expect(stage.clock.now() - began).toBeGreaterThanOrEqual(10 * 60_000)
  expect(stage.clock.now() - began).toBeLessThan(11 * 60_000)
  stage.clock.advance(2 * 3600_000)
  stage.simulator.settle()
  expect(stack.status).toBe('DELETE_COMPLETE')
})

test('ends at once when the waiting is ended', async () => {
  const { stage, stack, remove } = await complete()
  stack.seconds = 4000
  const abort = new AbortController()
  const before = stage.clock.slept.length
  const removing = remove(abort.signal)
  const ended = expect(removing).rejects.toMatchObject({ error: { code: 'cancelled' } })
  await until(() => expect(stage.clock.slept.length).toBeGreaterThan(before))
  abort.abort(fail('cancelled'))
  await ended
  expect(stack.status).toBe('DELETE_IN_PROGRESS')
})
