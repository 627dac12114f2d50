import { describe, expect, test } from 'vitest'
import type { BillingTransfer, Fault, World } from '../../../e2e/simulator/index.ts'
import { toAppError } from '../../errors/failure.ts'
import { PAYER, simulated, type Simulated } from '../testing/simulated.ts'
import { createBillingTransfers, type Transfers } from './billing-transfers.ts'

const RESELLER = '562910847733'
const OTHER = '295840173366'
const DAY = 86_400_000
const OUTBOUND = 'ListOutboundResponsibilityTransfers'
const INBOUND = 'ListInboundResponsibilityTransfers'

const organizationOf = ({ organization }: World) => {
  if (!organization) throw new Error('The scenario has lost its organization')
  return organization
}
const transfer = (fields: Partial<BillingTransfer>): BillingTransfer => ({
  id: 'rt-00000000',
  name: 'To our reseller',
  status: 'ACCEPTED',
  sourceAccountId: PAYER,
  targetAccountId: RESELLER,
  starts: 0,
  ...fields,
})
/** By days from now on; the simulator's clock is the app's. */
const made = (
  stage: Simulated,
  ...all: readonly (Partial<BillingTransfer> & { from: number; until?: number })[]
): BillingTransfer[] =>
  all.map(({ from, until, ...fields }, index) => {
    const at = (days: number): number => stage.clock.now() + days * DAY
    const ends = until === undefined ? {} : { ends: at(until) }
    return transfer({ id: `rt-0000000${index}`, ...fields, starts: at(from), ...ends })
  })

async function asked(arrange: (stage: Simulated) => void = () => undefined, patienceMs?: number) {
  const stage = await simulated()
  const { access } = await stage.enter()
  arrange(stage)
  return { stage, transfers: createBillingTransfers(access, patienceMs) }
}
const outboundOf = async (
  ...all: readonly (Partial<BillingTransfer> & { from: number; until?: number })[]
): Promise<Transfers> => {
  const { transfers } = await asked((stage) => {
    organizationOf(stage.simulator.world).outboundTransfers = made(stage, ...all)
  })
  return (await transfers.read()).outbound
}
const who = (side: Transfers) =>
  side.kind === 'known'
    ? [side.now.map(({ accountId }) => accountId), side.ahead.map(({ accountId }) => accountId)]
    : side
const UNKNOWN = { kind: 'unknown', denied: false }

describe('who pays the bill', () => {
  test('is this account where nothing was transferred', async () => {
    const { transfers } = await asked()
    const none = { kind: 'known', now: [], ahead: [] }
    expect(await transfers.read()).toEqual({ outbound: none, inbound: none })
  })

  test('is the other account, told with its e-mail and since when', async () => {
    const { stage, transfers } = await asked(({ simulator, clock }) => {
      const { world } = simulator
      organizationOf(world).outboundTransfers = [transfer({ starts: clock.now() - DAY })]
    })
    expect((await transfers.read()).outbound).toEqual({
      kind: 'known',
      now: [
        {
          accountId: RESELLER,
          email: `aws+${RESELLER}@example.com`,
          starts: stage.clock.now() - DAY,
          ends: null,
        },
      ],
      ahead: [],
    })
  })

  test.each([
    ['REQUESTED', { from: -1 }, [[], []]],
    ['DECLINED', { from: -1 }, [[], []]],
    ['CANCELED', { from: -1 }, [[], []]],
    ['EXPIRED', { from: -1 }, [[], []]],
    ['PROGRESS', { from: -1 }, [[], []]],
    ['SOMETHING_NEW', { from: -1 }, [[], []]],
    ['ACCEPTED', { from: -1 }, [[RESELLER], []]],
    ['ACCEPTED', { from: -1, until: 1 }, [[RESELLER], []]],
    ['ACCEPTED', { from: -9, until: -1 }, [[], []]],
    ['ACCEPTED', { from: 0 }, [[RESELLER], []]],
    ['ACCEPTED', { from: -1, until: 0 }, [[], []]],
    ['ACCEPTED', { from: 3 }, [[], [RESELLER]]],
    ['WITHDRAWN', { from: -9, until: 1 }, [[RESELLER], []]],
    ['WITHDRAWN', { from: -9, until: -1 }, [[], []]],
    ['WITHDRAWN', { from: -9 }, [[RESELLER], []]],
    ['WITHDRAWN', { from: 3, until: 9 }, [[], [RESELLER]]],
    ['WITHDRAWN', { from: 3, until: 3 }, [[], []]],
    ['WITHDRAWN', { from: 3 }, UNKNOWN],
  ])('%s, by days from now %j', async (status, days, expected) => {
    const found = await outboundOf({ ...days, status })
    expect(who(found)).toEqual(expected)
  })

  test('changes with the time, by the clock that is given', async () => {
    const { stage, transfers } = await asked((at) => {
      organizationOf(at.simulator.world).outboundTransfers = made(at, {
        from: 1 / 24,
        until: 3 / 24,
      })
    })
    const now = async () => who((await transfers.read()).outbound)
    expect(await now()).toEqual([[], [RESELLER]])
    stage.clock.advance(DAY / 12)
    expect(await now()).toEqual([[RESELLER], []])
    stage.clock.advance(DAY / 12)
    expect(await now()).toEqual([[], []])
  })

  test('is told of two transfers: one that runs out, and the next', async () => {
    const found = await outboundOf(
      { from: -60, until: 5, status: 'WITHDRAWN' },
      { from: 5, targetAccountId: OTHER },
      { from: -99, until: -60, targetAccountId: OTHER },
    )
    expect(who(found)).toEqual([[RESELLER], [OTHER]])
  })

  test('is told of two accounts where AWS names two', async () => {
    const found = await outboundOf({ from: -60 }, { from: -5, targetAccountId: OTHER })
    expect(who(found)).toEqual([[RESELLER, OTHER], []])
  })

  test('is not known where AWS leaves out who it is', async () => {
    expect(await outboundOf({ from: -1, targetAccountId: '' })).toEqual(UNKNOWN)
    const found = await outboundOf({ from: -1, targetAccountId: '' }, { from: -1 })
    expect(who(found)).toEqual([[RESELLER], []])
  })
})

test('inbound transfers name whose bills this account pays', async () => {
  const { transfers } = await asked((stage) => {
    organizationOf(stage.simulator.world).inboundTransfers = made(
      stage,
      { from: -9, sourceAccountId: OTHER, targetAccountId: PAYER },
      { from: -9, until: -1, sourceAccountId: RESELLER, targetAccountId: PAYER },
    )
  })
  const { inbound, outbound } = await transfers.read()
  expect(who(inbound)).toEqual([[OTHER], []])
  expect(who(outbound)).toEqual([[], []])
})

describe('page by page', () => {
  const many = (stage: Simulated): BillingTransfer[] =>
    made(stage, ...Array.from({ length: 44 }, () => ({ from: -9, status: 'EXPIRED' })), {
      from: -9,
    })

  test('all are read, whatever is on the first page', async () => {
    const { stage, transfers } = await asked((at) => {
      organizationOf(at.simulator.world).outboundTransfers = many(at)
    })
    expect(who((await transfers.read()).outbound)).toEqual([[RESELLER], []])
    const asks = stage.simulator.requests.filter(({ operation }) => operation === OUTBOUND)
    expect(asks).toHaveLength(3)
  })

  /** The second page is denied. */
  async function halfRead(arrange: (stage: Simulated) => BillingTransfer[]) {
    const stage = await simulated()
    const { access } = await stage.enter()
    organizationOf(stage.simulator.world).outboundTransfers = arrange(stage)
    const onCall = ({ operation }: { readonly operation: string }): void => {
      if (operation === OUTBOUND)
        stage.simulator.inject({ kind: 'accessDenied', operation, denial: 'session-policy' })
    }
    return createBillingTransfers({ ...access, onCall }).read()
  }

  test('a page that does not come leaves it unknown', async () => {
    expect((await halfRead(many)).outbound).toEqual({ kind: 'unknown', denied: true })
  })

  test('who was named on the first page pays, whatever the second would have said', async () => {
    const { outbound } = await halfRead((at) => many(at).toReversed())
    expect(who(outbound)).toEqual([[RESELLER], []])
  })
})

describe('what AWS does not say is unknown, and no error', () => {
  const at = { service: 'organizations', operation: OUTBOUND } as const
  const refusal = (code: string): Fault => ({
    ...at,
    kind: 'error',
    code,
    status: 400,
    message: code,
  })
  test.each<[string, Fault, boolean]>([
    ['a denial', { ...at, kind: 'accessDenied', denial: 'missing-permission' }, true],
    ['no organization', refusal('AWSOrganizationsNotInUseException'), false],
    ['another partition', refusal('UnsupportedAPIEndpointException'), false],
    ['an operation that is not there', refusal('UnknownOperationException'), false],
    ['a quota', refusal('ConstraintViolationException'), false],
    ['too many requests', { ...at, kind: 'throttling' }, false],
    ['a lost connection', { ...at, kind: 'reset' }, false],
    ['a cut answer', { ...at, kind: 'truncated' }, false],
    ['a web page', { ...at, kind: 'html' }, false],
  ])('%s', async (_, fault, denied) => {
    const { transfers } = await asked(({ simulator }) => {
      organizationOf(simulator.world).outboundTransfers = [transfer({})]
      simulator.inject(fault)
    })
    expect(await transfers.read()).toEqual({
      outbound: { kind: 'unknown', denied },
      inbound: { kind: 'known', now: [], ahead: [] },
    })
  })

  test('an answer that never comes is not waited for', async () => {
    const { transfers } = await asked(
      ({ simulator }) => simulator.inject({ ...at, kind: 'hang' }),
      50,
    )
    expect((await transfers.read()).outbound).toEqual(UNKNOWN)
  })

  test('one hiccup is survived', async () => {
    const { transfers } = await asked(({ simulator }) => {
      organizationOf(simulator.world).outboundTransfers = [transfer({})]
      simulator.inject({ ...at, kind: 'throttling', count: 1 })
    })
    expect(who((await transfers.read()).outbound)).toEqual([[RESELLER], []])
  })
})

test('whoever cancels, or is signed out, is told that', async () => {
  const { stage, transfers } = await asked()
  const lift = stage.simulator.inject({
    kind: 'hang',
    service: 'organizations',
    operation: INBOUND,
  })
  const controller = new AbortController()
  const code = (reading: Promise<unknown>) =>
    reading.then(
      () => 'no error',
      (error: unknown) => toAppError(error).code,
    )
  const reading = code(transfers.read(controller.signal))
  await expect
    .poll(() => stage.simulator.requests.some(({ operation }) => operation === INBOUND))
    .toBe(true)
  controller.abort()
  expect(await reading).toBe('cancelled')
  lift()
  stage.simulator.world.sso.endSsoSession()
  stage.simulator.world.sso.expireRoleCredentials()
  expect(await code(transfers.read())).toBe('sign-in-ended')
})
