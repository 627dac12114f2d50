import Alert from '@cloudscape-design/components/alert'
import { Component, type ReactNode } from 'react'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useWords } from '../parts/words.ts'

/** What is shown when the window itself breaks: a sentence and a way on. */
export function WindowError() {
  const words = useWords()
  return (
    <main className="window-error" data-panel="window">
      <Alert
        type="error"
        header={words.app.windowError.title}
        action={
          <ActionButton action="reload" onClick={() => window.location.reload()}>
            {words.app.windowError.reload}
          </ActionButton>
        }
      >
        {words.app.windowError.body}
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
