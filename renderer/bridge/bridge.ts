import { createContext, useCallback, useContext, useEffect, useState } from 'react'
import type { EcoConnectBridge } from '../../electron/contract/bridge.ts'
import type { Command } from '../../electron/contract/commands.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { forDrawing, forSending } from './marks.ts'

declare global {
  interface Window {
    readonly ecoConnect: EcoConnectBridge
  }
}

/** What the window is opened with. */
export async function firstSnapshot(): Promise<Snapshot> {
  return forDrawing(await window.ecoConnect.snapshot())
}

/** The newest snapshot; starts with the one the window was opened with. */
export function useSnapshot(first: Snapshot): Snapshot {
  const [snapshot, setSnapshot] = useState(first)
  useEffect(() => {
    const take = (next: Snapshot): void =>
      setSnapshot((current) => (next.revision > current.revision ? forDrawing(next) : current))
    const end = window.ecoConnect.onSnapshot(take)
    // What changed after the first snapshot and before this subscription was told to nobody.
    void window.ecoConnect.snapshot().then(take)
    return end
  }, [])
  return snapshot
}

export type Send = (command: Command) => void
/** A command that was not understood or came at the wrong moment. */
export type Refusal = { readonly step: Command['step']; readonly error: AppError }

/** A command to which the main process has replied; what comes of it may still be on its way. */
export type Answered = { readonly command: Command }

const SendContext = createContext<Send>(() => undefined)
export const SendProvider = SendContext.Provider

/** Sends a command to the main process; what comes of it is in the next snapshot. */
export function useSend(): Send {
  return useContext(SendContext)
}

/**
 * `send`, the refusal of the last command, if it was refused while this connection was shown, and the
 * last command that was answered, as another object each time.
 */
export function useCommands(connectionId: string): {
  readonly send: Send
  readonly refusal: Refusal | null
  readonly answered: Answered | null
} {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [refused, setRefused] = useState<{ readonly in: string; readonly refusal: Refusal } | null>(
    null,
  )
  const send = useCallback<Send>(
    (command) => {
      setRefused(null)
      void refusalOf(command).then((refusal) => {
        setRefused(refusal && { in: connectionId, refusal })
        setAnswered({ command })
      })
    },
    [connectionId],
  )
  return { send, refusal: refused?.in === connectionId ? refused.refusal : null, answered }
}

async function refusalOf(command: Command): Promise<Refusal | null> {
  try {
    const reply = await window.ecoConnect.send(forSending(command))
    return reply.accepted ? null : { step: command.step, error: forDrawing(reply.error) }
  } catch (reason) {
    const detail = { message: String(reason) }
    const error: AppError = { code: 'unexpected', facts: {}, detail }
    return { step: command.step, error: forDrawing(error) }
  }
}
