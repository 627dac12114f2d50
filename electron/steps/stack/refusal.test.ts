import { describe, expect, it } from 'vitest'
import { addTakenRole, type Fault } from '../../../e2e/simulator/index.ts'
import type { Status } from '../../contract/status.ts'
import { english } from '../../texts/en/index.ts'
import { errorText } from '../../texts/errors.ts'
import {
  askOf,
  CHECK,
  create,
  created,
  onlyStack,
  POLICY,
  started,
  takenPolicy,
} from '../testing/stack-scene.ts'

const EVENTS = { service: 'cloudformation', operation: 'DescribeEvents' } as const
const DENIED = { kind: 'accessDenied', denial: 'missing-permission' } as const

const refused = (logicalId: string, reason: string, name: Checked = 'PROPERTY_VALIDATION'): Fault =>
  ({ kind: 'validationFailure', logicalId, name, reason, count: 1 }) as const
type Checked = Extract<Fault, { kind: 'validationFailure' }>['name']

const errorOf = (status: Status) => {
  if (status.kind !== 'failed') throw new Error(status.kind)
  return { error: status.error, text: errorText(english, status.error) }
}

describe('a stack that AWS refuses before it makes anything', () => {
  it('tells that a policy has the name, can be deleted, and be created with another', async () => {
    const { stage, ...late } = await started({ arrange: takenPolicy('/finance/') })
    stage.simulator.world.settings.stackChecks = ['policy-names']
    const failed = await created(late)
    const { error, text } = errorOf(failed)
    expect(error).toMatchObject({
      code: 'stack-failed',
      facts: {
        resource: 'SpotFinOpsPolicy',
        cause: 'policy-exists',
        refused: 'yes',
        path: '/Resources/SpotFinOpsPolicy',
        others: '',
      },
    })
    expect(error.detail?.message).toContain('NAME_CONFLICT_VALIDATION SpotFinOpsPolicy')
    expect(text.what).toContain('because of “SpotFinOpsPolicy”')
    expect(text.meaning).toContain('Nothing was created.')
    expect(text.meaning).toContain(`policy/finance/${POLICY}' already exists.`)
    expect(text.meaning).not.toContain('takes back')
    expect(text.todo).toContain('another name for the policy')
    expect(
      stage.simulator.requests.filter(({ operation }) => operation === 'DescribeEvents'),
    ).not.toHaveLength(0)

    expect(askOf(failed).failedStack?.name).toBe('SpotEcoConnect')
    expect((await late.after({ step: 'stack', action: 'delete-failed' })).kind).toBe('todo')
    expect((await created(late, { policyName: `${POLICY}-2` })).kind).toBe('done')
  })

  it('tells that a role has the name, when that could not be asked before', async () => {
    const { stage, ...late } = await started({ arrange: (world) => addTakenRole(world, 0) })
    stage.simulator.world.settings.stackChecks = ['role-names']
    stage.simulator.inject({ ...DENIED, service: 'iam', operation: 'GetRole' })
    expect(errorOf(await created(late)).error.facts).toMatchObject({
      resource: 'SpotFinOpsRole',
      cause: 'role-exists',
    })
  })

  it('tells which property AWS does not take, where, and in AWS’s own words', async () => {
    const { stage, ...late } = await started()
    const words = 'extraneous key [Rolename] is not permitted'
    stage.simulator.inject(refused('SpotFinOpsRole', words))
    const { error, text } = errorOf(await created(late))
    expect(error.facts).toMatchObject({ resource: 'SpotFinOpsRole', cause: 'property-refused' })
    expect(text.meaning).toContain(`“${words}” In the template it is at /Resources/SpotFinOpsRole.`)
    expect(text.todo).toContain('Correct it in the file')
  })

  it('tells the first of several things, and all of them in the details', async () => {
    const { stage, ...late } = await started()
    stage.simulator.inject(refused('SpotFinOpsRole', 'The second.'))
    stage.simulator.inject(refused('SpotFinOpsPolicy', 'The first.'))
    const { error, text } = errorOf(await created(late))
    expect(error.facts).toMatchObject({ reason: 'The first.', others: '1' })
    expect(text.meaning).toContain('one more thing')
    expect(error.detail?.message).toMatch(/The first\.\n.*The second\.$/)
  })

  it('is not taken for the end while AWS is only about to take it back', async () => {
    const { stage, ...late } = await started()
    stage.simulator.inject(refused('SpotFinOpsRole', 'No.'))
    await late.after(create(askOf(late.status('stack'))))
    await late.reaches('stack', 'failed')
    const stack = onlyStack(stage)
    stack.status = 'CREATE_FAILED'
    const seen: string[] = []
    const before = stage.clock.slept.length
    await late.engine.command(CHECK)
    seen.push((await late.reaches('stack', 'pending', 'failed')).kind)
    // One that stays as it is, is failed.
    seen.push((await late.reaches('stack', 'failed')).kind)
    expect(seen).toEqual(['pending', 'failed'])
    expect(stage.clock.slept.length - before).toBeLessThan(15)
  })
})

describe('where AWS does not tell why it refused a stack', () => {
  it.each<[string, Fault, string, string]>([
    ['the person may not ask', { ...DENIED, ...EVENTS }, 'untold-denied', 'DescribeEvents'],
    [
      'AWS does not know the question',
      {
        kind: 'error',
        code: 'InvalidAction',
        message: 'Could not find operation DescribeEvents for version 2010-05-15',
        status: 400,
        ...EVENTS,
      },
      'untold',
      'did not tell',
    ],
  ])('says what is known and where to look: %s', async (_why, fault, cause, words) => {
    const { stage, ...late } = await started()
    stage.simulator.inject(refused('SpotFinOpsRole', 'No.'))
    stage.simulator.inject(fault)
    const failed = await created(late)
    const { error, text } = errorOf(failed)
    expect(error).toMatchObject({ code: 'stack-failed', facts: { cause, resource: '' } })
    expect(text.meaning).toContain('Nothing was created.')
    expect(text.todo).toContain(words)
    expect(text.todo).toContain('tab “Events”')
    expect(error.detail?.message).toContain('Validation failed with 1 error(s)')
    expect((await late.after({ step: 'stack', action: 'delete-failed' })).kind).toBe('todo')
    expect((await created(late)).kind).toBe('done')
  })

  it.each<[string, Fault]>([
    ['AWS was asked too often', { kind: 'throttling', ...EVENTS }],
    ['AWS has a failure of its own', { kind: 'status', status: 503, ...EVENTS }],
    ['the connection is lost', { kind: 'reset', ...EVENTS }],
  ])('shows the failed stack and its form all the same: %s', async (_why, fault) => {
    const { stage, ...late } = await started()
    stage.simulator.inject(refused('SpotFinOpsRole', 'No.'))
    const withdraw = stage.simulator.inject(fault)
    const failed = await created(late)
    const { error, text } = errorOf(failed)
    expect(error).toMatchObject({ code: 'stack-failed', facts: { cause: 'untold-unreached' } })
    expect(text.meaning).toContain('Nothing was created.')
    expect(text.todo).toMatch(/^Why is not known yet/)
    expect(error.detail?.message).toMatch(
      /Validation failed with 1 error\(s\).*\nDescribeEvents: /s,
    )
    expect(askOf(failed).failedStack?.name).toBe('SpotEcoConnect')

    withdraw()
    await late.after(CHECK)
    const told = errorOf(await late.reaches('stack', 'failed'))
    expect(told.error.facts).toMatchObject({
      resource: 'SpotFinOpsRole',
      cause: 'property-refused',
    })
    expect((await late.after({ step: 'stack', action: 'delete-failed' })).kind).toBe('todo')
    expect((await created(late)).kind).toBe('done')
  })
})
