import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright'
import { launchApp } from '../runtime/launch.ts'
import type { Simulator } from '../simulator/index.ts'
import type { Ground } from './row.ts'

const browserStandIn = fileURLToPath(new URL('../simulator/open-url.mjs', import.meta.url))

/** What the app needs in its environment to talk to a simulator, and to a person who signs in at once. */
export const environmentOf = (simulator: Simulator): Record<string, string> => ({
  ...simulator.env,
  ECO_CONNECT_OPEN_URL_COMMAND: browserStandIn,
})

/** Plays something in the window of our app; what it kept is in the profile then. */
export async function played(
  { keyring, display, apps }: Ground,
  { profile, simulator }: { readonly profile: string; readonly simulator: Simulator },
  play: (window: Page) => Promise<void>,
): Promise<void> {
  const env = environmentOf(simulator)
  const { window, close } = await launchApp({ app: apps.ours, keyring, display, profile, env })
  try {
    await play(window)
  } finally {
    await close()
  }
}
