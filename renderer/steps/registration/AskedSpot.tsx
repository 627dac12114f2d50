import Alert from '@cloudscape-design/components/alert'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { Progress } from '../../../electron/contract/status.ts'
import { LETTER_LANGUAGE } from '../../../electron/texts/to-spot/letter.ts'
import { supportRequestLetter } from '../../../electron/texts/to-spot/support-request.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useSend } from '../../bridge/bridge.ts'
import { RequestLetter } from '../../parts/RequestLetter.tsx'
import { useMoment } from '../../parts/time.ts'
import { UnverifiedMark } from '../../parts/UnverifiedMark.tsx'
import { useWords } from '../../parts/words.ts'
import { HealthPanel } from '../../health/HealthPanel.tsx'
import { Manage, SavedSummary, WhatBecameOfSignIns, wasByHand } from './Afterwards.tsx'

type Asked = Progress & { readonly kind: 'asked-spot' }

/**
 * The end where Spot Support makes the connection: it is waited for, or the person said that it is
 * made. Nobody here can read that from Spot, and so it never looks as if it were proven.
 */
export function AskedSpot({
  progress,
  snapshot,
}: {
  readonly progress: Asked
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const send = useSend()
  const { registered, askedSpot } = words.registration
  const wipeIsOpen = snapshot.wipe.kind === 'wiping' || snapshot.wipe.kind === 'failed'
  return (
    <>
      <HealthPanel snapshot={snapshot} />
      <HowItStands progress={progress} />
      {wipeIsOpen && <WhatBecameOfSignIns snapshot={snapshot} />}
      <Card title={askedSpot.requestTitle}>
        {progress.sent ? (
          <>
            <p>{askedSpot.requestMeans}</p>
            <RequestLetter
              onHandOut={(action) => send({ step: 'support', action })}
              lang={LETTER_LANGUAGE}
              text={supportRequestLetter(progress.sent.request).text}
              words={words.registration.supportRequest}
            />
          </>
        ) : (
          <p>{askedSpot.requestLost}</p>
        )}
      </Card>
      {!wipeIsOpen && <WhatBecameOfSignIns snapshot={snapshot} />}
      <Card title={askedSpot.what}>
        <Facts facts={progress.evidence} label={askedSpot.what} />
      </Card>
      <SavedSummary snapshot={snapshot} />
      <Card title={registered.nextTitle}>
        <ul className="points">
          {!wipeIsOpen && <li>{registered.mayClose}</li>}
          {wasByHand(snapshot) && <li>{registered.unverified}</li>}
          {askedSpot.next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      {!wipeIsOpen && <Manage snapshot={snapshot} />}
    </>
  )
}

function HowItStands({ progress }: { readonly progress: Asked }) {
  const words = useWords()
  const moment = useMoment()
  const send = useSend()
  const { askedSpot } = words.registration
  const { at, sent, confirmedAt } = progress
  if (confirmedAt !== null)
    return (
      <Card
        title={askedSpot.confirmedAt(moment(confirmedAt))}
        aside={<UnverifiedMark />}
        className="card-unverified"
      >
        <p>{askedSpot.confirmed}</p>
        <div className="actions">
          <ActionButton
            action="not-connected"
            onClick={() => send({ step: 'support', action: 'not-connected' })}
          >
            {askedSpot.mistake}
          </ActionButton>
        </div>
      </Card>
    )
  return (
    <>
      <Alert type="info" header={askedSpot.waitingSince(moment(at))}>
        {sent?.how ? askedSpot.how[sent.how] : askedSpot.howUnknown} {askedSpot.waiting}
      </Alert>
      <Card title={askedSpot.confirmTitle}>
        <p>{askedSpot.confirmMeans}</p>
        <div className="actions">
          <ActionButton
            action="confirm-connected"
            onClick={() => send({ step: 'support', action: 'confirm-connected' })}
          >
            {askedSpot.confirm}
          </ActionButton>
        </div>
      </Card>
    </>
  )
}
