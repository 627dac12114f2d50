import { test } from '@playwright/test'
import type { Page } from 'playwright'

const SIZES = [
  { width: 1180, height: 820 },
  { width: 900, height: 600 },
] as const

/** The window as people have it, in both appearances and two sizes, for whoever looks at it. */
export async function pictured(window: Page, name: string): Promise<void> {
  for (const size of SIZES) {
    await window.setViewportSize(size)
    for (const colorScheme of ['light', 'dark'] as const) {
      await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      const path = test.info().outputPath(`${name}-${colorScheme}-${size.width}.png`)
      await window.screenshot({ path })
    }
  }
  await window.setViewportSize(SIZES[0])
}
