import { createContext, useCallback, useContext, useMemo, useState } from 'react'
import type { Fact } from '../../electron/contract/facts.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { FactId } from '../../electron/contract/fact-ids.ts'
import { editsAfter, failedAttempt, type StackFailure, stackFailure } from './stackFailure.ts'

export type Edits = Readonly<Partial<Record<string, string>>>
type Drafts = Readonly<Partial<Record<StepId, Edits>>>

type DraftStore = {
  readonly drafts: Drafts
  /** Why the last attempt at the stack failed, until there is another one. */
  readonly failure: StackFailure | null
  readonly edit: (step: StepId, name: string, value: string) => void
}

const NO_EDITS: Edits = {}
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
export function useDraftStore(snapshot: Snapshot): DraftStore {
  const [drafts, setDrafts] = useState<Drafts>(() => {
    const failed = failedAttempt(snapshot.steps)
    return failed ? { stack: editsAfter(failed, NO_EDITS) } : {}
  })
  const [seen, setSeen] = useState(() => ({
    steps: snapshot.steps,
    ground: groundOf(snapshot.steps),
    failure: failedAttempt(snapshot.steps),
  }))
  if (seen.steps !== snapshot.steps) {
    const ground = { ...seen.ground, ...groundOf(snapshot.steps) }
    const moved = Object.entries(seen.ground).some(([name, value]) => ground[name] !== value)
    const failure = moved ? null : stackFailure(seen.failure, snapshot.steps)
    setSeen({ steps: snapshot.steps, ground, failure })
    const over = snapshot.steps.filter(({ id, status }, index) => {
      if (!drafts[id]) return false
      if (id === 'stack' && (moved || isOff(status))) return true
      return isSettled(status) && !isSettled(seen.steps[index]?.status)
    })
    const hasFailed = failedAttempt(snapshot.steps) && !failedAttempt(seen.steps)
    if (over.length > 0 || hasFailed) {
      const kept: Drafts = {
        ...drafts,
        ...Object.fromEntries(over.map(({ id }) => [id, undefined])),
      }
      const failed = hasFailed && failure
      setDrafts(failed ? { ...kept, stack: editsAfter(failure, kept.stack ?? NO_EDITS) } : kept)
    }
  }
  const edit = useCallback((step: StepId, name: string, value: string) => {
    setDrafts((before) => ({ ...before, [step]: { ...before[step], [name]: value } }))
  }, [])
  const { failure } = seen
  return useMemo(() => ({ drafts, failure, edit }), [drafts, failure, edit])
}

/** Why the last attempt at the stack failed; null when there is nothing to tell. */
export function useStackFailure(): StackFailure | null {
  return useContext(DraftContext).failure
}

type Ground = Readonly<Record<string, string>>

/** What the stack's form rests on: the consent given there holds for nothing else. */
const STACK_RESTS_ON: readonly { readonly step: StepId; readonly fact: FactId }[] = [
  { step: 'plan', fact: 'managed-by' },
  { step: 'sign-in', fact: 'account' },
  { step: 'template', fact: 'template-sha256' },
]

/** As far as it is known now: a step that is being checked again says nothing. */
function groundOf(steps: readonly StepView[]): Ground {
  const proven = STACK_RESTS_ON.flatMap(({ step, fact }) => {
    const status = steps.find(({ id }) => id === step)?.status
    const evidence = toldBy(status)
    return evidence.filter(({ id }) => id === fact).map(({ value }) => [fact, value] as const)
  })
  return Object.fromEntries<string>(proven)
}

/** Facts that a step stands on: proven, or told by hand. */
function toldBy(status: Status | undefined): readonly Fact[] {
  if (status?.kind === 'done') return status.evidence
  const told = status?.kind === 'pending' && status.progress.kind === 'unverified'
  return told ? status.progress.evidence : []
}

/** True when what was typed has been taken over. */
function isSettled(status: Status | undefined): boolean {
  if (status?.kind === 'pending') return status.progress.kind === 'unverified'
  return status?.kind === 'done'
}

/** True when something before the step has changed, so that it has to begin anew. */
function isOff({ kind }: Status): boolean {
  return kind === 'waiting' || kind === 'skipped'
}

export type Draft<Name extends string> = {
  readonly get: (name: Name) => string
  readonly set: (name: Name, value: string) => void
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
  }
}
