/**
 * How far a belief can be trusted: AWS's (or another author's) document says it, it was captured from
 * the real service, somebody else tells it, or nobody does.
 */
export const certainties = ['document', 'capture', 'third-party', 'guess'] as const

export type Belief = {
  readonly id: string
  readonly says: string
  /** The document, capture or report, by a name under which it can be found; of a guess, why it is one. */
  readonly source: string
  /** Of a capture or a report its day; of everything else the day on which it was written down. */
  readonly date: string
  readonly certainty: (typeof certainties)[number]
  /** Files of the simulator that act on it. */
  readonly at: readonly string[]
}
