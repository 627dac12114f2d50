import Badge from '@cloudscape-design/components/badge'
import type { AdoptableStack } from '../../../electron/contract/ask/stack.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { wordsFor } from '../../../electron/texts/catalogue.ts'
import { useWords } from '../../parts/words.ts'

/** Stacks that hold a role for Spot already, each to be used instead of creating another. */
export function AdoptableStacks({ stacks }: { readonly stacks: readonly AdoptableStack[] }) {
  const words = useWords()
  return (
    <Card title={words.stack.existing.stacksTitle}>
      <p>{words.stack.existing.stacks}</p>
      <ul className="existing" aria-label={words.stack.existing.stacksList}>
        {stacks.map((stack) => (
          <StackRow key={stack.id} stack={stack} />
        ))}
      </ul>
      <p className="quiet">{words.stack.existing.createInstead}</p>
    </Card>
  )
}

function StackRow({ stack }: { readonly stack: AdoptableStack }) {
  const words = useWords()
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
            {createdHere ? words.stack.existing.createdHere : words.stack.existing.createdElsewhere}
          </Badge>
          <span className="quiet">{wordsFor(words.stack.statusWords, status)}</span>
        </p>
        <p className="quiet">
          {words.stack.existing.roleArn}: <span className="code">{roleArn}</span>
        </p>
      </div>
      <ActionButton
        action="adopt"
        ariaLabel={words.stack.existing.adoptNamed(name)}
        onClick={adopt}
      >
        {words.stack.existing.adopt}
      </ActionButton>
    </li>
  )
}
