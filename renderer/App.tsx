import type { Snapshot } from '../electron/contract/snapshot.ts'
import { type Answered, SavedProvider, SendProvider, useCommands } from './bridge/bridge.ts'
import { DisconnectDialog } from './disconnect/DisconnectDialog.tsx'
import { RecipientProvider } from './hand-over/recipient.tsx'
import { HelpDialog } from './help/HelpDialog.tsx'
import { Ended } from './layout/Ended.tsx'
import { Halted } from './layout/Halted.tsx'
import { OpenedFile } from './connection/OpenedFile.tsx'
import { SkipLink } from './layout/SkipLink.tsx'
import { ErasureDialog } from './connection/ErasureDialog.tsx'
import { ErasurePage } from './connection/ErasurePage.tsx'
import { Locked } from './connection/Locked.tsx'
import { Overview } from './connection/Overview.tsx'
import { ManagedProvider } from './parts/managed.ts'
import { TopBar } from './layout/TopBar.tsx'
import { Workspace } from './layout/Workspace.tsx'

/** The whole window: draws the newest snapshot and sends commands. */
export function App({ snapshot }: { readonly snapshot: Snapshot }) {
  if (snapshot.halted) return <Halted error={snapshot.halted} snapshot={snapshot} />
  return (
    <ManagedProvider value={snapshot.managed}>
      <Whole snapshot={snapshot} />
    </ManagedProvider>
  )
}

function Whole({ snapshot }: { readonly snapshot: Snapshot }) {
  const { send, refusal, saved, answered } = useCommands(snapshot.connectionId)
  if (snapshot.erasure.kind === 'running' || snapshot.erasure.kind === 'ended')
    return (
      <SendProvider value={send}>
        <ErasurePage erasure={snapshot.erasure} refusal={refusal} />
        <HelpDialog help={snapshot.help} refusal={refusal} />
      </SendProvider>
    )
  return (
    <SendProvider value={send}>
      <RecipientProvider>
        <div className="window">
          <SkipLink />
          <TopBar snapshot={snapshot} />
          <OpenedFile snapshot={snapshot} refusal={refusal} />
          {snapshot.overview && <Overview snapshot={snapshot} refusal={refusal} />}
          {/* What is typed there stays while the overview is looked at. */}
          <div className="beneath" hidden={snapshot.overview}>
            <SavedProvider value={saved}>
              <One snapshot={snapshot} refusal={refusal} answered={answered} />
            </SavedProvider>
          </div>
          <ErasureDialog erasure={snapshot.erasure} refusal={refusal} />
          <HelpDialog help={snapshot.help} refusal={refusal} />
        </div>
      </RecipientProvider>
    </SendProvider>
  )
}

/** The connection that is shown: its checklist, its end, or why it is locked. */
function One({
  snapshot,
  refusal,
  answered,
}: Parameters<typeof Overview>[0] & { readonly answered: Answered | null }) {
  if (snapshot.locked)
    return <Locked error={snapshot.locked} snapshot={snapshot} refusal={refusal} />
  return (
    <>
      {/* What was typed and looked at belongs to one connection: another one starts anew. */}
      {snapshot.disconnected && !snapshot.reopened ? (
        <Ended end={snapshot.disconnected} snapshot={snapshot} refusal={refusal} />
      ) : (
        <Workspace
          key={snapshot.connectionId}
          snapshot={snapshot}
          refusal={refusal}
          answered={answered}
        />
      )}
      <DisconnectDialog snapshot={snapshot} refusal={refusal} />
    </>
  )
}
