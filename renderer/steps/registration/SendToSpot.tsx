import FormField from '@cloudscape-design/components/form-field'
import StatusIndicator from '@cloudscape-design/components/status-indicator'
import { useState } from 'react'
import type { RegistrationAsk, SpotAccount } from '../../../electron/contract/ask/registration.ts'
import { SEND_TO_SPOT } from '../../../electron/texts/en/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton, SubmitButton } from '../../parts/ActionButton.tsx'
import { TextField } from '../../parts/fields.tsx'
import { Form } from '../../parts/Form.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import type { Problem } from '../../parts/problem.ts'

/** The first way: a token, then the account it may use, then send. */
export function SendToSpot({
  ask,
  problem,
}: {
  readonly ask: RegistrationAsk
  readonly problem: Problem
}) {
  return (
    <article className="card way" data-way="send">
      <h4>{SEND_TO_SPOT.title}</h4>
      <div className="stack-m">
        <p>{SEND_TO_SPOT.body}</p>
        {ask.tokenHeld ? (
          <ChooseAccount accounts={ask.spotAccounts} problem={problem} />
        ) : (
          <EnterToken problem={problem} />
        )}
      </div>
    </article>
  )
}

function EnterToken({ problem }: { readonly problem: Problem }) {
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
        label={SEND_TO_SPOT.token}
        hint={SEND_TO_SPOT.tokenHint}
        value={token}
        error={problem.at('token')}
        onChange={setToken}
      />
      <div className="actions">
        <SubmitButton action="connect">{SEND_TO_SPOT.connect}</SubmitButton>
      </div>
    </Form>
  )
}

function ChooseAccount({
  accounts,
  problem,
}: {
  readonly accounts: readonly SpotAccount[]
  readonly problem: Problem
}) {
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
      <StatusIndicator type="success">{SEND_TO_SPOT.accepted}</StatusIndicator>
      <FormField
        label={SEND_TO_SPOT.account}
        description={SEND_TO_SPOT.accountHint}
        errorText={problem.at('spotAccountId')}
        controlId="spot-account"
        stretch
      >
        {/* The system's own list: it takes any number of accounts and every way of typing ahead. */}
        <select
          id="spot-account"
          className="select"
          value={chosen}
          onChange={(event) => setPicked(event.target.value)}
        >
          <option value="">{SEND_TO_SPOT.accountPlaceholder}</option>
          {accounts.map(({ id, name, organizationId }) => (
            <option key={id} value={id}>
              {SEND_TO_SPOT.accountOption(name, id, organizationId)}
            </option>
          ))}
        </select>
      </FormField>
      {organization !== '' && (
        <p className="quiet">
          <Isolated text={SEND_TO_SPOT.organization(organization)} />
        </p>
      )}
      <div className="actions">
        <SubmitButton
          action="send"
          disabled={chosen === ''}
          disabledReason={SEND_TO_SPOT.accountPlaceholder}
        >
          {SEND_TO_SPOT.send}
        </SubmitButton>
        <ActionButton
          action="forget-token"
          onClick={() => send({ step: 'registration', action: 'forget-token' })}
        >
          {SEND_TO_SPOT.forget}
        </ActionButton>
      </div>
    </Form>
  )
}
