import { onTestFinished } from 'vitest'
import {
  addFittingReport,
  type Bucket,
  type ManagedPolicy,
  type Role,
} from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import { verdictOf, type Finding, type Health, type HealthId } from '../../contract/health.ts'
import { enter, playThrough, startJourney, type Disk, type Journey } from './journey.ts'
import { FITTING } from './report-journey.ts'
import { ROLE } from './stack-scene.ts'

/** A connection that was registered, and what belongs to it in AWS. */
export type MadeConnection = {
  readonly stage: Simulated
  readonly journey: Journey
  readonly disk: Disk
  readonly account: NonNullable<ReturnType<Simulated['simulator']['world']['accounts']['get']>>
  readonly buckets: Map<string, Bucket>
  readonly bucket: Bucket
  readonly role: Role
  readonly policy: ManagedPolicy
  readonly health: () => Health
  readonly finding: (id: HealthId) => Finding
  /** What the connection comes to, once everything that runs is over: `works`, or what is wrong. */
  readonly verdict: () => Promise<string>
  /** Opens it anew, signs in, and waits until everything is looked at. */
  readonly lookAgain: () => Promise<string>
  /** Looks at everything once more, while it is open. */
  readonly lookAnew: () => Promise<string>
  /** AWS delivers the report now. */
  readonly deliver: () => void
}

/** The whole journey with a report that fits and is delivered. */
export async function madeConnection(
  options: Parameters<typeof simulated>[0] = {},
): Promise<MadeConnection> {
  const stage = await simulated({
    stackSeconds: 20,
    arrange: (world) => addFittingReport(world, Date.now()),
    ...options,
  })
  stage.simulator.settle()
  deliver(stage)
  const disk: Disk = new Map()
  const journey = await startJourney(stage, disk)
  onTestFinished(() => journey.engine.stop())
  await playThrough(journey)
  await journey.engine.idle()
  return madeFrom(stage, journey, disk)
}

/** AWS delivers now into the bucket that every connection here has. */
function deliver({ clock, simulator: { world } }: Simulated): void {
  const now = clock.now()
  for (const report of world.accounts.get(PAYER)?.reports ?? [])
    report.delivery = { time: now, status: 'SUCCESS' }
  for (const object of world.buckets.get(FITTING.bucket)?.objects.values() ?? [])
    object.modified = now
}

function madeFrom(stage: Simulated, journey: Journey, disk: Disk): MadeConnection {
  const { accounts, buckets } = stage.simulator.world
  const account = accounts.get(PAYER)
  const bucket = buckets.get(FITTING.bucket)
  const role = account?.roles.get(ROLE)
  const policy = [...(account?.policies.values() ?? [])].find(({ name }) => name.startsWith(ROLE))
  if (!account || !bucket || !role || !policy) throw new Error('nothing was made')
  const health = (): Health => {
    const state = journey.health.state()
    if (!state) throw new Error('no health')
    return state
  }
  const verdict = async (): Promise<string> => {
    // What is found in the role is kept, and a step that goes on looks at it once more.
    for (let round = 0; round < 3; round++) {
      await journey.engine.idle()
      await journey.health.idle()
    }
    const { look, findings } = health()
    if (look !== 'looked' && look !== 'closed') return look
    const found = verdictOf(findings)
    if (found.kind === 'works' || found.kind === 'waits') return found.kind
    return findings
      .filter(({ state }) => state === (found.kind === 'broken' ? 'bad' : 'unseen'))
      .map(({ id, codes }) => `${id}: ${codes.join(', ')}`)
      .join('; ')
  }
  return {
    stage,
    journey,
    disk,
    account,
    buckets,
    bucket,
    role,
    policy,
    health,
    finding(id) {
      const found = health().findings.find((one) => one.id === id)
      if (!found) throw new Error(`nothing about ${id}`)
      return found
    },
    verdict,
    async lookAgain() {
      journey.engine.reopen()
      await enter(journey)
      return verdict()
    },
    async lookAnew() {
      journey.engine.lookAnew()
      return verdict()
    },
    deliver: () => deliver(stage),
  }
}
