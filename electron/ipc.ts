import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron'
import { CHANNELS, type Command, type CommandReply, type Snapshot } from './contract.ts'
import { fail, toAppError } from './errors.ts'

export type Doors = {
  readonly snapshot: () => Snapshot | Promise<Snapshot>
  readonly command: (command: Command) => Promise<CommandReply>
}

/**
 * Opens the process boundary to `window`'s main frame and nobody else; returns the one way back.
 * A sender is known by identity, not by an address it could choose.
 */
export function openDoors(window: BrowserWindow, doors: Doors): (snapshot: Snapshot) => void {
  const guard = (event: IpcMainInvokeEvent): void => {
    if (event.senderFrame !== window.webContents.mainFrame) {
      throw fail('invalid-command', { command: 'from another frame' })
    }
  }
  ipcMain.handle(CHANNELS.snapshot, (event) => {
    guard(event)
    return doors.snapshot()
  })
  ipcMain.handle(CHANNELS.send, async (event, input: unknown): Promise<CommandReply> => {
    try {
      guard(event)
      // Loaded with the first command, so that the window does not wait for it.
      const { commandSchema } = await import('./command-schema.ts')
      const parsed = commandSchema.safeParse(input)
      // The message of the parser could repeat what was typed, a token perhaps: it stays out.
      if (!parsed.success) throw fail('invalid-command', { command: 'malformed' })
      return await doors.command(parsed.data)
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    }
  })
  return (snapshot) => {
    if (!window.isDestroyed()) window.webContents.send(CHANNELS.changed, snapshot)
  }
}
