import Modal from '@cloudscape-design/components/modal'
import { type ReactNode, useEffect, useState } from 'react'
import type { Command } from '../../electron/contract/commands.ts'
import { Isolated } from './Isolated.tsx'

/** A dialog over the window. Drawn only while it is asked something; Escape closes it. */
export function Dialog({
  panel,
  step,
  title,
  closeLabel,
  onClose,
  size = 'medium',
  children,
}: {
  /** Its name for tests and assistive scripts. */
  readonly panel: string
  readonly step: Command['step']
  readonly title: string
  readonly closeLabel: string
  readonly onClose: () => void
  readonly size?: 'medium' | 'large'
  readonly children: ReactNode
}) {
  useFocusBack()
  return (
    <Modal
      visible
      header={<Isolated text={title} />}
      size={size}
      closeAriaLabel={closeLabel}
      onDismiss={onClose}
    >
      <div className="dialog stack-m" data-panel={panel} data-step={step}>
        {children}
      </div>
    </Modal>
  )
}

/** When the dialog is gone, focus goes to what opened it, or to the switcher if that was its menu. */
function useFocusBack(): void {
  const [opener] = useState(() => document.activeElement)
  useEffect(
    () => () => {
      if (document.activeElement !== document.body) return
      const back = opener?.checkVisibility() ? opener : document.querySelector('.switcher')
      if (back instanceof HTMLElement) back.focus()
    },
    [opener],
  )
}
