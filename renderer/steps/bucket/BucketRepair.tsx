import type { PolicyChange } from '../../../electron/contract/ask/bucket.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { PolicyDiff } from '../../parts/PolicyDiff.tsx'
import { useWords } from '../../parts/words.ts'

/** The change to the bucket's policy that lets AWS deliver, to be read and then agreed to. */
export function Repair({
  change,
  bucket,
}: {
  readonly change: PolicyChange
  readonly bucket: string
}) {
  const words = useWords()
  const send = useSend()
  // Somebody else may have corrected the policy since AWS's last try.
  const isRight = change.diff.length === 0
  return (
    <Card title={isRight ? words.bucket.rightTitle : words.bucket.repairTitle}>
      {isRight ? (
        <p>{words.bucket.right}</p>
      ) : (
        <>
          <p>{words.bucket.repair}</p>
          <PolicyDiff diff={change.diff} bucket={bucket} />
          <p>{words.bucket.repairMeans}</p>
          <p className="quiet">
            {words.bucket.repairCost} {words.bucket.repairUndo}
          </p>
        </>
      )}
      <div className="actions">
        <ActionButton
          action="repair"
          variant="primary"
          onClick={() => send({ step: 'bucket', action: 'repair', reviewed: change.reviewed })}
        >
          {isRight ? words.bucket.rightButton : words.bucket.repairButton}
        </ActionButton>
      </div>
    </Card>
  )
}

/** The bucket is gone: what creating it again does, and the button for it. */
export function Recreate({ bucket }: { readonly bucket: string }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.bucket.recreateTitle}>
      <p>{words.bucket.recreate(bucket)}</p>
      <ul className="points">
        {words.bucket.recreatePoints.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="actions">
        <ActionButton
          action="recreate"
          variant="primary"
          onClick={() => send({ step: 'bucket', action: 'recreate' })}
        >
          {words.bucket.recreateButton}
        </ActionButton>
      </div>
    </Card>
  )
}
