import type { ActContext } from '../../../checklist/step.ts'

/**
 * Runs a sign-in whose link is kept for as long as it waits, so that it can be copied and opened
 * again; it is handed what to do with the link.
 */
export async function offeringLink(
  { link, signal }: ActContext,
  run: (offer: (address: string) => void) => Promise<void>,
): Promise<void> {
  let own = ''
  const offer = (address: string): void => {
    own = address
    link.current = address
  }
  // A cancelled sign-in may end later than the next one begins, whose link is another.
  const withdraw = (): void => {
    if (link.current === own) link.current = null
  }
  signal.addEventListener('abort', withdraw, { once: true })
  try {
    await run(offer)
  } finally {
    signal.removeEventListener('abort', withdraw)
    withdraw()
  }
}

/** Opens the link in the browser. That it cannot be opened is no end: the link can be copied. */
export function openingBrowser(
  { report, desktop }: ActContext,
  at: 'portal' | 'console',
  offer: (address: string) => void,
): (address: string, expiresAt: number) => void {
  return (address, expiresAt) => {
    offer(address)
    report({ kind: 'browser', at, expiresAt })
    desktop.open(address).catch(() => report({ kind: 'browser', at, expiresAt }))
  }
}
