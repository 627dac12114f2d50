import { setTimeout as pause } from 'node:timers/promises'
import { commandSchema } from '../../contract/commands.ts'
import type { Managed } from '../../contract/managed.ts'
import { errorOf } from '../../contract/status.ts'
import type { AppError } from '../../errors/app-error.ts'
import { toAppError } from '../../errors/failure.ts'
import type { ConnectionCommand } from '../../connection/commands.ts'
import type { Opened, Since } from './remembered.ts'

/** What somebody does at a computer of an organization, and what becomes of it. */
export type Case = {
  readonly name: string
  /** What is remembered; `fresh` is a connection of which only is known who manages the account. */
  readonly from: 'fresh' | 'proven'
  readonly forbids: Partial<Managed>
  readonly allows: Partial<Managed>
  readonly since?: Since
  /** Nothing where what is remembered is enough. */
  readonly act?: (at: Acting) => Promise<unknown>
  /** What is told in place of `set-by-organization` and the setting. */
  readonly told?: string
  /** Operations that are asked while it is forbidden; none if left out, unless `never` says which are not. */
  readonly asked?: readonly string[]
  readonly never?: readonly string[]
  /** One that is asked once it is allowed; the window asks nobody for the others. */
  readonly goesOnTo?: string
}

/** The connection, and the door through which the window reaches it. */
export type Acting = {
  readonly opened: Opened
  /** Sends a command as the window does and resolves once all that comes of it is there. */
  readonly door: (command: ConnectionCommand) => Promise<void>
  /** Notes what a call of the main process itself is refused for. */
  readonly noting: (call: Promise<unknown>) => Promise<void>
}

/** What became of a case: what was told at any time, in the steps or as a refusal, and what was asked. */
export type Outcome = { readonly told: ReadonlySet<string>; readonly asked: readonly string[] }

/** Plays a case with what an organization has decided. */
export async function outcomeOf(opened: Opened, { act }: Pick<Case, 'act'>): Promise<Outcome> {
  const told = new Set<string>()
  const note = ({ code, facts }: AppError): void =>
    void told.add(`${code} ${facts['setting'] ?? ''}`.trim())
  const look = (): void => {
    for (const { status } of opened.connection.view().steps) {
      const error = errorOf(status)
      if (error) note(error)
    }
  }
  const unwatch = opened.watch(look)
  await opened.quiet()
  look()
  const before = act && opened.simulator.requests.length
  await act?.({
    opened,
    async door(command) {
      // No other command gets through from the window.
      commandSchema.parse(command)
      const reply = await opened.connection.command(command)
      if (!reply.accepted) note(reply.error)
      await pause(0)
      await opened.quiet()
    },
    async noting(call) {
      await call.catch((error: unknown) => note(toAppError(error)))
      await opened.quiet()
    },
  })
  look()
  unwatch()
  const requests = opened.simulator.requests.slice(before ?? 0)
  const asked = requests.filter(({ service }) => service !== 'browser')
  return { told, asked: [...new Set(asked.map(({ operation }) => operation))] }
}
