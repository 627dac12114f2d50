import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Page } from 'playwright'
import type { StepId } from '../electron/contract/steps.ts'
import { expect, test } from './journeys/fixture.ts'
import { approveTemplate, choosePlan, settleReport, signIn } from './journeys/steps.ts'
import { button, fill, open, panel, press, reaches, unfold } from './journeys/window.ts'
import { addTakenRole, addUnfitReports } from './simulator/index.ts'

/** The account that the scenarios connect. */
const PAYER = '418207315602'

/** The sentence that stands beside a field, as assistive technology finds it. */
async function sentenceBeside(window: Page, step: StepId, label: string): Promise<string> {
  const field = (await open(window, step)).getByLabel(label, { exact: true })
  await expect(field).toHaveAttribute('aria-invalid', 'true')
  const ids = ((await field.getAttribute('aria-describedby')) ?? '').split(' ').filter(Boolean)
  const texts = await Promise.all(ids.map((id) => window.locator(`[id="${id}"]`).innerText()))
  return texts.join(' ')
}

test('start URLs: pasted tails are forgiven, other addresses are explained', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  for (const wrong of [
    '',
    'http://d-90679c2f1a.awsapps.com/start',
    'https://console.aws.amazon.com/',
    'northwind',
    'https://example.com:8443/start',
  ]) {
    await fill(window, 'sign-in', 'AWS access portal URL', wrong)
    await press(window, 'sign-in', 'start')
    expect(await sentenceBeside(window, 'sign-in', 'AWS access portal URL')).not.toBe('')
    await expect(panel(window, 'sign-in').getByLabel('AWS access portal URL')).toHaveValue(wrong)
  }
  await fill(window, 'sign-in', 'Sign-in region (AWS: Identity Center region)', 'us-esat-1')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  expect(
    await sentenceBeside(window, 'sign-in', 'Sign-in region (AWS: Identity Center region)'),
  ).toContain('us-esat-1')
  expect(scene.simulator.requests).toEqual([])

  await fill(window, 'sign-in', 'Sign-in region (AWS: Identity Center region)', 'us-east-1')
  const pasted = `  ${scene.scenario.signIn.startUrl}/#/?tab=accounts `
  await fill(window, 'sign-in', 'AWS access portal URL', pasted)
  await press(window, 'sign-in', 'start')
  await button(window, 'sign-in', 'choose-account').first().waitFor()
})

test('an MSP account number with a typo is told beside the field', async ({ stage }) => {
  const { window } = await (await stage('msp')).start()
  await reaches(window, 'plan', 'todo')
  await panel(window, 'plan').locator('[data-answer="msp"]').click()
  await fill(window, 'plan', 'MSP AWS account number', '1234')
  await press(window, 'plan', 'choose')
  expect(await sentenceBeside(window, 'plan', 'MSP AWS account number')).toContain('twelve digits')
})

test('a user without any account is told so', async ({ stage }) => {
  const scene = await stage('fresh', {
    arrange: (world) => world.sso.users.get('dana.levi')?.assignments.clear(),
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
  await expect(button(window, 'sign-in', 'sign-out')).toBeVisible()
})

test('a report name or bucket that is taken is told beside its field', async ({ stage }) => {
  const scene = await stage('fresh', {
    arrange: (world) => {
      addUnfitReports(world, Date.now())
      const bucket = world.buckets.values().next().value
      if (bucket) {
        world.buckets.set('acme-reports', {
          ...bucket,
          name: 'acme-reports',
          owner: '999999999999',
        })
        world.buckets.set('northwind-eu', {
          ...bucket,
          name: 'northwind-eu',
          owner: PAYER,
          region: 'eu-west-1',
        })
      }
    },
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  const [unfit] = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)?.reports ?? []
  const taken = unfit?.definition.ReportName ?? ''
  await expect(await open(window, 'cost-report')).toContainText(taken)

  await fill(window, 'cost-report', 'Report name', taken)
  await press(window, 'cost-report', 'create')
  expect(await sentenceBeside(window, 'cost-report', 'Report name')).toContain(taken)
  await fill(window, 'cost-report', 'Report name', 'spot-eco')
  const beside = (): Promise<string> => sentenceBeside(window, 'cost-report', 'Bucket name')
  const told = async (names: Readonly<Record<string, string>>): Promise<void> => {
    for (const [name, rule] of Object.entries(names)) {
      await fill(window, 'cost-report', 'Bucket name', name)
      await press(window, 'cost-report', 'create')
      await expect.poll(beside).toContain(rule)
    }
  }
  await told({ 'Not A Bucket': 'small letters', ['a'.repeat(60)]: '63 characters', '': 'begins' })
  await unfold(window, 'cost-report')
  await panel(window, 'cost-report').locator('input[type="radio"][value="global"]').check()
  await told({
    'acme-reports': 'somebody else',
    'northwind-eu': 'us-east-1',
    'Not A Bucket': 'small letters',
    'reports-an': '-an',
    'reports-730915264418-us-east-1-an': 'another AWS account',
  })
  const created = scene.simulator.requests.filter(({ operation }) =>
    ['CreateBucket', 'PutReportDefinition', 'PutBucketPolicy'].includes(operation),
  )
  expect(created).toEqual([])
})

test('five reports leave no room for a sixth, and that is said', async ({ stage }) => {
  const scene = await stage('reports-unfit', {
    arrange: (world) => {
      for (const { reports } of world.accounts.values()) {
        for (const report of reports.slice(0, 2)) {
          const ReportName = `${report.definition.ReportName}-copy`
          reports.push({ ...report, definition: { ...report.definition, ReportName } })
        }
      }
    },
  })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'cost-report')
  await expect(panel(window, 'cost-report')).toContainText('five')
})

test('template files: what cannot be used is explained, what can is reviewed', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  const role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: {} } }
  const files = {
    'broken.json': '{"Resources": {',
    'huge.json': JSON.stringify({ Resources: { Role: role }, Description: 'x'.repeat(60_000) }),
    'no-role.json': JSON.stringify({ Resources: { G: { Type: 'AWS::IAM::Group' } } }),
    'server.json': JSON.stringify({
      Resources: { Role: role, Box: { Type: 'AWS::EC2::Instance' } },
    }),
    'picture.json': Buffer.from([0xff, 0xd8, 0xff, 0xe0]),
  }
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(scene.profile, name)
    await writeFile(file, content)
    await app.evaluate(({ dialog }, filePath) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
    }, file)
    await press(window, 'template', 'open-file')
    await reaches(window, 'template', 'failed')
    await expect(panel(window, 'template')).toContainText(name)
    await expect(button(window, 'template', 'approve')).toBeVisible()
    await press(window, 'template', 'check')
    await reaches(window, 'template', 'todo')
  }
  const own = path.join(scene.profile, 'ours.yaml')
  await writeFile(
    own,
    [
      'Parameters: { CostAndUsageBucket: { Type: String } }',
      'Resources:',
      '  OurRole:',
      '    Type: AWS::IAM::Role',
      '    Properties:',
      '      AssumeRolePolicyDocument:',
      '        Statement:',
      '          - { Effect: Allow, Action: sts:AssumeRole, Principal: { AWS: 884866656237 } }',
      '      Policies:',
      '        - PolicyName: read',
      '          PolicyDocument:',
      '            Statement:',
      '              - Effect: Allow',
      '                Action: s3:GetObject',
      '                Resource: !Sub arn:aws:s3:::${CostAndUsageBucket}/*',
      'Outputs: { SpotFinOpsRoleArn: { Value: !GetAtt OurRole.Arn } }',
    ].join('\n'),
  )
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, own)
  await press(window, 'template', 'open-file')
  await expect(panel(window, 'template')).toContainText('ours.yaml')
  await expect(panel(window, 'template')).toContainText('884866656237')
  await press(window, 'template', 'use-built-in')
  await expect(panel(window, 'template')).toContainText('627743545735')
})

test('names that CloudFormation or IAM would refuse are told beside their fields', async ({
  stage,
}) => {
  const scene = await stage('report-fits', { arrange: (world) => addTakenRole(world, Date.now()) })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  await press(window, 'stack', 'create')
  expect(await sentenceBeside(window, 'stack', 'Role name')).toContain(
    'SpotByNetApp_Finops_ReadOnly',
  )
  await fill(window, 'stack', 'Role name', 'bad role!')
  await press(window, 'stack', 'create')
  expect(await sentenceBeside(window, 'stack', 'Role name')).not.toBe('')
  await fill(window, 'stack', 'Role name', 'SpotEco')
  await fill(window, 'stack', 'Stack name', '1-stack')
  await press(window, 'stack', 'create')
  expect(await sentenceBeside(window, 'stack', 'Stack name')).not.toBe('')
  await fill(window, 'stack', 'Stack name', 'SpotEco')
  await press(window, 'stack', 'create')
  await reaches(window, 'stack', 'done')

  await fill(window, 'registration', 'Spot API token', 'wrong')
  await press(window, 'registration', 'connect')
  expect(await sentenceBeside(window, 'registration', 'Spot API token')).not.toBe('')
  scene.simulator.world.spot.tokens.set('empty', [])
  await fill(window, 'registration', 'Spot API token', 'empty')
  await press(window, 'registration', 'connect')
  expect(await sentenceBeside(window, 'registration', 'Spot API token')).toMatch(/account/i)
  await reaches(window, 'stack', 'done')
})
