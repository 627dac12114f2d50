import type { Fact } from '../../../electron/contract/facts.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'
import { useWords } from '../../parts/words.ts'

/** The facts that Spot's own wizard asks for. */
const ASKED_BY_SPOT: readonly string[] = ['bucket', 'role-arn']

/** The second way: values to copy into Spot's wizard, and the confirmation that it is done. */
export function SpotConsole({ summary }: { readonly summary: readonly Fact[] }) {
  const words = useWords()
  const send = useSend()
  return (
    <article className="card way" data-way="console">
      <h4>{words.registration.spotConsole.title}</h4>
      <div className="stack-m">
        <p>{words.registration.spotConsole.body}</p>
        <ol className="points">
          {words.registration.spotConsole.steps.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <dl className="details values">
          {summary
            .filter(({ id }) => ASKED_BY_SPOT.includes(id))
            .map(({ id, value }) => (
              <div key={id}>
                <dt>{words.facts.labels[id]}</dt>
                <dd>
                  <span className="code">{value}</span>{' '}
                  <CopyButton
                    text={value}
                    label={words.registration.spotConsole.valueFor(words.facts.labels[id])}
                  />
                </dd>
              </div>
            ))}
        </dl>
        <div className="actions">
          <ActionButton
            action="open-spot"
            iconName="external"
            iconAlign="right"
            onClick={() => send({ step: 'registration', action: 'open-spot' })}
          >
            {words.registration.spotConsole.open}
          </ActionButton>
          <ActionButton
            action="confirm-done"
            onClick={() => send({ step: 'registration', action: 'confirm-done' })}
          >
            {words.registration.spotConsole.confirm}
          </ActionButton>
        </div>
      </div>
    </article>
  )
}
