import type { PlannedChange } from '../../electron/contract/facts.ts'
import type { TermId } from '../../electron/contract/help.ts'
import type { Catalogue } from '../../electron/texts/catalogue.ts'
import { Isolated } from './Isolated.tsx'
import { Term } from './Term.tsx'
import { stepNumber } from '../../electron/contract/steps.ts'
import { useWords } from './words.ts'

/** What pressing the button will create: each change, what it costs, and how to undo it. */
export function Changes({ changes }: { readonly changes: readonly PlannedChange[] }) {
  const words = useWords()
  if (changes.length === 0) return null
  const items = changes.map((change) => ({
    change,
    text: words.changes.texts[change.id](change.facts, stepNumber),
  }))
  const { noMore, nothing } = words.changes.labels
  return (
    <section className="stack-s" aria-labelledby="changes-title">
      <h3 id="changes-title">{words.app.panel.whatHappens}</h3>
      <ol className="changes">
        {items.map(({ change, text }) => (
          <ChangeItem
            key={`${change.id} ${change.facts['logicalId'] ?? ''}`}
            id={change.id}
            text={text}
          />
        ))}
      </ol>
      <p className="quiet">{items.some(({ text }) => text.cost !== '') ? noMore : nothing}</p>
    </section>
  )
}

type ChangeText = ReturnType<Catalogue['changes']['texts'][PlannedChange['id']]>

/** The word in a change that Help explains: those that most people meet here for the first time. */
const TERMS: Partial<Readonly<Record<PlannedChange['id'], TermId>>> = {
  'create-bucket': 'bucket',
  'define-report': 'parquet',
  'create-stack': 'stack',
  'create-role': 'role',
}

function ChangeItem({ id, text }: { readonly id: PlannedChange['id']; readonly text: ChangeText }) {
  const { labels } = useWords().changes
  const term = TERMS[id]
  return (
    <li data-change={id}>
      <p>
        <Isolated text={text.what} /> {term && <Term id={term} />}
      </p>
      {(text.cost !== '' || text.undo !== '') && (
        <p className="quiet">
          <Aside label={labels.cost} text={text.cost} />{' '}
          <Aside label={labels.undo} text={text.undo} />
        </p>
      )}
    </li>
  )
}

function Aside({ label, text }: { readonly label: string; readonly text: string }) {
  if (text === '') return null
  return (
    <span>
      <strong>{label}</strong> <Isolated text={text} />
    </span>
  )
}
