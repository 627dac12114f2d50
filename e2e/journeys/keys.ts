import type { Page } from 'playwright'
import type { RoleCredentials } from '../simulator/index.ts'
import { wordsIn } from './spoken.ts'
import { open, panel, press, reaches } from './window.ts'

/** Keys in the form in which the access portal offers them for copying. */
export const asBlock = (keys: RoleCredentials): string =>
  [
    `export AWS_ACCESS_KEY_ID="${keys.accessKeyId}"`,
    `export AWS_SECRET_ACCESS_KEY="${keys.secretAccessKey}"`,
    `export AWS_SESSION_TOKEN="${keys.sessionToken}"`,
  ].join('\n')

/** Chooses one of the ways to sign in beside the portal. */
export async function chooseWay(
  window: Page,
  value: 'console' | 'keys' | 'profile',
): Promise<void> {
  await reaches(window, 'sign-in', 'todo', 'failed')
  await (await open(window, 'sign-in')).locator(`input[type="radio"][value="${value}"]`).check()
}

export async function paste(window: Page, block: string): Promise<void> {
  await chooseWay(window, 'keys')
  const { keys } = (await wordsIn(window)).signIn
  await panel(window, 'sign-in').getByLabel(keys.block).fill(block)
  await press(window, 'sign-in', 'use-keys')
}
