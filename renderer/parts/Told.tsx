import { byTongue, FOREIGN } from './foreign.ts'
import { Isolated } from './Isolated.tsx'

/** Words in which others are quoted: what `said` has of it is marked as theirs, and as English. */
export function Told({ text, said }: { readonly text: string; readonly said: readonly string[] }) {
  return byTongue(text, said).map((part, place) =>
    place % 2 === 0 ? (
      // The parts of a text never change places.
      // oxlint-disable-next-line react/no-array-index-key
      <Isolated key={place} text={part} />
    ) : (
      // oxlint-disable-next-line react/no-array-index-key
      <span key={place} lang={FOREIGN}>
        <Isolated text={part} />
      </span>
    ),
  )
}
