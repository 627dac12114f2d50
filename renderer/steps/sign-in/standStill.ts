import { type FocusEvent, useState } from 'react'

type Row = { readonly id: string }

/** What is drawn stays in its place, as it is by now; what is new comes after it. */
export function keptInPlace<R extends Row>(drawn: readonly R[], next: readonly R[]): readonly R[] {
  const newest = new Map(next.map((row) => [row.id, row]))
  const known = new Set(drawn.map(({ id }) => id))
  const stay = drawn.map((row) => newest.get(row.id) ?? row)
  return [...stay, ...next.filter(({ id }) => !known.has(id))]
}

/** The rows to draw, and what the list around them must hear. */
type Still<R> = {
  readonly rows: readonly R[]
  readonly handlers: {
    readonly onPointerEnter: () => void
    readonly onPointerLeave: () => void
    readonly onFocus: () => void
    readonly onBlur: (event: FocusEvent) => void
  }
}

/**
 * A list whose rows stand still while the pointer or the focus is among them, whatever else comes:
 * nobody presses what has slipped under their hand. `about` says what the list is of: with another
 * one it is drawn anew, since the person asked for it.
 */
export function useStandingStill<R extends Row>(next: readonly R[], about: string): Still<R> {
  const [isPointed, setPointed] = useState(false)
  const [isFocused, setFocused] = useState(false)
  const [drawn, setDrawn] = useState({ rows: next, from: next, about, isHeld: false })
  const isHeld = isPointed || isFocused
  if (drawn.from !== next || drawn.about !== about || drawn.isHeld !== isHeld) {
    const stays = isHeld && drawn.about === about
    const rows = stays ? keptInPlace(drawn.rows, next) : next
    setDrawn({ rows, from: next, about, isHeld })
  }
  return {
    rows: drawn.rows,
    handlers: {
      onPointerEnter: () => setPointed(true),
      onPointerLeave: () => setPointed(false),
      onFocus: () => setFocused(true),
      onBlur: ({ currentTarget, relatedTarget }) => {
        if (!currentTarget.contains(relatedTarget)) setFocused(false)
      },
    },
  }
}
