import Alert from '@cloudscape-design/components/alert'
import { Component, type ReactNode } from 'react'
import { WINDOW_ERROR } from '../../electron/texts/en/app.ts'
import { ActionButton } from '../parts/ActionButton.tsx'

/** What is shown when the window itself breaks: a sentence and a way on. */
export function WindowError() {
  return (
    <main className="window-error" data-panel="window">
      <Alert
        type="error"
        header={WINDOW_ERROR.title}
        action={
          <ActionButton action="reload" onClick={() => window.location.reload()}>
            {WINDOW_ERROR.reload}
          </ActionButton>
        }
      >
        {WINDOW_ERROR.body}
      </Alert>
    </main>
  )
}

/** Catches a failure to draw; React offers this only to classes. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }> {
  override readonly state: { readonly broken: boolean } = { broken: false }

  static getDerivedStateFromError(): { readonly broken: boolean } {
    return { broken: true }
  }

  override render(): ReactNode {
    return this.state.broken ? <WindowError /> : this.props.children
  }
}
