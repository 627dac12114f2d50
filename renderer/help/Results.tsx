import type { TopicId } from '../../electron/contract/help.ts'
import { useWords } from '../parts/words.ts'
import { Marked } from './Marked.tsx'
import type { Found } from './search.ts'
import { TopicButton } from './TopicButton.tsx'

/** What was found for what was typed, or that nothing was, and what then. */
export function Results({
  found,
  typed,
  onOpen,
}: {
  readonly found: readonly Found[]
  readonly typed: string
  readonly onOpen: (id: TopicId) => void
}) {
  const { window } = useWords().help
  const isNothing = found.length === 0
  return (
    <>
      <div role="status" className="stack-xs">
        <p>
          <strong>{isNothing ? window.nothing(typed) : window.found(found.length)}</strong>
        </p>
        {isNothing && <p>{window.nothingThen}</p>}
      </div>
      {isNothing && (
        <p>
          <TopicButton id="guide/support" onOpen={onOpen}>
            {window.toSupport}
          </TopicButton>
        </p>
      )}
      <ol className="help-results">
        {found.map(({ topic, hits, excerpt }) => (
          <li key={topic.id}>
            <span className="quiet">{window.kinds[topic.kind]}</span>
            <TopicButton id={topic.id} onOpen={onOpen}>
              <Marked text={topic.title} hits={hits} />
            </TopicButton>
            <p>
              <Marked text={excerpt} hits={hits} />
            </p>
          </li>
        ))}
      </ol>
    </>
  )
}
