import { useCallback } from 'react'
import type { Command } from '../../electron/contract/commands.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { STEP_IDS } from '../../electron/contract/steps.ts'
import { type Refusal, type Send, SendProvider, useSend } from '../bridge/bridge.ts'
import { DraftProvider, useDraftStore } from '../checklist/drafts.ts'
import { SpotPrincipals, spotPrincipalsOf } from '../parts/spotPrincipals.ts'
import { useSelection } from '../checklist/selection.ts'
import { Announcer } from './Announcer.tsx'
import { Checklist } from './Checklist.tsx'
import { Notices } from '../parts/Notices.tsx'
import { StepPanel } from './StepPanel.tsx'

/** Commands that do not carry the work on, and so do not move the window to the next step. */
const LOOKING: ReadonlySet<string> = new Set(['check', 'preview', 'support-details'])

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
      if (isStep(command.step) && !LOOKING.has(command.action)) follow(command.step)
      onward(command)
    },
    [follow, onward],
  )
  const view = snapshot.steps.find(({ id }) => id === selected)
  return (
    <SendProvider value={send}>
      <DraftProvider value={drafts}>
        <SpotPrincipals value={spotPrincipalsOf(snapshot)}>
          <div className="columns">
            <Checklist snapshot={snapshot} selected={selected} onPick={pick} />
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
    </SendProvider>
  )
}

function isStep(step: Command['step']): step is StepId {
  return STEP_IDS.some((id) => id === step)
}
