import type { Challenge, Credentials } from './proxy-attempt.ts'
import {
  createAsking,
  NEVER,
  orAborted,
  type Place,
  type ProxySignInOptions,
} from './proxy-asking.ts'
import type { Route } from './way.ts'

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
  /**
   * Resolves when a request to this address may go; at once where no password is in use. Rejects when
   * `signal` ends it, and with what the network says to the password that is tried first.
   */
  readonly ready: (url: string, signal?: AbortSignal) => Promise<void>
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
 * each try the old one, which locks an account. So short that it holds for what begins together and for
 * no more: which of Chromium's connections is a new one, nobody outside learns.
 */
export const TRUSTED_MS = 2_000

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
    async ready(url, signal) {
      for (const place of places.values()) {
        if (!isDue(place, options.clock.now())) continue
        if (!(await leadsThrough(options.route, url, place.challenge.proxy))) continue
        place.proving ??= prove(options, place, url).finally(() => (place.proving = null))
        await orAborted(place.proving, signal)
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
  beyondAscii: false,
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

/**
 * Tries a password that was not tried for a while, alone. Rejects with what the network says: where this
 * one does not come through, the requests behind it would not, or would all try at once when they do.
 */
async function prove(
  { attempt, forget, clock }: ProxySignInOptions,
  place: Place,
  url: string,
): Promise<void> {
  const { credentials, challenge } = place
  if (!credentials) return
  const verdict = await attempt(url, challenge, credentials)
  if (place.credentials !== credentials) return
  if (verdict === 'taken' || verdict === 'not-asked') {
    place.provenAt = clock.now()
    return
  }
  // Another proxy stands in for it. When it is met again, it is due as before.
  if (verdict === 'not-met') return
  end(place)
  if (verdict === 'asked-otherwise') place.problem = null
  // Chromium does not know yet, and would try it with the next connections.
  await forget()
}
