import { expect, test } from 'vitest'
import { causesOf } from '../contract/health.ts'
import { madeConnection, type MadeConnection } from '../steps/testing/made-connection.ts'
import { withRoleGiven } from './role-given.ts'

const HOUR = 60 * 60 * 1000
const NEW_ROLE = 'SpotEcoSecond'

/** The stack is deleted, and another role takes the place of the one that Spot has. */
async function withAnotherRole(): Promise<MadeConnection & { readonly roleArn: string }> {
  const connection = await madeConnection()
  expect(await connection.lookAgain()).toBe('works')
  const { account, stage, journey, lookAnew } = connection
  await journey.undoing.stacks.delete(account.stacks[0]?.id ?? '')
  stage.clock.advance(HOUR / 2)
  stage.simulator.settle()
  await lookAnew()
  const status = journey.status('stack')
  const ask = 'ask' in status && status.ask?.step === 'stack' ? status.ask : null
  if (ask?.stage !== 'create') throw new Error('nothing to create')
  await journey.send({
    step: 'stack',
    action: 'create',
    acknowledged: true,
    withoutExternalId: true,
    ...ask.form,
    roleName: NEW_ROLE,
    values: ask.values,
  })
  await journey.reaches('stack', 'acting')
  await journey.reaches('stack', 'done')
  return { ...connection, roleArn: account.roles.get(NEW_ROLE)?.arn ?? '' }
}

test('“Invalid ARN”: a new role is green once the person says that Spot has it, and marked as their word', async () => {
  const { journey, verdict, finding, health, lookAnew, stage, roleArn } = await withAnotherRole()
  expect(await verdict()).toBe('role: role-not-told')
  expect(causesOf('invalid-arn', health().findings)[0]?.codes).toEqual(['role-not-told'])
  const { engine } = journey
  await engine.record(withRoleGiven(engine, { roleArn }, stage.clock.now()))
  expect(await verdict()).toBe('works')
  expect(finding('role')).toMatchObject({ state: 'good', codes: ['role-by-word'] })
  expect(await lookAnew()).toBe('works')
  const { evidence = [] } = engine.choices().registered ?? {}
  expect(evidence.filter(({ id }) => id === 'role-arn')).toMatchObject([{ value: roleArn }])
  expect(evidence.find(({ id }) => id === 'role-told-at')?.value).toMatch(/^\d{4}-/)
})

test('nobody can say so of a role that was not just proven', async () => {
  const { journey, stage } = await withAnotherRole()
  const { engine } = journey
  const say = (roleArn: string) => () => withRoleGiven(engine, { roleArn }, stage.clock.now())
  const [first] = engine.choices().registered?.evidence.filter(({ id }) => id === 'role-arn') ?? []
  expect(say(first?.value ?? '')).toThrow('not-now')
  expect(say('')).toThrow('not-now')
})
