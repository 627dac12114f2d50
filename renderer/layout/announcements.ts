import { useCallback, useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { statusLine, stepTitle } from '../../electron/texts/steps.ts'
import { isWorthTelling } from '../checklist/line.ts'
import { useWords } from '../parts/words.ts'

/** One sentence for screen readers. */
export type Said = { readonly id: number; readonly text: string }

/** As many as stay to be found; whoever reads them late wants the last ones. */
const KEPT = 8

/** What screen readers are told, oldest first: which lines have changed, and what is said besides. */
export function useAnnouncements(snapshot: Snapshot): {
  readonly said: readonly Said[]
  readonly say: (text: string) => void
} {
  const words = useWords()
  const { steps } = snapshot
  const [told, setTold] = useState<{
    readonly steps: Snapshot['steps']
    readonly said: readonly Said[]
  }>({ steps, said: [] })
  if (told.steps !== steps)
    setTold({ steps, said: appended(told.said, changes(words, told.steps, snapshot)) })
  const say = useCallback(
    (text: string) => setTold((before) => ({ ...before, said: appended(before.said, [text]) })),
    [],
  )
  return { said: told.said, say }
}

function changes(
  words: Catalogue,
  before: Snapshot['steps'],
  { steps, byHand }: Snapshot,
): readonly string[] {
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return steps
    .filter((view, index) => isWorthTelling(view, before[index]))
    .map(({ id, status }) =>
      words.app.announce(numberOf(id), stepTitle(words, id, byHand), statusLine(words, status)),
    )
}

function appended(said: readonly Said[], texts: readonly string[]): readonly Said[] {
  if (texts.length === 0) return said
  const next = (said.at(-1)?.id ?? 0) + 1
  return [...said, ...texts.map((text, index) => ({ id: next + index, text }))].slice(-KEPT)
}
