import { type RefObject, useEffect, useRef } from 'react'
import type { StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import type { Answered } from '../bridge/bridge.ts'
import { stepGivenWork } from '../checklist/work.ts'

type Panel = RefObject<HTMLElement | null>

/**
 * Milliseconds after which focus goes on from what is gone. A screen reader has to hear first that it is
 * gone: Orca 43 stays silent about what has the focus next otherwise. What was shown for a moment only,
 * such as “Working…”, is not spoken either.
 */
const SETTLED = 150

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
  const lost = useRef<{ timer: number; isNewStep: boolean } | null>(null)
  /** What has the focus only until there is something to go on to. */
  const meanwhile = useRef<Element | null>(null)
  useEffect(() => {
    const isNowhere = (): boolean =>
      document.activeElement === document.body || document.activeElement === meanwhile.current
    const before = shown.current
    shown.current = { step, drawn, moves }
    const hasMoved = before?.moves !== moves
    const hasChanged = before?.step === step && before.drawn !== drawn
    if (!isNowhere()) {
      if (before && hasMoved) onMovedElsewhere()
    } else if (hasMoved || hasChanged) {
      const isNewStep = hasMoved || lost.current?.isNewStep === true
      window.clearTimeout(lost.current?.timer)
      const timer = window.setTimeout(() => {
        lost.current = null
        if (!isNowhere()) return
        const first = isNewStep && before ? emptyFirst(panel.current) : null
        const content = isNewStep ? null : headingOfContent(panel.current)
        const title = headingOf(panel.current)
        meanwhile.current = isNewStep || content ? null : title
        focusOn(first ?? content ?? title)
        // Its heading was passed over.
        if (first) onMovedElsewhere()
      }, SETTLED)
      lost.current = { timer, isNewStep }
    }
    if (before && before.step !== step) panel.current?.scrollIntoView()
  })
  useEffect(() => {
    // Whoever has gone somewhere themselves is not led there any more.
    const found = (): void => {
      window.clearTimeout(lost.current?.timer)
      lost.current = null
    }
    document.addEventListener('focusin', found)
    return () => {
      document.removeEventListener('focusin', found)
      found()
      shown.current = null
    }
  }, [])
}

/** The field that a step begins with, while nothing stands in it. */
function emptyFirst(panel: HTMLElement | null): Element | null {
  const field = panel?.querySelector('input[data-first]')
  return field instanceof HTMLInputElement && field.value === '' ? field : null
}

const headingOf = (panel: HTMLElement | null): Element | null => panel?.querySelector('h2') ?? null

/** The heading of the first thing below the step's own one, so that the parts of a step differ. */
const headingOfContent = (panel: HTMLElement | null): Element | null =>
  panel?.querySelector('.card')?.querySelector('h3') ?? null

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
