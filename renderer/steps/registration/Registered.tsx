import Alert from '@cloudscape-design/components/alert'
import Spinner from '@cloudscape-design/components/spinner'
import type { Snapshot, WipeState } from '../../../electron/contract/snapshot.ts'
import type { Status } from '../../../electron/contract/status.ts'
import { MANAGE } from '../../../electron/texts/en/modes.ts'
import { REGISTERED, WIPE } from '../../../electron/texts/en/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'

/** The end of the journey: what was registered, what happens now, and what was removed. */
export function Registered({
  status,
  snapshot,
}: {
  readonly status: Status & { readonly kind: 'done' }
  readonly snapshot: Snapshot
}) {
  const send = useSend()
  const byRequest = status.evidence.some(
    ({ id, value }) => id === 'way' && value === 'spot-support',
  )
  const byHand = wasByHand(snapshot)
  const wipeIsOpen = snapshot.wipe.kind === 'wiping' || snapshot.wipe.kind === 'failed'
  return (
    <>
      <Alert type="success" header={byRequest ? REGISTERED.titleRequested : REGISTERED.titleSent}>
        {byRequest ? REGISTERED.waitRequested : REGISTERED.wait}
      </Alert>
      {snapshot.wipe.kind !== 'not-due' && (
        <div data-step="app" data-wipe={snapshot.wipe.kind} aria-live="polite">
          <Wipe wipe={snapshot.wipe} byHand={byHand} />
        </div>
      )}
      <Card title={REGISTERED.what}>
        <Facts facts={status.evidence} label={REGISTERED.what} />
      </Card>
      {snapshot.summaryFile !== '' && (
        <Card title={REGISTERED.summaryTitle}>
          <p className="code">{snapshot.summaryFile}</p>
          <div className="actions">
            <ActionButton
              action="open-summary"
              iconName="file-open"
              onClick={() => send({ step: 'app', action: 'open-summary' })}
            >
              {REGISTERED.openSummary}
            </ActionButton>
          </div>
        </Card>
      )}
      <Card title={REGISTERED.nextTitle}>
        <ul className="points">
          {!wipeIsOpen && <li>{REGISTERED.mayClose}</li>}
          {byHand && <li>{REGISTERED.unverified}</li>}
          {REGISTERED.next.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Card>
      {!wipeIsOpen && <Manage snapshot={snapshot} />}
    </>
  )
}

/** What can still be done with a registered connection. */
function Manage({ snapshot }: { readonly snapshot: Snapshot }) {
  const send = useSend()
  return (
    <Card title={MANAGE.title}>
      {!snapshot.reopened && <p>{MANAGE.look}</p>}
      <p>{MANAGE.undo}</p>
      <div className="actions">
        {!snapshot.reopened && (
          <ActionButton
            action="reopen"
            iconName="refresh"
            onClick={() => send({ step: 'app', action: 'reopen' })}
          >
            {MANAGE.reopen}
          </ActionButton>
        )}
        <ActionButton
          action="disconnect"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {MANAGE.disconnect}
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

/** What became of the sign-ins; says only what is so. */
function Wipe({
  wipe,
  byHand,
}: {
  readonly wipe: Exclude<WipeState, { readonly kind: 'not-due' }>
  readonly byHand: boolean
}) {
  const send = useSend()
  switch (wipe.kind) {
    case 'wiping':
      return (
        <Card title={WIPE.wipingTitle} aside={<Spinner />}>
          <p>{WIPE.wiping}</p>
        </Card>
      )
    case 'wiped':
      return (
        <Card title={byHand ? WIPE.noneTitle : WIPE.wipedTitle}>
          {byHand ? (
            <p>{WIPE.none}</p>
          ) : (
            <>
              <p>{WIPE.wiped}</p>
              <p>{WIPE.credentials}</p>
            </>
          )}
        </Card>
      )
    case 'failed':
      return (
        <ErrorNotice error={wipe.error} title={WIPE.failedTitle}>
          <ActionButton
            action="wipe"
            variant="primary"
            onClick={() => send({ step: 'app', action: 'wipe' })}
          >
            {WIPE.retry}
          </ActionButton>
        </ErrorNotice>
      )
  }
}
