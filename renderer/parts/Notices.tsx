import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { VAULT } from '../../electron/texts/en/app.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { ErrorNotice, ErrorSentences } from './ErrorNotice.tsx'

/** What concerns the whole window and not one step: the keychain, notices, refused commands. */
export function Notices({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const general = refusal && !hasOwnPlace(refusal) ? refusal.error : null
  return (
    <>
      <VaultNotice vault={snapshot.vault} />
      {snapshot.notices.map((notice) => (
        <ErrorNotice key={JSON.stringify(notice)} error={notice} type="warning" />
      ))}
      {general && <ErrorNotice error={general} />}
    </>
  )
}

/** A step's panel and the dialog for disconnecting show what was refused there themselves. */
function hasOwnPlace({ step }: Refusal): boolean {
  return step === 'disconnect' || STEP_IDS.some((id) => id === step)
}

function VaultNotice({ vault }: { readonly vault: Snapshot['vault'] }) {
  const send = useSend()
  if (vault.kind === 'ready') return null
  if (vault.kind === 'session-only') return <Alert type="info">{VAULT.inMemory}</Alert>
  const keyLost = vault.error.facts['reason'] === 'no-key'
  return (
    <div data-panel="vault" data-step="vault">
      <Alert type="warning" header={VAULT.title}>
        <SpaceBetween size="s">
          <ErrorSentences error={vault.error} />
          <p>{VAULT.sessionOnlyMeans}</p>
          {keyLost && <p>{VAULT.forgetMeans}</p>}
          <div className="actions">
            <ActionButton
              action="retry"
              variant="primary"
              onClick={() => send({ step: 'vault', action: 'retry' })}
            >
              {VAULT.retry}
            </ActionButton>
            <ActionButton
              action="session-only"
              onClick={() => send({ step: 'vault', action: 'session-only' })}
            >
              {VAULT.sessionOnly}
            </ActionButton>
            {keyLost && (
              <ActionButton
                action="forget"
                onClick={() => send({ step: 'vault', action: 'forget' })}
              >
                {VAULT.forget}
              </ActionButton>
            )}
          </div>
        </SpaceBetween>
      </Alert>
    </div>
  )
}
