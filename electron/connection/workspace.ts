import type { Command } from '../contract/commands.ts'
import type { AppError } from '../errors/app-error.ts'
import { fail, toAppError } from '../errors/failure.ts'
import type { Connection } from './connection.ts'
import type { ConnectionFolder, ConnectionFolders } from './folders.ts'

/** All connections of a profile, of which one is shown. */
export type Workspace = {
  /** Opens every connection that is kept, or a first one. Called once. */
  readonly start: () => Promise<void>
  readonly all: () => readonly Connection[]
  /** The one shown. Throws `connection-unknown` before there is one. */
  readonly current: () => Connection
  /** What is to be told of all, besides what each of them tells. */
  readonly notices: () => readonly AppError[]
  /** Whether the overview of all is shown in place of the current one. */
  readonly overview: () => boolean
  /** Throws `connection-unknown`, `busy`, and what the disk says. */
  readonly command: (received: WorkspaceCommand) => Promise<void>
}

type WorkspaceCommand = Exclude<
  Extract<Command, { step: 'connections' }>,
  { action: 'save-page' | 'save-table' }
>

export function createWorkspace(options: {
  readonly folders: ConnectionFolders
  readonly open: (folder: ConnectionFolder) => Promise<Connection>
  readonly onChange: () => void
}): Workspace {
  const { folders, open, onChange } = options
  let connections: Connection[] = []
  let shown = ''
  let overview = false
  const notices: AppError[] = []

  const current = (): Connection => {
    const connection = connections.find(({ id }) => id === shown) ?? connections[0]
    if (!connection) throw fail('connection-unknown')
    return connection
  }
  const show = async (id: string): Promise<void> => {
    shown = id
    onChange()
    await folders.select(id)
  }
  const add = async (): Promise<void> => {
    const connection = await open(await folders.add())
    connections = [...connections, connection]
    shown = connection.id
    onChange()
  }
  /** Forgets a connection here; nothing in AWS is touched. */
  const remove = async (connection: Connection): Promise<void> => {
    if (connection.busy()) throw fail('busy', { step: 'connections' })
    notices.push(...(await connection.forget()))
    await folders.remove(connection.id)
    connections = connections.filter(({ id }) => id !== connection.id)
    if (connections.length === 0) return add()
    if (shown === connection.id) await show(current().id)
    onChange()
  }

  return {
    async start() {
      // One folder that cannot be read must not keep the others from being shown.
      for (const folder of await folders.all()) {
        try {
          connections.push(await open(folder))
        } catch (error) {
          notices.push(toAppError(error))
        }
      }
      if (connections.length === 0) connections.push(await open(await folders.add()))
      const newerSettings = await folders.newerSettings()
      if (newerSettings) notices.push(fail('settings-newer', { file: newerSettings }).error)
      shown = await folders.selected()
    },
    all: () => connections,
    current,
    overview: () => overview,
    notices: () => [...folders.problems(), ...notices],
    async command(received) {
      // Whatever is done with one connection, that one is looked at.
      overview = received.action === 'overview'
      if (!('id' in received)) return received.action === 'add' ? add() : onChange()
      const connection = connections.find(({ id }) => id === received.id)
      if (!connection) throw fail('connection-unknown')
      switch (received.action) {
        case 'select':
          return show(received.id)
        case 'remove':
          return remove(connection)
        case 'rename':
          await connection.rename(received.name)
          return onChange()
      }
    },
  }
}
