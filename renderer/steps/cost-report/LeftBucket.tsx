import Alert from '@cloudscape-design/components/alert'
import Checkbox from '@cloudscape-design/components/checkbox'
import { useState } from 'react'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useWords } from '../../parts/words.ts'

/** A bucket that this app has created, that is empty, and that the form no longer names. */
export function LeftBucket({ bucket }: { readonly bucket: string }) {
  const { leftBucket } = useWords().costReport
  const send = useSend()
  const [agreed, setAgreed] = useState(false)
  return (
    <Alert type="info" header={<Isolated text={leftBucket.title(bucket)} />}>
      <div className="stack-s" data-panel="left-bucket">
        <p>{leftBucket.body}</p>
        <Checkbox checked={agreed} onChange={({ detail }) => setAgreed(detail.checked)}>
          {leftBucket.agree}
        </Checkbox>
        <div className="actions">
          <ActionButton
            action="remove-bucket"
            ariaLabel={leftBucket.removeNamed(bucket)}
            disabled={!agreed}
            onClick={() =>
              send({ step: 'cost-report', action: 'remove-bucket', bucketName: bucket })
            }
          >
            {leftBucket.remove}
          </ActionButton>
          {!agreed && <span className="quiet">{leftBucket.agreeFirst}</span>}
        </div>
      </div>
    </Alert>
  )
}
