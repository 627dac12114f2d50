import { useEffect, useMemo, useRef, useState } from 'react'
import type { Help, TopicId } from '../../electron/contract/help.ts'
import { topicsOf } from '../../electron/texts/help.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { Dialog } from '../parts/Dialog.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { TextField } from '../parts/fields.tsx'
import { WhomToAsk } from '../parts/WhomToAsk.tsx'
import { useWords } from '../parts/words.ts'
import { Contents } from './Contents.tsx'
import { Results } from './Results.tsx'
import { search } from './search.ts'
import { TopicPage } from './TopicPage.tsx'

/** Help over the window: its contents, what was found in it, or a page of it. */
export function HelpDialog({
  help,
  refusal,
}: {
  readonly help: Help | null
  readonly refusal: Refusal | null
}) {
  const { window } = useWords().help
  const send = useSend()
  if (!help) return null
  return (
    <Dialog
      panel="help"
      step="help"
      title={window.title}
      closeLabel={window.close}
      size="large"
      onClose={() => send({ step: 'help', action: 'close' })}
    >
      {refusal?.step === 'help' && <ErrorNotice error={refusal.error} />}
      <Pages key={help.asked} help={help} />
    </Dialog>
  )
}

function Pages({ help }: { readonly help: Help }) {
  const words = useWords()
  const [typed, setTyped] = useState('')
  const [shown, setShown] = useState(help.topic)
  const frame = useRef<HTMLDivElement>(null)
  const topics = useMemo(() => topicsOf(words), [words])
  const { small } = words.help.window
  const found = useMemo(() => search(topics, typed, small), [topics, typed, small])
  const topic = topics.find(({ id }) => id === shown)
  useEffect(() => {
    // Asked for again while it is open. A page takes the focus itself.
    if (help.topic === '') focusSearch(frame.current)
  }, [help.topic])
  useEffect(() => {
    const element = frame.current
    element?.addEventListener('keydown', alongTheResults)
    return () => element?.removeEventListener('keydown', alongTheResults)
  }, [])
  const open = (id: TopicId): void => setShown(id)
  const back = (): void => {
    setShown('')
    focusSearch(frame.current)
  }
  return (
    <div ref={frame} className="help stack-m">
      <search>
        <form
          onSubmit={(event) => {
            event.preventDefault()
            const [best] = found
            if (best) open(best.topic.id)
          }}
        >
          <TextField
            label={words.help.window.search}
            hint={words.help.window.searchHint}
            value={typed}
            onChange={(value) => {
              setTyped(value)
              setShown('')
            }}
          />
        </form>
      </search>
      <WhomToAsk />
      {topic ? (
        <TopicPage
          key={topic.id}
          topic={topic}
          details={help.details}
          back={{ label: backLabel(words.help.window, typed), onBack: back }}
        />
      ) : (
        <>
          {typed.trim() !== '' && <Results found={found} typed={typed.trim()} onOpen={open} />}
          {found.length === 0 && <Contents topics={topics} onOpen={open} />}
        </>
      )}
    </div>
  )
}

const focusSearch = (frame: HTMLElement | null): void => frame?.querySelector('input')?.focus()

const backLabel = (
  { toContents, toResults }: { readonly toContents: string; readonly toResults: string },
  typed: string,
): string => (typed.trim() === '' ? toContents : toResults)

/** The arrow keys go from the search to what was found, and along it. */
function alongTheResults(event: KeyboardEvent): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const frame = event.currentTarget
  if (by === 0 || !(frame instanceof HTMLElement)) return
  const stops = [...frame.querySelectorAll<HTMLElement>('input, [data-action="help-topic"]')]
  const at = stops.findIndex((stop) => stop === document.activeElement)
  const next = at === -1 ? undefined : stops[at + by]
  if (!next) return
  event.preventDefault()
  next.focus()
}
