import { deepStrictEqual } from 'node:assert/strict'
import fc from 'fast-check'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { BrowserWindow } from 'electron'
import { CHANNELS } from '../contract/bridge.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { isCommand, NAMES, payloadAfter, seed } from '../testing/payloads.ts'
import { until } from '../testing/until.ts'

type Handler = (event: { senderFrame: unknown }, input?: unknown) => unknown

const handlers = vi.hoisted(() => new Map<string, Handler>())
vi.mock('electron', () => ({
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
  protocol: {},
}))
const { AT_ONCE, openDoors } = await import('./ipc.ts')
const { commandSchema } = await import('../contract/commands.ts')

/** How often each command gets a generated payload made after it. */
const PAYLOADS = 10_000

/** The frames of a window, and what came through its doors. */
function doorsOf(answer: (command: Command) => Promise<CommandReply>) {
  const mainFrame = { url: 'app://eco-connect/index.html' }
  const sent: [string, Snapshot][] = []
  const state = { destroyed: false, crashed: false }
  const window = {
    isDestroyed: () => state.destroyed,
    webContents: {
      mainFrame,
      isCrashed: () => state.crashed,
      send: (channel: string, snapshot: Snapshot) => sent.push([channel, snapshot]),
    },
  }
  const received: Command[] = []
  const snapshot = { revision: 1 } as Snapshot
  const push = openDoors(window as unknown as BrowserWindow, {
    snapshot: () => snapshot,
    command: (command) => {
      received.push(command)
      return answer(command)
    },
  })
  const send = (input: unknown, senderFrame: unknown = mainFrame) =>
    handlers.get(CHANNELS.send)?.({ senderFrame }, input) as Promise<CommandReply>
  const ask = (senderFrame: unknown = mainFrame) =>
    handlers.get(CHANNELS.snapshot)?.({ senderFrame })
  return { mainFrame, received, push, send, ask, sent, state, snapshot }
}
const accepting = (): Promise<CommandReply> => Promise.resolve({ accepted: true })

beforeEach(() => handlers.clear())

describe('the door for commands, under generated payloads', () => {
  it.each(NAMES)(`${PAYLOADS} payloads made after “%s”`, (command) => {
    const counts = { through: 0, refused: 0 }
    fc.assert(
      fc.property(payloadAfter(command), (payload) => {
        const { success, data } = commandSchema.safeParse(payload)
        if (success !== isCommand(payload)) throw new Error(success ? 'let through' : 'refused')
        if (success) deepStrictEqual(data, payload)
        counts[success ? 'through' : 'refused'] += 1
      }),
      { numRuns: PAYLOADS, seed },
    )
    // Neither side of the property is empty.
    expect(counts.through).toBeGreaterThan(50)
    expect(counts.refused).toBeGreaterThan(1000)
  })

  it(`of ${PAYLOADS} more, none that is no command reaches a service`, async () => {
    const { send, received } = doorsOf(accepting)
    const counts = { through: 0, refused: 0 }
    const payloads = fc.constantFrom(...NAMES).chain(payloadAfter)
    await fc.assert(
      fc.asyncProperty(payloads, async (payload) => {
        received.length = 0
        const reply = await send(payload)
        if (isCommand(payload)) {
          deepStrictEqual(reply, { accepted: true })
          deepStrictEqual(received, [payload])
        } else {
          const error = { code: 'invalid-command', facts: { command: 'malformed' } }
          deepStrictEqual(reply, { accepted: false, error })
          deepStrictEqual(received, [])
        }
        counts[reply.accepted ? 'through' : 'refused'] += 1
      }),
      { numRuns: PAYLOADS, seed },
    )
    expect(counts.through).toBeGreaterThan(1000)
    expect(counts.refused).toBeGreaterThan(5000)
    // No payload has changed what every object inherits.
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Object.getOwnPropertyNames({})).toEqual([])
  })
})

describe('the doors', () => {
  const command: Command = { step: 'vault', action: 'retry' }

  it('know their sender by identity and by its page', async () => {
    const { mainFrame, received, send, ask, snapshot } = doorsOf(accepting)
    expect(ask()).toBe(snapshot)
    expect(await send(command)).toEqual({ accepted: true })
    received.length = 0
    const strangers = [
      null,
      undefined,
      {},
      // The same address, but another frame.
      { ...mainFrame },
      { url: 'app://eco-connect/index.html', parent: mainFrame },
    ]
    for (const stranger of strangers.filter((frame) => frame !== undefined)) {
      expect(await send(command, stranger)).toMatchObject({
        accepted: false,
        error: { code: 'invalid-command', facts: { command: 'from another frame' } },
      })
      expect(() => ask(stranger)).toThrow('invalid-command')
    }
    // The right frame, but led to another page.
    for (const url of ['https://example.com', '', 'about:blank', 'app://other/index.html']) {
      mainFrame.url = url
      expect(await send(command)).toMatchObject({ accepted: false })
      expect(() => ask()).toThrow('invalid-command')
    }
    expect(received).toEqual([])
  })

  it('let no more commands be at work than the services can bear', async () => {
    const waiting: ((reply: CommandReply) => void)[] = []
    const { received, send } = doorsOf(() => new Promise((resolve) => waiting.push(resolve)))
    const replies = Array.from({ length: AT_ONCE * 4 }, () => send(command))
    const refused = await Promise.all(replies.slice(AT_ONCE))
    expect(refused).toEqual(
      refused.map(() => ({ accepted: false, error: { code: 'busy', facts: {} } })),
    )
    await until(() => expect(received).toHaveLength(AT_ONCE))
    for (const finish of waiting) finish({ accepted: true })
    expect(await Promise.all(replies.slice(0, AT_ONCE))).toEqual(
      Array.from({ length: AT_ONCE }, () => ({ accepted: true })),
    )
    // They are open again.
    const next = send(command)
    await until(() => expect(received).toHaveLength(AT_ONCE + 1))
    waiting.at(-1)?.({ accepted: true })
    expect(await next).toEqual({ accepted: true })
  })

  it('answer with an error as data when a service throws', async () => {
    const { send } = doorsOf(() => Promise.reject(new TypeError('no such thing')))
    expect(await send(command)).toMatchObject({ accepted: false, error: { code: 'unexpected' } })
  })

  it('push to a window that is there and nobody else', () => {
    const { push, sent, state, snapshot } = doorsOf(accepting)
    push(snapshot)
    expect(sent).toEqual([[CHANNELS.changed, snapshot]])
    state.crashed = true
    push(snapshot)
    state.crashed = false
    state.destroyed = true
    push(snapshot)
    expect(sent).toHaveLength(1)
  })
})
