import Alert from '@cloudscape-design/components/alert'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { Status } from '../../../electron/contract/status.ts'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { LookVerdict } from './LookVerdict.tsx'
import { useWords } from '../../parts/words.ts'
import { Manage, SavedSummary, WhatBecameOfSignIns, wasByHand } from './Afterwards.tsx'

/** The end of the journey: what was registered, what happens now, and what was removed. */
export function Registered({
  status,
  snapshot,
}: {
  readonly status: Status & { readonly kind: 'done' }
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const { registered } = words.registration
  const wipeIsOpen = snapshot.wipe.kind === 'wiping' || snapshot.wipe.kind === 'failed'
  return (
    <>
      <LookVerdict snapshot={snapshot} />
      <Alert type="success" header={registered.titleSent}>
        {registered.wait}
      </Alert>
      <WhatBecameOfSignIns snapshot={snapshot} />
      <Card title={registered.what}>
        <Facts facts={status.evidence} label={registered.what} />
      </Card>
      <SavedSummary snapshot={snapshot} />
      <Card title={registered.nextTitle}>
        <ul className="points">
          {!wipeIsOpen && <li>{registered.mayClose}</li>}
          {wasByHand(snapshot) && <li>{registered.unverified}</li>}
          {registered.next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      {!wipeIsOpen && <Manage snapshot={snapshot} />}
    </>
  )
}
