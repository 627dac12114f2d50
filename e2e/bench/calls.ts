import type { RecordedRequest } from '../simulator/recording.ts'

/** What of a recorded request its time and its order are told by; milliseconds. */
export type Timed = Pick<
  RecordedRequest,
  'service' | 'operation' | 'accountId' | 'time' | 'answered'
>

/**
 * The rounds of a log: sets of requests of which each was begun before any answer of the set had come.
 * What was begun later may rest on an answer, and begins the next round. As many answers as there are
 * rounds have been waited for one after the other, however many requests there were.
 */
export function roundsOf(requests: readonly Timed[]): Timed[][] {
  const rounds: Timed[][] = []
  let firstAnswer = -Infinity
  for (const request of requests.toSorted((one, other) => one.time - other.time)) {
    if (request.time >= firstAnswer) {
      rounds.push([])
      firstAnswer = Infinity
    }
    rounds.at(-1)?.push(request)
    firstAnswer = Math.min(firstAnswer, request.answered ?? Infinity)
  }
  return rounds
}

/** By operation, those whose answers it cannot be asked without. */
export type Needs = (request: Timed) => readonly string[]

/**
 * The longest chain of requests that must follow each other, by their operations' names, the first one
 * first: of what was asked at all, whatever the order it was asked in. An operation that was asked
 * several times counts once, as looking again is nobody's need. Throws where two need each other.
 */
export function chainOf(requests: readonly Timed[], needs: Needs): string[] {
  const asked = new Map(requests.map((request) => [request.operation, request]))
  const chains = new Map<string, string[]>()
  const chainTo = (operation: string, above: readonly string[]): string[] => {
    const known = chains.get(operation)
    if (known) return known
    const request = asked.get(operation)
    if (!request) return []
    if (above.includes(operation)) throw new Error(`${operation} would need itself.`)
    const before = needs(request).map((needed) => chainTo(needed, [...above, operation]))
    const chain = [...longest(before), operation]
    chains.set(operation, chain)
    return chain
  }
  return longest([...asked.keys()].map((operation) => chainTo(operation, [])))
}

const longest = (chains: readonly string[][]): string[] =>
  chains.reduce((best, chain) => (chain.length > best.length ? chain : best), [])

/** What one look at an account took, with the requests that it has waited for. */
export type Look = {
  /** Milliseconds. */
  readonly ms: number
  readonly rounds: number
  readonly requests: readonly Timed[]
}

/**
 * The look that began at `start` and was over at `end`, milliseconds since the epoch, from a log. Throws
 * where it was over before everything was answered that it has to `read`: such a look would be no look.
 */
export function lookOf(
  log: readonly Timed[],
  { start, end }: { readonly start: number; readonly end: number },
  read: readonly string[],
): Look {
  const requests = log.filter(
    ({ time, answered }) => time >= start && answered !== undefined && answered <= end,
  )
  const unread = read.filter((name) => !requests.some(({ operation }) => operation === name))
  if (unread.length > 0) throw new Error(`It was over without an answer to ${unread.join(', ')}.`)
  return { ms: end - start, rounds: roundsOf(requests).length, requests }
}
