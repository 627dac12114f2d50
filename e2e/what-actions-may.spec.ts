import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { actionData } from '../electron/aws/iam/known-actions.ts'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { panel, press, reaches, unfold } from './journeys/window.ts'

/** What the window has to say of each, and what AWS’s verbs would have said of none. */
const EFFECTS = [
  ['sqs:ReceiveMessage', 'reads'],
  ['ec2:DescribeReservedInstances', 'reads'],
  ['s3:List*', 'reads · AWS may add more to this'],
  ['sts:GetWebIdentityToken', 'writes'],
  ['states:GetActivityTask', 'writes'],
  ['*', 'writes · AWS may add more to this'],
  ['secretsmanager:GetSecretValue', 'reveals secrets'],
  ['s3:GetEverything', 'not known'],
  ['s3:GetEvery*', 'not known · AWS may add more to this'],
] as const

const template = {
  Resources: {
    Role: {
      Type: 'AWS::IAM::Role',
      Properties: {
        AssumeRolePolicyDocument: {
          Statement: [
            { Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { AWS: '884866656237' } },
          ],
        },
        Policies: EFFECTS.map(([Action], at) => ({
          PolicyName: `p${at}`,
          PolicyDocument: { Statement: [{ Effect: 'Allow', Action, Resource: '*' }] },
        })),
      },
    },
  },
}

test('of every action of a template it is said what it may do, and by which data', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  const file = path.join(scene.profile, 'theirs.json')
  await writeFile(file, JSON.stringify(template))
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, file)
  await press(window, 'template', 'open-file')
  const shown = panel(window, 'template')
  await expect(shown).toContainText('theirs.json')
  // What is not known, what reveals and what writes stands there unfolded.
  const unfolded = async (may: string): Promise<boolean[]> =>
    Promise.all((await shown.locator(`[data-may="${may}"]`).all()).map((one) => one.isVisible()))
  for (const may of ['writes', 'reveals', 'not-known']) {
    const seen = await unfolded(may)
    expect(seen, may).not.toEqual([])
    expect(seen, may).not.toContain(false)
  }
  expect(await unfolded('reads')).toContain(false)
  await unfold(window, 'template')
  for (const fold of await shown.locator('.fold').all()) await fold.click()
  const said = async (): Promise<string[]> =>
    (await shown.locator('li', { has: window.locator('[data-may]') }).allInnerTexts()).toSorted()
  await expect.poll(said).toEqual(EFFECTS.map((pair) => pair.join(' ')).toSorted())
  const source = shown.locator('[data-panel="action-data"]')
  await expect(source).toHaveCount(1)
  await expect(source).toContainText(
    `AWS’s Service Authorization Reference, data of ${actionData().date} (version ${actionData().version}).`,
  )
  // What is not known, and what reveals, stands where it has to be read first.
  await expect(shown.getByText('or do what this app cannot tell')).toBeVisible()
  await expect(shown.locator('[data-may="reads"]')).toHaveCount(3)
})
