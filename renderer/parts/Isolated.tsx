import { byDirection } from '../../electron/base/visible.ts'

/** Words in which a name may run from right to left: it is read as it is, and moves nothing around it. */
export function Isolated({ text }: { readonly text: string }) {
  return byDirection(text).map((part, place) =>
    // The parts of a text never change places.
    // oxlint-disable-next-line react/no-array-index-key
    place % 2 === 0 ? part : <bdi key={place}>{part}</bdi>,
  )
}
