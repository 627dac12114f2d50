import { execFile } from 'node:child_process'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { Environment } from '../runtime/display.ts'

const run = promisify(execFile)

/** How long a window may take to appear, milliseconds. */
const LIMIT = 30_000

/** A person at a screen without a window manager: looks for windows by title, and presses keys. */
export type Hands = {
  /** Ids of the windows that have this in their title and can be seen. */
  readonly windows: (title: string) => Promise<readonly string[]>
  /** Waits for such a window, presses the keys in it one after the other, and waits until it is gone. */
  readonly answer: (title: string, ...keys: readonly string[]) => Promise<void>
  /** Presses keys where the pointer is, once there is a window with this title, or any. */
  readonly press: (...keys: readonly string[]) => Promise<void>
}

export function handsAt(display: Environment): Hands {
  const env = { PATH: process.env['PATH'], ...display }
  const windows: Hands['windows'] = async (title) => {
    // It ends with 1 when there is none.
    const found = await run('xdotool', ['search', '--onlyvisible', '--name', title], { env }).catch(
      () => ({ stdout: '' }),
    )
    return found.stdout.split('\n').filter((id) => id !== '')
  }
  const press: Hands['press'] = async (...keys) => {
    for (const key of keys) {
      await run('xdotool', ['key', key], { env })
      await delay(150)
    }
  }
  return {
    windows,
    press,
    async answer(title, ...keys) {
      const deadline = Date.now() + LIMIT
      let [id] = await windows(title)
      while (id === undefined) {
        if (Date.now() > deadline) throw new Error(`No window “${title}” appeared.`)
        await delay(100)
        id = (await windows(title))[0]
      }
      // Drawn, but perhaps not yet listening.
      await delay(400)
      await run('xdotool', ['windowfocus', '--sync', id], { env })
      await press(...keys)
      while ((await windows(title)).includes(id)) {
        if (Date.now() > deadline) throw new Error(`The window “${title}” did not go away.`)
        await delay(100)
      }
    },
  }
}
