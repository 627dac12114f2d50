import type { Clock } from '../base/clock.ts'
import type { Challenge, Credentials, Verdict } from './proxy-attempt.ts'
import { UNKNOWN_ROUTE, type Route } from './way.ts'

/** Why somebody is asked once more. */
type Problem =
  /** The proxy has refused what was just typed. */
  | 'refused'
  /** What it took before it takes no more. */
  | 'ended'

/** What a person is asked on behalf of a proxy. */
export type Question = Challenge & {
  /** Whoever is on the network between this computer and the proxy could read the password. */
  readonly readable: boolean
  /** As it was typed last in this run; '' for the first time. */
  readonly username: string
  readonly problem: Problem | null
  /** Passwords that the proxy has refused since it last took one. */
  readonly refusals: number
  /** What was typed last has characters that not every proxy reads alike. */
  readonly beyondAscii: boolean
}

/** Whoever knows the password. */
export type Person = {
  /** Resolves what was typed, null when they would rather not. Ended by `signal`, also with null. */
  readonly ask: (question: Question, signal: AbortSignal) => Promise<Credentials | null>
  /** Nothing more is asked for now. */
  readonly thank: () => void
}

export type ProxySignInOptions = {
  readonly person: Person
  /** One attempt at the proxy, apart from all other requests. Throws what the network says. */
  readonly attempt: (
    url: string,
    challenge: Challenge,
    credentials: Credentials,
    signal?: AbortSignal,
  ) => Promise<Verdict>
  /** Has the network forget every password that it was given. */
  readonly forget: () => Promise<void>
  readonly route: Pick<Route, 'wayTo'>
  readonly clock: Pick<Clock, 'now'>
}

/** One question, for all requests that wait for its answer. */
type Asking = { readonly outcome: Promise<boolean>; readonly end: AbortController; waiting: number }

/** What is known of one proxy that asks, one way of asking and one realm. */
export type Place = {
  readonly challenge: Challenge
  /** An address that leads there. */
  url: string
  username: string
  /** Taken by the proxy when it was last tried. */
  credentials: Credentials | null
  provenAt: number
  /** When Chromium was given them, as `Count` counts; it sends them by itself after that. */
  givenAt: number
  problem: Problem | null
  refusals: number
  beyondAscii: boolean
  declined: boolean
  asking: Asking | null
  proving: Promise<void> | null
}

/** Chromium does not have them. */
export const NEVER = Infinity

/** Asks a person until the proxy takes what they type; several that ask at once share the question. */
export function createAsking(
  options: ProxySignInOptions,
): (place: Place, url: string, signal?: AbortSignal) => Promise<boolean> {
  // One window, one question at a time.
  let last: Promise<unknown> = Promise.resolve()
  const begin = (place: Place): Asking => {
    const abort = new AbortController()
    const outcome = last
      .then(() => untilTaken(options, place, abort.signal))
      .finally(() => {
        place.asking = null
        options.person.thank()
      })
    last = outcome.catch(() => undefined)
    return { outcome, end: abort, waiting: 0 }
  }
  return async (place, url, signal) => {
    place.url = url
    const asking = (place.asking ??= begin(place))
    asking.waiting += 1
    try {
      return await orAborted(asking.outcome, signal)
    } finally {
      asking.waiting -= 1
      if (asking.waiting === 0) asking.end.abort()
    }
  }
}

async function untilTaken(
  { person, attempt, route, clock }: ProxySignInOptions,
  place: Place,
  signal: AbortSignal,
): Promise<boolean> {
  const { challenge, url } = place
  const readable = challenge.scheme === 'basic' && !(await isEncrypted(route, url, challenge.proxy))
  while (!signal.aborted) {
    const { username, problem, refusals, beyondAscii } = place
    const again = { username, problem, refusals, beyondAscii }
    const typed = await person.ask({ ...challenge, readable, ...again }, signal)
    if (!typed) {
      place.declined = !signal.aborted
      return false
    }
    place.username = typed.username
    place.beyondAscii = /[^ -~]/.test(typed.username + typed.password)
    const verdict = await attempt(url, challenge, typed, signal)
    if (verdict === 'refused') {
      place.problem = 'refused'
      place.refusals += 1
      continue
    }
    // A proxy that asks otherwise now has its own question.
    if (verdict === 'taken') {
      const provenAt = clock.now()
      Object.assign(place, { credentials: typed, provenAt, givenAt: NEVER, refusals: 0 })
    }
    place.problem = null
    return true
  }
  return false
}

/** Not known is not encrypted. */
async function isEncrypted(
  route: Pick<Route, 'wayTo'>,
  url: string,
  proxy: string,
): Promise<boolean> {
  const { encrypted = [] } = await route.wayTo(url).catch(() => UNKNOWN_ROUTE.wayTo(url))
  return encrypted.includes(proxy)
}

/** The outcome of work that others may wait for too, or the reason of this one's `signal`. */
export async function orAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
  if (!signal) return work
  let stop = (): void => undefined
  const aborted = new Promise<never>((_resolve, reject) => {
    stop = () => reject(signal.reason)
    signal.addEventListener('abort', stop, { once: true })
  })
  try {
    signal.throwIfAborted()
    return await Promise.race([work, aborted])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
