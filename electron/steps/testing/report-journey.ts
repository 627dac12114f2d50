import { onTestFinished } from 'vitest'
import { addFittingReport, type Bucket, type PolicyDocument } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import type { CostReportAsk } from '../../contract/ask/cost-report.ts'
import type { Status } from '../../contract/status.ts'
import { enter, startJourney, type Journey } from './journey.ts'

/** Everything but tagging by a permission of its own, which creating a bucket with tags needs. */
export const withoutTagResource: PolicyDocument = {
  Statement: [
    { Effect: 'Allow', Action: '*', Resource: '*' },
    { Effect: 'Deny', Action: 's3:TagResource', Resource: '*' },
  ],
}

export const FITTING = { name: 'northwind-eco-hourly', bucket: 'northwind-cur-418207315602' }

type SimulatedReport = NonNullable<
  ReturnType<Simulated['simulator']['world']['accounts']['get']>
>['reports'][number]

export type ReportStage = {
  readonly stage: Simulated
  readonly journey: Journey
  readonly world: Simulated['simulator']['world']
  /** The report that fits, and its bucket. */
  readonly report: SimulatedReport
  readonly bucket: Bucket
}

/** An account with one fitting report, which has been delivered; signed in, nothing chosen. */
export async function withFittingReport(
  change: (report: SimulatedReport, bucket: Bucket) => void = () => undefined,
): Promise<ReportStage> {
  const stage = await simulated({ arrange: (world) => addFittingReport(world, Date.now()) })
  const { world } = stage.simulator
  stage.simulator.settle()
  const report = world.accounts.get(PAYER)?.reports[0]
  const bucket = world.buckets.get(FITTING.bucket)
  if (!report || !bucket) throw new Error('no report')
  change(report, bucket)
  const journey = await startJourney(stage)
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await enter(journey)
  await journey.reaches('cost-report', 'todo')
  return { stage, journey, world, report, bucket }
}

/** Sends a command and resolves what its step shows once nothing is running any more. */
export async function answer(
  { engine, send, status }: Journey,
  command: Parameters<Journey['send']>[0],
): Promise<Status> {
  await send(command)
  await engine.idle()
  return status(command.step)
}

/** Signed in, with the question for a report open. */
export async function asked(options: Parameters<typeof simulated>[0] = {}): Promise<{
  readonly journey: Journey
  readonly world: Simulated['simulator']['world']
  readonly stage: Simulated
}> {
  const stage = await simulated(options)
  const journey = await startJourney(stage)
  onTestFinished(() => journey.engine.stop())
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await enter(journey)
  await journey.reaches('cost-report', 'todo')
  return { journey, stage, world: stage.simulator.world }
}

/** The question for a report, which must be what is shown. */
export function askOf(status: Status): CostReportAsk {
  if (!('ask' in status) || status.ask?.step !== 'cost-report' || status.ask.stage !== 'choose')
    throw new Error(`no ask: ${status.kind}`)
  return status.ask
}
