import { describe, expect, it } from 'vitest'
import type { Removable } from '../contract/disconnect.ts'
import { isOfAccount } from '../steps/testing/held-to.ts'
import { whatExists } from '../steps/testing/kept-world.ts'
import { untilHeld } from '../steps/testing/in-order.ts'
import { pause, rememberedConnections, type Opened } from '../steps/testing/remembered.ts'
import { payerIn } from '../steps/testing/wrong-premises.ts'
import { until } from '../testing/until.ts'

const connections = rememberedConnections()

/** Opened anew and signed in: all that the account has is asked, mostly ahead, and nothing of it answered yet. */
async function withReadsUnderWay(): Promise<Opened> {
  const opened = await (await connections.proven()).open({ held: isOfAccount })
  for (const operation of ['DescribeReportDefinitions', 'DescribeStacks', 'GetRole'])
    // oxlint-disable-next-line no-await-in-loop -- each is waited for
    await untilHeld(opened, operation)
  await opened.reaches('sign-in', 'done')
  expect([opened.status('cost-report').kind, opened.status('stack').kind]).toEqual([
    'checking',
    'waiting',
  ])
  return opened
}

/** As long as it would take to show something. */
const moment = (): Promise<void> => pause(100)

/** What the window shows of the steps now, and has shown since. */
const shownSince = ({ shown }: Opened, since: number): string[] =>
  shown.slice(since).map(({ steps }) => JSON.stringify(steps))

/** The answers that wait; the app has ended all others, or got them. */
const waiting = ({ network }: Opened): string[] => network.held().map((one) => one.operation)

const itemsOf = ({ connection }: Opened): readonly Removable[] => {
  const { disconnect } = connection.view()
  return disconnect.kind === 'listed' ? disconnect.items : []
}

describe('while reads are under way that nobody has asked for yet', () => {
  it('the app is quit: they end, and nothing of them is shown', async () => {
    const opened = await withReadsUnderWay()
    const before = JSON.stringify(opened.connection.view().steps)
    const [shown, sent] = [opened.shown.length, opened.network.sent.length]
    opened.connection.stop()
    expect(waiting(opened)).toEqual([])
    opened.letGo()
    await moment()
    expect(shownSince(opened, shown).filter((steps) => steps !== before)).toEqual([])
    expect(JSON.stringify(opened.connection.view().steps)).toBe(before)
    expect(opened.network.sent.length).toBe(sent)
  })

  it('the connection is removed here: they end, and nothing more is asked but to end the sign-in', async () => {
    const opened = await withReadsUnderWay()
    const exists = whatExists(opened.world)
    const [shown, sent] = [opened.shown.length, opened.network.sent.length]
    await opened.connection.forget()
    expect(waiting(opened)).toEqual([])
    opened.letGo()
    await moment()
    const greens = opened.shown
      .slice(shown)
      .flatMap(({ steps }) => steps)
      .filter(({ id, status }) => id === 'stack' && status.kind === 'done')
    expect(greens).toEqual([])
    expect(opened.network.sent.slice(sent).map(({ operation }) => operation)).toEqual(['Logout'])
    expect(whatExists(opened.world)).toEqual(exists)
  })

  it('what was created is taken back: what they say of it afterwards is not shown', async () => {
    const opened = await withReadsUnderWay()
    opened.network.hold(null)
    await opened.command({ step: 'disconnect', action: 'list' })
    const stack = await until(() => {
      const found = itemsOf(opened).find(({ id, state }) => id === 'stack' && state === 'there')
      if (!found) throw new Error(`it is ${JSON.stringify(opened.connection.view().disconnect)}`)
      return found
    })
    const { id: item, name } = stack
    await opened.command({ step: 'disconnect', action: 'remove', item, name, withObjects: false })
    await until(() =>
      expect(itemsOf(opened)).toContainEqual(
        expect.objectContaining({ id: item, state: 'removed' }),
      ),
    )
    // The answers from before it was removed call it complete, and its role there.
    const since = opened.shown.length
    opened.letGo()
    await opened.quiet()
    expect(payerIn(opened.world).stacks.map(({ status }) => status)).toEqual(['DELETE_COMPLETE'])
    const greens = opened.shown
      .slice(since)
      .flatMap(({ steps }) => steps)
      .filter(({ id, status }) => id === 'stack' && status.kind === 'done')
    expect(greens).toEqual([])
    expect(opened.status('stack').kind).not.toBe('done')
  })
})
