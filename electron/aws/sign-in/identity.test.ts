import { expect, test } from 'vitest'
import { toAppError } from '../../errors/failure.ts'
import { createIdentity } from './identity.ts'
import { holderOf } from '../../base/holder.ts'
import { createRoles } from '../iam/roles.ts'
import { PAYER, simulated } from '../testing/simulated.ts'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => toAppError(error).code,
  )

test('says who came back and whose organization it is', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  expect(await identity.caller()).toMatchObject({
    accountId: PAYER,
    userName: 'dana.levi',
    roleName: 'AdministratorAccess',
  })
  expect(await identity.organization()).toEqual({
    kind: 'organization',
    id: 'o-4kd92mx0ab',
    managementAccountId: PAYER,
    managementEmail: 'aws+northwind-management@northwind.example',
  })
})

test('an account on its own has no organization', async () => {
  const world = await simulated({ arrange: (all) => (all.organization = undefined) })
  const identity = createIdentity((await world.enter()).access)
  expect(await identity.organization()).toEqual({ kind: 'none' })
})

test('not being allowed to ask is no error', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  world.simulator.inject({
    kind: 'accessDenied',
    service: 'organizations',
    denial: 'missing-permission',
  })
  expect(await identity.organization()).toEqual({ kind: 'unknown' })
})

test('renews credentials that die in the middle, silently and once', async () => {
  const world = await simulated()
  const { access } = await world.enter()
  const identity = createIdentity(access)
  await identity.caller()
  world.simulator.world.sso.expireRoleCredentials()
  expect((await identity.caller()).accountId).toBe(PAYER)
  const asked = world.simulator.requests.filter((one) => one.operation === 'GetRoleCredentials')
  expect(asked).toHaveLength(2)
  world.simulator.inject({ kind: 'expiredCredentials', service: 'sts' })
  expect(await codeOf(identity.caller())).toBe('aws-credentials-expired')
})

test.each(['throttling', 'reset', 'truncated'] as const)('survives one %s', async (kind) => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  world.simulator.inject({ kind, service: 'sts', count: 1 })
  expect((await identity.caller()).accountId).toBe(PAYER)
})

test('says which permission is missing, and who withholds it', async () => {
  const world = await simulated()
  const roles = createRoles((await world.enter()).access)
  world.simulator.inject({
    kind: 'accessDenied',
    service: 'iam',
    denial: 'service-control-policy',
  })
  const error = toAppError(await roles.find('Finance').catch((reason: unknown) => reason))
  expect(error).toMatchObject({
    code: 'aws-denied-scp',
    facts: { action: 'iam:GetRole', service: 'iam' },
    detail: { service: 'iam', operation: 'GetRole' },
  })
  expect(error.detail?.requestId).toBeTruthy()
})

test('tells a web page from an answer, and a load balancer’s page from a portal’s', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  const lift = world.simulator.inject({ kind: 'html', service: 'sts' })
  expect(await codeOf(identity.caller())).toBe('network-captive-portal')
  lift()
})

test('stops when cancelled', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  world.simulator.inject({ kind: 'hang', service: 'sts' })
  const controller = new AbortController()
  const asking = codeOf(identity.caller(controller.signal))
  await expect
    .poll(() => world.simulator.requests.some((one) => one.operation === 'GetCallerIdentity'))
    .toBe(true)
  controller.abort()
  expect(await asking).toBe('cancelled')
})

test('tells every call once it is over, without parameters', async () => {
  const world = await simulated()
  const identity = createIdentity((await world.enter()).access)
  world.calls.length = 0
  await identity.caller()
  expect(world.calls.map(({ service, operation, status }) => [service, operation, status])).toEqual(
    [
      ['sso', 'GetRoleCredentials', 200],
      ['sts', 'GetCallerIdentity', 200],
    ],
  )
  expect(world.calls[1]?.requestId).toBeTruthy()
})

test.each([
  ['arn:aws:iam::418207315602:root', { kind: 'root', userName: '', roleName: '' }],
  ['arn:aws:iam::418207315602:user/finance/dana', { kind: 'user', userName: 'dana', roleName: '' }],
  [
    'arn:aws:sts::418207315602:federated-user/sam',
    { kind: 'federated-user', userName: 'sam', roleName: '' },
  ],
  [
    'arn:aws:sts::418207315602:assumed-role/Billing/sam@example.com',
    { kind: 'role', userName: 'sam@example.com', roleName: 'Billing' },
  ],
  [
    'arn:aws-us-gov:sts::418207315602:assumed-role/AWSReservedSSO_Billing_0123456789abcdef/sam',
    { kind: 'permission-set', userName: 'sam', roleName: 'Billing' },
  ],
  ['arn:aws:iam::418207315602:something', { kind: 'other', userName: '', roleName: '' }],
])('knows whose ARN %s is', (arn, expected) => {
  expect(holderOf(arn)).toMatchObject(expected)
})
