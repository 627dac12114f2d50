import FormField from '@cloudscape-design/components/form-field'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { RegistrationAsk, SpotAccount } from '../../../electron/contract/ask/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { PrimaryBar } from '../../parts/PrimaryBar.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import type { Problem } from '../../parts/problem.ts'
import type { Locale } from '../../../electron/texts/locale.ts'
import { useLocale, useWords } from '../../parts/words.ts'

/** The first way: a token, then the account it may use, then send. */
export function SendToSpot({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: Problem
}) {
  const words = useWords()
  // Spot has answered, and another token is the way on; this one may still be looked at again.
  const isRefused = Boolean(problem.at('token'))
  return (
    <article className="card way" data-way="send">
      <h4>{words.registration.sendToSpot.title}</h4>
      <div className="stack-m">
        {ask.token === 'none' && <p>{words.registration.sendToSpot.body}</p>}
        {(ask.token === 'none' || isRefused) && <EnterToken problem={problem} />}
        {ask.token === 'unchecked' && <CheckAgain isRefused={isRefused} />}
        {ask.token === 'checked' && <ChooseAccount accounts={ask.spotAccounts} problem={problem} />}
      </div>
    </article>
  )
}

function EnterToken({ problem }: { readonly problem: Problem }) {
  const words = useWords()
  const send = useSend()
  // A secret: held here only until it is handed to the main process.
  const [token, setToken] = useState('')
  const connect = (): void => {
    send({ step: 'registration', action: 'connect', token: token.trim() })
    setToken('')
  }
  return (
    <Form onSubmit={connect}>
      <TextField
        secret
        wants="spot-token"
        label={words.registration.sendToSpot.token}
        term="spot-token"
        hint={words.registration.sendToSpot.tokenHint}
        value={token}
        error={problem.at('token')}
        onChange={setToken}
      />
      <PrimaryBar says={<p>{words.registration.sendToSpot.connectMeans}</p>}>
        <SubmitButton action="connect">{words.registration.sendToSpot.connect}</SubmitButton>
      </PrimaryBar>
    </Form>
  )
}

/** The token is still held: it is not typed twice because Spot did not answer, or is right by now. */
function CheckAgain({ isRefused }: { readonly isRefused: boolean }) {
  const words = useWords()
  const send = useSend()
  return (
    <div className="stack-s">
      {!isRefused && <p>{words.registration.sendToSpot.unchecked}</p>}
      <div className="actions">
        <ActionButton
          action="check-token"
          variant={isRefused ? 'normal' : 'primary'}
          onClick={() => send({ step: 'registration', action: 'check-token' })}
        >
          {words.registration.sendToSpot.checkAgain}
        </ActionButton>
        <ForgetToken />
      </div>
    </div>
  )
}

function ForgetToken() {
  const words = useWords()
  const send = useSend()
  return (
    <ActionButton
      action="forget-token"
      onClick={() => send({ step: 'registration', action: 'forget-token' })}
    >
      {words.registration.sendToSpot.forget}
    </ActionButton>
  )
}

const byName = (
  accounts: readonly SpotAccount[],
  compare: Locale['compare'],
): readonly SpotAccount[] =>
  accounts.toSorted((one, other) => compare(one.name, other.name) || compare(one.id, other.id))

/** More accounts than this are chosen from a list of the system's own. */
const MOST_ROWS = 6

function ChooseAccount({
  accounts,
  problem,
}: {
  readonly accounts: readonly SpotAccount[]
  readonly problem: Problem
}) {
  const { compare } = useLocale()
  const ordered = byName(accounts, compare)
  return ordered.length > 1 && ordered.length <= MOST_ROWS ? (
    <AccountRows accounts={ordered} problem={problem} />
  ) : (
    <AccountList accounts={ordered} problem={problem} />
  )
}

type Accounts = { readonly accounts: readonly SpotAccount[]; readonly problem: Problem }

/** A few accounts: a click on one sends the registration to it, as the row says. */
function AccountRows({ accounts, problem }: Accounts) {
  const words = useWords()
  const send = useSend()
  return (
    <>
      <StatusIndicator type="success">{words.registration.sendToSpot.accepted}</StatusIndicator>
      <FormField
        label={words.registration.sendToSpot.account}
        description={words.registration.sendToSpot.rowsHint}
        errorText={problem.at('spotAccountId')}
        stretch
      >
        <ul className="choices choices-whole" aria-label={words.registration.sendToSpot.account}>
          {accounts.map(({ id, name, organizationId }) => (
            <li key={id}>
              <button
                type="button"
                className="choice"
                data-action="send"
                data-account={id}
                onKeyDown={walkChoices}
                onClick={() => send({ step: 'registration', action: 'send', spotAccountId: id })}
              >
                <span className="choice-main">
                  <strong>{words.registration.sendToSpot.sendTo(name)}</strong>
                  <span className="quiet">
                    <Isolated
                      text={words.registration.sendToSpot.rowOrganization(organizationId)}
                    />
                  </span>
                </span>
                <span className="choice-side digits">{id}</span>
              </button>
            </li>
          ))}
        </ul>
      </FormField>
      <div className="actions">
        <ForgetToken />
      </div>
    </>
  )
}

/** One account, or many: the system's own list takes any number and every way of typing ahead. */
function AccountList({ accounts, problem }: Accounts) {
  const words = useWords()
  const send = useSend()
  const [picked, setPicked] = useState('')
  // One account is no question.
  const chosen = picked === '' && accounts.length === 1 ? (accounts[0]?.id ?? '') : picked
  const organization = accounts.find(({ id }) => id === chosen)?.organizationId ?? ''
  const submit = (): void => {
    if (chosen !== '') send({ step: 'registration', action: 'send', spotAccountId: chosen })
  }
  return (
    <Form onSubmit={submit}>
      <StatusIndicator type="success">{words.registration.sendToSpot.accepted}</StatusIndicator>
      <FormField
        label={words.registration.sendToSpot.account}
        description={words.registration.sendToSpot.accountHint}
        errorText={problem.at('spotAccountId')}
        controlId="spot-account"
        stretch
      >
        <select
          id="spot-account"
          className="select"
          value={chosen}
          onChange={(event) => setPicked(event.target.value)}
        >
          <option value="">{words.registration.sendToSpot.accountPlaceholder}</option>
          {accounts.map(({ id, name, organizationId }) => (
            <option key={id} value={id}>
              {words.registration.sendToSpot.accountOption(name, id, organizationId)}
            </option>
          ))}
        </select>
      </FormField>
      {organization !== '' && (
        <p className="quiet">
          <Isolated text={words.registration.sendToSpot.organization(organization)} />
        </p>
      )}
      <div className="actions">
        <ForgetToken />
      </div>
      <PrimaryBar says={<p>{words.registration.sendToSpot.sendMeans}</p>}>
        <SubmitButton
          action="send"
          disabled={chosen === ''}
          disabledReason={words.registration.sendToSpot.accountPlaceholder}
        >
          {words.registration.sendToSpot.send}
        </SubmitButton>
      </PrimaryBar>
    </Form>
  )
}
