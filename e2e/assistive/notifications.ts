import process from 'node:process'
import { createInterface } from 'node:readline'
import { Readable, Writable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Environment } from '../runtime/display.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'

const shape = z.object({ id: z.number(), title: z.string(), body: z.string() })
type Shown = z.infer<typeof shape>

/** The desktop's own notifications, of one session. */
export type Notifications = {
  /** All that were shown so far, oldest first. */
  readonly shown: readonly Shown[]
  readonly click: (notification: Shown) => void
  readonly stop: () => Promise<void>
}

const program = fileURLToPath(new URL('notifications.py', import.meta.url))

/** Lets a session have notifications. `env` names its bus. */
export async function startNotifications(env: Environment): Promise<Notifications> {
  // Debian's own Python has the bindings.
  const child = startCompanion('/usr/bin/python3', [program], {
    env: { ...env, PATH: process.env['PATH'] },
    stdio: ['pipe', 'pipe', 'inherit'],
  })
  const { stdin, stdout } = child
  if (!(stdin instanceof Writable) || !(stdout instanceof Readable)) throw new Error('no pipes')
  const shown: Shown[] = []
  const lines = createInterface({ input: stdout })
  await new Promise<void>((resolve, reject) => {
    lines.once('line', () => {
      lines.on('line', (line) => shown.push(shape.parse(JSON.parse(line))))
      resolve()
    })
    lines.once('close', () => reject(new Error('The notifications have ended.')))
  })
  return {
    shown,
    click: ({ id }) => void stdin.write(`${id}\n`),
    stop: () => endChild(child),
  }
}
