import type { Snapshot } from '../../electron/contract/snapshot.ts'
import type { Status } from '../../electron/contract/status.ts'
import { useSend } from '../bridge/bridge.ts'
import { Isolated } from '../parts/Isolated.tsx'
import { ConnectionMenu } from '../connection/ConnectionMenu.tsx'
import { ModeBar } from '../connection/ModeBar.tsx'
import { LanguageMenu } from './LanguageMenu.tsx'
import { useWords } from '../parts/words.ts'

/** The header: name, the connection shown, who is signed in, and in which mode the window is. */
export function TopBar({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  return (
    <header>
      {snapshot.demo && <p className="demo">{words.app.demo}</p>}
      <div className="top-bar">
        <Mark />
        <div className="top-bar-name">
          <h1>{words.app.name}</h1>
          <p>{words.app.tagline}</p>
        </div>
        <ConnectionMenu snapshot={snapshot} />
        <WhoIsSignedIn snapshot={snapshot} />
        <LanguageMenu />
        <HelpButton />
      </div>
      <ModeBar snapshot={snapshot} />
    </header>
  )
}

function HelpButton() {
  const { window } = useWords().help
  const send = useSend()
  return (
    <button
      type="button"
      className="help-button"
      data-action="help"
      aria-keyshortcuts="F1"
      onClick={() => send({ step: 'help', action: 'open', topic: '' })}
    >
      {window.button}
    </button>
  )
}

function WhoIsSignedIn({ snapshot }: { readonly snapshot: Snapshot }) {
  const words = useWords()
  const signIn = snapshot.steps.find(({ id }) => id === 'sign-in')?.status
  if (!snapshot.signedIn) return <p className="who">{words.app.who[whoseTurn(signIn)]}</p>
  const evidence = signIn?.kind === 'done' ? signIn.evidence : []
  const value = (id: string): string => evidence.find((fact) => fact.id === id)?.value ?? ''
  const person = value('signed-in-as')
  const account = [value('account-name'), value('account')]
    .filter((part) => part !== '')
    .join(' · ')
  if (person === '') return <p className="who">{words.app.signedIn}</p>
  return (
    <p className="who">
      <span>{words.app.signedInAs}</span> <strong>{person}</strong>
      {account !== '' && (
        <span className="who-account">
          <Isolated text={account} />
        </span>
      )}
    </p>
  )
}

/** Between the sign-in at AWS and its proof, something is left to be chosen or settled. */
function whoseTurn(signIn: Status | undefined): 'notSignedIn' | 'underWay' | 'choosing' {
  if (signIn?.kind === 'acting') return 'underWay'
  if (signIn?.kind !== 'todo' || signIn.ask.step !== 'sign-in') return 'notSignedIn'
  const { stage } = signIn.ask
  const isOut = stage === 'start' || stage === 'console-code' || stage === 'by-hand'
  return isOut ? 'notSignedIn' : 'choosing'
}

function Mark() {
  return (
    <svg className="mark" viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="M12.5 19.5l7-7M11 14.5l-1.7 1.7a4.6 4.6 0 006.5 6.5l1.7-1.7M21 17.5l1.7-1.7a4.6 4.6 0 00-6.5-6.5L14.500 11" />
    </svg>
  )
}
