import { describe, expect, it } from 'vitest'
import { suggestBucketName } from '../aws/client/bucket-name.ts'
import { PAYER, simulated, type Simulated } from '../aws/testing/simulated.ts'
import { addFittingReport, SPOT_DEMO_TOKEN } from '../../e2e/simulator/index.ts'
import {
  enter,
  playThrough,
  playUntilRegistration,
  startJourney,
  type Disk,
} from './testing/journey.ts'

/** What one complete journey leaves in AWS and at Spot: one of each, whatever happened on the way. */
function expectOneOfEach({ simulator, stored }: Simulated): void {
  simulator.settle()
  const account = simulator.world.accounts.get(PAYER)
  expect(account?.reports.map(({ definition }) => definition.ReportName)).toEqual(['spot-eco'])
  expect(
    [...simulator.world.buckets.keys()].filter((name) => name.startsWith('spot-eco-cur')),
  ).toEqual([suggestBucketName(PAYER)])
  expect(account?.stacks.map(({ name }) => name)).toEqual(['SpotEcoConnect'])
  expect([...(account?.roles.keys() ?? [])]).toContain('SpotByNetApp_Finops_ReadOnly')
  expect(simulator.world.spot.registrations.size).toBe(1)
  expect(stored()).toBeNull()
}

describe('the whole checklist', () => {
  it('leaves one report, one bucket, one stack, one registration, and no token', async () => {
    const stage = await simulated()
    const disk: Disk = new Map()
    const journey = await startJourney(stage, disk)
    await playThrough(journey)
    await journey.engine.idle()
    expectOneOfEach(stage)
    expect(stage.simulator.world.sso.sessions.size).toBe(0)
    expect(disk.get('summary.txt')).toContain(PAYER)
    journey.engine.stop()
  })

  it('can be killed before and after every change, and ends the same', async () => {
    const points = await boundariesOfAJourney()
    expect(points.length).toBeGreaterThan(20)
    for (const [index, point] of points.entries()) {
      const stage = await simulated()
      const disk: Disk = new Map()
      await playUntil(stage, disk, index)
      const journey = await startJourney(stage, disk)
      await playThrough(journey).catch((cause: unknown) => {
        throw new Error(`after a crash ${point}`, { cause })
      })
      await journey.engine.idle()
      expectOneOfEach(stage)
      // Only tokens that were lost before they could be kept cannot be given back.
      const lost = point === 'before tokens.save' ? 1 : 0
      expect(stage.simulator.world.sso.sessions.size, point).toBe(lost)
      journey.engine.stop()
    }
  }, 900_000)
})

/** Plays once and notes each boundary that was passed. */
async function boundariesOfAJourney(): Promise<string[]> {
  const points: string[] = []
  const journey = await startJourney(await simulated(), new Map(), async (name) => {
    points.push(name)
  })
  await playThrough(journey)
  await journey.engine.idle()
  journey.engine.stop()
  return points
}

/** Plays until the boundary with this index, from which the app never returns. */
async function playUntil(stage: Simulated, disk: Disk, index: number): Promise<void> {
  let passed = 0
  await new Promise<void>((resolve, reject) => {
    const starting = startJourney(stage, disk, () => {
      passed += 1
      if (passed <= index) return Promise.resolve()
      resolve()
      return new Promise(() => undefined)
    })
    starting
      .then(async (journey) => {
        await playThrough(journey)
        reject(new Error('the journey ended before it could crash'))
      })
      .catch(reject)
  })
}

describe('choices of another account', () => {
  it('are no choices here, and are there again when that account is', async () => {
    const stage = await simulated({ arrange: (world) => addFittingReport(world, Date.now()) })
    const journey = await startJourney(stage)
    const { send, reaches } = journey
    await send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await enter(journey)
    const report = await reaches('cost-report', 'todo')
    if (
      report.kind !== 'todo' ||
      report.ask.step !== 'cost-report' ||
      report.ask.stage !== 'choose'
    )
      throw new Error('no ask')
    const [fitting] = report.ask.reports
    await send({ step: 'cost-report', action: 'reuse', reportName: fitting?.name ?? '' })
    await reaches('cost-report', 'done')

    await send({ step: 'sign-in', action: 'other-account' })
    await reaches('sign-in', 'todo')
    await send({ step: 'sign-in', action: 'choose-account', accountId: '730915264418' })
    await reaches('sign-in', 'acting')
    await reaches('sign-in', 'todo', 'failed')
    await send({ step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: '' })
    await journey.engine.idle()

    await send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await reaches('plan', 'done')
    await reaches('sign-in', 'todo', 'failed')
    await send({ step: 'sign-in', action: 'other-account' })
    await reaches('sign-in', 'todo')
    await enter(journey)
    await reaches('cost-report', 'done')
    journey.engine.stop()
  })
})

/** Comes as far as the form for a new report. */
async function untilReport(stage: Simulated, disk?: Disk) {
  const journey = await startJourney(stage, disk)
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await enter(journey)
  const status = await journey.reaches('cost-report', 'todo')
  if (status.kind !== 'todo' || status.ask.step !== 'cost-report' || status.ask.stage !== 'choose')
    throw new Error('no form')
  return {
    journey,
    create: { step: 'cost-report', action: 'create', reviewed: '', ...status.ask.draft } as const,
  }
}

describe('a Spot token that was typed', () => {
  it.each(['sign-out', 'other-account'] as const)(
    'does not outlast the session it was typed in: %s',
    async (action) => {
      const journey = await startJourney(await simulated())
      const { send, reaches } = journey
      const tokenShown = async () => {
        const status = await reaches('registration', 'todo')
        return status.kind === 'todo' && status.ask.step === 'registration'
          ? status.ask.token
          : 'no ask'
      }
      await playUntilRegistration(journey)
      await send({ step: 'registration', action: 'connect', token: SPOT_DEMO_TOKEN })
      await reaches('registration', 'acting')
      expect(await tokenShown()).toBe('checked')
      await send({ step: 'sign-in', action })
      await reaches('sign-in', 'todo')
      await enter(journey)
      expect(await tokenShown()).toBe('none')
      journey.engine.stop()
    },
  )
})

describe('what was agreed to', () => {
  it('is done where it was agreed, or not at all: the answers stand still meanwhile', async () => {
    const stage = await simulated()
    const { journey, create } = await untilReport(stage)
    stage.simulator.inject({ kind: 'latency', ms: 300, service: 's3' })
    await journey.send(create)
    expect(journey.status('cost-report').kind).toBe('acting')
    const refused = { accepted: false, error: { code: 'busy' } }
    for (const command of [
      { step: 'sign-in', action: 'other-account' },
      { step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: '' },
    ] as const) {
      expect(await journey.engine.command(command)).toMatchObject(refused)
    }
    await journey.reaches('cost-report', 'done')
    journey.engine.stop()
  })

  it('is not done later in another account', async () => {
    const stage = await simulated()
    const { journey, create } = await untilReport(stage)
    stage.simulator.world.sso.endSsoSession()
    stage.simulator.world.sso.expireRoleCredentials()
    await journey.send(create)
    const failed = await journey.reaches('cost-report', 'failed')
    expect(failed).toMatchObject({ error: { code: 'sign-in-ended' } })
    await journey.send({ step: 'sign-in', action: 'sign-in-again' })
    await journey.reaches('sign-in', 'acting')
    await journey.reaches('cost-report', 'done')
    expect(stage.simulator.world.accounts.get(PAYER)?.reports).toHaveLength(1)
    journey.engine.stop()

    const other = await simulated()
    const again = await untilReport(other)
    other.simulator.world.sso.endSsoSession()
    other.simulator.world.sso.expireRoleCredentials()
    await again.journey.send(again.create)
    await again.journey.reaches('cost-report', 'failed')
    await again.journey.send({ step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: '' })
    await again.journey.engine.idle()
    await again.journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await enter(again.journey)
    await again.journey.reaches('cost-report', 'todo')
    expect(other.simulator.world.accounts.get(PAYER)?.reports).toEqual([])
    again.journey.engine.stop()
  })
})

describe('the wipe', () => {
  it('says that AWS could not be told, and tells it when asked again', async () => {
    const stage = await simulated()
    const journey = await startJourney(stage)
    const lift = stage.simulator.inject({ kind: 'reset', service: 'sso', operation: 'Logout' })
    await playThrough(journey)
    await journey.engine.idle()
    expect(journey.wipe.state().kind).toBe('failed')
    expect(journey.engine.choices().registered?.wiped).toBe(false)
    expect(stage.stored()).toBeNull()
    lift()
    expect(await journey.wipe.run()).toBe(true)
    expect(stage.simulator.world.sso.sessions.size).toBe(0)
    journey.engine.stop()
  })

  it('keeps nobody waiting for an AWS that does not answer: Cancel leaves it to the wipe', async () => {
    const stage = await simulated()
    const journey = await startJourney(stage)
    stage.simulator.inject({ kind: 'hang', service: 'sso', operation: 'Logout' })
    const cancelled: boolean[] = []
    journey.watch(() => {
      const status = journey.status('registration')
      if (status.kind !== 'acting' || status.progress.kind !== 'working') return
      if (status.progress.doing !== 'wiping' || cancelled.length > 0) return
      cancelled.push(true)
      journey.engine.command({ step: 'registration', action: 'cancel' }).catch(() => undefined)
    })
    await playThrough(journey)
    expect(cancelled).toEqual([true])
    expect(journey.wipe.state().kind).toBe('wiping')
    expect(journey.engine.choices().registered?.wiped).toBe(false)
    expect(stage.stored()).toBeNull()
    journey.engine.stop()
  })
})
