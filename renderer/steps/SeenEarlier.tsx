import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Earlier } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { isSignedOut } from '../checklist/line.ts'
import { usePick } from '../checklist/pick.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { Facts } from '../parts/Facts.tsx'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'

/** A step that nobody can look at now: what was proven of it, when, and what has to come first. */
export function SeenEarlier({
  earlier: { kind, at, evidence },
  awaited,
  snapshot,
}: {
  readonly earlier: Earlier
  readonly awaited: readonly StepId[]
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const moment = useMoment()
  const pick = usePick()
  const signedOut = isSignedOut(snapshot)
  const time = kind === 'done' ? words.app.panel.earlierProven : words.app.panel.earlierDue
  return (
    <Card title={words.app.lines.earlier[kind]}>
      <p>
        {signedOut
          ? words.app.panel.earlierSignIn
          : words.app.panel.earlierMeans(awaited.map((step) => stepTitle(words, step, snapshot)))}
      </p>
      {signedOut && (
        <div className="actions">
          <ActionButton action="to-sign-in" onClick={() => pick('sign-in')}>
            {words.app.buttons.toSignIn}
          </ActionButton>
        </div>
      )}
      {evidence.length > 0 && <Facts facts={evidence} label={words.app.lines.earlier[kind]} />}
      <p className="quiet">{time(moment(at))}</p>
    </Card>
  )
}
