import '@cloudscape-design/global-styles/index.css'
import './styles/base.css'
import './styles/window.css'
import './styles/panel.css'
import './styles/values.css'
import './styles/steps.css'
import './styles/connections.css'
import './styles/told.css'
import './styles/choices.css'
import './styles/differences.css'
import './styles/sizes.css'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followSystemAppearance } from './appearance.ts'
import { firstSnapshot } from './bridge/bridge.ts'
import { ErrorBoundary, WindowError } from './layout/ErrorBoundary.tsx'

/** Puts the app in place of the outline, once there is a snapshot to draw. */
export async function mount(): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  followSystemAppearance()
  const root = createRoot(element)
  try {
    const first = await firstSnapshot()
    root.render(
      <StrictMode>
        <ErrorBoundary>
          <App first={first} />
        </ErrorBoundary>
      </StrictMode>,
    )
  } catch {
    root.render(<WindowError />)
  }
}
