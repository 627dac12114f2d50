import StatusIndicator from '@cloudscape-design/components/status-indicator'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { isSettled } from '../checklist/flow.ts'
import { StepStatus } from './StepStatus.tsx'
import { useWords } from '../parts/words.ts'

/**
 * The left column of a connection that was taken back: its steps, of which none can be done. While
 * somebody signs in for what is left, that line says how it goes.
 */
export function Archive({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const { steps, reopened } = snapshot
  const numberOf = (step: StepId): number => steps.findIndex(({ id }) => id === step) + 1
  return (
    <nav className="checklist" aria-label={words.app.steps}>
      <h2>{words.app.checklist}</h2>
      <p className="checklist-count">{words.disconnected.name}</p>
      <ol>
        {steps.map((view) => {
          const { id, status } = view
          const isLive = reopened && id === 'sign-in'
          const archived = isSettled(status)
            ? words.disconnected.archived
            : words.disconnected.archivedOpen
          return (
            <li key={id} data-step={id} data-status={isLive ? status.kind : 'archived'}>
              <div className="line" aria-current={isLive ? 'step' : undefined}>
                <span className="line-number" aria-hidden="true">
                  {numberOf(id)}
                </span>
                <span className="line-title">{stepTitle(words, id, snapshot)}</span>
                <span className="line-status">
                  {isLive ? (
                    <StepStatus view={view} snapshot={snapshot} />
                  ) : (
                    <StatusIndicator type="stopped">{archived}</StatusIndicator>
                  )}
                </span>
              </div>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
