import Alert from '@cloudscape-design/components/alert'
import type { Proposal } from '../../electron/contract/hand-over-file.ts'
import type { StepView } from '../../electron/contract/status.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { editsFrom } from '../checklist/proposed.ts'
import { Isolated } from '../parts/Isolated.tsx'
import { useWords } from '../parts/words.ts'

/** Above a form that was filled in from somebody else's file: that nothing of it is verified. */
export function FromFile({
  view,
  proposal,
}: {
  readonly view: StepView
  readonly proposal: Proposal | null
}) {
  const words = useWords()
  const text = proposal && noteOn(words, view, proposal)
  if (!text) return null
  return (
    <div role="note" data-panel="from-file" data-step={view.id}>
      <Alert
        type="info"
        header={words.openedFile.note[view.id === 'template' ? 'templateTitle' : 'title']}
      >
        <Isolated text={text} />
      </Alert>
    </div>
  )
}

function noteOn(
  { openedFile: { note } }: Catalogue,
  { status }: StepView,
  { content }: Proposal,
): string | null {
  if ((status.kind !== 'todo' && status.kind !== 'failed') || !status.ask) return null
  const { ask } = status
  if (ask.step !== 'template')
    return Object.keys(editsFrom(content, ask)).length > 0 ? note.body(content.from.name) : null
  // An approval that it claims is told with the template, and kept.
  if (!content.template || content.template.approved) return null
  return content.template.sha256 === ask.review.sha256 ? note.sameText : note.otherTemplate
}
