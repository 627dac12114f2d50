import Alert from '@cloudscape-design/components/alert'
import type { Fact } from '../../../electron/contract/facts.ts'
import { useSend } from '../../bridge/bridge.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Facts } from '../../parts/Facts.tsx'
import { useWords } from '../../parts/words.ts'

/** The root user came back: advised against, and gone on with only when the person says so. */
export function AsRoot({ who }: { readonly who: readonly Fact[] }) {
  const words = useWords()
  const send = useSend()
  const { root } = words.signIn.atConsole
  return (
    <>
      <div data-panel="root" data-step="sign-in">
        <Alert type="warning" header={root.title}>
          <div className="stack-xs">
            <p>{root.body}</p>
            <p>{root.better}</p>
          </div>
        </Alert>
      </div>
      <Card title={words.signIn.wrongAccount.who}>
        <Facts facts={who} label={words.signIn.wrongAccount.who} />
        <p>{root.all}</p>
        <p className="quiet">{words.app.panel.nothingCreated}</p>
        <div className="actions">
          <ActionButton
            action="sign-out"
            variant="primary"
            onClick={() => send({ step: 'sign-in', action: 'sign-out' })}
          >
            {root.other}
          </ActionButton>
          <ActionButton
            action="accept-root"
            onClick={() => send({ step: 'sign-in', action: 'accept-root' })}
          >
            {root.goOn}
          </ActionButton>
        </div>
      </Card>
    </>
  )
}
