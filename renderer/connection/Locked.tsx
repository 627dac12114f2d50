import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { AppError } from '../../electron/errors/app-error.ts'
import type { Refusal } from '../bridge/bridge.ts'
import { ErrorSentences } from '../parts/ErrorNotice.tsx'
import { useArrival } from '../parts/arrival.ts'
import { useTitle } from '../parts/title.ts'
import { Notices } from '../parts/Notices.tsx'
import { errorText } from '../../electron/texts/errors.ts'
import { useWords } from '../parts/words.ts'

/** In place of the checklist, for a connection with which nothing can be done here: why, and how on. */
export function Locked({
  error,
  snapshot,
  refusal,
}: {
  readonly error: AppError
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const heading = useArrival()
  const { what } = errorText(words, error)
  useTitle(snapshot, what)
  return (
    <main className="main">
      <div className="main-inner">
        <Notices snapshot={snapshot} refusal={refusal} />
        <section className="panel" data-panel="locked" aria-labelledby="locked-title">
          <div className="panel-head">
            <h2 id="locked-title" tabIndex={-1} ref={heading}>
              {what}
            </h2>
          </div>
          <div className="card">
            <div className="stack-s">
              <ErrorSentences error={error} withoutWhat />
              <p>{words.connections.lockedPanel.others}</p>
            </div>
          </div>
        </section>
      </div>
    </main>
  )
}
