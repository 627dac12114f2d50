import { expect, onTestFinished, test } from 'vitest'
import { createStacks, type Stacks } from '../../electron/aws/cloudformation/stacks.ts'
import { nodeNet } from '../../electron/aws/testing/node-net.ts'
import { simulated, type Simulated } from '../../electron/aws/testing/simulated.ts'
import { SLOWEST_MS, WAITS } from '../../electron/base/waits.ts'
import { endpointsFrom } from '../../electron/network/endpoints-from.ts'
import { createHttpHandler } from '../../electron/network/network.ts'
import { administratorAccess, issueCredentials } from '../simulator/index.ts'
import { BELIEVED_RATES } from '../simulator/access/rates.ts'
import { newAccount } from '../simulator/world.ts'
import { pacedClock, type PacedClock } from './paced-clock.ts'
import { createTempo, type Tempo } from './tempo.ts'

const FIFTY = 50
const MINUTE = 60_000
const BODY = JSON.stringify({
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: { AssumeRolePolicyDocument: { Version: '2012-10-17', Statement: [] } },
    },
  },
})

const accountOf = (index: number): string => String(500_000_000_000 + index)

/** A person with everything allowed in an account of the simulator, and their way to CloudFormation. */
function operator(stage: Simulated, clock: PacedClock, tempo: Tempo, accountId: string): Stacks {
  const { simulator } = stage
  const arn = `arn:aws:iam::${accountId}:user/operator`
  const credentials = issueCredentials(simulator.world, {
    accountId,
    holder: { kind: 'identity', arn, policy: administratorAccess },
    expires: clock.now() + 60 * MINUTE,
  })
  return createStacks({
    endpoints: endpointsFrom(simulator.env),
    clock,
    requestHandler: createHttpHandler(tempo.net),
    credentials: () => Promise.resolve(credentials),
  })
}

/** Waits for a stack as the checklist does. Resolves when its end was seen (ms since the epoch). */
async function endSeen(stacks: Stacks, id: string, clock: PacedClock): Promise<number> {
  for (;;) {
    const stack = await stacks.look(id)
    if (stack?.status === 'CREATE_COMPLETE') return clock.now()
    if (!stack) throw new Error('The stack is gone')
    const { nextAt } = await stacks.progress(stack)
    await clock.sleep(Math.max(0, nextAt - clock.now()))
  }
}

/** Fifty stacks, begun at the same moment and done one after the other, each in the account of its number. */
async function fifty(accountFor: (index: number) => string) {
  const stage = await simulated({
    arrange(world) {
      for (let index = 0; index < FIFTY; index += 1) {
        const id = accountOf(index)
        world.accounts.set(id, newAccount({ id, name: id, email: `${id}@northwind.example` }))
      }
    },
  })
  const { world } = stage.simulator
  const clock = pacedClock(stage.clock)
  const tempo = createTempo(nodeNet())
  const done = async <T>(work: Promise<T>): Promise<T> => {
    await tempo.settled()
    return work
  }
  const begun: { readonly stacks: Stacks; readonly id: string; readonly endsAt: number }[] = []
  for (let index = 0; index < FIFTY; index += 1) {
    const stacks = operator(stage, clock, tempo, accountFor(index))
    const seconds = 10 + index * 0.2
    world.settings.stackSeconds = seconds
    const name = `spot-eco-${index}`
    const how = { body: BODY, parameters: {}, capabilities: ['CAPABILITY_IAM'], tags: {} }
    const id = await done(stacks.create({ ...how, name, token: name }))
    begun.push({ stacks, id, endsAt: clock.now() + seconds * 1000 })
  }
  onTestFinished(() => tempo.settled())
  return { stage, clock, tempo, begun, done }
}

const throttledIn = ({ simulator }: Simulated): number =>
  simulator.requests.filter(({ errorCode }) => errorCode === 'Throttling').length

test('fifty stacks of fifty accounts are seen done two seconds late at most, and nobody is asked too much', async () => {
  const { stage, clock, tempo, begun } = await fifty(accountOf)
  stage.simulator.world.settings.rates = BELIEVED_RATES
  clock.slow()
  tempo.begin()
  const ends = Promise.all(begun.map(({ stacks, id }) => endSeen(stacks, id, clock)))
  const began = clock.now()
  await clock.pass(MINUTE, tempo.settled)
  const late = (await ends).map((seen, index) => seen - (begun[index]?.endsAt ?? 0))
  expect(Math.max(...late)).toBeLessThanOrEqual(WAITS.stack.everyMs)
  expect(throttledIn(stage)).toBe(0)
  // Two calls find each stack at first and one finds it done; between, one call in two seconds.
  const looks = begun.reduce((all, { endsAt }) => all + (endsAt - began) / WAITS.stack.everyMs, 0)
  expect(tempo.calls().length).toBeLessThanOrEqual(looks + FIFTY * 5)
})

/**
 * Fifty apps at fifty computers know nothing of each other: 25 calls a second are what one in two seconds
 * each comes to, and AWS is believed to bear five. So they get out of each other's way.
 */
test('fifty apps that wait in one account ask less, give up nothing, and see each end', async () => {
  const { stage, clock, tempo, begun, done } = await fifty(() => accountOf(0))
  // All have looked once by the time that AWS says stop.
  for (const { stacks, id } of begun) {
    const stack = await done(stacks.look(id))
    if (stack) await done(stacks.progress(stack))
  }
  stage.simulator.world.settings.rates = BELIEVED_RATES
  clock.slow()
  tempo.begin()
  const ends = Promise.all(begun.map(({ stacks, id }) => endSeen(stacks, id, clock)))
  await clock.pass(5 * MINUTE, tempo.settled)
  const late = (await ends).map((seen, index) => seen - (begun[index]?.endsAt ?? 0))
  const refused = throttledIn(stage)
  expect(refused).toBeGreaterThan(0)
  expect(refused).toBeLessThan(tempo.calls().length / 2)
  expect(Math.max(...late)).toBeLessThanOrEqual(1.25 * SLOWEST_MS)
})
