import { WAITS } from '../../base/waits.ts'
import { fail } from '../../errors/failure.ts'
import type { Clock } from '../../base/clock.ts'
import { openLoopback, type BrowserPage, type Callback } from './loopback.ts'

/** How long the person has in the browser, in milliseconds. */
const BROWSER_MS = WAITS['sign-in-browser'].lastsMs

/**
 * Has the person sign in in the browser of this computer, and waits for what its page sends back. The
 * link and its end (ms since the epoch) are told to `onLink`. Throws `sign-in-timeout`,
 * `sign-in-listener-failed`, and the signal's reason.
 */
export async function answerOfBrowser(options: {
  readonly state: string
  readonly signal: AbortSignal
  readonly page: BrowserPage
  readonly clock: Clock
  readonly linkTo: (redirectUri: string) => string
  readonly onLink: (link: string, expiresAt: number) => void
}): Promise<{ readonly callback: Callback; readonly redirectUri: string }> {
  const { clock } = options
  const finished = new AbortController()
  const ended = AbortSignal.any([options.signal, finished.signal])
  const loopback = await openLoopback(options.state, ended, options.page)
  const { redirectUri } = loopback
  const late = clock.sleep(BROWSER_MS, ended).then(() => {
    throw fail('sign-in-timeout')
  })
  try {
    options.onLink(options.linkTo(redirectUri), clock.now() + BROWSER_MS)
    return { callback: await Promise.race([loopback.callback, late]), redirectUri }
  } finally {
    finished.abort()
    await loopback.close()
    await late.catch(() => undefined)
  }
}
