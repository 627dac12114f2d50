import '@cloudscape-design/global-styles/index.css'
import './styles/base.css'
import './styles/window.css'
import './styles/panel.css'
import './styles/values.css'
import './styles/steps.css'
import './styles/connections.css'
import './styles/overview.css'
import './styles/table.css'
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
import { LanguageProvider, LanguagesProvider, useLoaded } from './parts/words.ts'
import type { Snapshot } from '../electron/contract/snapshot.ts'
import type { Language } from '../electron/texts/catalogue.ts'
import { LANGUAGES } from '../electron/texts/languages.ts'
import { pseudoOffer } from '../electron/texts/pseudo.ts'
import { offerOf, type Languages } from '../electron/texts/speech.ts'

/** As `vite.config.mts` writes it into the bundle: see `electron/start/edition.ts`. */
declare const BUILD_EDITION: string

/** The same languages as the main process speaks: what people get has no other. */
const languages: Languages =
  BUILD_EDITION === 'shipped' ? LANGUAGES : { ...LANGUAGES, ...pseudoOffer(LANGUAGES.en) }

/** Puts the app in place of the outline, once there is a snapshot to draw. */
export async function mount(): Promise<void> {
  const element = document.getElementById('root')
  if (!element) throw new Error('index.html has no #root')
  followSystemAppearance()
  const root = createRoot(element)
  try {
    // The words of the outline's language are there by the time that the services are.
    const [first, outlined] = await Promise.all([firstSnapshot(), languageOf(outlineLanguage())])
    const spoken = outlined.id === first.language ? outlined : await languageOf(first.language)
    root.render(
      <StrictMode>
        <LanguageProvider value={spoken}>
          <ErrorBoundary>
            <Window first={first} spoken={spoken} />
          </ErrorBoundary>
        </LanguageProvider>
      </StrictMode>,
    )
  } catch {
    const language = await languageOf(outlineLanguage()).catch(LANGUAGES.en.load)
    root.render(
      <LanguageProvider value={language}>
        <WindowError />
      </LanguageProvider>,
    )
  }
}

/** The language that `index.html` is in, as the main process has filled it in. */
const outlineLanguage = (): string => document.documentElement.dataset['language'] ?? ''

const languageOf = (id: string): Promise<Language> =>
  (offerOf(languages, id) ?? LANGUAGES.en).load()

/**
 * The app in the language that the newest snapshot names, as soon as its words are there; what was typed
 * and chosen in it stays.
 */
function Window({ first, spoken }: { readonly first: Snapshot; readonly spoken: Language }) {
  const snapshot = useSnapshot(first)
  const language = useLoaded(languages, snapshot.language, spoken)
  useLayoutEffect(() => {
    document.documentElement.lang = language.locale
    document.documentElement.dataset['language'] = language.id
  }, [language])
  useLayoutEffect(() => showMoreContrast(snapshot.highContrast), [snapshot.highContrast])
  return (
    <LanguagesProvider value={languages}>
      <LanguageProvider value={language}>
        <ErrorBoundary>
          <App snapshot={snapshot} />
        </ErrorBoundary>
      </LanguageProvider>
    </LanguagesProvider>
  )
}
