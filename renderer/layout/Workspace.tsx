import { useCallback } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { type Refusal, type Send, SendProvider, useSend } from '../bridge/bridge.ts'
import { DraftProvider, useDraftStore } from '../checklist/drafts.ts'
import { SpotPrincipals, spotPrincipalsOf } from '../parts/spotPrincipals.ts'
import { PickProvider } from '../checklist/pick.ts'
import { useSelection } from '../checklist/selection.ts'
import { stepGivenWork } from '../checklist/work.ts'
import { Archive } from './Archive.tsx'
import { Announcer } from './Announcer.tsx'
import { Checklist } from './Checklist.tsx'
import { Notices } from '../parts/Notices.tsx'
import { StepPanel } from './StepPanel.tsx'

/** One connection: its checklist, and the step that is looked at. Holds what is typed there. */
export function Workspace({
  snapshot,
  refusal,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const { selected, moves, pick, follow } = useSelection(snapshot.steps)
  const drafts = useDraftStore(snapshot)
  const onward = useSend()
  const send = useCallback<Send>(
    (command) => {
      const step = stepGivenWork(command)
      if (step) follow(step)
      onward(command)
    },
    [follow, onward],
  )
  // Of what is taken back nothing can be done but signing in for the rest.
  const isArchive = snapshot.disconnected !== null
  const view = snapshot.steps.find(({ id }) => id === (isArchive ? 'sign-in' : selected))
  return (
    <SendProvider value={send}>
      <PickProvider value={pick}>
        <DraftProvider value={drafts}>
          <SpotPrincipals value={spotPrincipalsOf(snapshot)}>
            <div className="columns">
              {isArchive ? (
                <Archive snapshot={snapshot} />
              ) : (
                <Checklist snapshot={snapshot} selected={selected} onPick={pick} />
              )}
              <main className="main">
                <div className="main-inner">
                  <Notices snapshot={snapshot} refusal={refusal} />
                  {view && (
                    <StepPanel
                      view={view}
                      snapshot={snapshot}
                      moves={moves}
                      refusal={refusal?.step === view.id ? refusal.error : null}
                    />
                  )}
                </div>
              </main>
            </div>
            <Announcer steps={snapshot.steps} byHand={snapshot.byHand} />
          </SpotPrincipals>
        </DraftProvider>
      </PickProvider>
    </SendProvider>
  )
}
