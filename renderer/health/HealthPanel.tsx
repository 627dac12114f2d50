import Alert from '@cloudscape-design/components/alert'
import { verdictOf, type Finding, type Health } from '../../electron/contract/health.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { Fold } from '../parts/Fold.tsx'
import { useMoment, useNow } from '../parts/time.ts'
import { useWords } from '../parts/words.ts'
import { Differences, Missing, PolicyForIt } from './Differences.tsx'
import { Findings } from './Findings.tsx'
import { Messages } from './Messages.tsx'
import { Remedy } from './Remedy.tsx'
import { daysBetween, hasSomethingToSay, isOfToday } from './days.ts'

const MINUTE = 60_000

/**
 * How a connection stands that was made before: what the look of today came to, or how long ago
 * anybody has looked. Nothing right after it was made.
 */
export function HealthPanel({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords().health
  const now = useNow(MINUTE)
  const { health } = snapshot
  if (!health || !hasSomethingToSay(health, now)) return null
  const isOpen = health.look === 'signing-in' || health.look === 'looking'
  return (
    <section className="health" data-panel="health">
      <output className="verdict" data-verdict={resultOf(health, now)}>
        {isOpen ? (
          <Alert type="info">
            {health.look === 'looking' ? words.verdict.looking : words.verdict.signingIn}
          </Alert>
        ) : (
          <Verdict health={health} snapshot={snapshot} now={now} />
        )}
      </output>
      {!isOpen && <Differences health={health} />}
      {!isOpen && health.problem && <ErrorNotice error={health.problem} />}
      {!isOpen && health.statement !== '' && <Missing statement={health.statement} />}
      <Fold title={words.list.title} isOpen={false}>
        {snapshot.managedBy === 'msp' && <p>{words.list.atMsp}</p>}
        <Findings findings={health.findings} now={now} />
      </Fold>
      <Messages health={health} snapshot={snapshot} now={now} />
      <PolicyForIt policy={health.policy} />
    </section>
  )
}

/** What the panel shows, in one word: `old` is what nobody has looked at today. */
function resultOf({ look, findings, lookedAt }: Health, now: number): string {
  if (look === 'signing-in' || look === 'looking') return look
  return isOfToday(lookedAt, now) ? verdictOf(findings).kind : 'old'
}

function Verdict({
  health,
  snapshot,
  now,
}: {
  readonly health: Health
  readonly snapshot: Snapshot
  readonly now: number
}) {
  const words = useWords().health
  const { findings, lookedAt } = health
  const moment = useMoment()
  const verdict = verdictOf(findings)
  const isFresh = lookedAt !== null && isOfToday(lookedAt, now)
  if (!isFresh) return <OldVerdict health={health} now={now} />
  const time = moment(lookedAt)
  const bad = findings.filter(({ state }) => state === 'bad')
  const header =
    verdict.kind === 'works' || verdict.kind === 'waits'
      ? words.verdict[verdict.kind](time)
      : words.verdict[verdict.kind](verdict.count, time)
  const type = { works: 'success', broken: 'error', unseen: 'warning', waits: 'info' } as const
  return (
    <Alert type={type[verdict.kind]} header={header}>
      <div className="stack-s">
        {bad.map((finding) => (
          <Wrong key={finding.id} finding={finding} snapshot={snapshot} />
        ))}
        <Unseen findings={findings} />
        <ByWord findings={findings} />
        <Again isOpen={health.look === 'looked'} />
      </div>
    </Alert>
  )
}

/** What is wrong, and what helps, with the step that offers it. */
function Wrong({ finding, snapshot }: { readonly finding: Finding; readonly snapshot: Snapshot }) {
  const words = useWords().health
  const { id, codes } = finding
  return (
    <div className="stack-xs" data-wrong={id}>
      {codes.map((code) => (
        <p key={code}>
          <strong>{words.codes[code]}</strong>
        </p>
      ))}
      <Remedy finding={finding} snapshot={snapshot} />
    </div>
  )
}

/** What is right as far as anybody here can see, and rests on more than that. */
function ByWord({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords().health
  const noted = findings.flatMap(({ state, codes }) => (state === 'good' ? codes : []))
  return noted.map((code) => (
    <p key={code} data-noted={code}>
      {words.codes[code]}
    </p>
  ))
}

function Unseen({ findings }: { readonly findings: readonly Finding[] }) {
  const words = useWords().health
  const unseen = findings.filter(({ state }) => state === 'unseen')
  if (unseen.length === 0) return null
  return (
    <>
      <p>{words.list.unseen}:</p>
      <ul className="points">
        {unseen.map(({ id, codes }) => (
          <li key={id} data-unseen={id}>
            {words.titles[id]}.{' '}
            <span className="quiet">{codes.map((code) => words.codes[code]).join(' ')}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

/** Where nobody has looked today: how long ago, and what was known then. */
function OldVerdict({ health, now }: { readonly health: Health; readonly now: number }) {
  const words = useWords().health
  const moment = useMoment()
  const { lookedAt, since, findings } = health
  const at = lookedAt ?? since
  const told = lookedAt === null ? words.age.connected : words.age.looked
  const isAhead = lookedAt !== null && daysBetween(now, lookedAt) > 0
  const header = isAhead ? words.age.ahead(moment(at)) : told(daysBetween(at, now), moment(at))
  const verdict = verdictOf(findings)
  return (
    <Alert type="info" header={header}>
      <div className="stack-s">
        {lookedAt !== null && (
          <p>
            {verdict.kind === 'works' || verdict.kind === 'waits'
              ? words.verdict.before[verdict.kind]
              : words.verdict.before[verdict.kind](verdict.count)}
          </p>
        )}
        <p>{words.age.means}</p>
        <Again isOpen={health.look === 'looked'} />
      </div>
    </Alert>
  )
}

/** Looks at everything once more; of a closed connection after a sign-in. */
function Again({ isOpen }: { readonly isOpen: boolean }) {
  const words = useWords().health
  const send = useSend()
  const action = isOpen ? 'look-anew' : 'reopen'
  return (
    <div className="actions">
      <ActionButton
        action={action}
        iconName="refresh"
        onClick={() => send({ step: 'app', action })}
      >
        {isOpen ? words.buttons.lookAnew : words.buttons.reopen}
      </ActionButton>
    </div>
  )
}
