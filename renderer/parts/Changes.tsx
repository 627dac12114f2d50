import type { PlannedChange } from '../../electron/contract/facts.ts'
import { PANEL } from '../../electron/texts/en/app.ts'
import { CHANGE_LABELS, changeText } from '../../electron/texts/en/changes.ts'
import { Isolated } from './Isolated.tsx'

/** What pressing the button will create: each change with its cost and how to undo it. */
export function Changes({ changes }: { readonly changes: readonly PlannedChange[] }) {
  if (changes.length === 0) return null
  return (
    <section className="stack-s" aria-labelledby="changes-title">
      <h3 id="changes-title">{PANEL.whatHappens}</h3>
      <ol className="changes">
        {changes.map((change) => (
          <ChangeItem key={change.id} change={change} />
        ))}
      </ol>
      <p className="quiet">{PANEL.nothingYet}</p>
    </section>
  )
}

function ChangeItem({ change }: { readonly change: PlannedChange }) {
  const text = changeText(change)
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
          <strong>{CHANGE_LABELS.cost}:</strong> <Isolated text={text.cost} />
        </p>
      )}
      {text.undo !== '' && (
        <p className="quiet">
          <strong>{CHANGE_LABELS.undo}:</strong> <Isolated text={text.undo} />
        </p>
      )}
    </li>
  )
}
