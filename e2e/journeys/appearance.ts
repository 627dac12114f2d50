import type { Page } from 'playwright'

/** Has the window looked at in light and in dark, once it shows each; what is found has the name of it before. */
export async function inBothAppearances(
  window: Page,
  look: () => Promise<readonly string[]>,
): Promise<string[]> {
  const findings: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await window.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // The window hears of it with its next frame.
    const dark = '.awsui-dark-mode'
    const shown = colorScheme === 'dark' ? `body${dark}` : `body:not(${dark})`
    await window.locator(shown).waitFor()
    for (const found of await look()) findings.push(`${colorScheme}: ${found}`)
  }
  await window.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' })
  return findings
}
