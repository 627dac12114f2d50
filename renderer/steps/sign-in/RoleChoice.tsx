import Badge from '@cloudscape-design/components/badge'
import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import { ROLE_CHOICE } from '../../../electron/texts/en/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { SomeoneElse } from './SomeoneElse.tsx'

/** The permission sets that the person has in the chosen account. */
export function RoleChoice({ ask }: { readonly ask: SignInAsk & { readonly stage: 'role' } }) {
  const send = useSend()
  return (
    <Card title={ROLE_CHOICE.title}>
      <p>
        <strong>
          <Isolated text={ROLE_CHOICE.inAccount(ask.account.name, ask.account.id)} />
        </strong>
      </p>
      <p>{ROLE_CHOICE.hint}</p>
      <ul className="choices" aria-label={ROLE_CHOICE.list}>
        {ask.roles.map((role) => (
          <li key={role}>
            <button
              type="button"
              className="choice"
              data-action="choose-role"
              data-role={role}
              onKeyDown={walkChoices}
              onClick={() => send({ step: 'sign-in', action: 'choose-role', roleName: role })}
            >
              <strong>{role}</strong>
              {role === ask.roleName && <Badge color="grey">{ROLE_CHOICE.lastTime}</Badge>}
            </button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <ActionButton
          action="other-account"
          onClick={() => send({ step: 'sign-in', action: 'other-account' })}
        >
          {ROLE_CHOICE.otherAccount}
        </ActionButton>
      </div>
      <SomeoneElse />
    </Card>
  )
}
