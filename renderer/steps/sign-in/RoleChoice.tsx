import Badge from '@cloudscape-design/components/badge'
import type { SignInAsk } from '../../../electron/contract/ask/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { walkChoices } from '../../parts/choiceKeys.ts'
import { SomeoneElse } from './SomeoneElse.tsx'
import { useLocale, useWords } from '../../parts/words.ts'

/** The permission sets that the person has in the chosen account. */
export function RoleChoice({ ask }: { readonly ask: SignInAsk & { readonly stage: 'role' } }) {
  const words = useWords()
  const { compare } = useLocale()
  const send = useSend()
  return (
    <Card title={words.signIn.roleChoice.title} term="permission-set">
      <p>
        <strong>
          <Isolated text={words.signIn.roleChoice.inAccount(ask.account.name, ask.account.id)} />
        </strong>
      </p>
      <p>{words.signIn.roleChoice.hint}</p>
      <ul className="choices" aria-label={words.signIn.roleChoice.list}>
        {ask.roles.toSorted(compare).map((role) => (
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
              {role === ask.roleName && (
                <Badge color="grey">{words.signIn.roleChoice.lastTime}</Badge>
              )}
            </button>
          </li>
        ))}
      </ul>
      <div className="actions">
        <ActionButton
          action="other-account"
          onClick={() => send({ step: 'sign-in', action: 'other-account' })}
        >
          {words.signIn.roleChoice.otherAccount}
        </ActionButton>
      </div>
      <SomeoneElse />
    </Card>
  )
}
