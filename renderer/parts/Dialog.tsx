import { type ReactNode, type RefObject, useEffect, useRef, useState } from 'react'
import type { Command } from '../../electron/contract/commands.ts'
import { useHolding } from '../checklist/hold.ts'
import { Isolated } from './Isolated.tsx'
import { ActionButton } from './ActionButton.tsx'

/**
 * A dialog over the window, drawn only while it is asked something. The platform's own: whatever is
 * behind it cannot be reached, nor take the focus, until it is closed; Escape closes it.
 */
export function Dialog({
  panel,
  step,
  title,
  closeLabel,
  onClose,
  begin,
  size = 'medium',
  children,
}: {
  /** Its name for tests and assistive scripts. */
  readonly panel: string
  readonly step: Command['step']
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  /**
   * The action whose button has the focus first: in a dialog that destroys, the one that does not.
   * Otherwise it is what is marked with `data-begin`, the first field, or the title where there is none.
   */
  readonly begin?: string
  readonly size?: 'medium' | 'large'
  readonly children: ReactNode
}) {
  const dialog = useModal(begin)
  useFocusKept(dialog)
  return (
    <dialog
      ref={dialog}
      className={`dialog dialog-${size}`}
      data-panel={panel}
      data-step={step}
      aria-labelledby={`${panel}-title`}
      onCancel={(event) => {
        // Whoever has asked for the dialog takes it away.
        event.preventDefault()
        onClose()
      }}
      // A second Escape in a row closes it whatever was prevented.
      onClose={onClose}
    >
      <div className="dialog-head">
        <h2 id={`${panel}-title`} tabIndex={-1}>
          <Isolated text={title} />
        </h2>
        <ActionButton
          action="dismiss"
          variant="icon"
          iconName="close"
          ariaLabel={closeLabel}
          onClick={onClose}
        />
      </div>
      <div className="dialog-body stack-m">{children}</div>
    </dialog>
  )
}

/**
 * Opens the dialog over everything. When it is gone, focus goes to what opened it, or to the switcher
 * if that was its menu.
 */
function useModal(begin: string | undefined) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [opener] = useState(() => document.activeElement)
  useHolding('dialog', true)
  useEffect(() => {
    const element = dialog.current
    if (!element) return
    element.showModal()
    focusFirst(element, begin)
    return () => {
      element.close()
      const back = opener?.checkVisibility() ? opener : document.querySelector('.switcher')
      if (back instanceof HTMLElement) back.focus()
    }
  }, [opener, begin])
  return dialog
}

/**
 * Milliseconds after which focus goes on from what is gone, as in a step: a screen reader has to hear
 * first that it is gone.
 */
const SETTLED = 150

/** An element's own heading, that can be focused to say where one is; not one of something deeper in it. */
const HEADING = ':scope > [tabindex]:is(h2, h3), :scope > * > [tabindex]:is(h2, h3)'

/**
 * Where what had the focus has gone with what it belonged to, focus goes to the heading of what is left
 * around it: of the thing, or of the dialog. Else it would be nowhere, and nothing be heard.
 */
function useFocusKept(dialog: RefObject<HTMLDialogElement | null>): void {
  const last = useRef<{ focused: Element; around: readonly Element[] } | null>(null)
  useEffect(() => {
    const noted = ({ target }: FocusEvent): void => {
      if (target instanceof Element) last.current = { focused: target, around: ancestors(target) }
    }
    const element = dialog.current
    element?.addEventListener('focusin', noted)
    return () => element?.removeEventListener('focusin', noted)
  }, [dialog])
  useEffect(() => {
    const timer = setTimeout(() => {
      const isLost = document.activeElement === document.body && !last.current?.focused.isConnected
      if (!isLost || !last.current) return
      const [heading] = last.current.around.flatMap((one) =>
        dialog.current?.contains(one) ? (one.querySelector(HEADING) ?? []) : [],
      )
      // What is behind another dialog cannot be focused: that one sees to it.
      if (heading instanceof HTMLElement) heading.focus({ preventScroll: true })
    }, SETTLED)
    return () => clearTimeout(timer)
  })
}

/** From the nearest to the farthest. */
function ancestors(element: Element): readonly Element[] {
  const { parentElement } = element
  return parentElement ? [parentElement, ...ancestors(parentElement)] : []
}

function focusFirst(dialog: HTMLDialogElement, begin: string | undefined): void {
  const first =
    dialog.querySelector('[data-begin]') ??
    dialog.querySelector('input:not([type="checkbox"], [type="radio"]), textarea') ??
    dialog.querySelector(begin === undefined ? 'h2' : `button[data-action="${begin}"]`)
  if (first instanceof HTMLElement) first.focus({ preventScroll: true })
  if (first instanceof HTMLInputElement) first.select()
}
