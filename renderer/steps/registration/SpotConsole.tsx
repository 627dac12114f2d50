import type { Fact } from '../../../electron/contract/facts.ts'
import { factLabel } from '../../../electron/texts/en/facts.ts'
import { SPOT_CONSOLE } from '../../../electron/texts/en/registration.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { CopyButton } from '../../parts/CopyButton.tsx'

/** The facts that Spot's own wizard asks for. */
const ASKED_BY_SPOT: readonly string[] = ['bucket', 'role-arn']

/** The second way: values to copy into Spot's wizard, and the confirmation that it is done. */
export function SpotConsole({ summary }: { readonly summary: readonly Fact[] }) {
  const send = useSend()
  return (
    <article className="card way" data-way="console">
      <h4>{SPOT_CONSOLE.title}</h4>
      <div className="stack-m">
        <p>{SPOT_CONSOLE.body}</p>
        <ol className="points">
          {SPOT_CONSOLE.steps.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
        <dl className="details values">
          {summary
            .filter(({ id }) => ASKED_BY_SPOT.includes(id))
            .map(({ id, value }) => (
              <div key={id}>
                <dt>{factLabel(id)}</dt>
                <dd>
                  <span className="code">{value}</span>{' '}
                  <CopyButton text={value} label={factLabel(id)} />
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
            {SPOT_CONSOLE.open}
          </ActionButton>
          <ActionButton
            action="confirm-done"
            onClick={() => send({ step: 'registration', action: 'confirm-done' })}
          >
            {SPOT_CONSOLE.confirm}
          </ActionButton>
        </div>
      </div>
    </article>
  )
}
