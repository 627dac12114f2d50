import { CONSOLE_PAGES } from '../../../electron/contract/console.ts'
import { analysisDue } from '../../../electron/contract/first-analysis.ts'
import type { Snapshot } from '../../../electron/contract/snapshot.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { LinkButton } from '../../parts/LinkButton.tsx'
import { useMoment, useNow } from '../../parts/time.ts'
import { useWords } from '../../parts/words.ts'

/** What comes now, by itself and until when, and what is left for the person to do. */
export function NextSteps({
  snapshot,
  way,
  registeredAt,
  mayClose,
  byHand,
}: {
  readonly snapshot: Snapshot
  /** The fact of this name: how it was registered. */
  readonly way: string
  /** Milliseconds since the epoch. */
  readonly registeredAt: number
  /** Nothing is being removed any more. */
  readonly mayClose: boolean
  /** The account was only told. */
  readonly byHand: boolean
}) {
  const { registered } = useWords().registration
  return (
    <>
      <Card title={registered.nextTitle}>
        <ul className="points">
          <ByThemselves snapshot={snapshot} registeredAt={registeredAt} />
          {mayClose && <li>{registered.mayClose}</li>}
        </ul>
        <div className="actions">
          <LinkButton label={registered.openSpot} href={CONSOLE_PAGES.spot} />
          <Remind registeredAt={registeredAt} />
        </div>
      </Card>
      <Card title={registered.yoursTitle}>
        <ul className="points">
          {way === 'spot-api' && <li>{registered.deleteToken}</li>}
          {byHand && <li>{registered.unverified}</li>}
          <li>{registered.keep}</li>
        </ul>
      </Card>
    </>
  )
}

/** As long as there is something to be reminded of. */
function Remind({ registeredAt }: { readonly registeredAt: number }) {
  const { registered } = useWords().registration
  const send = useSend()
  if (useNow(MINUTE) >= analysisDue(registeredAt)) return null
  return (
    <ActionButton
      action="save-reminder"
      iconName="calendar"
      onClick={() => send({ step: 'app', action: 'save-reminder' })}
    >
      {registered.remind}
    </ActionButton>
  )
}

const MINUTE = 60_000

/** The deliveries of AWS and the analysis of Spot, each with its day. */
function ByThemselves({
  snapshot,
  registeredAt,
}: {
  readonly snapshot: Snapshot
  readonly registeredAt: number
}) {
  const { registered } = useWords().registration
  const moment = useMoment()
  const now = useNow(MINUTE)
  const bucket = snapshot.steps.find(({ id }) => id === 'bucket')?.status
  const delivery =
    bucket?.kind === 'pending' && bucket.progress.kind === 'delivery' ? bucket.progress : null
  const due = analysisDue(registeredAt)
  return (
    <>
      {delivery && (
        <li>
          {now < delivery.dueAt
            ? registered.delivery(moment(delivery.dueAt))
            : registered.deliveryWasDue(moment(delivery.dueAt))}
        </li>
      )}
      <li>
        {now < due ? registered.analysis(moment(due)) : registered.analysisWasDue(moment(due))}
      </li>
      {now < due && <li>{registered.ifNothingComes}</li>}
    </>
  )
}
