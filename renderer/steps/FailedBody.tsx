import type { ReactNode } from 'react'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status, StepView } from '../../electron/contract/status.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { ChangeButton } from '../parts/ChangeButton.tsx'
import { ErrorNotice } from '../parts/ErrorNotice.tsx'
import { AskBody } from './AskBody.tsx'
import { waysOn } from './waysOn.ts'
import { useWords } from '../parts/words.ts'

/** A step that stopped: the error, what helps, and the form again if there is one to correct. */
export function FailedBody({
  view,
  status,
  snapshot,
  note,
}: {
  readonly view: StepView
  readonly snapshot: Snapshot
  readonly status: Status & { readonly kind: 'failed' }
  /** What was foreseen of the step. */
  readonly note: ReactNode
}) {
  const words = useWords()
  const send = useSend()
  const { error, ask } = status
  const ways = waysOn(status, snapshot.reopened)
  return (
    <>
      <ErrorNotice error={error}>
        {ways.signInAgain && (
          <ActionButton
            action="sign-in-again"
            variant="primary"
            onClick={() => send({ step: 'sign-in', action: 'sign-in-again' })}
          >
            {words.app.buttons.signInAgain}
          </ActionButton>
        )}
        <ActionButton
          action="check"
          iconName="refresh"
          onClick={() => send({ step: view.id, action: 'check' })}
        >
          {words.app.buttons.check}
        </ActionButton>
        {ways.change && <ChangeButton step={view.id} />}
        {ways.byHand && (
          <ActionButton
            action="by-hand"
            onClick={() => send({ step: 'sign-in', action: 'by-hand' })}
          >
            {words.app.buttons.byHand}
          </ActionButton>
        )}
      </ErrorNotice>
      {note}
      {ask && <AskBody ask={ask} snapshot={snapshot} problem={undefined} />}
    </>
  )
}
