import type { Page } from 'playwright'
import { issueCredentials, type RoleCredentials } from '../simulator/index.ts'
import type { Stage } from './stage.ts'
import { wordsIn } from './spoken.ts'
import { open, panel, press, reaches } from './window.ts'

const HOUR_MS = 3_600_000

/** Short-lived keys of the account that the scenario is about, or of another one. */
export const keysOf = (
  { simulator, scenario }: Pick<Stage, 'simulator' | 'scenario'>,
  accountId = scenario.signIn.accountId,
): RoleCredentials =>
  issueCredentials(simulator.world, {
    accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: Date.now() + HOUR_MS,
  })

/** Keys as lines of the AWS CLI's file. */
export const inLines = (keys: RoleCredentials): string =>
  [
    `aws_access_key_id = ${keys.accessKeyId}`,
    `aws_secret_access_key = ${keys.secretAccessKey}`,
    `aws_session_token = ${keys.sessionToken}`,
  ].join('\n')

/** The same as a profile in that file. */
export const inCredentials = (profile: string, keys: RoleCredentials): string =>
  `[${profile}]\n${inLines(keys)}`

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
