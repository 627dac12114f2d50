import '@cloudscape-design/global-styles/index.css'
import './styles/base.css'
import './styles/window.css'
import './styles/panel.css'
import './styles/values.css'
import './styles/steps.css'
import './styles/connections.css'
import './styles/overview.css'
import './styles/told.css'
import './styles/choices.css'
import './styles/differences.css'
import './styles/dialog.css'
import './styles/help.css'
import './styles/sizes.css'
import './styles/contrast.css'
import { StrictMode, useLayoutEffect } from 'react'
import { createRoot } from 'react-dom/client'
import { App } from './App.tsx'
import { followSystemAppearance, showMoreContrast } from './appearance.ts'
import { firstSnapshot, useSnapshot } from './bridge/bridge.ts'
import { ErrorBoundary, WindowError } from './layout/ErrorBoundary.tsx'
import { LanguageProvider } from './parts/words.ts'
import type { Snapshot } from '../electron/contract/snapshot.ts'
import { LANGUAGES } from '../electron/texts/languages.ts'
import { PSEUDO_ID, pseudoLanguage } from '../electron/texts/pseudo.ts'
import type { Languages } from '../electron/texts/speech.ts'

/** As `vite.config.mts` writes it into the bundle: see `electron/start/edition.ts`. */
declare const BUILD_EDITION: string

/** The same languages as the main process speaks: what people get has no other. */
const languages: Languages =
  BUILD_EDITION === 'shipped'
    ? LANGUAGES
    : { ...LANGUAGES, [PSEUDO_ID]: pseudoLanguage(LANGUAGES.en) }

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
        <Window first={first} />
      </StrictMode>,
    )
  } catch {
    root.render(
      <LanguageProvider value={LANGUAGES.en}>
        <WindowError />
      </LanguageProvider>,
    )
  }
}

/** The app in the language that the newest snapshot names; what was typed and chosen in it stays. */
function Window({ first }: { readonly first: Snapshot }) {
  const snapshot = useSnapshot(first)
  const language = languages[snapshot.language] ?? LANGUAGES.en
  useLayoutEffect(() => {
    document.documentElement.lang = language.locale
  }, [language])
  useLayoutEffect(() => showMoreContrast(snapshot.highContrast), [snapshot.highContrast])
  return (
    <LanguageProvider value={language}>
      <ErrorBoundary>
        <App snapshot={snapshot} />
      </ErrorBoundary>
    </LanguageProvider>
  )
}
