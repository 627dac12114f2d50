import type { PolicyChange } from '../../../electron/contract/ask/bucket.ts'
import { BUCKET } from '../../../electron/texts/en/bucket.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { PolicyDiff } from '../../parts/PolicyDiff.tsx'

/** The change to the bucket's policy that lets AWS deliver, to be read and then agreed to. */
export function Repair({
  change,
  bucket,
}: {
  readonly change: PolicyChange
  readonly bucket: string
}) {
  const send = useSend()
  // Somebody else may have corrected the policy since AWS's last try.
  const isRight = change.diff.length === 0
  return (
    <Card title={isRight ? BUCKET.rightTitle : BUCKET.repairTitle}>
      {isRight ? (
        <p>{BUCKET.right}</p>
      ) : (
        <>
          <p>{BUCKET.repair}</p>
          <PolicyDiff diff={change.diff} bucket={bucket} />
          <p>{BUCKET.repairMeans}</p>
          <p className="quiet">
            {BUCKET.repairCost} {BUCKET.repairUndo}
          </p>
        </>
      )}
      <div className="actions">
        <ActionButton
          action="repair"
          variant="primary"
          onClick={() => send({ step: 'bucket', action: 'repair', reviewed: change.reviewed })}
        >
          {isRight ? BUCKET.rightButton : BUCKET.repairButton}
        </ActionButton>
      </div>
    </Card>
  )
}

/** The bucket is gone: what creating it again does, and the button for it. */
export function Recreate({ bucket }: { readonly bucket: string }) {
  const send = useSend()
  return (
    <Card title={BUCKET.recreateTitle}>
      <p>{BUCKET.recreate(bucket)}</p>
      <ul className="points">
        {BUCKET.recreatePoints.map((sentence) => (
          <li key={sentence}>{sentence}</li>
        ))}
      </ul>
      <div className="actions">
        <ActionButton
          action="recreate"
          variant="primary"
          onClick={() => send({ step: 'bucket', action: 'recreate' })}
        >
          {BUCKET.recreateButton}
        </ActionButton>
      </div>
    </Card>
  )
}
