import type { ChildProcess } from 'node:child_process'
import { setTimeout as delay } from 'node:timers/promises'
import { z } from 'zod'

const startLimitMs = 30_000
const pollMs = 30
const targetList = z.array(z.object({ type: z.string(), url: z.string() }))

/** Polls until `look` finds something; rejects naming `what` after half a minute. */
export async function until<T>(
  what: string,
  look: () => T | undefined | Promise<T | undefined>,
): Promise<T> {
  const deadline = Date.now() + startLimitMs
  for (;;) {
    const found = await look()
    if (found !== undefined) return found
    if (Date.now() > deadline) throw new Error(`In ${startLimitMs / 1000} s there was no ${what}.`)
    await delay(pollMs)
  }
}

/**
 * Chromium's debugging address (`ws://127.0.0.1:…`), which it writes to stderr when started with
 * `--remote-debugging-port=0`. Rejects when the program ends without it.
 */
export function debuggingAddress(child: ChildProcess, output: () => string): Promise<string> {
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  return until('debugging port', () => {
    if (failure) throw failure
    if (child.exitCode !== null || child.signalCode !== null) {
      throw new Error(`It ended at once (${child.signalCode ?? child.exitCode}).`)
    }
    return /^DevTools listening on (ws:\S+)/m.exec(output())?.[1]
  })
}

/**
 * Waits until a page has been navigated to, without attaching to it: attaching changes what is
 * measured, and Playwright cannot attach to a window that has no renderer yet.
 */
export async function pageLoading(debuggerAddress: string): Promise<void> {
  await until('page', async () => {
    const urls = await pageUrls(debuggerAddress)
    return urls.find((url) => url !== '' && url !== 'about:blank')
  })
}

/** The address of every window's page, without attaching to any. */
export async function pageUrls(debuggerAddress: string): Promise<string[]> {
  const list = `http://${new URL(debuggerAddress).host}/json/list`
  const targets = targetList.parse(await (await fetch(list)).json())
  return targets.filter(({ type }) => type === 'page').map(({ url }) => url)
}
