import type { KnownToSpot } from '../../electron/contract/disconnect.ts'
import { removalRequestText } from '../../electron/texts/removal-request.ts'
import { Card } from '../parts/Card.tsx'
import { RequestLetter } from '../parts/RequestLetter.tsx'
import { useWords } from '../parts/words.ts'

/** The request to Spot Support to remove the account, ready to be sent. */
export function RemovalRequest({ known }: { readonly known: KnownToSpot }) {
  const words = useWords()
  return (
    <Card title={words.disconnected.spotTitle}>
      <p>{known.isAsked ? words.disconnected.askedMeans : words.disconnected.spotMeans}</p>
      <RequestLetter
        step="disconnect"
        text={removalRequestText(words, known)}
        words={words.disconnected}
      />
    </Card>
  )
}
