import { type RefObject, useEffect, useRef } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { Answered } from '../bridge/bridge.ts'
import { stepGivenWork } from '../checklist/work.ts'

type Panel = RefObject<HTMLElement | null>

/**
 * Focus goes to the heading of the step that the window opens with or goes to by itself (to its first
 * field where the step begins with an empty one), and to the
 * heading of what is new when the focused button has disappeared with what it belonged to. Who has the
 * focus elsewhere keeps it: `onMovedElsewhere` is called, to tell them.
 */
export function usePanelFocus(
  panel: Panel,
  now: {
    readonly step: StepId
    /** Says what is drawn: another one means other buttons. */
    readonly drawn: string
    /** Grows when the window changed the step by itself. */
    readonly moves: number
    readonly onMovedElsewhere: () => void
  },
): void {
  const { step, drawn, moves, onMovedElsewhere } = now
  const shown = useRef<{ step: StepId; drawn: string; moves: number } | null>(null)
  useEffect(() => {
    const before = shown.current
    shown.current = { step, drawn, moves }
    const isLost = document.activeElement === document.body
    const hasMoved = before?.moves !== moves
    const first = before ? emptyFirst(panel.current) : null
    if (isLost && hasMoved && first) {
      focusOn(first)
      onMovedElsewhere()
    } else if (isLost && hasMoved) focusOn(panel.current?.querySelector('h2'))
    else if (before && hasMoved) onMovedElsewhere()
    else if (isLost && before?.step === step && before.drawn !== drawn)
      focusOn(headingOfContent(panel.current))
    if (before && before.step !== step) panel.current?.scrollIntoView()
  })
}

/** The field that a step begins with, while nothing stands in it. */
function emptyFirst(panel: HTMLElement | null): Element | null {
  const field = panel?.querySelector('input[data-first]')
  return field instanceof HTMLInputElement && field.value === '' ? field : null
}

/** The heading of the first thing below the step's own one, so that the parts of a step differ. */
function headingOfContent(panel: HTMLElement | null): Element | null | undefined {
  return panel?.querySelector('.card')?.querySelector('h3') ?? panel?.querySelector('h2')
}

/**
 * Focus goes to the field whose value was refused, once what the step was given to do is answered. Not
 * for what is only looked at while somebody types, and not when they come back to it later.
 */
export function useRefusedFocus(
  panel: Panel,
  { id: step, status }: StepView,
  answered: Answered | null,
): void {
  const last = useRef(answered)
  const due = useRef<StepId | null>(null)
  useEffect(() => {
    if (answered && answered !== last.current) due.current = stepGivenWork(answered.command)
    last.current = answered
    const isAwaited = status.kind === 'acting' || status.kind === 'checking'
    if (due.current === step && isAwaited) return
    if (due.current === step) focusOn(panel.current?.querySelector('[aria-invalid="true"]'))
    due.current = null
  })
}

function focusOn(element: Element | null | undefined): void {
  if (element instanceof HTMLElement) element.focus({ preventScroll: element.matches('h2, h3') })
}
