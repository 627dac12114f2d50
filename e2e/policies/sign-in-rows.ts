import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { SIGN_IN_WAYS, type SignInWay } from '../../electron/contract/ask/sign-in.ts'
import { REGION } from '../../electron/contract/region.ts'
import type { SettingId } from '../../electron/managed/settings.ts'
import { expect } from './expect.ts'
import { asBlock, chooseWay, paste, inCredentials, keysOf } from '../journeys/keys.ts'
import { wordsIn } from '../journeys/spoken.ts'
import type { Stage } from '../journeys/stage.ts'
import { chooseAccountAndRole, choosePlan, signIn } from '../journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from '../journeys/window.ts'
import { type At, startWith } from './at.ts'
import { isRefused, saysSetBy, type Sent } from './past-window.ts'
import type { Row } from './row.ts'

const OTHER_PORTAL = 'https://elsewhere.awsapps.com/start'
const OTHER_REGION = 'eu-central-1'

const startsAt = (startUrl: string, method: 'browser' | 'device' = 'browser'): Sent[] =>
  ['start', 'start-anyway'].map((action) => ({
    step: 'sign-in',
    action,
    startUrl,
    region: REGION,
    method,
  }))
const atConsole = (method: 'browser' | 'device'): Sent => ({
  step: 'sign-in',
  action: 'start-console',
  method,
})

/** The form of the sign-in, in an app with these settings. */
async function formWith(
  at: At,
  settings: (scene: Stage) => object,
  scenario: Parameters<At['stage']>[0] = 'fresh',
): Promise<{ readonly scene: Stage; readonly window: Page; readonly form: Locator }> {
  const scene = await at.stage(scenario)
  const { window } = await startWith(at, scene, settings(scene))
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  return { scene, window, form: await open(window, 'sign-in') }
}

/** Goes in by the portal as it is proposed. */
async function entersPortal(window: Page, { scenario }: Stage): Promise<void> {
  await press(window, 'sign-in', 'start')
  await chooseAccountAndRole(window, scenario)
  await reaches(window, 'sign-in', 'done')
}

const portals: Row = {
  async allowed(at) {
    const { scene, window, form } = await formWith(at, ({ scenario }) => ({
      AllowedPortals: [scenario.signIn.startUrl],
    }))
    const field = form.getByLabel((await wordsIn(window)).signIn.startUrl)
    await expect(field).toHaveValue(scene.scenario.signIn.startUrl)
    await saysSetBy(window, 'sign-in', 'AllowedPortals')
    await entersPortal(window, scene)
  },
  async forbidden(at) {
    const { scene, window, form } = await formWith(at, () => ({ AllowedPortals: [OTHER_PORTAL] }))
    const field = form.getByLabel((await wordsIn(window)).signIn.startUrl)
    await expect(field).toHaveValue(OTHER_PORTAL)
    await expect(field).not.toBeEditable()
    await saysSetBy(window, 'sign-in', 'AllowedPortals')
    await isRefused(window, scene, 'AllowedPortals', startsAt(scene.scenario.signIn.startUrl))
  },
}

const regions: Row = {
  async allowed(at) {
    const { scene, window, form } = await formWith(at, () => ({
      AllowedRegions: [OTHER_REGION, REGION],
    }))
    const words = await wordsIn(window)
    await form.getByLabel(words.signIn.startUrl).fill(scene.scenario.signIn.startUrl)
    await form.getByLabel(words.signIn.region).selectOption(REGION)
    await saysSetBy(window, 'sign-in', 'AllowedRegions')
    await entersPortal(window, scene)
  },
  async forbidden(at) {
    const { scene, window, form } = await formWith(at, () => ({ AllowedRegions: [OTHER_REGION] }))
    const field = form.getByLabel((await wordsIn(window)).signIn.region)
    await expect(field).toHaveValue(OTHER_REGION)
    await expect(field).not.toBeEditable()
    await saysSetBy(window, 'sign-in', 'AllowedRegions')
    // That of the AWS console is one region’s for everybody.
    await expect(radio(form, 'console')).toHaveCount(0)
    await isRefused(window, scene, 'AllowedRegions', [
      ...startsAt(scene.scenario.signIn.startUrl),
      atConsole('browser'),
      atConsole('device'),
    ])
  },
}

const accounts: Row = {
  async allowed(at) {
    const { scene, window } = await formWith(at, ({ scenario }) => ({
      AllowedAccounts: [scenario.signIn.accountId],
    }))
    await signIn(window, scene.scenario)
    await reaches(window, 'sign-in', 'done')
    await expect(await open(window, 'sign-in')).toContainText(scene.scenario.signIn.accountId)
  },
  async forbidden(at) {
    const others = ({ simulator, scenario }: Stage): string[] =>
      [...simulator.world.accounts.keys()].filter((id) => id !== scenario.signIn.accountId)
    const { scene, window } = await formWith(at, (scene) => ({
      AllowedAccounts: others(scene).slice(0, 2),
    }))
    const { startUrl, accountId } = scene.scenario.signIn
    await isRefused(window, scene, 'AllowedAccounts', [
      { step: 'sign-in', action: 'by-hand-account', accountId },
    ])
    await fill(window, 'sign-in', (words) => words.signIn.startUrl, startUrl)
    await press(window, 'sign-in', 'start')
    const listed = button(window, 'sign-in', 'choose-account')
    await expect(listed).toHaveCount(2)
    await expect(listed.filter({ hasText: accountId })).toHaveCount(0)
    await saysSetBy(window, 'sign-in', 'AllowedAccounts')
    // The list is read anew after whatever was chosen.
    const chooses = { step: 'sign-in', action: 'choose-account', accountId }
    await isRefused(window, scene, 'AllowedAccounts', [chooses], { looks: ['ListAccounts'] })
  },
}

type Way = SignInWay | 'by-hand'
const WAYS: readonly Way[] = [...SIGN_IN_WAYS, 'by-hand']

const radio = (form: Locator, way: string): Locator =>
  form.locator(`input[type="radio"][value="${way}"]`)
/** Where a way is offered. */
const offerOf = (window: Page, way: Way): Locator =>
  way === 'by-hand' ? button(window, 'sign-in', 'by-hand') : radio(panel(window, 'sign-in'), way)

/** Each way: what it is by command, and how it is gone in the window. */
const IN_WAY: Readonly<
  Record<
    Way,
    {
      readonly commands: (scene: Stage) => readonly Sent[]
      readonly goes: (window: Page, scene: Stage, at: At) => Promise<void>
      readonly scenario?: 'console-sign-in'
    }
  >
> = {
  portal: {
    commands: ({ scenario }) => startsAt(scenario.signIn.startUrl),
    goes: (window, { scenario }) => signIn(window, scenario),
  },
  console: {
    scenario: 'console-sign-in',
    commands: () => [atConsole('browser'), atConsole('device')],
    goes: (window, { scenario }) => signIn(window, scenario),
  },
  keys: {
    commands(scene) {
      const { accessKeyId, secretAccessKey, sessionToken } = keysOf(scene)
      const keys = { block: '', accessKeyId, secretAccessKey, sessionToken }
      return [{ step: 'sign-in', action: 'use-keys', ...keys }]
    },
    goes: (window, scene) => paste(window, asBlock(keysOf(scene))),
  },
  profile: {
    commands: () =>
      ['look-for-profiles', 'choose-folder', 'usual-folder']
        .map((action): Sent => ({ step: 'sign-in', action }))
        .concat({ step: 'sign-in', action: 'use-profile', profile: 'finance' }),
    async goes(window, scene, { policy }) {
      await writeFile(
        path.join(policy.outside, 'credentials'),
        inCredentials('finance', keysOf(scene)),
      )
      await chooseWay(window, 'profile')
      await press(window, 'sign-in', 'look-for-profiles')
      await panel(window, 'sign-in').locator('[data-profile="finance"]').click()
    },
  },
  'by-hand': {
    commands: ({ scenario }) => [
      { step: 'sign-in', action: 'by-hand' },
      { step: 'sign-in', action: 'by-hand-account', accountId: scenario.signIn.accountId },
    ],
    async goes(window, { scenario }) {
      await press(window, 'sign-in', 'by-hand')
      const account = (await wordsIn(window)).modes.byHandFields.account
      await fill(window, 'sign-in', account, scenario.signIn.accountId)
      await press(window, 'sign-in', 'by-hand-account')
    },
  },
}

const wayRow = (way: Way): Row => ({
  what: way,
  async allowed(at) {
    const { commands: _, goes, scenario } = IN_WAY[way]
    const settings = { AllowedSignInWays: [way], CliFolder: at.policy.outside }
    const { scene, window } = await formWith(at, () => settings, scenario)
    for (const one of WAYS) await expect(offerOf(window, one)).toHaveCount(one === way ? 1 : 0)
    await saysSetBy(window, 'sign-in', 'AllowedSignInWays')
    await goes(window, scene, at)
    await reaches(window, 'sign-in', 'done', 'pending')
  },
  async forbidden(at) {
    const others = WAYS.filter((one) => one !== way)
    const { scene, window } = await formWith(at, () => ({ AllowedSignInWays: others }))
    for (const one of WAYS) await expect(offerOf(window, one)).toHaveCount(one === way ? 0 : 1)
    await saysSetBy(window, 'sign-in', 'AllowedSignInWays')
    await isRefused(window, scene, 'AllowedSignInWays', IN_WAY[way].commands(scene))
  },
})

const deviceRow = (way: 'portal' | 'console'): Row => {
  const action = way === 'portal' ? 'start-with-code' : 'start-elsewhere'
  const shows = async (at: At, AllowDeviceCode: boolean) => {
    const shown = await formWith(at, () => ({ AllowDeviceCode }), IN_WAY[way].scenario)
    if (way === 'console') await chooseWay(shown.window, way)
    return shown
  }
  return {
    what: way,
    async allowed(at) {
      const { scene, window } = await shows(at, true)
      if (way === 'portal')
        await fill(window, 'sign-in', (w) => w.signIn.startUrl, scene.scenario.signIn.startUrl)
      await button(window, 'sign-in', action).click()
      await reaches(window, 'sign-in', 'acting')
      await expect(button(window, 'sign-in', 'open-link')).toBeVisible()
    },
    async forbidden(at) {
      const { scene, window } = await shows(at, false)
      await expect(button(window, 'sign-in', action)).toHaveCount(0)
      await saysSetBy(window, 'sign-in', 'AllowDeviceCode')
      await isRefused(
        window,
        scene,
        'AllowDeviceCode',
        way === 'portal'
          ? startsAt(scene.scenario.signIn.startUrl, 'device')
          : [atConsole('device')],
      )
    },
  }
}

/** What is about signing in, before anything is asked of an account. */
export const SIGN_IN_ROWS = {
  AllowedPortals: [portals],
  AllowedRegions: [regions],
  AllowedAccounts: [accounts],
  AllowedSignInWays: [
    wayRow('portal'),
    ...WAYS.filter((way) => way !== 'portal').map((way) => wayRow(way)),
  ],
  AllowDeviceCode: [deviceRow('portal'), deviceRow('console')],
} as const satisfies Partial<Record<SettingId, readonly [Row, ...Row[]]>>
