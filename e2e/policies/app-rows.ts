import { copyFile, mkdir, readdir, readFile, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { siemEventSchema } from '../../electron/audit/siem.ts'
import type { SettingId } from '../../electron/managed/settings.ts'
import { connectionIn, keychainHolds } from '../journeys/evidence.ts'
import { chooses } from '../journeys/files.ts'
import { expect } from './expect.ts'
import { chooseWay, inCredentials, keysOf } from '../journeys/keys.ts'
import type { App, Stage } from '../journeys/stage.ts'
import { choosePlan, signIn } from '../journeys/steps.ts'
import { button, panel, press, reaches } from '../journeys/window.ts'
import { type At, startWith } from './at.ts'
import { isRefused, repliesTo, saysSetBy } from './past-window.ts'
import type { Row } from './row.ts'

async function signedInWith(at: At, settings: object): Promise<{ scene: Stage; app: App }> {
  const scene = await at.stage('fresh')
  const app = await startWith(at, scene, settings)
  await choosePlan(app.window, 'us')
  await signIn(app.window, scene.scenario)
  await reaches(app.window, 'sign-in', 'done')
  return { scene, app }
}

/** Whether anything of the sign-in outlives the app: in a file, or in the keychain. */
async function isKept({ profile, keyring }: Stage): Promise<boolean> {
  const id = await connectionIn(profile)
  const files = await readdir(path.join(profile, 'connections', id))
  return files.some((name) => name.startsWith('vault')) || keychainHolds(keyring, id)
}

const sessionOnly: Row = {
  async allowed(at) {
    const { scene, app } = await signedInWith(at, { SessionOnly: false })
    await expect(app.window.locator('[data-set-by="SessionOnly"]')).toHaveCount(0)
    await app.close()
    expect(await isKept(scene)).toBe(true)
    const again = await scene.start({ env: at.policy.env })
    await reaches(again.window, 'sign-in', 'done')
  },
  async forbidden(at) {
    const { scene, app } = await signedInWith(at, { SessionOnly: true })
    await expect(app.window.locator('[data-set-by="SessionOnly"]')).toBeVisible()
    await repliesTo(app.window, [{ step: 'vault', action: 'retry' }])
    await reaches(app.window, 'sign-in', 'done')
    await app.close()
    expect(await isKept(scene)).toBe(false)
    const again = await scene.start({ env: at.policy.env })
    await reaches(again.window, 'sign-in', 'todo')
  },
}

const language: Row = {
  async allowed(at) {
    const scene = await at.stage('fresh')
    const { window } = await startWith(at, scene, { Language: 'de' })
    await expect(window.locator('html')).toHaveAttribute('lang', /^de/)
    expect(await repliesTo(window, [{ step: 'app', action: 'speak', language: 'de' }])).toEqual([
      'accepted',
    ])
  },
  async forbidden(at) {
    const scene = await at.stage('fresh')
    const { window } = await startWith(at, scene, { Language: 'de' })
    await window.locator('button[data-action="languages"]').click()
    const menu = window.locator('[data-panel="languages"]')
    await expect(menu.locator('[data-set-by="Language"]')).toContainText('Von Ihrer Organisation')
    const english = menu.locator('[data-action="speak"][data-language="en"]')
    await expect(english).toHaveAttribute('aria-disabled', 'true')
    await english.dispatchEvent('click')
    await isRefused(window, scene, 'Language', [{ step: 'app', action: 'speak', language: 'en' }])
    await expect(window.locator('html')).toHaveAttribute('lang', /^de/)
  },
}

const DAY_MS = 24 * 60 * 60 * 1000
const dayBefore = (days: number): string =>
  new Date(Date.now() - days * DAY_MS).toISOString().slice(0, 10)

const auditFolder: Row = {
  async allowed(at) {
    const folder = path.join(at.policy.outside, 'audit')
    await signedInWith(at, { AuditFolder: folder })
    const [name = ''] = await readdir(folder)
    const lines = (await readFile(path.join(folder, name), 'utf8')).trimEnd().split('\n')
    const operations = lines.map((line) => siemEventSchema.parse(JSON.parse(line)).operation)
    expect(operations).toContain('GetCallerIdentity')
  },
  async forbidden(at) {
    const folder = path.join(at.policy.outside, 'audit')
    const { scene, app } = await signedInWith(at, { AuditFolder: folder })
    await reaches(app.window, 'cost-report', 'todo')
    await rename(folder, `${folder}.away`)
    await writeFile(folder, 'in the way')
    await press(app.window, 'cost-report', 'create')
    await expect(app.window.locator('main')).toContainText(folder)
    const approves = { step: 'template', action: 'approve', sha256: '0'.repeat(64) }
    expect(await repliesTo(app.window, [approves])).toEqual(['audit-copy-failed'])
    const changes = scene.simulator.requests.filter(({ operation }) =>
      /^(CreateBucket|CreateStack|Put)/.test(operation),
    )
    expect(changes).toEqual([])
  },
}

/** Starts the app once more, beside a record that is so many days old; resolves whether that is left. */
async function isLeftAfter(at: At, days: number): Promise<boolean> {
  const AuditFolder = path.join(at.policy.outside, 'audit')
  const { scene, app } = await signedInWith(at, { AuditFolder, AuditRetentionDays: 30 })
  await app.close()
  const [name = ''] = await readdir(AuditFolder)
  const old = name.replace(/\d{4}-\d{2}-\d{2}(?=\.jsonl$)/, dayBefore(days))
  const foreign = `of-somebody-else-${dayBefore(days)}.jsonl`
  for (const one of [old, foreign])
    await copyFile(path.join(AuditFolder, name), path.join(AuditFolder, one))
  const again = await scene.start({ env: at.policy.env })
  await reaches(again.window, 'sign-in', 'done')
  await again.close()
  const left = await readdir(AuditFolder)
  expect(left).toContain(name)
  expect(left).toContain(foreign)
  return left.includes(old)
}

const retention: Row = {
  async allowed(at) {
    expect(await isLeftAfter(at, 29)).toBe(true)
  },
  async forbidden(at) {
    expect(await isLeftAfter(at, 31)).toBe(false)
  },
}

/** Help, of an app with this text as whom to ask. */
async function helpWith(at: At, SupportContact: string) {
  const scene = await at.stage('fresh')
  const { window } = await startWith(at, scene, { SupportContact })
  await window.locator('button[data-action="help"]').click()
  return window.locator('[data-panel="help"] [data-support-contact]')
}

/** Nobody can choose it; and what it says is read, and does nothing. */
const supportContact: Row = {
  async allowed(at) {
    const text = 'Cloud desk, extension 4711'
    await expect(await helpWith(at, text)).toContainText(text)
  },
  async forbidden(at) {
    const text = '<a href="https://elsewhere.example">Cloud desk</a> https://elsewhere.example'
    const contact = await helpWith(at, text)
    await expect(contact).toContainText(text)
    await expect(contact.locator('a, button, img')).toHaveCount(0)
  },
}

/** The form for profiles, where those of the set folder have been looked for, and another one is chosen wherever it is asked for. */
async function profilesIn(at: At) {
  const folder = path.join(at.policy.outside, 'cli')
  const elsewhere = path.join(at.policy.outside, 'elsewhere')
  const scene = await at.stage('fresh')
  for (const one of [folder, elsewhere]) {
    await mkdir(one)
    const profile = one === folder ? 'finance' : 'elsewhere'
    await writeFile(path.join(one, 'credentials'), inCredentials(profile, keysOf(scene)))
  }
  const options = { env: { ECO_CONNECT_AWS_FOLDER: elsewhere } }
  const { app, window } = await startWith(at, scene, { CliFolder: folder }, options)
  await chooses(app, elsewhere)
  await choosePlan(window, 'us')
  await chooseWay(window, 'profile')
  await press(window, 'sign-in', 'look-for-profiles')
  const form = panel(window, 'sign-in')
  await expect(form.locator('[data-profile="finance"]')).toBeVisible()
  await expect(form).toContainText(folder)
  return { scene, window, form }
}

const cliFolder: Row = {
  async allowed(at) {
    const { window, form } = await profilesIn(at)
    await form.locator('[data-profile="finance"]').click()
    await reaches(window, 'sign-in', 'done')
  },
  async forbidden(at) {
    const { scene, window, form } = await profilesIn(at)
    await saysSetBy(window, 'sign-in', 'CliFolder')
    await expect(button(window, 'sign-in', 'choose-folder')).toHaveCount(0)
    await expect(button(window, 'sign-in', 'usual-folder')).toHaveCount(0)
    await isRefused(window, scene, 'CliFolder', [
      { step: 'sign-in', action: 'choose-folder' },
      { step: 'sign-in', action: 'usual-folder' },
    ])
    await expect(form.locator('[data-profile="elsewhere"]')).toHaveCount(0)
  },
}

/** What is about the app on this computer: its language, its records, what it keeps and where it reads. */
export const APP_ROWS = {
  SessionOnly: [sessionOnly],
  Language: [language],
  AuditFolder: [auditFolder],
  AuditRetentionDays: [retention],
  SupportContact: [supportContact],
  CliFolder: [cliFolder],
} as const satisfies Partial<Record<SettingId, readonly [Row, ...Row[]]>>
