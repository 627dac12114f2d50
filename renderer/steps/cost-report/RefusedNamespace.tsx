import Alert from '@cloudscape-design/components/alert'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useWords } from '../../parts/words.ts'

/** AWS did not take a bucket in the account's own namespace for the report: the other kind of name. */
export function RefusedNamespace({
  bucket,
  onOther,
}: {
  readonly bucket: string
  readonly onOther: () => void
}) {
  const { refused } = useWords().costReport
  return (
    <Alert type="warning" header={refused.title}>
      <div className="stack-s" data-panel="refused-namespace">
        <p>
          <Isolated text={refused.body(bucket)} />
        </p>
        <p>{refused.afterwards}</p>
        <div className="actions">
          <ActionButton action="other-name" onClick={onOther}>
            {refused.otherName}
          </ActionButton>
        </div>
      </div>
    </Alert>
  )
}
