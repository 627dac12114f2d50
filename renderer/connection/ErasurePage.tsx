import Alert from '@cloudscape-design/components/alert'
import Spinner from '@cloudscape-design/components/spinner'
import StatusIndicator, {
  type StatusIndicatorProps,
} from '@cloudscape-design/components/status-indicator'
import { useEffect, useRef } from 'react'
import type { Erasure, Kept } from '../../electron/contract/erasure.ts'
import { keptName } from '../../electron/texts/erasure.ts'
import { type Refusal, useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { useBareTitle } from '../parts/title.ts'
import { Card } from '../parts/Card.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { Isolated } from '../parts/Isolated.tsx'
import { useWords } from '../parts/words.ts'

type UnderWay = Extract<Erasure, { kind: 'running' | 'ended' }>

/** In place of everything else, once it is removed: what is gone, what is not, and the way out. */
export function ErasurePage({
  erasure,
  refusal,
}: {
  readonly erasure: UnderWay
  readonly refusal: Refusal | null
}) {
  const words = useWords()
  const { page } = words.erasure
  const { kind, items } = erasure
  const isLeft = items.some(({ state }) => state === 'left')
  const ended = isLeft ? page.endedLeft : page.ended
  const title = kind === 'running' ? page.running : ended
  useBareTitle(title)
  return (
    <div className="window">
      <header className="top-bar">
        <h1>{words.app.name}</h1>
      </header>
      <main className="main">
        <div className="main-inner">
          <section className="panel" data-panel="erased" data-step="erasure" data-erasure={kind}>
            <div className="panel-head">
              <Heading key={kind} text={title} />
            </div>
            {erasure.continued && <Alert type="info">{page.continued}</Alert>}
            {refusal && <ErrorNotice error={refusal.error} />}
            {kind === 'running' ? (
              <div className="working" aria-live="polite">
                <Spinner size="large" />
                <p>{page.wait}</p>
              </div>
            ) : (
              <End erasure={erasure} isLeft={isLeft} />
            )}
            <Things items={items} />
            {kind === 'ended' && <p className="quiet">{page.entries(words.app.name)}</p>}
          </section>
        </div>
      </main>
    </div>
  )
}

/** Whoever cannot see that it has changed is led to it. */
function Heading({ text }: { readonly text: string }) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => heading.current?.focus(), [])
  return (
    <h2 tabIndex={-1} ref={heading}>
      {text}
    </h2>
  )
}

function End({ erasure, isLeft }: { readonly erasure: UnderWay; readonly isLeft: boolean }) {
  const words = useWords()
  const send = useSend()
  const { page } = words.erasure
  const problems = erasure.items.flatMap((item) => item.problems)
  const goesOn = problems.some(({ code }) => code === 'sign-in-goes-on')
  // What nobody can do anything about is not tried again.
  const isOpen = problems.some(({ code }) => code !== 'sign-in-goes-on')
  return (
    <>
      <Alert type={isLeft ? 'warning' : 'success'}>
        <div className="stack-xs">
          <p>
            {isLeft ? page.endedLeftMeans : <Isolated text={page.endedMeans(erasure.folder)} />}
          </p>
          {isOpen && !isLeft && <p>{page.notTold}</p>}
          {goesOn && <p>{page.goesOn}</p>}
          <p>{page.outside}</p>
        </div>
      </Alert>
      <div className="actions">
        <ActionButton
          action="quit"
          variant={isOpen ? 'normal' : 'primary'}
          onClick={() => send({ step: 'erasure', action: 'quit' })}
        >
          {page.quit}
        </ActionButton>
        {isOpen && (
          <ActionButton
            action="again"
            variant="primary"
            iconName="refresh"
            onClick={() => send({ step: 'erasure', action: 'again' })}
          >
            {page.again}
          </ActionButton>
        )}
      </div>
    </>
  )
}

function Things({ items }: { readonly items: readonly Kept[] }) {
  const words = useWords()
  const { page, states, whyStays } = words.erasure
  if (items.length === 0) return null
  return (
    <Card title={page.list}>
      <ul className="erased">
        {items.map((item) => (
          <li key={item.id} className="stack-xs" data-kept={item.kind} data-state={item.state}>
            <p>
              <strong>
                <Isolated text={keptName(words, item)} />
              </strong>
            </p>
            <StatusIndicator type={INDICATORS[item.state]}>{states[item.state]}</StatusIndicator>
            {item.entry !== '' && (
              <p className="quiet">
                <Isolated text={page.ofConnection(item.path, item.entry)} />
              </p>
            )}
            {(item.kind === 'newer' || item.kind === 'foreign') && (
              <p className="quiet">
                {whyStays[item.kind]}{' '}
                {item.name !== '' && <span className="code">{item.path}</span>}
              </p>
            )}
            {item.problems.map((problem) => (
              <ErrorNotice key={JSON.stringify(problem)} error={problem} type="warning" />
            ))}
          </li>
        ))}
      </ul>
    </Card>
  )
}

const INDICATORS: Readonly<Record<Kept['state'], StatusIndicatorProps.Type>> = {
  there: 'not-started',
  removing: 'in-progress',
  removed: 'success',
  left: 'warning',
  stays: 'stopped',
  closing: 'pending',
}
