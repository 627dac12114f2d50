import type { ProxyConfig, Session } from 'electron'
import type { Clock } from '../base/clock.ts'
import { once } from '../base/once.ts'

/** A proxy that nobody can have, by which nothing gets out. Source: RFC 6761, "invalid". */
const NOWHERE = 'nowhere.invalid:1'
const ANY_ADDRESS = 'https://any.invalid/'
/** Milliseconds after which only a proxy’s script can be what keeps an answer waiting. */
const AT_ONCE = 2_000
/** Milliseconds in which Chromium, which waits for nobody else here, takes a proxy even on a busy computer. */
const FOR_SURE = 30_000

type Ways = Pick<Session, 'resolveProxy'>
type Sleep = Pick<Clock, 'sleep'>

/**
 * Sets a proxy such that no request goes by another way before. Electron says that one is set as soon as it
 * has told Chromium, and a request can overtake that (33.4.11: 8 of 3000 went without it). So nothing gets
 * out until Chromium has it; what is resolved waits for that, when it is first called.
 */
export async function goingBy(
  session: Pick<Session, 'setProxy'> & Ways,
  config: ProxyConfig,
  clock: Sleep,
): Promise<() => Promise<void>> {
  const isNowhere = async (): Promise<boolean> =>
    (await session.resolveProxy(ANY_ADDRESS)) === `PROXY ${NOWHERE}`
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE })
  if (!(await comesTrue(isNowhere, FOR_SURE, clock)))
    throw new Error('Chromium takes no proxy that is set')
  await session.setProxy(config)
  const isSet = async (): Promise<boolean> => !(await isNowhere())
  return once(async () => void (await comesTrue(isSet, AT_ONCE, clock)))
}

/** Waits until a new session goes to an address as `other` does: its first request can overtake the way there. */
export async function goingAs(
  other: Ways,
  session: Ways,
  url: string,
  clock: Sleep,
): Promise<void> {
  const isSame = async (): Promise<boolean> => {
    const [way, wanted] = await Promise.all([session.resolveProxy(url), other.resolveProxy(url)])
    return way === wanted
  }
  await comesTrue(isSame, AT_ONCE, clock)
}

/** Looks again and again, as Chromium answers; resolves whether it came true within so many milliseconds. */
async function comesTrue(look: () => Promise<boolean>, ms: number, clock: Sleep): Promise<boolean> {
  const waiting = new AbortController()
  const { signal } = waiting
  const looked = async (): Promise<boolean> => {
    // oxlint-disable-next-line no-await-in-loop -- asked again once Chromium has answered
    while (!signal.aborted) if (await look()) return true
    return false
  }
  const limit = clock.sleep(ms, signal).then(
    () => false,
    () => false,
  )
  const inTime = await Promise.race([looked(), limit])
  waiting.abort()
  return inTime
}
