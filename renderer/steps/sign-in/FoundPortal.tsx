import type { FoundPortal as Found } from '../../../electron/contract/ask/sign-in.ts'
import { useSend } from '../../bridge/bridge.ts'
import { useDraft } from '../../checklist/drafts.ts'
import { ActionButton } from '../../parts/ActionButton.tsx'
import { Card } from '../../parts/Card.tsx'
import { Settings } from '../../parts/Settings.tsx'
import { useWords } from '../../parts/words.ts'

/** Where an address of the company's own leads: seen and agreed to before anything opens. */
export function FoundPortal({ found }: { readonly found: Found }) {
  const words = useWords()
  const send = useSend()
  const { ledFrom, startUrl, region, method } = found
  const draft = useDraft('sign-in', { startUrl, region })
  const goOn = (): void => {
    // What is asked from now on is asked about the portal itself.
    draft.set('startUrl', startUrl)
    draft.set('region', region)
    send({ step: 'sign-in', action: 'start', startUrl, region, method })
  }
  return (
    <Card title={words.signIn.found.title}>
      <Settings
        settings={[
          { label: words.signIn.found.ledFrom, value: ledFrom, copy: false },
          { label: words.signIn.found.portal, value: startUrl, copy: false },
          { label: words.signIn.region, value: region, copy: false },
        ]}
      />
      <p>{words.signIn.found.body}</p>
      <div className="actions">
        <ActionButton action="start" variant="primary" onClick={goOn}>
          {words.signIn.found.goOn}
        </ActionButton>
        <ActionButton
          action="other-portal"
          onClick={() => send({ step: 'sign-in', action: 'other-portal' })}
        >
          {words.signIn.found.other}
        </ActionButton>
      </div>
    </Card>
  )
}
