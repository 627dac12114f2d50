import type { ElectronApplication, Page } from 'playwright'

/** Enough of a secret to be found by: a heap snapshot keeps the beginning of long texts only. */
const NEEDLE = 24
const needleOf = (secret: string): string => secret.slice(0, NEEDLE)

/** Those of the secrets that are in a text. */
export function foundIn(text: string, secrets: readonly string[]): string[] {
  return secrets.filter((secret) => text.includes(needleOf(secret)))
}

/**
 * Records everything that the main process gives to the page from now on, snapshots and replies.
 * The function it returns resolves it as text.
 */
export async function traceIpc(app: ElectronApplication): Promise<() => Promise<string>> {
  await app.evaluate(({ BrowserWindow, ipcMain }) => {
    const trace: string[] = []
    Reflect.set(globalThis, 'tracedIpc', trace)
    for (const { webContents } of BrowserWindow.getAllWindows()) {
      const send = webContents.send.bind(webContents)
      webContents.send = (channel: string, ...values: unknown[]) => {
        trace.push(JSON.stringify(values))
        send(channel, ...values)
      }
    }
    type Handler = (...values: unknown[]) => unknown
    // Electron keeps what `ipcMain.handle` was given here; there is no public way to look on.
    const handlers = Reflect.get(ipcMain, '_invokeHandlers') as Map<string, Handler>
    for (const [channel, handler] of handlers) {
      handlers.set(channel, async (...values) => {
        const reply = await handler(...values)
        trace.push(JSON.stringify(reply))
        return reply
      })
    }
  })
  return () => app.evaluate(() => String(Reflect.get(globalThis, 'tracedIpc')))
}

/** All that can be seen on a screen, and what is in the page beside it. */
export async function screenText(window: Page): Promise<string> {
  const text = await window.locator('body').innerText()
  const values = await window
    .locator('input, textarea, select')
    .evaluateAll((fields) => fields.map((field) => String(Reflect.get(field, 'value'))))
  return [text, ...values, await window.content()].join('\n')
}

/** Those of the texts that are in the page's memory: its JavaScript heap after a collection. */
export async function foundInHeap(window: Page, texts: readonly string[]): Promise<string[]> {
  const session = await window.context().newCDPSession(window)
  const found = new Set<string>()
  let end = ''
  session.on('HeapProfiler.addHeapSnapshotChunk', ({ chunk }) => {
    const text = end + chunk
    for (const one of foundIn(text, texts)) found.add(one)
    end = text.slice(-NEEDLE)
  })
  await session.send('HeapProfiler.collectGarbage')
  await session.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false })
  await session.detach()
  return [...found]
}

/** What the system's clipboard holds. */
export function clipboardText(app: ElectronApplication): Promise<string> {
  return app.evaluate(({ clipboard }) => clipboard.readText())
}
