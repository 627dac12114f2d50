import Badge from '@cloudscape-design/components/badge'
import type { AdoptableStack } from '../../../electron/contract/ask/stack.ts'
import { EXISTING, stackStatusWords } from '../../../electron/texts/en/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'

/** Stacks that hold a role for Spot already, each to be used instead of creating another. */
export function AdoptableStacks({ stacks }: { readonly stacks: readonly AdoptableStack[] }) {
  return (
    <Card title={EXISTING.stacksTitle}>
      <p>{EXISTING.stacks}</p>
      <ul className="existing" aria-label={EXISTING.stacksList}>
        {stacks.map((stack) => (
          <StackRow key={stack.id} stack={stack} />
        ))}
      </ul>
      <p className="quiet">{EXISTING.createInstead}</p>
    </Card>
  )
}

function StackRow({ stack }: { readonly stack: AdoptableStack }) {
  const send = useSend()
  const { set } = useDraft('stack', { sent: '' })
  const { id, name, status, roleArn, createdHere } = stack
  const adopt = (): void => {
    set('sent', 'existing')
    send({ step: 'stack', action: 'adopt', stackId: id })
  }
  return (
    <li data-stack={name}>
      <div className="existing-main">
        <p className="existing-name">
          <strong>{name}</strong>
          <Badge color={createdHere ? 'blue' : 'grey'}>
            {createdHere ? EXISTING.createdHere : EXISTING.createdElsewhere}
          </Badge>
          <span className="quiet">{stackStatusWords(status)}</span>
        </p>
        <p className="quiet">
          {EXISTING.roleArn}: <span className="code">{roleArn}</span>
        </p>
      </div>
      <ActionButton action="adopt" ariaLabel={EXISTING.adoptNamed(name)} onClick={adopt}>
        {EXISTING.adopt}
      </ActionButton>
    </li>
  )
}
