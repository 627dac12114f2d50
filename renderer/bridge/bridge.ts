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

const SavedContext = createContext<string | null>(null)
export const SavedProvider = SavedContext.Provider

/** Where the file lies that the last command has saved; null if it has saved none. */
export const useSaved = (): string | null => useContext(SavedContext)

/**
 * `send`, the refusal of the last command, if it was refused while this connection was shown, where
 * a file lies that it has saved, and the last command that was answered, as another object each time.
 */
export function useCommands(connectionId: string): {
  readonly send: Send
  readonly refusal: Refusal | null
  readonly saved: string | null
  readonly answered: Answered | null
} {
  const [answered, setAnswered] = useState<Answered | null>(null)
  const [outcome, setOutcome] = useState<(Outcome & { readonly in: string }) | null>(null)
  const send = useCallback<Send>(
    (command) => {
      setOutcome(null)
      void outcomeOf(command).then((of) => {
        setOutcome({ in: connectionId, ...of })
        setAnswered({ command })
      })
    },
    [connectionId],
  )
  const { refusal, saved } = outcome?.in === connectionId ? outcome : NOTHING
  return { send, refusal, saved, answered }
}

type Outcome = { readonly refusal: Refusal | null; readonly saved: string | null }

const NOTHING: Outcome = { refusal: null, saved: null }

async function outcomeOf(command: Command): Promise<Outcome> {
  try {
    const reply = forDrawing(await window.ecoConnect.send(forSending(command)))
    if (reply.accepted) return { refusal: null, saved: reply.saved ?? null }
    return { refusal: { step: command.step, error: reply.error }, saved: null }
  } catch (reason) {
    const detail = { message: String(reason) }
    const error: AppError = { code: 'unexpected', facts: {}, detail }
    return { refusal: { step: command.step, error: forDrawing(error) }, saved: null }
  }
}
