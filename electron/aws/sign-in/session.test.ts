import { expect, test } from 'vitest'
import { isCode, toAppError } from '../../errors/failure.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import type { Simulated } from '../testing/simulated.ts'
import { allAccounts } from '../testing/all-accounts.ts'

const count = ({ simulator }: Simulated, operation: string): number =>
  simulator.requests.filter((request) => request.operation === operation).length

const codeOf = async (promise: Promise<unknown>): Promise<string> => {
  try {
    await promise
  } catch (error) {
    return toAppError(error).code
  }
  return 'no error'
}

test('lists all accounts, page by page, and the permission sets', async () => {
  const world = await simulated({ scenario: 'big-organization' })
  const { session } = await world.enter()
  const accounts = await allAccounts(session)
  expect(accounts.length).toBe(world.simulator.world.accounts.size)
  expect(count(world, 'ListAccounts')).toBe(Math.ceil(accounts.length / 100))
  expect(accounts.find(({ id }) => id === PAYER)?.name).toBe('Northwind Management')
  expect(await session.roles(PAYER)).toEqual([
    'AdministratorAccess',
    'BillingAdministrator',
    'ReadOnlyAccess',
  ])
})

test('says when an account is not assigned', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  expect(await codeOf(session.roles('999988887777'))).toBe('account-not-listed')
})

test('contacts nobody to know whether anybody is signed in', async () => {
  const world = await simulated()
  const session = world.newSession()
  expect(await session.signedIn()).toBe(false)
  expect(world.simulator.requests).toEqual([])
  expect(await codeOf(allAccounts(session))).toBe('not-signed-in')
})

test('asks for role credentials once for all who need them, and renews them before they end', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  const [one, two] = await Promise.all([session.credentials(), session.credentials()])
  expect(one).toBe(two)
  expect(await session.credentials()).toBe(one)
  expect(count(world, 'GetRoleCredentials')).toBe(1)
  world.clock.advance(56 * 60_000)
  const renewed = await session.credentials()
  expect(renewed.accessKeyId).not.toBe(one.accessKeyId)
  session.invalidateCredentials()
  expect((await session.credentials()).accessKeyId).not.toBe(renewed.accessKeyId)
  expect(count(world, 'GetRoleCredentials')).toBe(3)
})

test('drops role credentials with the choice of another role', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  const administrator = await session.credentials()
  session.use({ accountId: PAYER, roleName: 'AdministratorAccess' })
  expect(await session.credentials()).toBe(administrator)
  session.use({ accountId: PAYER, roleName: 'ReadOnlyAccess' })
  expect((await session.credentials()).accessKeyId).not.toBe(administrator.accessKeyId)
  session.use({ accountId: PAYER, roleName: 'Nobody' })
  expect(await codeOf(session.credentials())).toBe('role-not-assigned')
})

test('renews the access token silently, once, and keeps the new one', async () => {
  const world = await simulated({
    arrange: ({ sso }) => {
      sso.lifetimes.accessTokenSeconds = 3600
    },
  })
  const { session } = await world.enter()
  const before = world.portalTokens()?.accessToken
  world.clock.advance(56 * 60_000)
  await Promise.all([allAccounts(session), session.roles(PAYER), session.credentials()])
  expect(world.portalTokens()?.accessToken).not.toBe(before)
  expect(
    world.simulator.requests.filter(({ params }) => params['grantType'] === 'refresh_token'),
  ).toHaveLength(1)
})

test('renews a token that AWS refuses before its time', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.simulator.world.sso.expireAccessTokens()
  expect((await allAccounts(session)).length).toBeGreaterThan(1)
})

test('says so when the sign-in has ended for good', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.simulator.world.sso.endSsoSession()
  expect(await codeOf(session.credentials())).toBe('sign-in-ended')
  expect(await session.signedIn()).toBe(true)
})

const refreshes = ({ simulator }: Simulated): number =>
  simulator.requests.filter(({ params }) => params['grantType'] === 'refresh_token').length

test('sends a refresh token that AWS refused no second time, nor after the next start', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.simulator.world.sso.endSsoSession()
  world.clock.advance(9 * 3_600_000)
  for (let times = 0; times < 3; times += 1)
    expect(await codeOf(allAccounts(session))).toBe('sign-in-ended')
  expect(await codeOf(session.credentials())).toBe('sign-in-ended')
  expect(refreshes(world)).toBe(1)
  const next = world.newSession()
  expect(await next.signedIn()).toBe(true)
  expect(await codeOf(allAccounts(next))).toBe('sign-in-ended')
  expect(refreshes(world)).toBe(1)
  expect(JSON.stringify(world.stored())).not.toContain('refreshToken')
})

test('uses an access token to its end although its renewal was refused, and asks for none again', async () => {
  const world = await simulated({
    arrange: ({ sso }) => {
      sso.lifetimes.accessTokenSeconds = 3600
    },
  })
  const { session } = await world.enter()
  world.clock.advance(57 * 60_000)
  for (const one of world.simulator.world.sso.sessions.values()) one.refreshTokens.clear()
  expect((await allAccounts(session)).length).toBeGreaterThan(1)
  expect((await allAccounts(session)).length).toBeGreaterThan(1)
  expect(refreshes(world)).toBe(1)
  world.clock.advance(4 * 60_000)
  expect(await codeOf(allAccounts(session))).toBe('sign-in-ended')
  expect(refreshes(world)).toBe(1)
})

test('a refusal is forgotten with the next sign-in', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.simulator.world.sso.endSsoSession()
  expect(await codeOf(allAccounts(session))).toBe('sign-in-ended')
  const again = await world.enter()
  expect((await allAccounts(again.session)).length).toBeGreaterThan(1)
  world.simulator.world.sso.expireAccessTokens()
  expect((await allAccounts(again.session)).length).toBeGreaterThan(1)
})

test('after the network failed, the same refresh token is sent again', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.clock.advance(7.9 * 3_600_000)
  world.simulator.world.sso.expireAccessTokens()
  const lift = world.simulator.inject({ kind: 'status', status: 503, service: 'sso-oidc' })
  expect(await codeOf(allAccounts(session))).toBe('aws-unavailable')
  lift()
  expect((await allAccounts(session)).length).toBeGreaterThan(1)
})

test('a broken connection is not the end of the sign-in', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.clock.advance(9 * 3_600_000)
  const lift = world.simulator.inject({ kind: 'html', service: 'sso-oidc' })
  const error = await session.credentials().catch((reason: unknown) => reason)
  expect(isCode(error, 'network-captive-portal')).toBe(true)
  lift()
})

test('goes on with what still works while renewing fails', async () => {
  const world = await simulated({
    arrange: ({ sso }) => {
      sso.lifetimes.accessTokenSeconds = 3600
    },
  })
  const { session } = await world.enter()
  world.clock.advance(57 * 60_000)
  world.simulator.inject({ kind: 'html', service: 'sso-oidc' })
  expect((await allAccounts(session)).length).toBeGreaterThan(1)
})

test('continues from the store, and signs out everywhere', async () => {
  const world = await simulated()
  await world.enter()
  const session = world.newSession()
  expect(await session.signedIn()).toBe(true)
  await session.signOut()
  expect(world.stored()).toBeNull()
  expect(await session.signedIn()).toBe(false)
  expect(world.simulator.world.sso.sessions.size).toBe(0)
})

test('wipes first, and then says that AWS could not be told', async () => {
  const world = await simulated()
  const { session } = await world.enter()
  world.simulator.inject({ kind: 'html', service: 'sso' })
  expect(await codeOf(session.signOut())).toBe('network-captive-portal')
  expect(world.stored()).toBeNull()
  expect(await session.signedIn()).toBe(false)
})
