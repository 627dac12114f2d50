import { expect, onTestFinished, test } from 'vitest'
import { addFittingReport } from '../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../aws/testing/simulated.ts'
import { enter, playThrough, startJourney, type Journey } from './testing/journey.ts'
import { BUCKET } from './testing/late-steps.ts'
import { FITTING, answer } from './testing/report-journey.ts'
import {
  askOf,
  code,
  create,
  evidence,
  MSP,
  orphanedRole,
  started,
  useRole,
} from './testing/stack-scene.ts'
import { roleArn } from './testing/stack-scene.ts'

/** Dots; and what us-east-1 took until 2018: capitals, underscores, more than 63 characters. */
const NAMES = ['northwind.billing.reports', 'Northwind_Billing', `old.${'Billing_'.repeat(12)}-`]

/** The payer's fitting report, in a bucket of that name. */
async function withReportIn(name: string): Promise<{ stage: Simulated; journey: Journey }> {
  const stage = await simulated({
    arrange(world) {
      addFittingReport(world, Date.now())
      const bucket = world.buckets.get(FITTING.bucket)
      const report = world.accounts.get(PAYER)?.reports[0]
      if (!bucket || !report) throw new Error('no report')
      world.buckets.delete(bucket.name)
      bucket.policy = bucket.policy?.replaceAll(bucket.name, name)
      bucket.name = name
      world.buckets.set(name, bucket)
      report.definition = { ...report.definition, S3Bucket: name }
    },
  })
  stage.simulator.settle()
  const journey = await startJourney(stage)
  onTestFinished(() => journey.engine.stop())
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await enter(journey)
  await journey.reaches('cost-report', 'todo')
  return { stage, journey }
}

test.each(NAMES)('a report in an old bucket gets as far as Spot: %s', async (name) => {
  const { stage, journey } = await withReportIn(name)
  await answer(journey, { step: 'cost-report', action: 'reuse', reportName: FITTING.name })
  await playThrough(journey)
  const { world } = stage.simulator
  expect(world.accounts.get(PAYER)?.stacks[0]?.parameters).toMatchObject({
    CostAndUsageBucket: name,
  })
  expect(JSON.stringify([...world.spot.registrations.values()])).toContain(name)
  expect(stage.simulator.violations).toEqual([])
})

test.each(NAMES)('it is found when somebody tells it, as an address too: %s', async (name) => {
  const { journey } = await withReportIn(name)
  const told = { step: 'cost-report', action: 'use-bucket', prefix: '' } as const
  expect((await answer(journey, { ...told, bucketName: `s3://${name}/` })).kind).toBe('done')
  expect(journey.status('bucket').kind).toBe('done')
})

const toldByMsp = (bucketName: string) => ({
  plan: MSP,
  report: null,
  mspReport: { accountId: PAYER, bucketName, prefix: '', mspAccountId: '', at: 1 },
})

test.each(NAMES)('an MSP may tell it, for a role that is there: %s', async (name) => {
  const { stage, ...late } = await started({}, toldByMsp(name))
  stage.simulator.world.buckets.set(name, { ...bucketOf(stage), name })
  await orphanedRole(late, stage, { RoleName: 'Mine', CostAndUsageBucket: BUCKET })
  expect(code(await late.after(useRole(roleArn('Mine'))))).toBe('role-cannot-read')
})

test.each(NAMES)('an MSP may tell it, for a new role: %s', async (name) => {
  const { reaches, ...late } = await started({}, toldByMsp(name))
  await late.after(create(askOf(late.status('stack'))))
  const done = await reaches('stack', 'done', 'failed', 'todo')
  expect(evidence(done)).toMatchObject({ 'simulated-list': `arn:aws:s3:::${name}` })
})

function bucketOf({ simulator }: Simulated) {
  const bucket = simulator.world.buckets.get(BUCKET)
  if (!bucket) throw new Error('no bucket')
  return bucket
}
