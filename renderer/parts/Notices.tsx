import Alert from '@cloudscape-design/components/alert'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { type Refusal, useSaved, useSend } from '../bridge/bridge.ts'
import { ActionButton } from './ActionButton.tsx'
import { ErrorNotice, ErrorSentences } from './ErrorNotice.tsx'
import { useManaged } from './managed.ts'
import { SetByOrganization } from './SetByOrganization.tsx'
import { useWords } from './words.ts'

/** What concerns the whole window and not one step: the keychain, notices, refused commands, and saved files. */
export function Notices({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const saved = useSaved()
  const words = useWords()
  const general = refusal && !hasOwnPlace(refusal) ? refusal.error : null
  return (
    <>
      {/* What remains after the registration is told there, with another way on. */}
      {snapshot.wipe.kind !== 'failed' && <VaultNotice vault={snapshot.vault} />}
      {snapshot.notices.map((notice) => (
        <ErrorNotice key={JSON.stringify(notice)} error={notice} type="warning" />
      ))}
      {general && (
        <div ref={intoView}>
          <ErrorNotice error={general} />
        </div>
      )}
      {saved !== null && (
        <div role="status" className="saved" data-panel="saved">
          <Alert type="success">{words.papers.saved(saved)}</Alert>
        </div>
      )}
    </>
  )
}

/** Whoever pressed a button far down would not see it above. */
const intoView = (element: HTMLElement | null): void =>
  element?.scrollIntoView({ block: 'nearest' })

/** Dialogs that do. */
const OWN_PLACES: readonly Refusal['step'][] = ['disconnect', 'erasure', 'help']

/** A step's panel and some dialogs show what was refused there themselves. */
function hasOwnPlace({ step }: Refusal): boolean {
  return OWN_PLACES.includes(step) || STEP_IDS.some((id) => id === step)
}

function VaultNotice({ vault }: { readonly vault: Snapshot['vault'] }) {
  const words = useWords()
  const send = useSend()
  const { sessionOnly } = useManaged()
  if (vault.kind === 'ready') return null
  if (vault.kind === 'session-only')
    return (
      <Alert type="info">
        {words.app.vault.inMemory}
        {sessionOnly && <SetByOrganization setting="SessionOnly" />}
      </Alert>
    )
  const keyLost = vault.error.facts['reason'] === 'no-key'
  return (
    <div data-panel="vault" data-step="vault">
      <Alert type="warning" header={words.app.vault.title}>
        <SpaceBetween size="s">
          <ErrorSentences error={vault.error} />
          <p>{words.app.vault.sessionOnlyMeans}</p>
          {keyLost && <p>{words.app.vault.forgetMeans}</p>}
          <div className="actions">
            <ActionButton
              action="retry"
              variant="primary"
              onClick={() => send({ step: 'vault', action: 'retry' })}
            >
              {words.app.vault.retry}
            </ActionButton>
            <ActionButton
              action="session-only"
              onClick={() => send({ step: 'vault', action: 'session-only' })}
            >
              {words.app.vault.sessionOnly}
            </ActionButton>
            {keyLost && (
              <ActionButton
                action="forget"
                onClick={() => send({ step: 'vault', action: 'forget' })}
              >
                {words.app.vault.forget}
              </ActionButton>
            )}
          </div>
        </SpaceBetween>
      </Alert>
    </div>
  )
}
