import Alert from '@cloudscape-design/components/alert'
import type { StackAsk } from '../../../electron/contract/ask/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { type StackFailure, takenField } from '../../checklist/stackFailure.ts'
import { errorText } from '../../../electron/texts/errors.ts'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'

/** A stack of this app's own that failed: nothing goes on under its name before it is deleted. */
export function FailedStack({
  failed,
  isInTheWay,
}: {
  readonly failed: NonNullable<StackAsk['failedStack']>
  /** Deleting it is the step's main action, at the foot of the window. */
  readonly isInTheWay: boolean
}) {
  const words = useWords()
  return (
    <Alert type="warning" header={words.stack.failedTitle}>
      <div className="stack-s">
        <p>
          {words.stack.failed(
            failed.name,
            wordsFor(words.stack.statusWords, failed.status),
            failed.status,
          )}
        </p>
        {!isInTheWay && (
          <div className="actions">
            <DeleteFailed />
          </div>
        )}
      </div>
    </Alert>
  )
}

export function DeleteFailed() {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton
      action="delete-failed"
      variant="primary"
      onClick={() => send({ step: 'stack', action: 'delete-failed' })}
    >
      {words.stack.deleteFailed}
    </ActionButton>
  )
}

/** Why the attempt failed whose stack is deleted by now, so that it is not made again as it was. */
export function LastAttempt({ failure }: { readonly failure: StackFailure }) {
  const words = useWords()
  const { error, form } = failure
  const text = errorText(words, { ...error, facts: { ...error.facts, removed: 'yes' } })
  const field = takenField(failure)
  return (
    <div role="note" data-panel="last-attempt" data-step="stack">
      <Alert type="warning" header={words.stack.lastFailedTitle}>
        <div className="stack-xs">
          <p>{text.what}</p>
          <p>{text.meaning}</p>
          <p>{text.todo}</p>
          {field && <p>{words.stack.renamed(words.stack.fields[field].label, form[field])}</p>}
          <p className="quiet">{words.stack.agreeAnew}</p>
        </div>
      </Alert>
    </div>
  )
}
