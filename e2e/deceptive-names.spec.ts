import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import { type App, expect, type Stage, test } from './journeys/fixture.ts'
import { connectionIn } from './journeys/evidence.ts'
import { saveTo } from './journeys/files.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  sendToSpot,
  settleReport,
  signIn,
} from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches, unfold } from './journeys/window.ts'
import { issueCredentials, type Account } from './simulator/index.ts'

/** Reads as “Northwind (Test)” where the direction of writing is followed. */
const REVERSED = 'Northwind \u202e)tseT('
const REVERSED_SHOWN = 'Northwind ⟨U+202E⟩)tseT('
const ARABIC = 'شركة الشمال'
const SPOT = 'arn:aws:iam::884866656237:root'

/** First and last of each range, by Unicode's own tables and not by the rule of the app. */
const UNSEEN = [
  [0x00, 0x08],
  [0x0b, 0x1f],
  [0x7f, 0x9f],
  [0xad, 0xad],
  [0x34f, 0x34f],
  [0x61c, 0x61c],
  [0x115f, 0x1160],
  [0x180b, 0x180f],
  [0x200b, 0x200f],
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x2800, 0x2800],
  [0x3164, 0x3164],
  [0xfe00, 0xfe0f],
  [0xfeff, 0xfeff],
  [0xffa0, 0xffa0],
  [0xe0000, 0xe0fff],
]
const hides = (text: string): boolean =>
  Array.from(text).some((character) => {
    const code = character.codePointAt(0) ?? 0
    return UNSEEN.some(([first = 0, last = 0]) => code >= first && code <= last)
  })

/** Nothing that cannot be seen is drawn, said to screen readers, or held by a field. */
async function allIsSeen(window: Page, screen: string): Promise<void> {
  const drawn = await window.evaluate(() => {
    const fields = [...document.querySelectorAll('input, textarea')].flatMap((field) =>
      field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement
        ? [field.value]
        : [],
    )
    const labels = [...document.querySelectorAll('[aria-label]')].map(
      (element) => element.getAttribute('aria-label') ?? '',
    )
    const main = document.querySelector('main')?.innerText ?? ''
    return [main, document.body.textContent, ...fields, ...labels]
  })
  for (const text of drawn) expect(hides(text), screen).toBe(false)
}

/** How the innermost element around a text stands to the direction of what is around it. */
async function isolationOf(window: Page, text: string): Promise<string> {
  const element = window.locator('main').getByText(text, { exact: true }).first()
  return element.evaluate((found) => getComputedStyle(found).unicodeBidi)
}

/** Whether the isolated name is drawn to the left of the text that follows it. */
async function endsBefore(sentence: Locator, following: string): Promise<boolean> {
  return sentence.evaluate((element, following) => {
    const name = element.querySelector('bdi')
    const after = [...element.childNodes].find((node) => node.textContent?.includes(following))
    if (!name || !after) return false
    const start = (after.textContent ?? '').indexOf(following)
    const range = document.createRange()
    range.setStart(after, start)
    range.setEnd(after, start + following.length)
    return name.getBoundingClientRect().right <= range.getBoundingClientRect().left
  }, following)
}

function accountOf(scene: Stage, id: string): Account {
  const account = scene.simulator.world.accounts.get(id)
  if (!account) throw new Error(`no account ${id}`)
  return account
}

/** The next dialog for opening a file answers with this one. */
async function chooses({ app }: App, file: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, file)
}

const templateWith = (principal: string): string =>
  JSON.stringify({
    Resources: {
      Role: {
        Type: 'AWS::IAM::Role',
        Properties: {
          AssumeRolePolicyDocument: {
            Statement: [
              { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: principal } },
              { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: SPOT } },
            ],
          },
          Policies: [
            {
              PolicyName: 'reading',
              PolicyDocument: {
                Statement: {
                  Effect: 'Allow',
                  Action: 's3:GetObject',
                  Resource: 'arn:aws:s3:::northwind\u200b-cur/*',
                },
              },
            },
          ],
        },
      },
    },
  })

test('names of accounts, permission sets and reports show what they hide, and are used as they are', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { world } = scene.simulator
  const { accountId } = scene.scenario.signIn
  const payer = accountOf(scene, accountId)
  payer.name = REVERSED
  payer.email = 'aws\u2066payer\u2069@northwind.example'
  const [other] = [...world.accounts.values()].filter(({ id }) => id !== accountId)
  if (other) other.name = ARABIC
  world.sso.permissionSets.set('Administrator\u200bAccess', {
    Version: '2012-10-17',
    Statement: [],
  })
  for (const user of world.sso.users.values())
    user.assignments.get(accountId)?.push('Administrator\u200bAccess')
  const [report] = payer.reports
  if (report)
    payer.reports.push({
      ...report,
      definition: { ...report.definition, ReportName: `${report.definition.ReportName}\u2060` },
    })
  for (const account of [...world.spot.tokens.values()].flat())
    account.name = `Spot\u00ad${account.name}`

  const app = await scene.start()
  const { window } = app
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario, {
    look: async (screen) => {
      await allIsSeen(window, screen)
      if (screen === 'choose-account') {
        await expect(panel(window, 'sign-in')).toContainText(REVERSED_SHOWN)
        await expect(panel(window, 'sign-in')).toContainText('aws⟨U+2066⟩payer⟨U+2069⟩@northwind')
        expect(await isolationOf(window, ARABIC)).toBe('isolate')
      }
      if (screen === 'choose-role')
        await expect(panel(window, 'sign-in')).toContainText('Administrator⟨U+200B⟩Access')
    },
  })
  await reaches(window, 'sign-in', 'done')
  await expect(window.locator('header')).toContainText(REVERSED_SHOWN)
  await allIsSeen(window, 'signed in')

  await reaches(window, 'cost-report', 'todo')
  await expect(await open(window, 'cost-report')).toContainText('⟨U+2060⟩')
  await settleReport(window, (screen) => allIsSeen(window, screen))
  await createStack(window, { look: (screen) => allIsSeen(window, screen) })
  await reaches(window, 'stack', 'done')
  await sendToSpot(window, (screen) => allIsSeen(window, screen))
  await expect(panel(window, 'registration')).toContainText('Spot⟨U+00AD⟩')

  const folder = path.join(scene.profile, 'connections', await connectionIn(scene.profile))
  for (const file of ['summary.txt', 'audit.jsonl'])
    expect(hides(await readFile(path.join(folder, file), 'utf8')), file).toBe(false)
  const summary = await readFile(path.join(folder, 'summary.txt'), 'utf8')
  expect(summary).toContain(`Account name: ${REVERSED_SHOWN}`)
  expect(summary).toContain('Spot⟨U+00AD⟩')
})

test('a template whose principal only looks like Spot is not understood, and cannot be approved', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const app = await scene.start()
  const { window } = app
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  const body = templateWith(`${SPOT}\u202e`)
  const file = path.join(scene.profile, 'eco-role\u202enosj.json')
  await writeFile(file, body)
  await chooses(app, file)
  await open(window, 'template')
  await press(window, 'template', 'open-file')
  const shown = panel(window, 'template')
  await expect(shown).toContainText('eco-role⟨U+202E⟩nosj.json')
  await expect(shown).toContainText('This template hides something')
  await expect(shown).toContainText(`not understood: “${SPOT}⟨U+202E⟩”`)
  await expect(shown).toContainText('arn:aws:s3:::northwind⟨U+200B⟩-cur/*')
  await allIsSeen(window, 'template')
  // Only the honest one is told to be an account.
  await expect(shown.getByText('AWS account 884866656237')).toHaveCount(1)

  await expect(button(window, 'template', 'approve')).toHaveAttribute('aria-disabled', 'true')
  await unfold(window, 'template')
  const sha256 = await shown.locator('.details dd .code').innerText()
  // Neither by a button, nor by whatever sends the command all the same.
  const command = JSON.stringify({ step: 'template', action: 'approve', sha256 })
  await window.evaluate(`ecoConnect.send(${command})`)
  await reaches(window, 'template', 'failed', 'todo')
  await expect(shown).toContainText('hides something')
  await expect(shown).toContainText('Nothing was changed')
  await allIsSeen(window, 'refused')

  // Whoever copies or saves it gets the exact bytes.
  await unfold(window, 'template')
  await shown.getByRole('button', { name: 'Copy the template' }).click()
  await expect.poll(() => app.app.evaluate(({ clipboard }) => clipboard.readText())).toBe(body)
  const saved = path.join(scene.profile, 'saved.json')
  await app.app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (...given: readonly unknown[]) => {
      Reflect.set(globalThis, 'askedToSave', given.at(-1))
      return Promise.resolve({ canceled: false, filePath })
    }
  }, saved)
  await press(window, 'template', 'save-file')
  await expect.poll(() => readFile(saved, 'utf8').catch(() => '')).toBe(body)
  const asked = await app.app.evaluate(() => JSON.stringify(Reflect.get(globalThis, 'askedToSave')))
  expect(asked).toContain('eco-role⟨U+202E⟩nosj.json')
  const page = path.join(scene.profile, 'asked.html')
  await saveTo(app.app, page)
  await press(window, 'template', 'hand-over')
  await reaches(window, 'template', 'pending')
  const handedOver = await readFile(page, 'utf8')
  expect(hides(handedOver)).toBe(false)
  expect(handedOver).toContain(`not understood: “${SPOT}⟨U+202E⟩”`)
  expect(handedOver).toContain(Buffer.from(body).toString('base64'))
})

test('a profile of the AWS CLI shows what its name hides, and is used by its exact name', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { accountId } = scene.scenario.signIn
  const keys = issueCredentials(scene.simulator.world, {
    accountId,
    holder: { kind: 'permission-set', permissionSet: 'AdministratorAccess', user: 'dana.levi' },
    expires: Date.now() + 3_600_000,
  })
  const folder = path.join(scene.profile, 'aws')
  await mkdir(folder)
  const section = (name: string): string =>
    [
      `[${name}]`,
      `aws_access_key_id = ${keys.accessKeyId}`,
      `aws_secret_access_key = ${keys.secretAccessKey}`,
      `aws_session_token = ${keys.sessionToken}`,
      '',
    ].join('\n')
  const names = ['finance', 'fin\u200bance', ARABIC]
  await writeFile(path.join(folder, 'credentials'), names.map(section).join(''))
  const { window } = await scene.start({ env: { ECO_CONNECT_AWS_FOLDER: folder } })
  await choosePlan(window, 'us')
  await reaches(window, 'sign-in', 'todo')
  await (await open(window, 'sign-in')).locator('input[type="radio"][value="profile"]').check()
  await press(window, 'sign-in', 'look-for-profiles')
  const rows = panel(window, 'sign-in').locator('button[data-action="use-profile"]')
  await expect(rows).toHaveCount(3)
  expect(await isolationOf(window, ARABIC)).toBe('isolate')
  await allIsSeen(window, 'profiles')
  await rows.filter({ hasText: 'fin⟨U+200B⟩ance' }).click()
  await reaches(window, 'sign-in', 'done')
  await expect(await open(window, 'sign-in')).toContainText('fin⟨U+200B⟩ance')
  await allIsSeen(window, 'signed in')
})

test('a name that runs from right to left is readable, and moves nothing around it', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { accountId } = scene.scenario.signIn
  accountOf(scene, accountId).name = ARABIC
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario, {
    look: async (screen) => {
      if (screen !== 'choose-role') return
      const sentence = panel(window, 'sign-in').locator('strong').filter({ hasText: ARABIC })
      await expect(sentence).toHaveText(`In the account ${ARABIC} (${accountId})`)
      expect(await endsBefore(sentence, accountId)).toBe(true)
    },
  })
  await reaches(window, 'sign-in', 'done')
  const who = window.locator('.who-account')
  await expect(who).toHaveText(`${ARABIC} · ${accountId}`)
  expect(await endsBefore(who, accountId)).toBe(true)
})

test('what is typed and cannot be seen is marked in its field, and refused beside it', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await window.locator('button[data-action="connections"]').click()
  await window.locator('[data-panel="connections"] button[data-action="rename"]').click()
  const dialog = window.locator('[data-panel="rename"]')
  const name = window.getByLabel('Name of the connection')
  await name.fill('North\u200bwind')
  await expect(name).toHaveValue('North⟨U+200B⟩wind')
  await dialog.locator('button[data-action="rename"]').click()
  await expect(dialog).toContainText('This name has characters that cannot be seen.')
  await name.fill('Northwind')
  await dialog.locator('button[data-action="rename"]').click()
  await expect(window.locator('button[data-action="connections"]')).toContainText('Northwind')

  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await fill(window, 'cost-report', 'Report name', 'spot\u202eoce')
  await press(window, 'cost-report', 'create')
  await expect(panel(window, 'cost-report')).toContainText('cannot be the name of a report')
  await allIsSeen(window, 'report refused')
  const operations = scene.simulator.requests.map(({ operation }) => operation)
  expect(operations).not.toContain('PutReportDefinition')
})
