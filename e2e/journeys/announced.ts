import type { Page } from 'playwright'

/** Records what live regions say from now on; the function it returns lists it, oldest first. */
export async function recordAnnounced(window: Page): Promise<() => Promise<string[]>> {
  await window.evaluate(() => {
    const said: string[] = []
    Reflect.set(globalThis, 'announced', said)
    const listen = (): void => {
      for (const region of document.querySelectorAll(
        '[aria-live]:not([aria-live="off"]), [role="log"] > p',
      )) {
        const text = region.textContent ?? ''
        if (text !== '' && !said.includes(text)) said.push(text)
      }
    }
    listen()
    new MutationObserver(listen).observe(document.body, {
      subtree: true,
      childList: true,
      characterData: true,
    })
  })
  return () => window.evaluate(() => Reflect.get(globalThis, 'announced') as string[])
}
