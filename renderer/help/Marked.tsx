import { plainWords } from '../../electron/texts/help.ts'

/** A text in which the words that were looked for are marked. */
export function Marked({
  text,
  hits,
}: {
  readonly text: string
  readonly hits: ReadonlySet<string>
}) {
  // Every second piece is a word.
  const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u)
  return (
    <>
      {pieces.map((piece, at) =>
        at % 2 === 1 && plainWords(piece).some((word) => hits.has(word)) ? (
          // oxlint-disable-next-line react/no-array-index-key -- the pieces of one text never move
          <mark key={at}>{piece}</mark>
        ) : (
          piece
        ),
      )}
    </>
  )
}
