import type { KnownToSpot } from '../../electron/contract/disconnect.ts'
import { LETTER_LANGUAGE } from '../../electron/texts/to-spot/letter.ts'
import { removalRequestLetter } from '../../electron/texts/to-spot/removal-request.ts'
import { useSend } from '../bridge/bridge.ts'
import { Card } from '../parts/Card.tsx'
import { RequestLetter } from '../parts/RequestLetter.tsx'
import { useWords } from '../parts/words.ts'

/** The request to Spot Support to remove the account, ready to be sent. */
export function RemovalRequest({ known }: { readonly known: KnownToSpot }) {
  const words = useWords()
  const send = useSend()
  return (
    <Card title={words.disconnected.spotTitle}>
      <p>{known.isAsked ? words.disconnected.askedMeans : words.disconnected.spotMeans}</p>
      <RequestLetter
        onHandOut={(action) => send({ step: 'disconnect', action })}
        lang={LETTER_LANGUAGE}
        text={removalRequestLetter(known).text}
        words={words.disconnected}
      />
    </Card>
  )
}
