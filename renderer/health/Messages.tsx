import RadioGroup from '@cloudscape-design/components/radio-group'
import { useState } from 'react'
import {
  causesOf,
  MESSAGE_IDS,
  type Health,
  type MessageId,
} from '../../electron/contract/health.ts'
import type { Snapshot } from '../../electron/contract/snapshot.ts'
import { Card } from '../parts/Card.tsx'
import { Fold } from '../parts/Fold.tsx'
import { useWords } from '../parts/words.ts'
import { Findings } from './Findings.tsx'
import { Remedy } from './Remedy.tsx'
import { isOfToday } from './days.ts'

type Shown = { readonly health: Health; readonly snapshot: Snapshot; readonly now: number }

/** What Spot shows or mails when something is wrong: its cause, what was found of it, and what helps. */
export function Messages(shown: Shown) {
  const { told, messages } = useWords().health
  const [picked, pick] = useState<MessageId | null>(null)
  return (
    <Fold title={told.title} isOpen={false}>
      <p>{told.pick}</p>
      <RadioGroup
        ariaLabel={told.pick}
        value={picked}
        items={MESSAGE_IDS.map((id) => ({
          value: id,
          label: <span lang="en">“{messages[id].quote}”</span>,
        }))}
        onChange={({ detail }) => pick(MESSAGE_IDS.find((id) => id === detail.value) ?? null)}
      />
      {picked && <Message id={picked} {...shown} />}
    </Fold>
  )
}

function Message({ id, health, snapshot, now }: Shown & { readonly id: MessageId }) {
  const words = useWords().health
  const { means, fix } = words.messages[id]
  const causes = causesOf(id, health.findings)
  const isFresh = isOfToday(health.lookedAt, now) && health.look !== 'signing-in'
  const wrong = isFresh ? causes.filter(({ state }) => state === 'bad') : []
  return (
    <div className="stack-m" data-message={id}>
      <p>{means}</p>
      <Card title={words.told.found}>
        {isFresh ? <Findings findings={causes} now={now} /> : <p>{words.told.unknown}</p>}
      </Card>
      <Card title={words.told.help}>
        {wrong.map((finding) => (
          <div key={finding.id} className="stack-xs">
            <Remedy finding={finding} snapshot={snapshot} />
          </div>
        ))}
        {isFresh && causes.every(({ state }) => state === 'good') && <p>{words.told.nothing}</p>}
        {wrong.length === 0 && <p>{fix}</p>}
      </Card>
    </div>
  )
}
