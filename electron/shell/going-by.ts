import type { ProxyConfig, Session } from 'electron'
import type { Clock } from '../base/clock.ts'
import { once } from '../base/once.ts'

/** A proxy that nobody can have, by which nothing gets out. Source: RFC 6761, "invalid". */
const NOWHERE = 'nowhere.invalid:1'
const ANY_ADDRESS = 'https://any.invalid/'
/** Milliseconds after which only a proxy’s script can be what keeps an answer waiting. */
const AT_ONCE = 2_000

/**
 * Sets a proxy such that no request goes by another way before. Electron says that one is set as soon as it
 * has told Chromium, and a request can overtake that (33.4.11: 8 of 3000 went without it). So nothing gets
 * out until Chromium has it; what is resolved waits for that, when it is first called.
 */
export async function goingBy(
  session: Pick<Session, 'setProxy' | 'resolveProxy'>,
  config: ProxyConfig,
  clock: Pick<Clock, 'sleep'>,
): Promise<() => Promise<void>> {
  const until = async (isNowhere: boolean): Promise<void> => {
    for (;;) {
      // oxlint-disable-next-line no-await-in-loop -- asked again once Chromium has answered
      const way = await session.resolveProxy(ANY_ADDRESS)
      if ((way === `PROXY ${NOWHERE}`) === isNowhere) return
    }
  }
  await session.setProxy({ mode: 'fixed_servers', proxyRules: NOWHERE })
  await until(true)
  await session.setProxy(config)
  return once(async () => {
    const waiting = new AbortController()
    const limit = clock.sleep(AT_ONCE, waiting.signal).catch(() => undefined)
    await Promise.race([until(false), limit])
    waiting.abort()
  })
}
