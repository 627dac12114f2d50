import { execFile } from 'node:child_process'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Environment } from '../runtime/display.ts'

const run = promisify(execFile)

/** How long a window may take to appear, milliseconds. */
const LIMIT = 30_000

/** A person at a screen. Windows are known by their title or class. */
export type Hands = {
  /** Waits for such a window, presses the keys in it one after the other, and waits until it is gone. */
  readonly answer: (window: string, ...keys: readonly string[]) => Promise<void>
  /** Waits for such a window and clicks into it, pixels from its corner. */
  readonly click: (window: string, x: number, y: number) => Promise<void>
  /** Waits for such a window and asks the window manager to go to it. */
  readonly activate: (window: string) => Promise<void>
  /** Types into whatever has the keys now. */
  readonly type: (text: string) => Promise<void>
}

export function handsAt(display: Environment): Hands {
  const env = { PATH: process.env['PATH'], ...display }
  const xdotool = async (...args: readonly string[]): Promise<string> =>
    (await run('xdotool', [...args], { env })).stdout
  const windows = async (known: string): Promise<readonly string[]> => {
    // One search for both finds neither; and it ends with 1 when there is none.
    const by = (what: string): Promise<string> =>
      xdotool('search', '--onlyvisible', what, known).catch(() => '')
    const found = `${await by('--name')}\n${await by('--class')}`
    return found.split('\n').filter((id) => id !== '')
  }
  const appeared = async (known: string): Promise<string> => {
    const deadline = Date.now() + LIMIT
    for (;;) {
      const [id] = await windows(known)
      if (id !== undefined) {
        // Drawn, but perhaps not yet listening.
        await delay(400)
        return id
      }
      if (Date.now() > deadline) throw new Error(`No window “${known}” appeared.`)
      await delay(100)
    }
  }
  return {
    async answer(known, ...keys) {
      const id = await appeared(known)
      await xdotool('windowfocus', '--sync', id)
      for (const key of keys) {
        await xdotool('key', key)
        await delay(150)
      }
      const deadline = Date.now() + LIMIT
      while ((await windows(known)).includes(id)) {
        if (Date.now() > deadline) throw new Error(`The window “${known}” did not go away.`)
        await delay(100)
      }
    },
    async click(known, x, y) {
      const id = await appeared(known)
      await xdotool('mousemove', '--window', id, String(x), String(y), 'click', '1')
    },
    activate: async (known) => void (await xdotool('windowactivate', await appeared(known))),
    type: async (text) => void (await xdotool('type', text)),
  }
}

/** What comes of a call during which a person has to do something; both have to succeed. */
export async function meanwhile<T>(answering: Promise<unknown>, call: Promise<T>): Promise<T> {
  const [result] = await Promise.all([call, answering])
  return result
}
