import { describe, expect, it } from 'vitest'
import { addTakenRole, administratorAccess } from '../../../e2e/simulator/index.ts'
import { PAYER, type Simulated } from '../../aws/testing/simulated.ts'
import { BUCKET } from '../testing/late-steps.ts'
import {
  ROLE,
  CHECK,
  MSP,
  roleArn,
  useRole,
  started,
  askOf,
  create,
  created,
  onlyStack,
  orphanedRole,
  code,
  evidence,
} from '../testing/stack-scene.ts'

describe('a role that is there already', () => {
  it('is shown with whom it trusts, and whether that is right', async () => {
    const { stage, ...late } = await started({ arrange: (world) => addTakenRole(world, 0) })
    const { existingRole, form } = askOf(late.status('stack'))
    expect(existingRole).toMatchObject({ arn: roleArn(ROLE), trustsRight: false, externalIds: [] })
    const problem = await late.after(create(askOf(late.status('stack'))))
    expect(problem).toMatchObject({ problem: { code: 'role-exists', field: 'roleName' } })
    await late.after(create(askOf(problem), { roleName: 'Another' }))
    expect((await late.reaches('stack', 'done')).kind).toBe('done')
    expect(form.roleName).toBe(ROLE)
    expect(onlyStack(stage).parameters['RoleName']).toBe('Another')
  })

  it('is shown for the name that was typed, and can be used', async () => {
    const { stage, ...late } = await started()
    await orphanedRole(late, stage, { RoleName: 'Typed', ExternalId: 'ext-1' })
    const problem = await late.after(create(askOf(await late.after(CHECK)), { roleName: 'Typed' }))
    expect(askOf(problem)).toMatchObject({
      form: { roleName: 'Typed' },
      existingRole: { name: 'Typed', externalIds: ['ext-1'], trustsRight: true },
    })
    const done = await late.after(useRole(roleArn('Typed'), 'ext-1'))
    expect(evidence(done)).toMatchObject({ 'role-arn': roleArn('Typed'), 'external-id': 'ext-1' })
    expect(evidence(done)).not.toHaveProperty('stack-name')
    await late.after({ step: 'stack', action: 'change' })
    expect(late.engine.choices()).toMatchObject({ stack: null, ownRole: null })
  })

  it.each([
    ['nothing', '', 'role-arn-invalid', 'roleArn'],
    ['a user', `arn:aws:iam::${PAYER}:user/dana`, 'role-arn-invalid', 'roleArn'],
    ['another account', roleArn('R', '730915264418'), 'role-other-account', 'roleArn'],
  ])('is refused as typed: %s', async (_what, arn, expected, field) => {
    const { after } = await started()
    expect(await after(useRole(arn))).toMatchObject({ problem: { code: expected, field } })
  })

  it('has to prove right: it exists, by this ARN, trusts as meant, can read', async () => {
    const { stage, ...late } = await started()
    const failing = async (...typed: Parameters<typeof useRole>) => {
      const failed = await late.after(useRole(...typed))
      expect(askOf(failed).stage).toBe('create')
      return code(failed)
    }
    expect(await failing(roleArn('Nobody'))).toBe('role-missing')
    await orphanedRole(late, stage, { RoleName: 'Mine', PolicyName: 'Mine', ExternalId: 'ext-1' })
    expect(await failing(roleArn('path/Mine'), 'ext-1')).toBe('role-other-path')
    expect(await failing(roleArn('Mine'), 'ext-2')).toBe('role-trust-wrong')
    expect(await failing(roleArn('Mine'))).toBe('role-trust-wrong')
    expect((await late.after(useRole(roleArn('Mine'), 'x'))).kind).not.toBe('done')
    await orphanedRole(late, stage, { RoleName: 'Blind', CostAndUsageBucket: 'another-bucket' })
    expect(await failing(roleArn('Blind'))).toBe('role-cannot-read')
  })

  it('has to read the bucket that the MSP has named', async () => {
    const told = { accountId: PAYER, bucketName: BUCKET, prefix: '', mspAccountId: '', at: 1 }
    const { stage, ...late } = await started({}, { plan: MSP, report: null, mspReport: told })
    await orphanedRole(late, stage, { RoleName: 'Mine' })
    expect(evidence(await late.after(useRole(roleArn('Mine'))))).toMatchObject({
      'simulated-list': `arn:aws:s3:::${BUCKET}`,
    })
    await late.engine.remember({ mspReport: { ...told, bucketName: 'cloudharbor-cur' } })
    expect(code(await late.after(CHECK))).toBe('role-cannot-read')
    await late.engine.remember({ mspReport: { ...told, at: null } })
    expect(code(await late.after(CHECK))).toBe('role-bucket-unknown')
  })

  it('is told apart when its trust has changed since it was created', async () => {
    const { stage, ...late } = await started()
    await created(late)
    const role = stage.simulator.world.accounts.get(PAYER)?.roles.get(ROLE)
    role?.trust.Statement.push({
      Effect: 'Allow',
      Principal: { AWS: 'arn:aws:iam::111122223333:root' },
      Action: 'sts:AssumeRole',
    })
    const failed = await late.after(CHECK)
    expect(code(failed)).toBe('role-trust-wrong')
    const { facts } = failed.kind === 'failed' ? failed.error : { facts: {} as never }
    expect(facts).toMatchObject({ origin: 'stack' })
    expect(facts['found']).toContain('111122223333')
    expect(facts['meant']).not.toContain('111122223333')
    expect(askOf(failed).existingRole).toMatchObject({ name: ROLE, trustsRight: false })
  })
})

describe('whoever may not read everything', () => {
  const denied = (
    stage: Simulated,
    service: string,
    operation: string,
    times: { count?: number } = {},
  ): (() => void) =>
    stage.simulator.inject({
      kind: 'accessDenied',
      service,
      operation,
      denial: 'missing-permission',
      ...times,
    })

  it('can create the stack, and is told what the proof lacks', async () => {
    const { stage, ...late } = await started()
    denied(stage, 'iam', 'GetRole', { count: 1 })
    const lift = denied(stage, 'iam', 'SimulatePrincipalPolicy')
    const unproven = await created(late)
    expect(unproven).toMatchObject({ kind: 'failed', error: { code: 'aws-denied' } })
    expect(askOf(unproven).stage).toBe('create')
    expect(onlyStack(stage).status).toBe('CREATE_COMPLETE')
    lift()
    expect((await late.after(CHECK)).kind).toBe('done')
  })

  it('goes by the template as it was read here where AWS may not be asked about it', async () => {
    const { stage, ...late } = await started()
    denied(stage, 'cloudformation', 'ValidateTemplate')
    const ask = askOf(await late.after(CHECK))
    expect(ask.parameters.map(({ field }) => field)).toContain('roleName')
    expect(ask.form.roleName).toBe(ROLE)
    expect((await created(late)).kind).toBe('done')
  })
})

it('is told with a caution when it may change things that nobody needs for reading', async () => {
  const { stage, ...late } = await started()
  await orphanedRole(late, stage, {})
  stage.simulator.world.accounts
    .get(PAYER)
    ?.roles.get(ROLE)
    ?.inline.set('everything', administratorAccess)
  const done = await late.after(useRole(roleArn(ROLE)))
  expect(evidence(done)['too-wide']).toContain('iam:CreateUser')
})
