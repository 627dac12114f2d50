import process from 'node:process'
import { createInterface } from 'node:readline'
import { Readable } from 'node:stream'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { Environment } from '../runtime/display.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'

const LAUNCHER = '/usr/libexec/at-spi-bus-launcher'
const program = fileURLToPath(new URL('spoken.py', import.meta.url))

/** A screen reader at work on one screen. */
export type Orca = {
  /** For the window that it shall read. */
  readonly env: Record<string, string>
  /** All that it has spoken so far, one utterance each. */
  readonly said: readonly string[]
  readonly stop: () => Promise<void>
}

const lineShape = z.union([z.object({ said: z.string() }), z.object({ ready: z.literal(true) })])

/**
 * Starts Orca, and somebody who manages windows, as it reads the one in front. To be started before
 * the window: one that was there first stays unread.
 * @param env of the session: its bus, its home folder, its display
 */
export async function startOrca(env: Environment): Promise<Orca> {
  const options = { env: { ...env, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8' }, cwd: process.cwd() }
  const bus = startCompanion(LAUNCHER, ['--launch-immediately'], { ...options, stdio: 'ignore' })
  const manager = startCompanion('openbox', [], { ...options, stdio: 'ignore' })
  const orca = startCompanion('/usr/bin/python3', [program], {
    ...options,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const { stdout } = orca
  if (!(stdout instanceof Readable)) throw new Error('no pipe')
  const said: string[] = []
  await new Promise<void>((resolve, reject) => {
    const lines = createInterface({ input: stdout })
    lines.on('line', (text) => {
      const line = lineShape.parse(JSON.parse(text))
      if ('said' in line) said.push(line.said)
      else resolve()
    })
    lines.once('close', () => reject(new Error('Orca has ended.')))
  })
  return {
    env: { GNOME_ACCESSIBILITY: '1' },
    said,
    async stop() {
      for (const child of [orca, manager, bus]) await endChild(child)
    },
  }
}
