import type { ElectronApplication, Page } from 'playwright'

type Mode = {
  readonly colorScheme: 'light' | 'dark'
  readonly forcedColors: 'active' | 'none'
  /** Of the window's content, before it is enlarged. */
  readonly size: { readonly width: number; readonly height: number }
  readonly zoom: number
}

const AS_IT_OPENS: Mode = {
  colorScheme: 'light',
  forcedColors: 'none',
  size: { width: 1180, height: 820 },
  zoom: 1,
}

/** The ways in which people have the window. */
export const MODES = {
  light: AS_IT_OPENS,
  dark: { ...AS_IT_OPENS, colorScheme: 'dark' },
  forced: { ...AS_IT_OPENS, forcedColors: 'active' },
  enlarged: { ...AS_IT_OPENS, zoom: 2 },
  /** The smallest in which every main action is to be in view. */
  small: { ...AS_IT_OPENS, size: { width: 900, height: 600 } },
} as const satisfies Readonly<Record<string, Mode>>

export type ModeName = keyof typeof MODES

/** Shows the window so, and waits until it is drawn. */
export async function showIn(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  { colorScheme, forcedColors, size, zoom }: Mode,
): Promise<void> {
  await window.emulateMedia({ colorScheme, forcedColors, reducedMotion: 'reduce' })
  await app.evaluate(
    ({ BrowserWindow }, to) => {
      const [shown] = BrowserWindow.getAllWindows()
      shown?.setContentSize(to.size.width, to.size.height)
      shown?.webContents.setZoomFactor(to.zoom)
    },
    { size, zoom },
  )
  const width = Math.round(size.width / zoom)
  await window.waitForFunction(
    ([dark, forced, inner]) =>
      document.body.classList.contains('awsui-dark-mode') === dark &&
      document.documentElement.classList.contains('forced-colors') === forced &&
      Math.abs(globalThis.innerWidth - inner) <= 1 &&
      document.fonts.status === 'loaded',
    [colorScheme === 'dark', forcedColors === 'active', width] as const,
  )
  // What follows the size is drawn with the next frames; what fades in has none of its colours yet.
  await window.evaluate(async () => {
    for (let frames = 0; frames < 3; frames += 1) await new Promise(requestAnimationFrame)
    for (const animation of document.getAnimations())
      if (animation.effect?.getComputedTiming().iterations !== Infinity) animation.finish()
  })
}

/** The window as it is drawn. (Playwright's own picture of an enlarged page holds a quarter of it.) */
export async function pictureOf(app: ElectronApplication): Promise<Buffer> {
  const png = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage()
    return image?.toPNG().toString('base64') ?? ''
  })
  return Buffer.from(png, 'base64')
}
