import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { NO_EDITS, type StackFailure } from './stackFailure.ts'
import { type Drafts, filledIn, firstTyped, typedAfter, typing } from './typed.ts'

type DraftStore = {
  readonly drafts: Drafts
  /** Why the last attempt at the stack failed, until there is another one. */
  readonly failure: StackFailure | null
  readonly edit: (step: StepId, name: string, value: string) => void
}

const DraftContext = createContext<DraftStore>({
  drafts: {},
  failure: null,
  edit: () => undefined,
})
export const DraftProvider = DraftContext.Provider

/**
 * What a person has typed and not yet sent, kept while a step acts, so that nothing has to be typed
 * twice after a refusal. Forgotten when the step gets done. Belongs to one connection. Never holds
 * a secret.
 */
export function useDraftStore({ steps, proposal }: Snapshot): DraftStore {
  const [typed, setTyped] = useState(() => filledIn(firstTyped(steps), proposal))
  const current = filledIn(typed.steps === steps ? typed : typedAfter(typed, steps), proposal)
  if (current !== typed) setTyped(current)
  const edit = useCallback((step: StepId, name: string, value: string) => {
    setTyped((before) => typing(before, step, name, value))
  }, [])
  const { drafts, failure } = typed
  return useMemo(() => ({ drafts, failure, edit }), [drafts, failure, edit])
}

/** Why the last attempt at the stack failed; null when there is nothing to tell. */
export function useStackFailure(): StackFailure | null {
  return useContext(DraftContext).failure
}

export type Draft<Name extends string> = {
  readonly get: (name: Name) => string
  readonly set: (name: Name, value: string) => void
  /** Whether anything was typed there, or filled in from a file. */
  readonly has: (name: Name) => boolean
}

/** One step's form: what was typed, over what the snapshot suggests. */
export function useDraft<Name extends string>(
  step: StepId,
  suggested: Readonly<Record<Name, string>>,
): Draft<Name> {
  const { drafts, edit } = useContext(DraftContext)
  const edits = drafts[step] ?? NO_EDITS
  return {
    get: (name) => edits[name] ?? suggested[name],
    set: (name, value) => edit(step, name, value),
    has: (name) => edits[name] !== undefined,
  }
}
