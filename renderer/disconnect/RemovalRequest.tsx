import type { KnownToSpot } from '../../electron/contract/disconnect.ts'
import { removalRequestText } from '../../electron/texts/removal-request.ts'
import { useSend } from '../bridge/bridge.ts'
import { ActionButton } from '../parts/ActionButton.tsx'
import { Card } from '../parts/Card.tsx'
import { CopyRequestButton } from '../parts/CopyButton.tsx'
import { LongText } from '../parts/LongText.tsx'
import { useWords } from '../parts/words.ts'

/** The request to Spot Support to remove the account, ready to be sent. */
export function RemovalRequest({ known }: { readonly known: KnownToSpot }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.disconnected.spotTitle}>
      <p>{words.disconnected.spotMeans}</p>
      <LongText
        className="request-text"
        label={words.disconnected.text}
        text={removalRequestText(words, known)}
      />
      <div className="actions">
        <CopyRequestButton
          caption={words.disconnected.copy}
          onCopy={() => send({ step: 'disconnect', action: 'copy-request' })}
        />
        <ActionButton
          action="email-request"
          iconName="envelope"
          onClick={() => send({ step: 'disconnect', action: 'email-request' })}
        >
          {words.disconnected.email}
        </ActionButton>
      </div>
    </Card>
  )
}
