import { useCallback } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { type Answered, type Refusal, type Send, SendProvider, useSend } from '../bridge/bridge.ts'
import { DraftProvider, useDraftStore } from '../checklist/drafts.ts'
import { SpotPrincipals, spotPrincipalsOf } from '../parts/spotPrincipals.ts'
import { useFilling } from '../checklist/filling.ts'
import { useHeldBy } from '../checklist/hold.ts'
import { PickProvider } from '../checklist/pick.ts'
import { useSelection } from '../checklist/selection.ts'
import { useShown } from '../checklist/shown.ts'
import { stepGivenWork } from '../checklist/work.ts'
import { Archive } from './Archive.tsx'
import { Announcer } from './Announcer.tsx'
import { useStepTitled, useTitle } from '../parts/title.ts'
import { useAnnouncements } from './announcements.ts'
import { Checklist } from './Checklist.tsx'
import { Notices } from '../parts/Notices.tsx'
import { StepPanel } from './StepPanel.tsx'

/** One connection: its checklist, and the step that is looked at. Holds what is typed there. */
export function Workspace({
  snapshot,
  refusal,
  answered,
}: {
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
  readonly answered: Answered | null
}) {
  const { isFilling, over, handlers } = useFilling()
  const isBehind = useHeldBy('dialog')
  const { selected, moves, pick, go, follow } = useSelection(snapshot.steps, isFilling || isBehind)
  const shown = useShown(snapshot, selected, isFilling)
  const drafts = useDraftStore(shown)
  const { said, say } = useAnnouncements(snapshot)
  const onward = useSend()
  const send = useCallback<Send>(
    (command) => {
      const step = stepGivenWork(command)
      if (step) {
        follow(step)
        over()
      }
      onward(command)
    },
    [follow, over, onward],
  )
  // Of what is taken back nothing can be done but signing in for the rest.
  const isArchive = snapshot.disconnected !== null
  const view = shown.steps.find(({ id }) => id === (isArchive ? 'sign-in' : selected))
  useTitle(snapshot, useStepTitled(shown, selected))
  return (
    <SendProvider value={send}>
      <PickProvider value={go}>
        <DraftProvider value={drafts}>
          <SpotPrincipals value={spotPrincipalsOf(snapshot)}>
            <div className="columns">
              {isArchive ? (
                <Archive snapshot={snapshot} />
              ) : (
                <Checklist snapshot={snapshot} selected={selected} onPick={pick} />
              )}
              <main className="main" {...handlers}>
                <div className="main-inner">
                  <Notices snapshot={snapshot} refusal={refusal} />
                  {view && (
                    <StepPanel
                      view={view}
                      snapshot={shown}
                      moves={moves}
                      answered={answered}
                      say={say}
                      refusal={refusal?.step === view.id ? refusal.error : null}
                    />
                  )}
                </div>
              </main>
            </div>
            <Announcer key={snapshot.language} said={said} />
          </SpotPrincipals>
        </DraftProvider>
      </PickProvider>
    </SendProvider>
  )
}
