import Alert from '@cloudscape-design/components/alert'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { Status } from '../../../electron/contract/status.ts'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { HealthPanel } from '../../health/HealthPanel.tsx'
import { NextSteps } from './NextSteps.tsx'
import { useWords } from '../../parts/words.ts'
import { Manage, SummaryFile, WhatBecameOfSignIns, wasByHand } from './Afterwards.tsx'

/** The end of the journey: what was registered, what happens now, and what was removed. */
export function Registered({
  status,
  snapshot,
}: {
  readonly status: Status & { readonly kind: 'done' }
  readonly snapshot: Snapshot
}) {
  const { registered } = useWords().registration
  const way = status.evidence.find(({ id }) => id === 'way')?.value ?? ''
  const wipeIsOpen = snapshot.wipe.kind === 'wiping' || snapshot.wipe.kind === 'failed'
  const wipe = <WhatBecameOfSignIns snapshot={snapshot} />
  return (
    <>
      <HealthPanel snapshot={snapshot} />
      <Alert type="success" header={registered.titleSent} />
      {wipeIsOpen && wipe}
      <NextSteps
        snapshot={snapshot}
        way={way}
        registeredAt={status.at}
        mayClose={!wipeIsOpen}
        byHand={wasByHand(snapshot)}
      />
      {!wipeIsOpen && <Manage snapshot={snapshot} />}
      {!wipeIsOpen && wipe}
      <ForTheRecord status={status} snapshot={snapshot} />
    </>
  )
}

/** What was registered, and where that is written down. */
function ForTheRecord({ status, snapshot }: Parameters<typeof Registered>[0]) {
  const { registered } = useWords().registration
  return (
    <Card title={registered.technicalTitle}>
      {snapshot.summaryFile !== '' && (
        <>
          <p>{registered.summaryTitle}:</p>
          <SummaryFile file={snapshot.summaryFile} />
        </>
      )}
      <Facts facts={status.evidence} label={registered.what} />
    </Card>
  )
}
