import Alert from '@cloudscape-design/components/alert'
import Spinner from '@cloudscape-design/components/spinner'
import type { Snapshot, WipeState } from '../../../electron/contract/snapshot.ts'
import type { Status } from '../../../electron/contract/status.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { NextSteps } from './NextSteps.tsx'
import { useWords } from '../../parts/words.ts'

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
  const byHand = wasByHand(snapshot)
  const wipeIsOpen = snapshot.wipe.kind === 'wiping' || snapshot.wipe.kind === 'failed'
  const wipe = <Wiped wipe={snapshot.wipe} byHand={byHand} />
  return (
    <>
      <Alert
        type="success"
        header={way === 'spot-support' ? registered.titleRequested : registered.titleSent}
      />
      {wipeIsOpen && wipe}
      <NextSteps
        snapshot={snapshot}
        way={way}
        registeredAt={status.at}
        mayClose={!wipeIsOpen}
        byHand={byHand}
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
  const send = useSend()
  return (
    <Card title={registered.technicalTitle}>
      {snapshot.summaryFile !== '' && (
        <>
          <p>
            {registered.summaryTitle}: <span className="code">{snapshot.summaryFile}</span>
          </p>
          <div className="actions">
            <ActionButton
              action="open-summary"
              iconName="file-open"
              onClick={() => send({ step: 'app', action: 'open-summary' })}
            >
              {registered.openSummary}
            </ActionButton>
          </div>
        </>
      )}
      <Facts facts={status.evidence} label={registered.what} />
    </Card>
  )
}

/** What can still be done with a registered connection. */
function Manage({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.modes.manage.title}>
      {!snapshot.reopened && <p>{words.modes.manage.look}</p>}
      <p>{words.modes.manage.undo}</p>
      <div className="actions">
        {!snapshot.reopened && (
          <ActionButton
            action="reopen"
            iconName="refresh"
            onClick={() => send({ step: 'app', action: 'reopen' })}
          >
            {words.modes.manage.reopen}
          </ActionButton>
        )}
        <ActionButton
          action="disconnect"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {words.modes.manage.disconnect}
        </ActionButton>
      </div>
    </Card>
  )
}

/** Whether the account was only told: then nobody was ever signed in. */
function wasByHand({ steps }: Snapshot): boolean {
  const status = steps.find(({ id }) => id === 'sign-in')?.status
  return status?.kind === 'pending' && status.progress.kind === 'unverified'
}

function Wiped({ wipe, byHand }: { readonly wipe: WipeState; readonly byHand: boolean }) {
  if (wipe.kind === 'not-due') return null
  return (
    <div data-step="app" data-wipe={wipe.kind} aria-live="polite">
      <Wipe wipe={wipe} byHand={byHand} />
    </div>
  )
}

/** What became of the sign-ins; says only what is so. */
function Wipe({
  wipe,
  byHand,
}: {
  readonly wipe: Exclude<WipeState, { readonly kind: 'not-due' }>
  readonly byHand: boolean
}) {
  const words = useWords()
  const send = useSend()
  switch (wipe.kind) {
    case 'wiping':
      return (
        <Card title={words.registration.wipe.wipingTitle} aside={<Spinner />}>
          <p>{words.registration.wipe.wiping}</p>
        </Card>
      )
    case 'wiped':
      return (
        <Card
          title={byHand ? words.registration.wipe.noneTitle : words.registration.wipe.wipedTitle}
        >
          {byHand ? (
            <p>{words.registration.wipe.none}</p>
          ) : (
            <>
              <p>{words.registration.wipe.wiped}</p>
              <p>{words.registration.wipe.credentials}</p>
              <p>{words.registration.wipe.recycleBin}</p>
            </>
          )}
        </Card>
      )
    case 'failed':
      return (
        <ErrorNotice error={wipe.error} title={words.registration.wipe.failedTitle}>
          <ActionButton
            action="wipe"
            variant="primary"
            onClick={() => send({ step: 'app', action: 'wipe' })}
          >
            {words.registration.wipe.retry}
          </ActionButton>
        </ErrorNotice>
      )
  }
}
