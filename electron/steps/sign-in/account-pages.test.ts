import type { HttpHandler } from '@smithy/protocol-http'
import { describe, expect, it } from 'vitest'
import { nodeNet } from '../../aws/testing/node-net.ts'
import { PAYER, simulated, START_URL, type Simulated } from '../../aws/testing/simulated.ts'
import type { AccountAsk } from '../../contract/ask/sign-in.ts'
import type { Status } from '../../contract/status.ts'
import { createHttpHandler } from '../../network/network.ts'
import { newAccount, type World } from '../../../e2e/simulator/world.ts'
import { startJourney } from '../testing/journey.ts'
import { until } from '../../testing/until.ts'

const MEMBER = '730915264418'
const START = {
  step: 'sign-in',
  action: 'start',
  startUrl: START_URL,
  region: 'us-east-1',
  method: 'browser',
} as const

/** Three pages of accounts, with the one that pays on the last. */
function threePages({ accounts, sso }: World): void {
  const assignments = sso.users.get('dana.levi')?.assignments
  const [payer = [], member = []] = [assignments?.get(PAYER), assignments?.get(MEMBER)]
  assignments?.clear()
  assignments?.set(MEMBER, member)
  for (let number = 1; number < 250; number += 1) {
    const id = String(200_000_000_000 + number)
    accounts.set(
      id,
      newAccount({ id, name: `Workload ${number}`, email: `w${number}@example.com` }),
    )
    assignments?.set(id, ['ReadOnlyAccess'])
  }
  assignments?.set(PAYER, payer)
}

/** The way to AWS, on which every page after the first waits until it is let through. */
function pagesOneByOne() {
  const own = createHttpHandler(nodeNet())
  const waiting: (() => void)[] = []
  let isOpen = false
  const requestHandler: HttpHandler = {
    ...own,
    async handle(request, options) {
      const isNext = request.path === '/assignment/accounts' && 'next_token' in request.query
      if (isNext && !isOpen) await new Promise<void>((resolve) => waiting.push(resolve))
      return own.handle(request, options)
    },
  }
  return {
    requestHandler,
    waiting: () => waiting.length,
    letOneThrough: () => waiting.shift()?.(),
    letAllThrough() {
      isOpen = true
      for (const resolve of waiting.splice(0)) resolve()
    },
  }
}

const askIn = (status: Status): AccountAsk => {
  const ask = 'ask' in status ? status.ask : undefined
  if (ask?.step !== 'sign-in' || ask.stage !== 'account') throw new Error('no list of accounts')
  return ask
}
const pagesAsked = ({ simulator }: Simulated): number =>
  simulator.requests.filter(
    ({ service, operation }) => service === 'sso' && operation === 'ListAccounts',
  ).length

/** A checklist that shows the first page, while the others wait. */
async function atFirstPage(arrange = threePages) {
  const stage = await simulated({ arrange })
  const pages = pagesOneByOne()
  const { requestHandler } = pages
  const journey = await startJourney(stage, new Map(), undefined, { network: { requestHandler } })
  await journey.send({ step: 'plan', action: 'choose', managedBy: 'us', mspAccountId: '' })
  await journey.reaches('sign-in', 'todo')
  await journey.send(START)
  await journey.reaches('sign-in', 'acting')
  await journey.reaches('sign-in', 'todo')
  const ask = (): AccountAsk => askIn(journey.status('sign-in'))
  const comesTo = (total: number) => until(() => expect(ask().total).toBe(total))
  return { ...journey, stage, pages, ask, comesTo }
}

describe('the accounts behind a portal', () => {
  it('are shown from the first page on, and stand still while the others come', async () => {
    const { pages, ask, comesTo, stage, engine } = await atFirstPage()
    expect(ask()).toMatchObject({ total: 100, matching: 100, rest: 'coming' })
    expect(pagesAsked(stage)).toBe(1)
    const first = ask().accounts
    await until(() => expect(pages.waiting()).toBe(1))
    pages.letOneThrough()
    await comesTo(200)
    expect(ask()).toMatchObject({ accounts: first, rest: 'coming' })
    pages.letAllThrough()
    await comesTo(251)
    expect(ask().rest).toBe('none')
    expect(ask().accounts[0]).toMatchObject({ id: PAYER, management: 'likely' })
    await engine.idle()
    expect(pagesAsked(stage)).toBe(3)
    engine.stop()
  })

  it('are searched while others come, which come by what is looked for', async () => {
    const { pages, ask, comesTo, send, engine } = await atFirstPage()
    await send({ step: 'sign-in', action: 'seek-account', sought: 'workload 15' })
    expect(ask()).toMatchObject({ sought: 'workload 15', matching: 1, total: 100, rest: 'coming' })
    pages.letAllThrough()
    await comesTo(251)
    // 15 and 150 to 159.
    expect(ask()).toMatchObject({ sought: 'workload 15', matching: 11, rest: 'none' })
    await send({ step: 'sign-in', action: 'seek-account', sought: '' })
    expect(ask()).toMatchObject({ matching: 251, rest: 'none' })
    engine.stop()
  })

  it('are read no further once one is chosen, and anew for whoever wants another', async () => {
    const { pages, ask, send, reaches, stage, engine } = await atFirstPage()
    await until(() => expect(pages.waiting()).toBe(1))
    await send({ step: 'sign-in', action: 'choose-account', accountId: '200000000007' })
    await reaches('sign-in', 'failed')
    pages.letAllThrough()
    await engine.idle()
    // The page that waited was given up before it had left.
    expect(pagesAsked(stage)).toBeLessThanOrEqual(2)
    const before = pagesAsked(stage)
    await send({ step: 'sign-in', action: 'other-account' })
    await until(() => expect(ask()).toMatchObject({ total: 251, rest: 'none' }))
    expect(pagesAsked(stage)).toBe(before + 3)
    engine.stop()
  })

  it('stay when a page fails, are told as not all, and are read on from there', async () => {
    const { pages, ask, comesTo, send, stage, engine } = await atFirstPage()
    const mend = stage.simulator.inject({ kind: 'html', service: 'sso', operation: 'ListAccounts' })
    pages.letAllThrough()
    await until(() => expect(ask().rest).toMatchObject({ code: 'network-captive-portal' }))
    expect(ask()).toMatchObject({ total: 100, matching: 100 })
    await send({ step: 'sign-in', action: 'seek-account', sought: 'workload 9' })
    expect(ask()).toMatchObject({ matching: 11, rest: { code: 'network-captive-portal' } })
    await engine.idle()
    const before = pagesAsked(stage)
    mend()
    await send({ step: 'sign-in', action: 'read-rest' })
    await comesTo(251)
    expect(ask()).toMatchObject({ sought: 'workload 9', rest: 'none' })
    expect(pagesAsked(stage)).toBe(before + 2)
    engine.stop()
  })

  it('lead to a new sign-in when it ends in the middle', async () => {
    const { pages, reaches, stage, engine } = await atFirstPage()
    stage.simulator.world.sso.endSsoSession()
    pages.letAllThrough()
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: { code: 'sign-in-ended' },
      ask: { stage: 'start' },
    })
    engine.stop()
  })

  it('go on coming after a choice has failed', async () => {
    const { pages, ask, comesTo, send, stage, reaches, engine } = await atFirstPage()
    stage.simulator.world.sso.users.get('dana.levi')?.assignments.delete('200000000007')
    await send({ step: 'sign-in', action: 'choose-account', accountId: '200000000007' })
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: { code: 'account-not-listed' },
    })
    expect(ask()).toMatchObject({ total: 100, rest: 'coming' })
    pages.letAllThrough()
    await comesTo(250)
    expect(ask().rest).toBe('none')
    engine.stop()
  })

  it('begin with the account that the organization has named, before its page has come', async () => {
    const { pages, ask, send, reaches, stage, engine } = await atFirstPage()
    await send({ step: 'sign-in', action: 'choose-account', accountId: MEMBER })
    const refused = await reaches('sign-in', 'failed', 'todo')
    if (refused.kind === 'todo')
      await send({ step: 'sign-in', action: 'choose-role', roleName: 'AdministratorAccess' })
    expect(await reaches('sign-in', 'failed')).toMatchObject({
      error: { code: 'wrong-account-member' },
    })
    await send({ step: 'sign-in', action: 'other-account' })
    await reaches('sign-in', 'todo')
    expect(ask().accounts[0]).toMatchObject({ id: PAYER, name: '', management: 'named' })
    expect(ask().rest).toBe('coming')
    await send({ step: 'sign-in', action: 'choose-account', accountId: PAYER })
    await reaches('sign-in', 'acting')
    expect(await reaches('sign-in', 'todo')).toMatchObject({
      ask: { stage: 'role', account: { id: PAYER } },
    })
    // Nothing is chosen but by the person.
    expect(engine.choices().account?.id).toBe(PAYER)
    pages.letAllThrough()
    await stage.simulator.stop()
    engine.stop()
  })
})
