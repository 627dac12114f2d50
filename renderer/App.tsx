import type { Snapshot } from '../electron/contract/snapshot.ts'
import { SendProvider, useCommands } from './bridge/bridge.ts'
import { DisconnectDialog } from './disconnect/DisconnectDialog.tsx'
import { Ended } from './layout/Ended.tsx'
import { OpenedFile } from './connection/OpenedFile.tsx'
import { Locked } from './connection/Locked.tsx'
import { SkipLink } from './layout/SkipLink.tsx'
import { TopBar } from './layout/TopBar.tsx'
import { Workspace } from './layout/Workspace.tsx'

/** The whole window: draws the newest snapshot and sends commands. */
export function App({ snapshot }: { readonly snapshot: Snapshot }) {
  const { send, refusal, answered } = useCommands(snapshot.connectionId)
  return (
    <SendProvider value={send}>
      <div className="window">
        <SkipLink />
        <TopBar snapshot={snapshot} />
        <OpenedFile snapshot={snapshot} refusal={refusal} />
        {snapshot.locked ? (
          <Locked error={snapshot.locked} snapshot={snapshot} refusal={refusal} />
        ) : (
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
        )}
      </div>
    </SendProvider>
  )
}
