import type { PlannedChange } from '../../electron/contract/facts.ts'
import { Isolated } from './Isolated.tsx'
import { stepNumber } from '../../electron/contract/steps.ts'
import { useWords } from './words.ts'

/** What pressing the button will create: each change with its cost and how to undo it. */
export function Changes({ changes }: { readonly changes: readonly PlannedChange[] }) {
  const words = useWords()
  if (changes.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="changes-title">
      <h3 id="changes-title">{words.app.panel.whatHappens}</h3>
      <ol className="changes">
        {changes.map((change) => (
          <ChangeItem key={`${change.id} ${change.facts['logicalId'] ?? ''}`} change={change} />
        ))}
      </ol>
      <p className="quiet">{words.app.panel.nothingYet}</p>
    </section>
  )
}

function ChangeItem({ change }: { readonly change: PlannedChange }) {
  const words = useWords()
  const text = words.changes.texts[change.id](change.facts, stepNumber)
  return (
    <li data-change={change.id}>
      <h4>
        <Isolated text={text.title} />
      </h4>
      <p>
        <Isolated text={text.what} />
      </p>
      {text.cost !== '' && (
        <p className="quiet">
          <strong>{words.changes.labels.cost}</strong> <Isolated text={text.cost} />
        </p>
      )}
      {text.undo !== '' && (
        <p className="quiet">
          <strong>{words.changes.labels.undo}</strong> <Isolated text={text.undo} />
        </p>
      )}
    </li>
  )
}
