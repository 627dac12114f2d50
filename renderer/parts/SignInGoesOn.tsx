import type { GoesOn } from '../../electron/contract/snapshot.ts'
import { useMoment } from './time.ts'
import { useWords } from './words.ts'

/** That a sign-in, which is gone from this computer, goes on at AWS, and until when. */
export function SignInGoesOn({
  goesOn: { until, isSure },
  lead,
}: {
  readonly goesOn: GoesOn
  /** What is gone, in a sentence; that the sign-in is, if left out. */
  readonly lead?: string
}) {
  const { goesOn } = useWords().signIn
  const moment = useMoment()
  return (
    <p data-goes-on={until}>
      {lead ?? goesOn.gone} {(isSure ? goesOn.sure : goesOn.unsure)(moment(until))}
    </p>
  )
}
