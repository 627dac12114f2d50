import type { Clock } from '../base/clock.ts'
import type { Challenge, Credentials, Verdict } from './proxy-attempt.ts'
import { UNKNOWN_ROUTE, type Route } from './way.ts'

/** Why somebody is asked once more. */
export type Problem =
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

/** One request on its way, as proxies meet it. */
export type Passage = {
  /** What a proxy gets that asks; null for nothing, with which the request has failed. */
  readonly answer: (challenge: Challenge) => Credentials | null
  /**
   * After such a failure: whether to send it again, since there is a password now. Waits for the person
   * if need be. Rejects when `signal` ends it, and with what the network says of the attempt.
   */
  readonly goOn: (url: string, signal?: AbortSignal) => Promise<boolean>
}

/** The sign-in at proxies that ask for a password: typed by a person, in memory, until the app ends. */
export type ProxySignIn = {
  /** Resolves when a request to this address may go; at once where no password is in use. */
  readonly ready: (url: string) => Promise<void>
  readonly begin: () => Passage
  /** Asks where the person would rather not before. Resolves whether a proxy has taken a password. */
  readonly askAgain: () => Promise<boolean>
}

/** Nobody is there to ask. */
export const NOBODY_TO_ASK: ProxySignIn = {
  ready: () => Promise.resolve(),
  begin: () => ({ answer: () => null, goOn: () => Promise.resolve(false) }),
  askAgain: () => Promise.resolve(false),
}

/**
 * Milliseconds for which a password that a proxy took may be given to many requests at once. Later it
 * is tried once before: it may have been changed, and a dozen connections that begin together would
 * each try the old one, which locks an account.
 */
export const TRUSTED_MS = 60_000

/** One question, for all requests that wait for its answer. */
type Asking = { readonly outcome: Promise<boolean>; readonly end: AbortController; waiting: number }

/** What is known of one proxy that asks, one way of asking and one realm. */
type Place = {
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
  declined: boolean
  asking: Asking | null
  proving: Promise<void> | null
}

const NEVER = Infinity

/** Numbers what happens, in its order. */
type Count = () => number

/**
 * Each password is sent to the proxy once before anything else is: in an attempt of its own, over
 * connections of its own. Chromium keeps what it is given before it knows whether that is right, and
 * every other request that is under way then tries it too (33.4.11): one wrong password would count as
 * many.
 */
export function createProxySignIn(options: ProxySignInOptions): ProxySignIn {
  const places = new Map<string, Place>()
  let happened = 0
  const count = (): number => (happened += 1)
  const placeOf = (challenge: Challenge): Place => {
    const { proxy, scheme, realm } = challenge
    const key = JSON.stringify([proxy, scheme, realm])
    const place = places.get(key) ?? unknownPlace(challenge)
    places.set(key, place)
    return place
  }
  const asking = createAsking(options)
  return {
    async ready(url) {
      for (const place of places.values()) {
        if (!isDue(place, options.clock.now())) continue
        if (!(await leadsThrough(options.route, url, place.challenge.proxy))) continue
        place.proving ??= prove(options, place, url).finally(() => (place.proving = null))
        await place.proving
      }
    },
    begin: () => passage(count, placeOf, asking),
    async askAgain() {
      const declined = [...places.values()].filter((place) => place.declined)
      for (const place of declined) place.declined = false
      let taken = false
      for (const place of declined) taken = (await asking(place, place.url)) || taken
      return taken
    },
  }
}

const unknownPlace = (challenge: Challenge): Place => ({
  challenge,
  url: '',
  username: '',
  credentials: null,
  provenAt: 0,
  givenAt: NEVER,
  problem: null,
  refusals: 0,
  declined: false,
  asking: null,
  proving: null,
})

const isDue = ({ credentials, provenAt }: Place, now: number): boolean =>
  credentials !== null && now - provenAt >= TRUSTED_MS

/** A way that nobody knows may lead through every proxy. */
async function leadsThrough(
  route: Pick<Route, 'wayTo'>,
  url: string,
  proxy: string,
): Promise<boolean> {
  const { proxies } = await route.wayTo(url).catch(() => ({ proxies: [proxy] }))
  return proxies.includes(proxy)
}

function passage(
  count: Count,
  placeOf: (challenge: Challenge) => Place,
  asking: (place: Place, url: string, signal?: AbortSignal) => Promise<boolean>,
): Passage {
  const begunAt = count()
  let given: Credentials | null = null
  let met: { readonly place: Place; readonly tried: Credentials | null } | null = null
  return {
    answer(challenge) {
      const place = placeOf(challenge)
      const { credentials, givenAt } = place
      if (credentials && givenAt === NEVER) {
        place.givenAt = count()
        given = credentials
        return credentials
      }
      // A request that was given it, or began when Chromium had it, has tried it in vain. Any other
      // finds it when it is sent again.
      met = { place, tried: given ?? (begunAt > givenAt ? credentials : null) }
      return null
    },
    async goOn(url, signal) {
      if (!met) return false
      const { place, tried } = met
      if (tried && place.credentials === tried) end(place)
      if (place.credentials) return true
      return place.declined ? false : asking(place, url, signal)
    },
  }
}

/** The proxy takes it no more, and it is not tried again. */
function end(place: Place): void {
  place.credentials = null
  place.givenAt = NEVER
  place.problem = 'ended'
}

/** Tries a password that was not tried for a while, alone. */
async function prove(
  { attempt, forget, clock }: ProxySignInOptions,
  place: Place,
  url: string,
): Promise<void> {
  const { credentials, challenge } = place
  if (!credentials) return
  // What the network says now, it will say to the request itself.
  const verdict = await attempt(url, challenge, credentials).catch(() => null)
  if (place.credentials !== credentials) return
  if (verdict === 'taken' || verdict === 'not-asked') place.provenAt = clock.now()
  if (verdict !== 'refused') return
  end(place)
  // Chromium does not know yet, and would try it with the next connections.
  await forget()
}

/** Asks a person until the proxy takes what they type; several that ask at once share the question. */
function createAsking(
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
    const { username, problem, refusals } = place
    const typed = await person.ask({ ...challenge, readable, username, problem, refusals }, signal)
    if (!typed) {
      place.declined = !signal.aborted
      return false
    }
    place.username = typed.username
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

async function orAborted<T>(work: Promise<T>, signal?: AbortSignal): Promise<T> {
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
