import { useCallback } from 'react'
import type { Command, Snapshot, StepId } from '../electron/contract.ts'
import { STEP_IDS } from '../electron/contract.ts'
import { SendProvider, useCommands, useSnapshot } from './bridge.ts'
import { DraftProvider, useDraftStore } from './drafts.ts'
import { Announcer } from './layout/Announcer.tsx'
import { Checklist } from './layout/Checklist.tsx'
import { Notices } from './layout/Notices.tsx'
import { StepPanel } from './layout/StepPanel.tsx'
import { TopBar } from './layout/TopBar.tsx'
import { useSelection } from './selection.ts'

/** Commands that do not carry the work on, and so do not move the window to the next step. */
const LOOKING: ReadonlySet<string> = new Set(['check', 'preview', 'support-details'])

/** The whole window: draws the newest snapshot and sends commands. */
export function App({ first }: { readonly first: Snapshot }) {
  const snapshot = useSnapshot(first)
  const { selected, moves, pick, follow } = useSelection(snapshot.steps)
  const drafts = useDraftStore(snapshot)
  const onSend = useCallback(
    (command: Command) => {
      if (isStep(command.step) && !LOOKING.has(command.action)) follow(command.step)
    },
    [follow],
  )
  const { send, refusal } = useCommands(onSend)
  const view = snapshot.steps.find(({ id }) => id === selected)
  return (
    <SendProvider value={send}>
      <DraftProvider value={drafts}>
        <div className="window">
          <TopBar snapshot={snapshot} />
          <div className="columns">
            <Checklist steps={snapshot.steps} selected={selected} onPick={pick} />
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
          <Announcer steps={snapshot.steps} />
        </div>
      </DraftProvider>
    </SendProvider>
  )
}

function isStep(step: Command['step']): step is StepId {
  return STEP_IDS.some((id) => id === step)
}
