import { setMaxListeners } from 'node:events'

/** What ends many calls at once: each of a dozen reads listens to it two or three times, and none leaks. */
export function abortOfMany(): AbortController {
  const abort = new AbortController()
  setMaxListeners(0, abort.signal)
  return abort
}
