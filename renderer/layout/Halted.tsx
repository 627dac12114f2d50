import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import { wordsFor } from '../../electron/texts/catalogue.ts'
import { errorText } from '../../electron/texts/errors.ts'
import { useArrival } from '../parts/arrival.ts'
import { Card } from '../parts/Card.tsx'
import { ErrorSentences } from '../parts/ErrorNotice.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { useBareTitle } from '../parts/title.ts'
import { useWords } from '../parts/words.ts'

/** In place of everything else, where the organization’s settings cannot be used: why, and for whom. */
export function Halted({
  error,
  snapshot,
}: {
  readonly error: AppError
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const heading = useArrival()
  const { what } = errorText(words, error)
  useBareTitle(what)
  return (
    <div className="window">
      <header className="top-bar">
        <h1>{words.app.name}</h1>
      </header>
      <main className="main">
        <div className="main-inner">
          <section className="panel" data-panel="halted" aria-labelledby="halted-title">
            <div className="panel-head">
              <h2 id="halted-title" tabIndex={-1} ref={heading}>
                {what}
              </h2>
            </div>
            <div className="card">
              <ErrorSentences error={error} withoutWhat />
            </div>
            <Details error={error} version={snapshot.appVersion} />
          </section>
        </div>
      </main>
    </div>
  )
}

/** What the IT department needs to find it, one by one. */
function Details({ error, version }: { readonly error: AppError; readonly version: string }) {
  const { halted, expects } = useWords().managed
  const { place = '', setting = '', line = '', cause = '' } = error.facts
  const isAboutValue = cause === 'value' || cause === 'conflict'
  const rows = [
    { label: halted.place, value: place },
    { label: halted.setting, value: setting },
    { label: halted.line, value: line },
    { label: halted.expected, value: isAboutValue ? wordsFor(expects, setting, '') : '' },
    { label: halted.version, value: version },
  ].filter(({ value }) => value !== '')
  return (
    <Card title={halted.details}>
      <div className="stack-s">
        <dl className="details">
          {rows.map(({ label, value }) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>
                <Isolated text={value} />
              </dd>
            </div>
          ))}
        </dl>
        <p className="quiet">{halted.files}</p>
      </div>
    </Card>
  )
}
