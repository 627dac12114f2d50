import Alert from '@cloudscape-design/components/alert'
import type { ExistingRole } from '../../../electron/contract/ask/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { TrustList } from '../../parts/Facts.tsx'
import { Isolated } from '../../parts/Isolated.tsx'
import { useWords } from '../../parts/words.ts'

/** A role that has the name of the form already: whom it trusts, and whether it can be used. */
export function StackRole({
  role,
  typedExternalId,
}: {
  readonly role: ExistingRole
  /** As it is in the form, for a role that asks for none. */
  readonly typedExternalId: string
}) {
  const words = useWords()
  const send = useSend()
  const { set } = useDraft('stack', { sent: '' })
  const use = (): void => {
    set('sent', 'existing')
    const externalId = role.externalIds[0] ?? typedExternalId
    send({ step: 'stack', action: 'use-role', roleArn: role.arn, externalId })
  }
  const { trustedPrincipals, externalIds } = role
  return (
    <Alert
      type={role.trustsRight ? 'info' : 'warning'}
      header={<Isolated text={words.stack.existing.roleTitle(role.name)} />}
    >
      <div className="stack-s">
        <p>{role.trustsRight ? words.stack.existing.roleRight : words.stack.existing.roleWrong}</p>
        <dl className="details">
          <div>
            <dt>{words.stack.existing.roleArn}</dt>
            <dd className="code">{role.arn}</dd>
          </div>
          <div>
            <dt>{words.stack.existing.trusts}</dt>
            {trustedPrincipals.length === 0 ? (
              <dd>{words.stack.existing.trustsNobody}</dd>
            ) : (
              <dd className="code">
                <TrustList principals={trustedPrincipals} />
              </dd>
            )}
          </div>
          <div>
            <dt>{words.stack.existing.externalIds}</dt>
            <dd className={externalIds.length === 0 ? '' : 'code'}>
              {externalIds.length === 0
                ? words.stack.existing.noExternalId
                : externalIds.join(', ')}
            </dd>
          </div>
        </dl>
        {role.trustsRight && (
          <div className="actions">
            <ActionButton action="use-role" onClick={use}>
              {words.stack.existing.useRole}
            </ActionButton>
          </div>
        )}
      </div>
    </Alert>
  )
}
