import Alert from '@cloudscape-design/components/alert'
import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { Disconnected } from '../../electron/contract/disconnect.ts'
import type { GoesOn, Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status } from '../../electron/contract/status.ts'
import { stepTitle } from '../../electron/texts/steps.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { Facts } from '../parts/Facts.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { Notices } from '../parts/Notices.tsx'
import { SignInGoesOn } from '../parts/SignInGoesOn.tsx'
import { useMoment } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'
import { Archive } from './Archive.tsx'
import { useArrival } from '../parts/arrival.ts'
import { useTitle } from '../parts/title.ts'
import { accessOf } from '../disconnect/access.ts'
import { RemovalRequest } from '../disconnect/RemovalRequest.tsx'

/** The end of a connection that was taken back: what is gone, what is left, and what is still to do. */
export function Ended({
  end,
  snapshot,
  refusal,
}: {
  readonly end: Disconnected
  readonly snapshot: Snapshot
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const moment = useMoment()
  const isProven = end.removed.every(({ proven }) => proven)
  const since = isProven ? words.disconnected.on : words.disconnected.begunOn
  const title = since(moment(end.at))
  const heading = useArrival()
  useTitle(snapshot, title)
  return (
    <div className="columns">
      <Archive snapshot={snapshot} />
      <main className="main">
        <div className="main-inner">
          <Notices snapshot={snapshot} refusal={refusal} />
          <section
            className="panel"
            data-panel="disconnected"
            data-step="disconnect"
            aria-labelledby="panel-title"
          >
            <div className="panel-head">
              <h2 id="panel-title" tabIndex={-1} ref={heading}>
                {title}
              </h2>
            </div>
            <WhatItMeans end={end} isProven={isProven} />
            <Removed end={end} />
            <Left end={end} />
            {end.atSpot && <RemovalRequest known={end.atSpot} />}
            <Onward goesOn={snapshot.goesOn} />
            <AsItWas snapshot={snapshot} />
          </section>
        </div>
      </main>
    </div>
  )
}

function WhatItMeans({
  end,
  isProven,
}: {
  readonly end: Disconnected
  readonly isProven: boolean
}) {
  const words = useWords()
  if (!isProven) return <Alert type="info">{words.disconnected.begun}</Alert>
  const access = accessOf(end)
  return (
    <Alert type={access === 'ended' ? 'success' : 'info'}>
      {words.disconnected.access[access]}
    </Alert>
  )
}

function Removed({ end }: { readonly end: Disconnected }) {
  const words = useWords()
  const moment = useMoment()
  return (
    <Card title={words.disconnected.removed}>
      <ul className="points">
        {end.removed.map(({ id, name, at, proven }) => (
          <li key={`${id} ${name}`} data-removed={proven ? 'proven' : 'begun'}>
            <Isolated
              text={words.disconnect.remains.thing(words.disconnect.removables[id].kind, name)}
            />{' '}
            <span className="quiet">{proven ? moment(at) : words.disconnected.unproven}</span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Left({ end }: { readonly end: Disconnected }) {
  const words = useWords()
  const send = useSend()
  const isUnsure = end.removed.some(({ proven }) => !proven)
  return (
    <Card title={words.disconnected.left}>
      {end.left.length === 0 ? (
        <p>{words.disconnected.leftNothing}</p>
      ) : (
        <ul className="points">
          {end.left.map(({ id, name, state }) => (
            <li key={`${id} ${name}`} data-left={state}>
              <Isolated
                text={words.disconnect.remains.thing(words.disconnect.removables[id].kind, name)}
              />
              . {words.disconnected.states[state]}{' '}
              {state === 'there' && words.disconnected.stays[id]}
            </li>
          ))}
        </ul>
      )}
      {(isUnsure || end.left.some(({ state }) => state !== 'not-ours')) && (
        <div className="actions">
          <ActionButton
            action="reopen"
            variant={isUnsure ? 'primary' : 'normal'}
            onClick={() => send({ step: 'app', action: 'reopen' })}
          >
            {words.disconnected.removeRest}
          </ActionButton>
        </div>
      )}
    </Card>
  )
}

function Onward({ goesOn }: { readonly goesOn: GoesOn | null }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.disconnected.afterwards}>
      <p>{words.disconnected.againMeans}</p>
      <p>{words.disconnected.forget}</p>
      {goesOn && <SignInGoesOn goesOn={goesOn} />}
      <div className="actions">
        <ActionButton
          action="connect-again"
          onClick={() => send({ step: 'disconnect', action: 'connect-again' })}
        >
          {words.disconnected.again}
        </ActionButton>
      </div>
    </Card>
  )
}

/** What was proven of each step, for whoever looks it up one day. */
function AsItWas({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const shown = snapshot.steps.flatMap(({ id, status }) => {
    const facts = factsOf(status)
    return facts.length === 0 ? [] : [{ id, facts }]
  })
  if (shown.length === 0) return null
  return (
    <ExpandableSection headerText={words.disconnected.archive} headingTagOverride="h3">
      <div className="stack-m">
        <p className="quiet">{words.disconnected.archiveMeans}</p>
        {shown.map(({ id, facts }) => (
          <div key={id} className="stack-s">
            <h4>{stepTitle(words, id, snapshot)}</h4>
            <Facts facts={facts} label={stepTitle(words, id, snapshot)} />
          </div>
        ))}
      </div>
    </ExpandableSection>
  )
}

function factsOf(status: Status) {
  if (status.kind === 'done') return status.evidence
  if (status.kind !== 'pending') return []
  return 'evidence' in status.progress ? status.progress.evidence : []
}
