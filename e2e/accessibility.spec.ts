import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import { inBothAppearances } from './journeys/appearance.ts'
import { expect, test } from './journeys/fixture.ts'
import { violations } from './journeys/inspection.ts'
import { choosePlan, sendToSpot, type Look, untilRegistration } from './journeys/steps.ts'
import { reaches } from './journeys/window.ts'

/** Runs axe on what the window shows now, in both colour schemes. */
async function audit(window: Page, screen: string): Promise<string[]> {
  const findings = await inBothAppearances(window, () => violations(window))
  return findings.map((finding) => `${screen} ${finding}`)
}

test('every screen of the journey passes axe, light and dark', async ({ stage }) => {
  test.slow()
  const scene = await stage('fresh', { stackSeconds: 12 })
  const { window } = await scene.start()
  const findings: string[] = []
  const look: Look = async (name) => {
    findings.push(...(await audit(window, name)))
  }
  await untilRegistration(window, scene.scenario, look)
  await sendToSpot(window, look)
  expect(findings).toEqual([])
})

test('the dialog of a file that was opened passes axe, light and dark', async ({ stage }) => {
  const scene = await stage('fresh')
  const file = path.join(scene.profile, 'from-dana.ecoconnect')
  const made = { madeAt: '2026-01-31T12:05:00.000Z', appVersion: '1.2.3', accountId: '' }
  const values = { managedBy: 'us', reportName: 'spot-eco', prefix: 'cur' }
  const head = { format: 'eco-connect-hand-over', version: 1, kind: 'request', steps: ['stack'] }
  const from = { name: 'Dana Whitfield', connection: 'Northwind' }
  await writeFile(file, JSON.stringify({ ...head, ...made, from, values }))
  const { window } = await scene.start({ args: [file] })
  const dialog = window.locator('[data-panel="opened-file"]')
  await dialog.waitFor()
  expect(await audit(window, 'opened file')).toEqual([])
  await dialog.locator('button[data-action="use"]').click()
  await window.locator('[data-panel="from-file"]').waitFor()
  expect(await audit(window, 'filled in from a file')).toEqual([])
})

test('Help, its pages and what it found pass axe, light and dark', async ({ stage }) => {
  const { window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await window.locator('header button[data-action="help"]').click()
  const help = window.locator('[data-panel="help"]')
  const search = help.getByLabel('Search Help')
  await search.waitFor()
  const findings = await audit(window, 'help')
  await search.fill('bucket')
  findings.push(...(await audit(window, 'help: found')))
  await search.fill('zyzzyva')
  findings.push(...(await audit(window, 'help: nothing')))
  await search.fill('details for support')
  await search.press('Enter')
  await help.locator('button[data-action="show-details"]').click()
  await help.locator('.request-text').waitFor()
  findings.push(...(await audit(window, 'help: details')))
  expect(findings).toEqual([])
})

test('a connection of a newer version passes axe, light and dark', async ({ stage }) => {
  const scene = await stage('fresh')
  const folder = path.join(scene.profile, 'connections', '6e961297-fc97-4499-b785-ebcf106ac4bd')
  await mkdir(folder, { recursive: true })
  await writeFile(path.join(folder, 'state.json'), '{"version":99}')
  const { window } = await scene.start()
  await window.locator('[data-panel="locked"]').waitFor()
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"]').waitFor()
  expect(await audit(window, 'locked')).toEqual([])
})

test('the overview of all, and removing everything, pass axe, light and dark', async ({
  stage,
}) => {
  const { window } = await (await stage('fresh')).start()
  await choosePlan(window, 'us')
  const choose = async (action: string): Promise<void> => {
    await window.locator('button[data-action="connections"]').click()
    await window.locator(`[data-panel="connections"] button[data-action="${action}"]`).click()
  }
  await choose('add')
  await choose('overview')
  await window.locator('[data-panel="overview"]').waitFor()
  const findings = await audit(window, 'overview')
  await choose('erase')
  await window.locator('[data-panel="erasure"]').waitFor()
  // While it fades in, its colours are those of neither appearance.
  await window.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
  findings.push(...(await audit(window, 'erasure')))
  await window.getByLabel('To confirm, type the word').fill('remove')
  await window.locator('[data-panel="erasure"] button[data-action="start"]').click()
  await window.locator('[data-erasure="ended"]').waitFor()
  findings.push(...(await audit(window, 'erased')))
  expect(findings).toEqual([])
})
