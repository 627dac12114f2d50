import { describe, expect, test } from 'vitest'
import { NO_RENEWAL, renewalOf } from '../../contract/renew-profile.ts'
import { fail, toAppError } from '../../errors/failure.ts'
import { manualClock } from '../../testing/manual-clock.ts'
import { createShelf, fromShelf } from '../client/shelf.ts'
import { holdCredentials } from './held-credentials.ts'
import { createIdentity } from './identity.ts'
import { keysSource, profileSource } from './sources.ts'
import type { RenewableCredentials } from './sources.ts'
import { PAYER, simulated } from '../testing/simulated.ts'
import { allAccounts } from '../testing/all-accounts.ts'

const codeOf = (promise: Promise<unknown>): Promise<string> =>
  promise.then(
    () => 'no error',
    (error: unknown) => toAppError(error).code,
  )

/** Keys as somebody else gives them, and a session that knows nothing of where they are from. */
async function withKeys() {
  const world = await simulated()
  const entered = await world.enter()
  const { accessKeyId, secretAccessKey, sessionToken = '' } = await entered.session.credentials()
  await entered.session.signOut()
  const session = world.newSession()
  const { credentials, invalidateCredentials } = session
  const identity = createIdentity({ ...entered.access, credentials, invalidateCredentials })
  return { world, session, identity, keys: { accessKeyId, secretAccessKey, sessionToken } }
}

describe('pasted keys', () => {
  test('are who is signed in, and are never stored', async () => {
    const { world, session, identity, keys } = await withKeys()
    expect(session.way()).toBeNull()
    expect(await session.signedIn()).toBe(false)
    await session.hold(keysSource(keys))
    expect([await session.signedIn(), session.way()]).toEqual([true, 'keys'])
    expect(await identity.caller()).toMatchObject({ accountId: PAYER, kind: 'permission-set' })
    expect(await session.credentials()).toEqual(keys)
    expect(world.stored()).toBeNull()
    await session.signOut()
    expect([await session.signedIn(), session.way()]).toEqual([false, null])
    expect(await codeOf(session.credentials())).toBe('not-signed-in')
  })

  test('end when AWS says so, and go on with new ones', async () => {
    const { world, session, identity, keys } = await withKeys()
    await session.hold(keysSource(keys))
    await identity.caller()
    world.simulator.world.sso.expireRoleCredentials()
    expect(await codeOf(identity.caller())).toBe('keys-ended')
    expect(await codeOf(session.credentials())).toBe('keys-ended')
    expect(await session.signedIn()).toBe(true)
    const { session: other } = await world.enter()
    await session.hold(keysSource(await other.credentials()))
    expect((await identity.caller()).accountId).toBe(PAYER)
  })

  test('end at the time that was pasted with them, and not before', async () => {
    const { world, session, keys } = await withKeys()
    const expiration = new Date(world.clock.now() + 120_000)
    await session.hold(keysSource({ ...keys, expiration }))
    expect(await session.credentials()).toMatchObject(keys)
    world.clock.advance(120_000)
    expect(await codeOf(session.credentials())).toBe('keys-ended')
  })

  test('take the place of a sign-in, of which AWS is told when signing out', async () => {
    const world = await simulated()
    const { session } = await world.enter()
    const keys = await session.credentials()
    await session.hold(keysSource(keys))
    expect([world.stored(), session.way()]).toEqual([null, 'keys'])
    expect(world.simulator.world.sso.sessions.size).toBe(1)
    await session.signOut()
    expect(world.simulator.world.sso.sessions.size).toBe(0)
  })

  test('give way to a sign-in', async () => {
    const { world, session, keys } = await withKeys()
    await session.hold(keysSource(keys))
    await world.signInTo(session)
    expect(session.way()).toBe('portal')
    expect((await allAccounts(session)).length).toBeGreaterThan(1)
  })
})

describe('a profile', () => {
  const fields = {
    secretAccessKey: 's',
    sessionToken: 't',
    renewedBy: renewalOf('console-login', 'x'),
  }

  /** A world in which the keys of these tests are known, all of one account. */
  async function withProfileKeys() {
    const world = await simulated()
    for (const accessKeyId of ['ONE', 'TWO']) {
      world.simulator.world.sso.roleCredentials.set(accessKeyId, {
        accessKeyId,
        secretAccessKey: fields.secretAccessKey,
        sessionToken: fields.sessionToken,
        accountId: PAYER,
        holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
        expires: Infinity,
      })
    }
    return world
  }

  /** A profile whose credentials the test puts in place. */
  async function profiled(first: RenewableCredentials | Error) {
    const world = await withProfileKeys()
    const session = world.newSession()
    let [answer, asked] = [first, 0]
    const credentials = (): Promise<RenewableCredentials> => {
      asked += 1
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    }
    await session.hold(profileSource('x', credentials))
    return {
      world,
      session,
      put: (next: RenewableCredentials | Error) => (answer = next),
      asked: () => asked,
      idOf: async () => (await session.credentials()).accessKeyId,
    }
  }

  test('is asked again shortly before its credentials end, once for all who need them', async () => {
    const { world, asked, put, idOf, session } = await profiled({ ...fields, accessKeyId: 'ONE' })
    const inMinutes = (count: number): Date => new Date(world.clock.now() + count * 60_000)
    put({ ...fields, accessKeyId: 'ONE', expiration: inMinutes(30) })
    expect(await Promise.all([idOf(), idOf()])).toEqual(['ONE', 'ONE'])
    world.clock.advance(24 * 60_000)
    put({ ...fields, accessKeyId: 'TWO', expiration: inMinutes(30) })
    expect([await idOf(), asked()]).toEqual(['ONE', 1])
    world.clock.advance(60_000)
    expect([await idOf(), asked()]).toEqual(['TWO', 2])
    world.clock.advance(60 * 60_000)
    expect(await codeOf(session.credentials())).toBe('profile-ended')
  })

  test('is used to its end while it cannot be renewed', async () => {
    const world = await withProfileKeys()
    const ends = new Date(world.clock.now() + 600_000)
    const session = world.newSession()
    let broken = false
    const credentials = () =>
      broken
        ? Promise.reject(fail('network-offline'))
        : Promise.resolve({ ...fields, accessKeyId: 'ONE', expiration: ends })
    await session.hold(profileSource('x', credentials))
    await session.credentials()
    broken = true
    world.clock.advance(ends.getTime() - world.clock.now() - 60_000)
    expect((await session.credentials()).accessKeyId).toBe('ONE')
    world.clock.advance(60_000)
    expect(await codeOf(session.credentials())).toBe('network-offline')
  })

  test('has ended when AWS refuses what it still gives, and says what renews it', async () => {
    const { session, put, idOf } = await profiled({ ...fields, accessKeyId: 'ONE' })
    await idOf()
    session.invalidateCredentials()
    const error = toAppError(await session.credentials().catch((reason: unknown) => reason))
    expect(error).toMatchObject({
      code: 'profile-ended',
      facts: {
        profile: 'x',
        command: 'aws login --profile x',
        silent: 'aws sts get-caller-identity --profile x',
      },
    })
    put({ ...fields, accessKeyId: 'TWO' })
    expect(await idOf()).toBe('TWO')
    // Another call that was under way fails with the first ones, and means nothing for these.
    session.invalidateCredentials()
    expect(await idOf()).toBe('TWO')
  })
})

test('what a profile gives is asked for anew when AWS refuses it, also within one pass of the checklist', async () => {
  const clock = manualClock()
  const shelf = createShelf(clock)
  const question = { service: 'sso', operation: 'GetRoleCredentials', input: {}, asWhom: '' }
  let given = 0
  const ask = async (): Promise<RenewableCredentials> => {
    given += 1
    return { accessKeyId: `key ${given}`, secretAccessKey: 'secret', renewedBy: NO_RENEWAL }
  }
  const credentials = () => fromShelf({ ...question, signal: undefined }, ask)
  const source = { ...profileSource('work', credentials), led: null }
  const held = holdCredentials(source, clock, () => Promise.resolve(PAYER))
  expect((await shelf.ahead(held.credentials)).accessKeyId).toBe('key 1')
  held.invalidate()
  const again = await shelf.look(held.credentials)
  expect(again.value.accessKeyId).toBe('key 2')
})
