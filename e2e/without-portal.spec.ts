import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { expect, filesWith, test } from './journeys/fixture.ts'
import { asBlock, chooseWay, inCredentials, keysOf, paste } from './journeys/keys.ts'
import { choosePlan } from './journeys/steps.ts'
import { open, panel, press, reaches } from './journeys/window.ts'

test('pasted short-lived keys sign in, stay in memory, and go on in place after they ended', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { simulator } = scene
  const { accountId } = scene.scenario.signIn
  const app = await scene.start()
  const { window } = app
  await choosePlan(window, 'us')
  const first = keysOf(scene)
  await paste(window, asBlock(first))
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText(accountId)
  await reaches(window, 'cost-report', 'todo')

  simulator.world.sso.expireRoleCredentials()
  await press(window, 'cost-report', 'reuse')
  await reaches(window, 'sign-in', 'todo', 'failed')
  const second = keysOf(scene)
  await paste(window, asBlock(second))
  await reaches(window, 'cost-report', 'done')

  const page = await window.content()
  const secrets = [first, second].flatMap((keys) => [keys.secretAccessKey, keys.sessionToken])
  for (const secret of secrets) expect(page).not.toContain(secret)
  await app.close()
  expect(await filesWith(scene.profile, secrets)).toEqual([])
  expect(app.output()).not.toContain(second.secretAccessKey)
  const again = await scene.start()
  await reaches(again.window, 'sign-in', 'todo')
})

test('long-lived and incomplete keys are refused beside the field, and AWS is not asked', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  const secret = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY'
  await paste(window, `aws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = ${secret}`)
  await expect(panel(window, 'sign-in')).toContainText('AKIA')
  await paste(window, 'export AWS_ACCESS_KEY_ID="ASIAIOSFODNN7EXAMPLE"')
  await expect(panel(window, 'sign-in')).toContainText('missing')
  await reaches(window, 'sign-in', 'todo')
  expect(await window.content()).not.toContain(secret)
  expect(scene.simulator.requests).toEqual([])
})

test('a profile of the AWS CLI signs in, is only read, and unusable ones say why', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const keys = keysOf(scene)
  const folder = path.join(scene.profile, 'aws')
  await mkdir(folder)
  const config = '[profile robot]\ncredential_process = /usr/bin/tool\n'
  const credentials = [
    inCredentials('finance', keys),
    '[old]',
    'aws_access_key_id = AKIAIOSFODNN7EXAMPLE',
    'aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    '',
  ].join('\n')
  await writeFile(path.join(folder, 'config'), config)
  await writeFile(path.join(folder, 'credentials'), credentials)
  const { window } = await scene.start({ env: { ECO_CONNECT_AWS_FOLDER: folder } })
  await choosePlan(window, 'us')
  await chooseWay(window, 'profile')
  await press(window, 'sign-in', 'look-for-profiles')
  const use = (name: string) =>
    panel(window, 'sign-in').locator('button[data-action="use-profile"]').filter({ hasText: name })
  await expect(use('robot')).toBeDisabled()
  await expect(use('old')).toContainText('long-lived')
  await use('finance').click()
  await reaches(window, 'sign-in', 'done')
  await reaches(window, 'cost-report', 'todo')
  expect(await readFile(path.join(folder, 'credentials'), 'utf8')).toBe(credentials)
  expect(await readFile(path.join(folder, 'config'), 'utf8')).toBe(config)
})

test('the files of the AWS CLI may lie in a folder that the person chooses in the window', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { accountId } = scene.scenario.signIn
  const keys = keysOf(scene)
  const usual = path.join(scene.profile, 'aws')
  const corp = path.join(scene.profile, 'corp')
  const empty = path.join(scene.profile, 'empty')
  for (const folder of [usual, corp, empty]) await mkdir(folder)
  await writeFile(
    path.join(corp, 'credentials'),
    [
      '[finance]',
      `aws_access_key_id = ${keys.accessKeyId}`,
      `aws_secret_access_key = ${keys.secretAccessKey}`,
      `aws_session_token = ${keys.sessionToken}`,
    ].join('\n'),
  )
  const { app, window } = await scene.start({ env: { ECO_CONNECT_AWS_FOLDER: usual } })
  /** Answers the system's dialog, which no test can press; resolves what it was asked. */
  const answer = (filePaths: string[]) =>
    app.evaluate(({ dialog }, paths) => {
      dialog.showOpenDialog = (...given: unknown[]) => {
        Reflect.set(globalThis, 'folderAsked', given.at(-1))
        return Promise.resolve({ canceled: paths.length === 0, filePaths: paths })
      }
    }, filePaths)
  await choosePlan(window, 'us')
  await chooseWay(window, 'profile')
  await press(window, 'sign-in', 'look-for-profiles')
  const shown = panel(window, 'sign-in')
  await expect(shown).toContainText('No profile of the AWS CLI was found there')
  await answer([])
  await press(window, 'sign-in', 'choose-folder')
  await answer([empty])
  await press(window, 'sign-in', 'choose-folder')
  await expect(shown).toContainText(`There are no files of the AWS CLI in ${empty}`)
  await answer([corp])
  await press(window, 'sign-in', 'choose-folder')
  await expect(shown.locator('button[data-profile="finance"]')).toBeEnabled()
  await expect(shown).toContainText(corp)
  await expect(shown).not.toContainText('There are no files')
  await window.screenshot({ path: test.info().outputPath('folder.png') })
  const asked: unknown = await app.evaluate((): unknown => Reflect.get(globalThis, 'folderAsked'))
  expect(asked).toEqual({
    properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
  })
  await press(window, 'sign-in', 'usual-folder')
  await expect(shown).toContainText('No profile of the AWS CLI was found there')
  await press(window, 'sign-in', 'choose-folder')
  await shown.locator('button[data-profile="finance"]').click()
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText(accountId)
  expect(await filesWith(scene.profile, [corp])).toEqual([])
})
