import { setTimeout as sleep } from 'node:timers/promises'
import type { WebContents } from 'electron'

/** Milliseconds without a key after which somebody has stopped typing. */
export const PAUSE_MS = 1_500

/** One character, or a key of an input method; a space by itself presses a button. */
const isTyping = (key: string): boolean =>
  (key.length === 1 && key !== ' ') || key === 'Backspace' || key === 'Process'

/**
 * Watches whether somebody types there. Resolves as soon as they pause, at once for who does not type; a
 * window that came up in between would get the rest of what they type.
 */
export function watchTyping(
  contents: Pick<WebContents, 'on'>,
  now: () => number,
): (signal: AbortSignal) => Promise<void> {
  let typedAt = -PAUSE_MS
  contents.on('before-input-event', (_event, { type, key }) => {
    if (type === 'keyDown' && isTyping(key)) typedAt = now()
  })
  return async (signal) => {
    for (;;) {
      const left = typedAt + PAUSE_MS - now()
      if (left <= 0 || signal.aborted) return
      // Ended early, the loop sees why.
      await sleep(left, undefined, { signal }).catch(() => undefined)
    }
  }
}
