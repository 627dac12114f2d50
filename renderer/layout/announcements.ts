import { useCallback, useState } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { statusLine, stepTitle } from '../../electron/texts/steps.ts'
import { isWorthTelling } from '../checklist/line.ts'
import { useWords } from '../parts/words.ts'

/** What screen readers are told at once. */
export type Said = {
  readonly id: number
  /** The step whose line has changed; of several texts about the same the last is true. */
  readonly about: StepId | 'window'
  readonly text: string
}
type News = Omit<Said, 'id'>

/** As many as wait at most for a dialog to be closed. */
const KEPT = 20

/** What screen readers are told, oldest first: which lines have changed, and what is said besides. */
export function useAnnouncements(snapshot: Snapshot): {
  readonly said: readonly Said[]
  readonly say: (text: string) => void
} {
  const words = useWords()
  const { steps, language } = snapshot
  const [told, setTold] = useState<{
    readonly steps: Snapshot['steps']
    readonly language: string
    readonly said: readonly Said[]
  }>({ steps, language, said: [] })
  // Nobody wants to find what was said in another language.
  if (told.language !== language) setTold({ steps, language, said: [] })
  else if (told.steps !== steps)
    setTold({ steps, language, said: appended(told.said, changes(words, told.steps, snapshot)) })
  const say = useCallback(
    (text: string) =>
      setTold((before) => ({
        ...before,
        said: appended(before.said, [{ about: 'window', text }]),
      })),
    [],
  )
  return { said: told.said, say }
}

function changes(words: Catalogue, before: Snapshot['steps'], now: Snapshot): readonly News[] {
  const { steps } = now
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return steps
    .filter((view, index) => isWorthTelling(view, before[index]))
    .map(({ id, status }) => {
      const line = statusLine(words, status)
      return {
        about: id,
        text: words.app.announce(numberOf(id), stepTitle(words, id, now), line),
      }
    })
}

function appended(said: readonly Said[], news: readonly News[]): readonly Said[] {
  if (news.length === 0) return said
  const next = (said.at(-1)?.id ?? 0) + 1
  return [...said, ...news.map((one, index) => ({ id: next + index, ...one }))].slice(-KEPT)
}
