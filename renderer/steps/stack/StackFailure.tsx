import Alert from '@cloudscape-design/components/alert'
import type { StackAsk } from '../../../electron/contract/ask/stack.ts'
import { errorText } from '../../../electron/texts/en/errors.ts'
import { STACK, stackStatusWords } from '../../../electron/texts/en/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { type StackFailure, takenField } from '../../checklist/stackFailure.ts'

/** A stack of this app's own that failed: nothing goes on under its name before it is deleted. */
export function FailedStack({ failed }: { readonly failed: NonNullable<StackAsk['failedStack']> }) {
  const send = useSend()
  return (
    <Alert type="warning" header={STACK.failedTitle}>
      <div className="stack-s">
        <p>{STACK.failed(failed.name, stackStatusWords(failed.status), failed.status)}</p>
        <div className="actions">
          <ActionButton
            action="delete-failed"
            variant="primary"
            onClick={() => send({ step: 'stack', action: 'delete-failed' })}
          >
            {STACK.deleteFailed}
          </ActionButton>
        </div>
      </div>
    </Alert>
  )
}

/** Why the attempt failed whose stack is deleted by now, so that it is not made again as it was. */
export function LastAttempt({ failure }: { readonly failure: StackFailure }) {
  const { error, form } = failure
  const text = errorText({ ...error, facts: { ...error.facts, removed: 'yes' } })
  const field = takenField(failure)
  return (
    <div role="note" data-panel="last-attempt" data-step="stack">
      <Alert type="warning" header={STACK.lastFailedTitle}>
        <div className="stack-xs">
          <p>{text.what}</p>
          <p>{text.meaning}</p>
          <p>{text.todo}</p>
          {field && <p>{STACK.renamed(STACK.fields[field].label, form[field])}</p>}
          <p className="quiet">{STACK.agreeAnew}</p>
        </div>
      </Alert>
    </div>
  )
}
