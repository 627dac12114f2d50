import { describe, expect, it, onTestFinished } from 'vitest'
import { addColleaguesStack, addFittingReport } from '../../../e2e/simulator/index.ts'
import { PAYER, simulated, type Simulated } from '../../aws/testing/simulated.ts'
import type { AskMspAsk } from '../../contract/ask/cost-report.ts'
import type { StepCommand } from '../../contract/commands.ts'
import type { Status } from '../../contract/status.ts'
import { enter, startJourney, type Disk, type Journey } from '../testing/journey.ts'

const COPY = { step: 'cost-report', action: 'copy-request', language: 'en' } as const
const SENT = { step: 'cost-report', action: 'confirm-request-sent' } as const
const CHECK = { step: 'cost-report', action: 'check' } as const
const answer = (bucketName: string, prefix = '', mspAccountId = '') =>
  ({ step: 'cost-report', action: 'answer', bucketName, prefix, mspAccountId }) as const

type Scene = Journey & { readonly stage: Simulated; readonly disk: Disk }

/** As far as step 3 of an account that an MSP manages. */
async function started(
  stage: Simulated | Promise<Simulated> = simulated(),
  disk: Disk = new Map(),
): Promise<Scene> {
  const world = await stage
  const journey = await startJourney(world, disk)
  onTestFinished(() => journey.engine.stop())
  if (disk.size === 0) {
    await journey.send({ step: 'plan', action: 'choose', managedBy: 'msp', mspAccountId: '' })
    await enter(journey)
  }
  await journey.reaches('cost-report', 'todo', 'pending')
  return { ...journey, stage: world, disk }
}

async function after({ engine, status, send }: Journey, command: StepCommand): Promise<Status> {
  await send(command)
  await engine.idle()
  return status('cost-report')
}

function askIn(status: Status): AskMspAsk {
  const waits = status.kind === 'pending' && status.progress.kind === 'asked-msp'
  const ask = waits ? status.progress.ask : 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'cost-report' || ask.stage !== 'ask-msp') throw new Error(status.kind)
  return ask
}

describe('the request to the MSP', () => {
  it('is not sent before it has left the app, and is waited for after a restart too', async () => {
    const scene = await started()
    expect(await after(scene, SENT)).toMatchObject({ error: { code: 'request-not-copied' } })
    expect(askIn(await after(scene, CHECK)).asked).toBeNull()
    const copied = await after(scene, COPY)
    expect(askIn(copied).asked).toMatchObject({ how: 'copied', sent: false })
    expect(copied.kind).toBe('todo')
    expect(scene.desktop.copied[0]).toContain(PAYER)
    expect(await after(scene, SENT)).toMatchObject({
      kind: 'pending',
      blocks: true,
      progress: { kind: 'asked-msp', ask: { asked: { how: 'copied', sent: true } } },
    })
    for (const id of ['bucket', 'stack', 'registration'] as const)
      expect(scene.status(id).kind).toBe('waiting')
    scene.engine.stop()
    const again = await started(scene.stage, scene.disk)
    expect(again.status('cost-report').kind).toBe('pending')
    // Copied once more, it was sent when it was sent.
    const { asked } = askIn(again.status('cost-report'))
    expect(askIn(await after(again, COPY)).asked).toEqual(asked)
  })

  it('saved as a file is as good as sent', async () => {
    const scene = await started()
    const saved = await after(scene, { step: 'cost-report', action: 'hand-over', language: 'en' })
    expect(saved).toMatchObject({ kind: 'pending', progress: { kind: 'asked-msp' } })
    const { asked } = askIn(saved)
    expect(asked).toMatchObject({ how: 'file', sent: true })
    expect(asked?.file).toContain('cost-report')
  })

  it('is nothing for who manages the account alone', async () => {
    const scene = await started()
    await scene.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
    await scene.engine.idle()
    const refused = { accepted: false, error: { code: 'not-now' } }
    expect(await scene.engine.command(COPY)).toMatchObject(refused)
    expect(await after(scene, answer('a-bucket'))).toMatchObject({ error: { code: 'not-now' } })
  })
})

describe('the answer', () => {
  it('is held to what can be so, and the wait goes on', async () => {
    const scene = await started()
    await after(scene, COPY)
    await after(scene, SENT)
    for (const [told, code, field] of [
      [answer(''), 'bucket-name-invalid', 'bucketName'],
      [answer('cur', 'a\u202eb'), 'report-prefix-invalid', 'prefix'],
      [answer('cloudharbor-cur', '', '12'), 'msp-account-invalid', 'mspAccountId'],
    ] as const) {
      const refused = await after(scene, told)
      expect(refused).toMatchObject({ kind: 'todo', problem: { code, field } })
      expect(askIn(refused).asked?.sent).toBe(true)
    }
  })

  it('is told and not proven, lets the next steps begin, and can be corrected', async () => {
    const scene = await started()
    const told = await after(scene, answer(' s3://cloudharbor-cur/ ', 'cur', '5629-1084-7733'))
    expect(told).toMatchObject({
      kind: 'pending',
      blocks: false,
      progress: {
        kind: 'unverified',
        evidence: [
          { id: 'bucket', value: 'cloudharbor-cur' },
          { id: 'prefix', value: 'cur' },
          { id: 'msp-account', value: '562910847733' },
        ],
      },
    })
    expect(scene.status('bucket')).toEqual({ kind: 'skipped', why: 'msp-keeps-bucket' })
    expect(scene.status('stack')).toEqual({ kind: 'waiting', for: ['template'] })
    const open = await after(scene, { step: 'cost-report', action: 'change' })
    expect(askIn(open).answer).toEqual({
      bucketName: 'cloudharbor-cur',
      prefix: 'cur',
      mspAccountId: '562910847733',
    })
    expect(scene.status('bucket').kind).toBe('waiting')
  })

  it('is found in a stack or a report of the account, and only offered', async () => {
    const scene = await started()
    expect(askIn(scene.status('cost-report')).found).toEqual([])
    const { world } = scene.stage.simulator
    addColleaguesStack(world, 0, { accountId: PAYER, bucketName: 'cloudharbor-cur' })
    addFittingReport(world, 0)
    const { found } = askIn(await after(scene, CHECK))
    expect(found).toMatchObject([
      { by: 'stack', bucketName: 'cloudharbor-cur', prefix: '' },
      { by: 'report', bucketName: `northwind-cur-${PAYER}` },
    ])
    expect(scene.engine.choices().mspReport).toBeNull()
  })

  it('may be entered where the account cannot be looked through', async () => {
    const scene = await started()
    const { simulator } = scene.stage
    const deny = { kind: 'accessDenied', denial: 'missing-permission' } as const
    simulator.inject({ ...deny, service: 'cur' })
    simulator.inject({ ...deny, service: 'cloudformation' })
    expect(askIn(await after(scene, CHECK))).toMatchObject({ found: [], unread: null })
    expect((await after(scene, answer('cloudharbor-cur'))).kind).toBe('pending')
  })

  it('is told to be missing where AWS did not answer, and may be entered all the same', async () => {
    const scene = await started()
    scene.stage.simulator.inject({ kind: 'echo', code: 'Strange', status: 400, service: 'cur' })
    const { found, unread } = askIn(await after(scene, CHECK))
    expect(found).toEqual([])
    expect(unread?.code).toMatch(/^aws-/)
    expect((await after(scene, answer('cloudharbor-cur'))).kind).toBe('pending')
  })
})

it('does not go on with a bucket that was told before, and is not allowed by now', async () => {
  const { stage, disk, engine, ...before } = await started()
  await before.send(answer('northwind-cur', 'cur'))
  await before.reaches('cost-report', 'pending')
  engine.stop()
  const after = await startJourney(stage, disk, () => Promise.resolve(), {
    managed: { bucketName: 'finance-*' },
  })
  onTestFinished(() => after.engine.stop())
  await after.reaches('cost-report', 'todo')
  expect(after.status('cost-report')).toMatchObject({
    problem: { code: 'set-by-organization', facts: { setting: 'BucketNamePattern' } },
    // What was told stays in the field, to be corrected.
    ask: { stage: 'ask-msp', answer: { bucketName: 'northwind-cur' } },
  })
  await after.send(answer('finance-cur', 'cur'))
  await after.reaches('cost-report', 'pending')
})
