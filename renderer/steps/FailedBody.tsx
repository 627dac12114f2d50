import ExpandableSection from '@cloudscape-design/components/expandable-section'
import type { ReactNode } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import type { StepId } from '../../electron/contract/steps.ts'
import { isOf } from '../../electron/errors/catalogue.ts'
import { useSend } from '../bridge/bridge.ts'
import { hasRunOut } from '../checklist/line.ts'
import { usePick } from '../checklist/pick.ts'
import { AskSomeone, AskSomeoneButton } from '../hand-over/AskSomeone.tsx'
import { ActionButton } from '../parts/ActionButton.tsx'
import { ChangeButton } from '../parts/ChangeButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { AskBody } from './AskBody.tsx'
import { type Way, waysOn } from './waysOn.ts'
import { useWords } from '../parts/words.ts'

/** A step that stopped: the error, what helps, and the form again if there is one to correct. */
export function FailedBody({
  view,
  status,
  snapshot,
  note,
  asking,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  readonly status: Status & { readonly kind: 'failed' }
  /** What was foreseen of the step. */
  readonly note: ReactNode
  /** Whether somebody else can be asked here. */
  readonly asking: boolean
}) {
  const { error } = status
  const isSignIn = view.id === 'sign-in'
  const ways = waysOn(status, { reopened: snapshot.reopened, isSignIn, asking })
  const form = ways.indexOf('form')
  const above = form === -1 ? ways : ways.slice(0, form)
  const below = form === -1 ? [] : ways.slice(form + 1)
  // All that is missing belongs to the refusal of one thing; else what was foreseen comes after.
  const belongs = isOf(error.code, 'denied')
  const offersAsking = asking && !ways.includes('ask') && !hasRunOut(status)
  return (
    <>
      <ErrorNotice
        error={error}
        type={hasRunOut(status) ? 'warning' : 'error'}
        more={belongs ? note : undefined}
      >
        {above.length === 0 ? undefined : (
          <Ways ways={above} step={view.id} leads={form === -1 || above[0] !== 'check'} />
        )}
      </ErrorNotice>
      {!belongs && note}
      <FormAgain status={status} snapshot={snapshot} folded={above[0] === 'sign-in-again'} />
      {below.length > 0 && (
        <div className="actions">
          <Ways ways={below} step={view.id} leads={false} />
        </div>
      )}
      {offersAsking && <AskSomeone step={view.id} byHand={snapshot.byHand} />}
    </>
  )
}

/** Folded where signing in as before is all that is needed: another way in is the exception. */
function FormAgain({
  status: { ask },
  snapshot,
  folded,
}: {
  readonly status: Status & { readonly kind: 'failed' }
  readonly snapshot: Snapshot
  readonly folded: boolean
}) {
  const words = useWords()
  if (!ask) return null
  const form = <AskBody ask={ask} snapshot={snapshot} problem={undefined} />
  if (!folded || ask.step !== 'sign-in') return form
  return (
    <ExpandableSection headerText={words.signIn.way.another} headingTagOverride="h3">
      <div className="stack-l">{form}</div>
    </ExpandableSection>
  )
}

function Ways({
  ways,
  step,
  leads,
}: {
  readonly ways: readonly Way[]
  readonly step: StepId
  /** The first is the main button of the panel. */
  readonly leads: boolean
}) {
  return ways.map((way, place) => (
    <WayButton key={way} way={way} step={step} isMain={leads && place === 0} />
  ))
}

function WayButton({
  way,
  step,
  isMain,
}: {
  readonly way: Way
  readonly step: StepId
  readonly isMain: boolean
}) {
  const words = useWords()
  const send = useSend()
  const pick = usePick()
  const variant = isMain ? 'primary' : 'normal'
  switch (way) {
    case 'sign-in-again':
      return (
        <ActionButton
          action="sign-in-again"
          variant={variant}
          onClick={() => send({ step: 'sign-in', action: 'sign-in-again' })}
        >
          {words.app.buttons.signInAgain}
        </ActionButton>
      )
    case 'to-sign-in':
      return (
        <ActionButton action="to-sign-in" variant={variant} onClick={() => pick('sign-in')}>
          {words.app.buttons.toSignIn}
        </ActionButton>
      )
    case 'ask':
      return <AskSomeoneButton step={step} variant={variant} />
    case 'by-hand':
      return (
        <ActionButton action="by-hand" onClick={() => send({ step: 'sign-in', action: 'by-hand' })}>
          {words.app.buttons.byHand}
        </ActionButton>
      )
    case 'change':
      return <ChangeButton step={step} variant={variant} />
    case 'check':
      return (
        <ActionButton
          action="check"
          iconName="refresh"
          variant={variant}
          onClick={() => send({ step, action: 'check' })}
        >
          {words.app.buttons.check}
        </ActionButton>
      )
    case 'form':
      return null
  }
}
