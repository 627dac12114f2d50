import { describe, expect, it } from 'vitest'
import { PAYER, simulated } from '../../aws/testing/simulated.ts'
import { BUCKET, TEMPLATE_SHA256 } from '../testing/late-steps.ts'
import {
  CHECK,
  roleArn,
  started,
  begin,
  askOf,
  create,
  created,
  stacksOf,
  onlyStack,
  byColleague,
  code,
  evidence,
} from '../testing/stack-scene.ts'

describe('a stack that is there already', () => {
  it('is offered, taken up on request, proven like any other, and never deleted', async () => {
    const { stage, ...late } = await started()
    const id = await byColleague(late, stage, 'their-stack', { RoleName: 'Theirs' })
    const offered = askOf(await late.after(CHECK))
    expect(offered.adoptable).toEqual([
      {
        id,
        name: 'their-stack',
        status: 'CREATE_COMPLETE',
        roleArn: roleArn('Theirs'),
        createdHere: false,
      },
    ])
    const done = await late.after({ step: 'stack', action: 'adopt', stackId: id })
    expect(evidence(done)).toMatchObject({
      'role-arn': roleArn('Theirs'),
      'stack-name': 'their-stack',
    })
    expect(late.engine.choices().stack).toMatchObject({
      id,
      roleName: 'Theirs',
      bucketName: BUCKET,
      templateSha256: TEMPLATE_SHA256,
    })
    onlyStack(stage).status = 'ROLLBACK_COMPLETE'
    expect(askOf(await late.after(CHECK)).failedStack).toBeUndefined()
    const refused = await late.after({ step: 'stack', action: 'delete-failed' })
    expect(code(refused)).toBe('stack-not-ours')
    expect(stage.simulator.requests.map(({ operation }) => operation)).not.toContain('DeleteStack')
  })

  it('has to prove right', async () => {
    const { stage, ...late } = await started()
    const id = await byColleague(late, stage, 'other', { CostAndUsageBucket: 'another-bucket' })
    const failed = await late.after({ step: 'stack', action: 'adopt', stackId: id })
    expect(code(failed)).toBe('role-cannot-read')
    expect(askOf(failed).adoptable).toEqual([])
    const gone = await late.after({ step: 'stack', action: 'adopt', stackId: `${id}-no` })
    expect(code(gone)).toBe('stack-gone')
  })

  it('is no need: who may not list stacks creates one', async () => {
    const stage = await simulated({ stackSeconds: 20 })
    stage.simulator.inject({
      kind: 'accessDenied',
      service: 'cloudformation',
      operation: 'DescribeStacks',
      denial: 'missing-permission',
      count: 1,
    })
    const late = await begin(stage)
    expect(askOf(late.status('stack')).adoptable).toEqual([])
    expect((await created(late)).kind).toBe('done')
  })

  it('is not remembered as created here after AWS refused to create it', async () => {
    const stage = await simulated({ stackSeconds: 20 })
    const lift = stage.simulator.inject({
      kind: 'accessDenied',
      service: 'cloudformation',
      operation: 'CreateStack',
      denial: 'missing-permission',
    })
    const { engine, ...late } = await begin(stage)
    await late.after(create(askOf(late.status('stack'))))
    expect(engine.choices().created).toEqual([])
    lift()
    await late.after(create(askOf(late.status('stack'))))
    expect(engine.choices().created.map(({ kind }) => kind)).toEqual(['stack', 'stack'])
  })

  const askedWhen = (present: readonly string[]) => [
    { step: 'stack' as const, accountId: PAYER, at: 0, file: 'stack.html', present: [...present] },
  ]
  const asked = askedWhen([])

  it('is taken up without a question when somebody else was asked to create it', async () => {
    const { stage, ...late } = await started()
    await byColleague(late, stage, 'their-stack')
    late.engine.stop()
    const again = await begin(stage, { handedOver: asked })
    expect(evidence(again.status('stack'))).toMatchObject({ 'stack-name': 'their-stack' })
    expect(again.engine.choices().handedOver).toEqual([])
  })

  it('is not guessed among several, unless one has the name that was asked for', async () => {
    const { stage, ...late } = await started()
    await byColleague(late, stage, 'one', { RoleName: 'One', PolicyName: 'One' })
    await byColleague(late, stage, 'two', { RoleName: 'Two', PolicyName: 'Two' })
    late.engine.stop()
    const again = await begin(stage, { handedOver: asked })
    expect(again.status('stack')).toMatchObject({
      kind: 'pending',
      progress: { kind: 'handed-over' },
    })
    again.engine.stop()
    await byColleague(late, stage, 'SpotEcoConnect')
    const third = await begin(stage, { handedOver: asked })
    expect(evidence(third.status('stack'))).toMatchObject({ 'stack-name': 'SpotEcoConnect' })
  })

  it('is not taken for an answer when it was there before anybody was asked', async () => {
    const { stage, ...late } = await started()
    await byColleague(late, stage, 'their-stack')
    late.engine.stop()
    const present = stage.simulator.world.accounts.get(PAYER)?.stacks.map(({ id }) => id) ?? []
    const again = await begin(stage, { handedOver: askedWhen(present) })
    expect(again.status('stack')).toMatchObject({
      kind: 'pending',
      progress: { kind: 'handed-over', found: null },
    })
  })

  it('is taken up in the place of one that is gone', async () => {
    const { stage, ...late } = await started()
    await created(late)
    const { stack } = late.engine.choices()
    late.engine.stop()
    const account = stage.simulator.world.accounts.get(PAYER)
    account?.stacks.splice(0)
    account?.roles.clear()
    account?.policies.clear()
    const waiting = await begin(stage, { handedOver: asked, stack })
    expect(waiting.status('stack')).toMatchObject({
      progress: { kind: 'handed-over', found: { code: 'stack-gone' } },
    })
    await byColleague(waiting, stage, 'their-stack')
    waiting.engine.stop()
    const again = await begin(stage, { handedOver: asked, stack })
    expect(evidence(again.status('stack'))).toMatchObject({ 'stack-name': 'their-stack' })
  })

  it('is left alone when it only has the same name', async () => {
    const { stage, ...late } = await started()
    await byColleague(late, stage, 'SpotEcoConnect')
    const taken = await late.after(create(askOf(await late.after(CHECK))))
    expect(taken).toMatchObject({
      kind: 'todo',
      problem: { code: 'stack-name-taken', field: 'stackName' },
    })
    expect(askOf(taken).adoptable.map(({ name }) => name)).toEqual(['SpotEcoConnect'])
  })

  it('is still used, but not deleted, when somebody has removed its tag', async () => {
    const { stage, ...late } = await started()
    await created(late)
    onlyStack(stage).tags = {}
    expect((await late.after(CHECK)).kind).toBe('done')
    onlyStack(stage).status = 'ROLLBACK_COMPLETE'
    const failed = await late.after(CHECK)
    expect(code(failed)).toBe('stack-failed')
    expect(askOf(failed).failedStack).toBeUndefined()
  })

  it.each(['deleted', 'forgotten'])('is created again when it was %s meanwhile', async (how) => {
    const { stage, ...late } = await started()
    await created(late)
    await late.stacks.delete(onlyStack(stage).id)
    stage.clock.advance(60_000)
    stage.simulator.settle()
    if (how === 'forgotten') stacksOf(stage).length = 0
    const gone = await late.after(CHECK)
    expect(code(gone)).toBe('stack-gone')
    expect((await created(late)).kind).toBe('done')
  })
})
