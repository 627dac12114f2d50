import Alert from '@cloudscape-design/components/alert'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import type { StepId } from '../../../electron/contract/steps.ts'
import { stepTitle } from '../../../electron/texts/steps.ts'
import { type Verdict, verdictOf } from '../../checklist/verdict.ts'
import { useMoment } from '../../parts/time.ts'
import { useWords } from '../../parts/words.ts'

/** What another look came to, also after it is over; nothing for a connection that had none. */
export function LookVerdict({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const verdict = verdictOf(snapshot)
  if (!verdict) return null
  return (
    <output className="verdict" data-verdict={resultOf(verdict)}>
      {verdict.kind === 'looked' ? (
        <Looked verdict={verdict} snapshot={snapshot} />
      ) : (
        <Alert type="info">
          {verdict.kind === 'looking' ? words.modes.verdict.looking : words.modes.verdict.signingIn}
        </Alert>
      )}
    </output>
  )
}

type LookedVerdict = Verdict & { readonly kind: 'looked' }

function resultOf(verdict: Verdict): string {
  if (verdict.kind !== 'looked') return verdict.kind
  if (verdict.changed.length > 0) return 'changed'
  return verdict.unseen.length > 0 ? 'unseen' : 'same'
}

function Looked({
  verdict,
  snapshot,
}: {
  readonly verdict: LookedVerdict
  readonly snapshot: Snapshot
}) {
  const words = useWords()
  const moment = useMoment()
  const { at, changed, unseen, awaited } = verdict
  const titles = (steps: readonly StepId[]): string[] =>
    steps.map((step) => stepTitle(words, step, snapshot))
  const text = words.modes.verdict
  const isAtMsps = snapshot.managedBy === 'msp'
  if (changed.length === 0 && unseen.length === 0)
    return (
      <Alert type="success" header={isAtMsps ? text.sameForMsp(moment(at)) : text.same(moment(at))}>
        {isAtMsps && text.atMsp}
        {awaited && text.awaited}
      </Alert>
    )
  return (
    <Alert type="warning" header={changed.length > 0 ? text.title : text.titleUnseen}>
      <div className="stack-s">
        {changed.length > 0 && <p>{text.changed(titles(changed))}</p>}
        {unseen.length > 0 && <p>{text.unseen(titles(unseen))}</p>}
        <p>{snapshot.reopened ? text.open : text.closed}</p>
      </div>
    </Alert>
  )
}
