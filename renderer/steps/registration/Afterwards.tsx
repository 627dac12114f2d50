import Spinner from '@cloudscape-design/components/spinner'
import type { Snapshot, WipeState } from '../../../electron/contract/snapshot.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { SignInGoesOn } from '../../parts/SignInGoesOn.tsx'
import { useWords } from '../../parts/words.ts'

/** What became of the sign-ins, once that is due. */
export function WhatBecameOfSignIns({ snapshot }: { readonly snapshot: Snapshot }) {
  const { wipe: words } = useWords().registration
  const { wipe } = snapshot
  if (wipe.kind === 'not-due') return null
  const byHand = wasByHand(snapshot)
  const titles = {
    wiping: words.wipingTitle,
    wiped: byHand ? words.noneTitle : words.wipedTitle,
    failed: words.failedTitle,
  }
  return (
    <div data-step="app" data-wipe={wipe.kind}>
      {/* Not all of it: of sentences that come at once Orca 43 speaks the last one first. */}
      <output className="for-screen-readers">{titles[wipe.kind]}</output>
      <Wipe snapshot={snapshot} wipe={wipe} byHand={byHand} title={titles[wipe.kind]} />
    </div>
  )
}

/** Where the summary lies, in a frame of its own. */
export function SavedSummary({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  if (snapshot.summaryFile === '') return null
  return (
    <Card title={words.registration.registered.summaryTitle}>
      <SummaryFile file={snapshot.summaryFile} />
    </Card>
  )
}

export function SummaryFile({ file }: { readonly file: string }) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <p className="code">{file}</p>
      <div className="actions">
        <ActionButton
          action="open-summary"
          iconName="file-open"
          onClick={() => send({ step: 'app', action: 'open-summary' })}
        >
          {words.registration.registered.openSummary}
        </ActionButton>
        <ActionButton
          action="save-record"
          iconName="download"
          onClick={() => send({ step: 'paper', action: 'save-pdf', paper: 'record' })}
        >
          {words.papers.saveRecord}
        </ActionButton>
      </div>
    </>
  )
}

/** What can still be done with a registered connection. */
export function Manage({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={snapshot.reopened ? words.modes.manage.undoTitle : words.modes.manage.title}>
      {!snapshot.reopened && <p>{words.modes.manage.look}</p>}
      <p>{words.modes.manage.undo}</p>
      <div className="actions">
        {!snapshot.reopened && (
          <ActionButton
            action="reopen"
            iconName="refresh"
            onClick={() => send({ step: 'app', action: 'reopen' })}
          >
            {words.modes.manage.reopen}
          </ActionButton>
        )}
        <ActionButton
          action="disconnect"
          onClick={() => send({ step: 'disconnect', action: 'list' })}
        >
          {words.modes.manage.disconnect}
        </ActionButton>
      </div>
    </Card>
  )
}

/** Whether the account was only told: then nobody was ever signed in. */
export function wasByHand({ steps }: Snapshot): boolean {
  const status = steps.find(({ id }) => id === 'sign-in')?.status
  return status?.kind === 'pending' && status.progress.kind === 'unverified'
}

/** What became of the sign-ins; says only what is so. */
function Wipe({
  snapshot: { reopened, signedIn, goesOn },
  wipe,
  byHand,
  title,
}: {
  readonly snapshot: Snapshot
  readonly wipe: Exclude<WipeState, { readonly kind: 'not-due' }>
  readonly byHand: boolean
  readonly title: string
}) {
  const words = useWords()
  const send = useSend()
  switch (wipe.kind) {
    case 'wiping':
      return (
        <Card title={title} aside={<Spinner />}>
          <p>{words.registration.wipe.wiping}</p>
        </Card>
      )
    case 'wiped':
      return (
        <Card title={title}>
          {byHand ? (
            <p>{words.registration.wipe.none}</p>
          ) : reopened ? (
            <>
              <p>{words.registration.wipe.wipedThen}</p>
              {signedIn && <p>{words.registration.wipe.now}</p>}
            </>
          ) : (
            <>
              {goesOn ? (
                <SignInGoesOn lead={words.registration.wipe.wipedOnlyHere} goesOn={goesOn} />
              ) : (
                <p>{words.registration.wipe.wiped}</p>
              )}
              <p>{words.registration.wipe.credentials}</p>
              <p>{words.registration.wipe.recycleBin}</p>
            </>
          )}
        </Card>
      )
    case 'failed':
      return (
        <ErrorNotice error={wipe.error} title={title}>
          <ActionButton
            action="wipe"
            variant="primary"
            onClick={() => send({ step: 'app', action: 'wipe' })}
          >
            {words.registration.wipe.retry}
          </ActionButton>
        </ErrorNotice>
      )
  }
}
