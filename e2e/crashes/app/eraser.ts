import { writeFileSync } from 'node:fs'
import type { App } from '../../../electron/app.ts'
import type { Command } from '../../../electron/contract/commands.ts'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import { beginCounting } from './boundary.ts'

/**
 * Removes everything from this computer, as somebody does who is sure. Where an earlier run has begun
 * with it, nobody is asked: it has to go on by itself, to the same end. `note` gets which it was.
 */
export function eraser(app: Pick<App, 'command'>, first: Snapshot, note: string) {
  let latest = first
  let look = (): void => undefined
  const until = (kind: Snapshot['erasure']['kind']): Promise<void> =>
    new Promise((resolve) => {
      look = () => {
        if (latest.erasure.kind === kind) resolve()
      }
      look()
    })
  const give = async (command: Command): Promise<void> => {
    const reply = await app.command(command)
    if (!reply.accepted) throw new Error(`refused: ${reply.error.code}`)
  }
  return {
    sees(snapshot: Snapshot): void {
      latest = snapshot
      look()
    },
    async finishes(): Promise<void> {
      const goesOn = latest.erasure.kind !== 'closed'
      writeFileSync(note, goesOn ? 'went on' : 'asked')
      if (!goesOn) {
        await give({ step: 'erasure', action: 'ask' })
        await until('asked')
        beginCounting()
        await give({ step: 'erasure', action: 'start', typed: 'remove' })
      }
      await until('ended')
      const { erasure } = latest
      const left = erasure.kind === 'ended' ? erasure.items.flatMap(({ problems }) => problems) : []
      if (left.length > 0) throw new Error(`left: ${left.map(({ code }) => code).join(', ')}`)
    },
    shows: (): string => JSON.stringify(latest.erasure),
  }
}
