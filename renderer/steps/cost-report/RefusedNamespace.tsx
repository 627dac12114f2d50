import type { AppError } from '../../../electron/errors/app-error.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { useWords } from '../../parts/words.ts'

/**
 * AWS did not take a bucket in the account's own namespace for the report: why that may be, which is
 * too long for its field, and an ordinary name.
 */
export function RefusedNamespace({
  problem,
  onOther,
}: {
  readonly problem: AppError
  readonly onOther: () => void
}) {
  const { refused } = useWords().costReport
  return (
    <div data-panel="refused-namespace">
      <ErrorNotice error={problem} type="warning">
        <ActionButton action="other-name" onClick={onOther}>
          {refused.otherName}
        </ActionButton>
        <span className="quiet">{refused.means}</span>
      </ErrorNotice>
    </div>
  )
}
