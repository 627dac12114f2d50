import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import type { Fact } from '../../../electron/contract/facts.ts'
import type { AppError } from '../../../electron/errors/app-error.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { ErrorNotice } from '../../parts/ErrorNotice.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { AsRoot } from './AsRoot.tsx'
import { ConsoleCode } from './ConsoleCode.tsx'
import { AccountChoice } from './AccountChoice.tsx'
import { PaidElsewhere } from './PaidElsewhere.tsx'
import { RoleChoice } from './RoleChoice.tsx'
import { SignInStart } from './SignInStart.tsx'
import { useWords } from '../../parts/words.ts'

/** `bill` asks nothing: it is shown beside what was proven. */
type WithAws = Exclude<SignInAsk, { readonly stage: 'by-hand' | 'bill' }>

/** The stages of signing in: the way, account, permission set, and what is left to settle then. */
export function SignIn({
  ask,
  problem,
  reopened,
}: {
  readonly ask: WithAws
  readonly problem: AppError | undefined
  /** A registered connection is looked at again. */
  readonly reopened: boolean
}) {
  switch (ask.stage) {
    case 'start':
      return <SignInStart ask={ask} problem={problem} reopened={reopened} />
    case 'console-code':
      return <ConsoleCode problem={problem} />
    case 'account':
    case 'role':
    case 'root':
    case 'wrong-account':
    case 'unconfirmed':
    case 'paid-elsewhere':
      return (
        <>
          {problem && <ErrorNotice error={problem} />}
          <SignedInStage ask={ask} reopened={reopened} />
        </>
      )
  }
}

function SignedInStage({
  ask,
  reopened,
}: {
  readonly ask: Exclude<WithAws, { readonly stage: 'start' | 'console-code' }>
  readonly reopened: boolean
}) {
  switch (ask.stage) {
    case 'account':
      return <AccountChoice ask={ask} />
    case 'role':
      return <RoleChoice ask={ask} />
    case 'root':
      return <AsRoot who={ask.who} />
    case 'wrong-account':
      return <WrongAccount who={ask.who} />
    case 'unconfirmed':
      return <Unconfirmed who={ask.who} />
    case 'paid-elsewhere':
      return <PaidElsewhere ask={ask} reopened={reopened} />
  }
}

function WrongAccount({ who }: { readonly who: readonly Fact[] }) {
  const words = useWords()
  const send = useSend()
  const buttons = (
    <div className="actions">
      <ActionButton
        action="other-account"
        variant="primary"
        onClick={() => send({ step: 'sign-in', action: 'other-account' })}
      >
        {words.signIn.wrongAccount.otherAccount}
      </ActionButton>
      <ActionButton action="sign-out" onClick={() => send({ step: 'sign-in', action: 'sign-out' })}>
        {words.signIn.wrongAccount.signOut}
      </ActionButton>
    </div>
  )
  if (who.length === 0) return buttons
  return (
    <Card title={words.signIn.wrongAccount.who}>
      <Facts facts={who} label={words.signIn.wrongAccount.who} />
      <p className="quiet">{words.app.panel.nothingCreated}</p>
      {buttons}
    </Card>
  )
}

/** AWS does not tell whether this account pays: the person does. */
function Unconfirmed({ who }: { readonly who: readonly Fact[] }) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <Card title={words.signIn.wrongAccount.who}>
        <Facts facts={who} label={words.signIn.wrongAccount.who} />
      </Card>
      <Card title={words.signIn.unconfirmed.title}>
        <p>{words.signIn.unconfirmed.body}</p>
        <ul className="points">
          {words.signIn.unconfirmed.howToKnow.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
        <p>{words.signIn.unconfirmed.ifUnsure}</p>
        <p className="quiet">{words.app.panel.nothingCreated}</p>
        <div className="actions">
          <ActionButton
            action="confirm-management"
            variant="primary"
            onClick={() => send({ step: 'sign-in', action: 'confirm-management' })}
          >
            {words.signIn.unconfirmed.confirm}
          </ActionButton>
          <ActionButton
            action="other-account"
            onClick={() => send({ step: 'sign-in', action: 'other-account' })}
          >
            {words.signIn.unconfirmed.otherAccount}
          </ActionButton>
        </div>
      </Card>
    </>
  )
}
