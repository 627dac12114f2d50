import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { CHANNELS } from '../contract/bridge.ts'
import type { CommandReply } from '../contract/bridge.ts'
import type { Command } from '../contract/commands.ts'
import type { Snapshot } from '../contract/snapshot.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { PAGE } from './page.ts'

export type Doors = {
  readonly snapshot: () => Snapshot | Promise<Snapshot>
  readonly command: (command: Command) => Promise<CommandReply>
}

/** Commands at work at once: more than a person can give, and too few to flood the services. */
export const AT_ONCE = 32

/**
 * Opens the process boundary to `window`'s main frame and nobody else; returns the one way back.
 * A sender is known by identity, not by an address it could choose; the page that it shows must be
 * the app's own as well.
 */
export function openDoors(window: BrowserWindow, doors: Doors): (snapshot: Snapshot) => void {
  const guard = ({ senderFrame }: IpcMainInvokeEvent): void => {
    if (senderFrame !== window.webContents.mainFrame || senderFrame.url !== PAGE) {
      throw fail('invalid-command', { command: 'from another frame' })
    }
  }
  let atWork = 0
  ipcMain.handle(CHANNELS.snapshot, (event) => {
    guard(event)
    return doors.snapshot()
  })
  ipcMain.handle(CHANNELS.send, async (event, input: unknown): Promise<CommandReply> => {
    atWork += 1
    try {
      guard(event)
      if (atWork > AT_ONCE) throw fail('busy')
      // Loaded with the first command, so that the window does not wait for it.
      const { commandSchema } = await import('../contract/commands.ts')
      const parsed = commandSchema.safeParse(input)
      // The message of the parser could repeat what was typed, a token perhaps: it stays out.
      if (!parsed.success) throw fail('invalid-command', { command: 'malformed' })
      return await doors.command(parsed.data)
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    } finally {
      atWork -= 1
    }
  })
  return (snapshot) => {
    if (window.isDestroyed() || window.webContents.isCrashed()) return
    window.webContents.send(CHANNELS.changed, snapshot)
  }
}
