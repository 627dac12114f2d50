import { describe, expect, it, onTestFinished, test } from 'vitest'
import { PAYER, simulated, type Simulated } from '../aws/testing/simulated.ts'
import { formatState, noChoices, type Choices } from '../checklist/state-file.ts'
import { NOT_MANAGED } from '../contract/managed.ts'
import { planPage } from '../documents/plan-page.ts'
import { answer, FITTING } from '../steps/testing/report-journey.ts'
import { builtInTemplate, firstTemplate } from '../steps/testing/ground.ts'
import {
  enter,
  playThrough,
  playUntilRegistration,
  startJourney,
  type Disk,
  type Journey,
} from '../steps/testing/journey.ts'
import { sha256Of } from '../template/review.ts'
import { inAccount, textOf } from '../testing/in-account.ts'
import { ENGLISH } from '../texts/en/index.ts'
import type { PlanPaper } from '../texts/plan-paper.ts'
import { planOf } from './plan-data.ts'

const US = { step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' } as const

async function begun(stage: Simulated, kept: Partial<Choices> = {}): Promise<Journey> {
  const disk: Disk = new Map([['state.json', formatState({ ...noChoices, ...kept })]])
  const journey = await startJourney(stage, disk)
  onTestFinished(() => journey.engine.stop())
  return journey
}

const planNow = ({
  engine,
}: {
  readonly engine: Pick<Journey['engine'], 'choices' | 'steps'>
}): PlanPaper =>
  planOf({
    choices: engine.choices,
    checklist: engine.steps,
    clock: { now: () => 0, sleep: () => Promise.resolve() },
    builtInTemplate,
    earlierTemplates: [firstTemplate],
    connectionId: 'connection',
    managed: NOT_MANAGED,
    appVersion: '1.2.3',
  })
const said = (plan: PlanPaper): string => textOf(planPage(ENGLISH, plan))
/** What becomes of each thing, in the order of the page. */
const fatesOf = ({ report, bucket, bucketPolicy, stack, resources }: PlanPaper): string[] =>
  [report, bucket, bucketPolicy, stack, ...resources].map(({ fate }) => fate)

describe('a plan of an account with nothing in it', () => {
  it('names no account before the sign-in, and says that nobody has looked', async () => {
    const journey = await begun(await simulated())
    const plan = planNow(journey)
    expect(plan).toMatchObject({ stage: 'before', managedBy: null, accountId: '' })
    expect(new Set(fatesOf(plan))).toEqual(new Set(['create-unless']))
    const text = said(plan)
    expect(text).toContain('its number is not known before the sign-in')
    expect(text).toContain('spot-eco-cur-ACCOUNT-ID-us-east-1-an')
    expect(text).toContain('Where it says “unless”, nobody has looked into AWS yet')
    expect(text).toContain('not said yet; planned as if by your company')
    expect(text).toContain('the role’s ARN (known once there is one)')
    expect(text).not.toMatch(/\d{4}-\d{4}-\d{4}|created by this app/i)
  })

  it('says before anything is created all that is in AWS at the end, and nothing else', async () => {
    const stage = await simulated()
    const { world } = stage.simulator
    const journey = await begun(stage)
    await journey.send(US)
    await enter(journey)
    await journey.reaches('cost-report', 'todo')
    expect(inAccount(world, PAYER)).toEqual([])
    const rolesBefore = new Set(world.accounts.get(PAYER)?.roles.keys())
    const bucketsBefore = new Set(world.buckets.keys())
    const plan = planNow(journey)
    const text = said(plan)
    await playThrough(journey)
    stage.simulator.settle()

    const there = inAccount(world, PAYER)
    expect(there.length).toBeGreaterThan(30)
    expect(there.filter((one) => !text.includes(one))).toEqual([])
    const account = world.accounts.get(PAYER)
    const newRoles = [...(account?.roles.keys() ?? [])].filter((name) => !rolesBefore.has(name))
    const newBuckets = [...world.buckets.keys()].filter((name) => !bucketsBefore.has(name))
    const named = (kind: string) =>
      plan.resources.filter((one) => one.kind === kind).map(({ name }) => name)
    expect(newRoles).toEqual(named('role'))
    expect(newBuckets).toEqual([plan.bucket.name])
    expect([...(account?.policies.values() ?? [])].map(({ name }) => name)).toEqual(named('policy'))
    expect(account?.reports.map(({ definition }) => definition.ReportName)).toEqual([
      plan.report.name,
    ])
    expect(account?.stacks.map(({ name }) => name)).toEqual([plan.stack.name])
  })

  it('tells what is done from what is to come, half way and at the end', async () => {
    const stage = await simulated()
    const journey = await begun(stage)
    await journey.send(US)
    await enter(journey)
    await journey.reaches('cost-report', 'todo')
    expect(fatesOf(planNow(journey))).toEqual([
      'create',
      'create',
      'create',
      'create-unless',
      'create-unless',
      'create-unless',
    ])
    const status = journey.status('cost-report')
    const ask = status.kind === 'todo' ? status.ask : null
    if (ask?.step !== 'cost-report' || ask.stage !== 'choose') throw new Error('no form')
    await journey.send({ step: 'cost-report', action: 'create', reviewed: '', ...ask.draft })
    await journey.reaches('bucket', 'pending', 'done')
    await journey.engine.idle()
    const half = planNow(journey)
    expect(half.stage).toBe('begun')
    expect(fatesOf(half)).toEqual([
      'created',
      'created',
      'created',
      'create-unless',
      'create-unless',
      'create-unless',
    ])
    expect(said(half)).toContain('Created by this app; proven from AWS.')
    await playThrough(journey)
    const end = planNow(journey)
    expect(end.stage).toBe('finished')
    expect(new Set(fatesOf(end))).toEqual(new Set(['created']))
    expect(end.roleArn).toBe(`arn:aws:iam::${PAYER}:role/SpotByNetApp_Finops_ReadOnly`)
    expect(end.externalId).toEqual({ kind: 'none' })
    expect(said(end)).toMatch(/Done on \w+ \d+, \d{4}/)
    expect(said(end)).toContain('Approved in the app by')
  })
})

describe('a plan where something is there already', () => {
  it('leaves open what is not decided, and then says that it is used as it is', async () => {
    const journey = await begun(await simulated({ scenario: 'report-fits' }))
    await journey.send(US)
    await enter(journey)
    await journey.reaches('cost-report', 'todo')
    const open = planNow(journey)
    expect(open.report).toMatchObject({ fate: 'choose', others: [FITTING.name] })
    expect(said(open)).toContain(`Could be used instead: ${FITTING.name}.`)
    await answer(journey, { step: 'cost-report', action: 'reuse', reportName: FITTING.name })
    const chosen = planNow(journey)
    expect(fatesOf(chosen).slice(0, 3)).toEqual(['reused', 'reused', 'reused'])
    expect(chosen.bucket).toMatchObject({ name: FITTING.bucket, proof: 'proven' })
    const text = said(chosen)
    expect(text).toContain('Was there already: used as it is; proven from AWS.')
    expect(text).not.toContain('Two statements')
    // Its files are other people's: nothing is said to be deleted.
    expect(text).not.toContain('delete the report’s folder')
    expect(text).not.toContain('spot-eco-cur-')
  })

  it('proposes the name that is free where the first is taken', async () => {
    const stage = await simulated({
      arrange(world) {
        const account = world.accounts.get(PAYER)
        account?.reports.push({
          definition: {
            ReportName: 'spot-eco',
            TimeUnit: 'DAILY',
            Format: 'textORcsv',
            Compression: 'GZIP',
            AdditionalSchemaElements: [],
            S3Bucket: 'elsewhere',
            S3Prefix: 'x',
            S3Region: 'us-east-1',
            AdditionalArtifacts: [],
            RefreshClosedReports: false,
            ReportVersioning: 'CREATE_NEW_REPORT',
          },
          created: 0,
          tags: {},
          delivery: undefined,
        })
      },
    })
    const journey = await begun(stage)
    expect(planNow(journey).report.name).toBe('spot-eco')
    expect(said(planNow(journey))).toContain('a name that is taken is replaced')
    await journey.send(US)
    await enter(journey)
    await journey.reaches('cost-report', 'todo')
    expect(planNow(journey).report).toMatchObject({ name: 'spot-eco-2', fate: 'create' })
  })
})

test('a plan of what an MSP manages leaves report and bucket to the MSP', async () => {
  const account = { id: PAYER, name: 'Northwind', email: '' }
  const plan = { managedBy: 'msp' as const, mspAccountId: '' }
  const journey = await begun(await simulated(), { plan, account, byHand: true })
  await journey.reaches('cost-report', 'todo')
  expect(fatesOf(planNow(journey)).slice(0, 2)).toEqual(['msp', 'msp'])
  expect(planNow(journey).bucket.name).toBe('')
  const before = said(planNow(journey))
  expect(before).toContain('name not known yet')
  expect(before).not.toContain('Policy of the bucket')
  expect(before).toContain('The MSP’s account: this app neither reads nor changes anything there.')
  expect(before).toContain('To Spot Support, in a request that you send yourself')
  await answer(journey, {
    step: 'cost-report',
    action: 'answer',
    bucketName: 'msp-customer-cur',
    prefix: 'cur',
    mspAccountId: '',
  })
  const told = planNow(journey)
  expect(told.bucket).toMatchObject({ fate: 'msp-told', name: 'msp-customer-cur' })
  expect(said(told)).toContain('Set up by your MSP; told by you, not verified.')
  expect(told.stage).toBe('begun')
})

test('a plan of what is done by hand claims no proof', async () => {
  const journey = await begun(await simulated())
  await journey.send(US)
  await journey.reaches('sign-in', 'todo')
  await answer(journey, { step: 'sign-in', action: 'by-hand' })
  await answer(journey, { step: 'sign-in', action: 'by-hand-account', accountId: PAYER })
  expect(new Set(fatesOf(planNow(journey)))).toEqual(new Set(['by-hand']))
  expect(said(planNow(journey))).toContain('the app reads nothing from AWS and proves nothing')
  await answer(journey, {
    step: 'cost-report',
    action: 'use-bucket',
    bucketName: 'our-own-cur',
    prefix: 'eco',
  })
  await journey.send({
    step: 'template',
    action: 'approve',
    sha256: planNow(journey).template.sha256,
  })
  await journey.reaches('template', 'done')
  const roleArn = `arn:aws:iam::${PAYER}:role/team/OurSpotRole`
  await answer(journey, { step: 'stack', action: 'use-role', roleArn, externalId: 'ours-1' })
  const plan = planNow(journey)
  expect(fatesOf(plan)).toEqual(['told', 'told', 'told', 'told', 'told'])
  expect(plan.resources.map(({ name }) => name)).toEqual(['OurSpotRole'])
  const text = said(plan)
  expect(text).toContain('Folder: eco.')
  expect(text).toContain(`role ${roleArn}`)
  expect(text).toContain('Approved in the app by somebody who was not signed in')
  expect(text).toContain('As the guide asks: Hourly detail')
  expect(text).toContain('Not read by the app. External ID: ours-1.')
  expect(text).toContain('Its own permissions decide what Spot may do')
  expect(text).not.toContain('Two statements')
  expect(text).not.toContain('proven from AWS')
})

describe('a plan with a template of one’s own', () => {
  const own = (action: string): string =>
    JSON.stringify({
      Parameters: {
        Team: { Type: 'String', Default: 'finance' },
        Secret: { Type: 'String', NoEcho: true, Default: 'hush-hush' },
      },
      Resources: {
        Reader: {
          Type: 'AWS::IAM::Role',
          Properties: {
            AssumeRolePolicyDocument: {
              Statement: [
                {
                  Effect: 'Allow',
                  Action: 'sts:AssumeRole',
                  Principal: { AWS: 'arn:aws:iam::111122223333:root' },
                },
              ],
            },
            Policies: [
              {
                PolicyName: 'read',
                PolicyDocument: {
                  Statement: [{ Effect: 'Allow', Action: action, Resource: '*' }],
                },
              },
            ],
          },
        },
      },
      Outputs: { SpotFinOpsRoleArn: { Value: { 'Fn::GetAtt': ['Reader', 'Arn'] } } },
    })
  const withOwn = async (body: string): Promise<PlanPaper> =>
    planNow(await begun(await simulated(), { ownTemplate: { fileName: 'own.json', body } }))

  it('shows what it may write in full, promises nothing, and hides what is to be hidden', async () => {
    const body = own('s3:DeleteBucket')
    const plan = await withOwn(body)
    const text = said(plan)
    expect(text).toContain('s3:DeleteBucket')
    expect(text).toContain('Nothing can be promised')
    expect(text).toContain('own.json (your own file)')
    expect(text).toContain(sha256Of(body))
    expect(text).toContain('arn:aws:iam::111122223333:root')
    expect(text).toContain('named by AWS (“Reader” of the template)')
    expect(text).toContain('Team = finance')
    expect(text).not.toContain('hush-hush')
    expect(text).not.toContain('884866656237')
  })

  it('says that a file which cannot be used is not what is planned', async () => {
    const plan = await withOwn('{"Resources":{"B":{"Type":"AWS::S3::Bucket"}}}')
    expect(plan.refusedTemplate).toBe('own.json')
    const text = said(plan)
    expect(text).toContain('The template file own.json cannot be used.')
    expect(text).toContain('eco-role.template.json (built into the app)')
  })
})

test('a plan of what was asked of somebody else, and of what was taken back, says so', async () => {
  const account = { id: PAYER, name: 'Northwind', email: '' }
  const plan = { managedBy: 'us' as const, mspAccountId: '' }
  const request = { accountId: PAYER, at: 1, file: 'a.html', present: [] }
  const asked = await begun(await simulated(), {
    plan,
    account,
    handedOver: [
      { step: 'cost-report', ...request },
      { step: 'stack', ...request },
    ],
  })
  expect(new Set(fatesOf(planNow(asked)))).toEqual(new Set(['asked']))

  const stage = await simulated()
  const journey = await begun(stage)
  await playUntilRegistration(journey)
  const choices = journey.engine.choices()
  const at = 1
  const taken = await begun(stage, {
    ...choices,
    disconnected: {
      accountId: PAYER,
      at,
      removed: [
        { id: 'stack', name: 'SpotEcoConnect', at, proven: true },
        { id: 'report', name: 'spot-eco', at, proven: false },
      ],
      left: [{ id: 'bucket', name: choices.report?.bucket ?? '', state: 'there' }],
      steps: [],
    },
  })
  const back = planNow(taken)
  expect(back.stage).toBe('taken-back')
  expect(fatesOf(back).toSpliced(2, 1)).toEqual([
    'removing',
    'left',
    'removed',
    'removed',
    'removed',
  ])
  expect(said(back)).not.toContain('Created by this app')
})

test('a plan promises no proof while nobody is signed in any more', async () => {
  const stage = await simulated()
  const journey = await begun(stage)
  await playUntilRegistration(journey)
  await journey.engine.idle()
  // What was proven keeps its name when it cannot be looked at.
  const error = { code: 'sign-in-code-expired', facts: {} } as const
  const steps = journey.engine
    .steps()
    .map((view) =>
      view.status.kind === 'done'
        ? { id: view.id, status: { kind: 'failed', error } as const, earlier: view.status }
        : view,
    )
  const { choices } = journey.engine
  expect(planNow({ engine: { choices, steps: () => steps } }).roleArn).toContain(':role/')
  const later = await begun(stage, journey.engine.choices())
  const plan = planNow(later)
  expect(new Set(fatesOf(plan))).toEqual(new Set(['created']))
  const text = said(plan)
  expect(text).not.toContain('proven from AWS')
  expect(text).toMatch(/proven earlier, not looked at now|not looked at now/)
})
