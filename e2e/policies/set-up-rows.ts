import { readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { regionalSuffix } from '../../electron/contract/bucket-namespace.ts'
import type { SettingId } from '../../electron/managed/settings.ts'
import { sha256Of } from '../../electron/template/review.ts'
import { expect } from './expect.ts'
import { chooses } from '../journeys/files.ts'
import { wordsIn } from '../journeys/spoken.ts'
import type { App } from '../journeys/stage.ts'
import {
  approveTemplate,
  choosePlan,
  createStack,
  settleReport,
  signIn,
  untilRegistration,
} from '../journeys/steps.ts'
import { button, fill, open, panel, press, reaches } from '../journeys/window.ts'
import { SPOT_DEMO_TOKEN } from '../simulator/index.ts'
import { type At, startWith } from './at.ts'
import { isRefused, refusalIn, saysSetBy, type Sent } from './past-window.ts'
import type { Row } from './row.ts'

/** Of somebody who has signed in and looks at the cost report, with a fitting one or without any. */
async function atReport(at: At, scenario: 'fresh' | 'report-fits', settings: object) {
  const scene = await at.stage(scenario)
  const { window } = await startWith(at, scene, settings)
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  return { scene, window, report: await open(window, 'cost-report') }
}

const createsReport = (bucketName: string, bucketIsNew = true): Sent => ({
  step: 'cost-report',
  action: 'create',
  reviewed: '',
  reportName: 'spot-eco-2',
  bucketName,
  prefix: 'cur',
  bucketIsNew,
})

/** What was typed stays in the form, with what stands against it, until something else is typed. */
const AT_REPORT = {
  looks: ['DescribeReportDefinitions', 'ListBuckets'],
  mended: {
    step: 'cost-report',
    action: 'preview',
    reportName: 'spot-eco-2',
    bucketName: 'finance-cur',
    prefix: 'cur',
    bucketIsNew: true,
  },
} as const

const bucketNames: Row = {
  async allowed(at) {
    const { scene, window, report } = await atReport(at, 'fresh', {
      BucketNamePattern: 'finance-*',
    })
    await report.getByText((await wordsIn(window)).costReport.newReport.namesTitle).click()
    await saysSetBy(window, 'cost-report', 'BucketNamePattern')
    await press(window, 'cost-report', 'create')
    await reaches(window, 'cost-report', 'done')
    const names = [...scene.simulator.world.buckets.keys()]
    expect(names.filter((name) => name.startsWith('finance-'))).toHaveLength(1)
  },
  async forbidden(at) {
    const { scene, window } = await atReport(at, 'report-fits', { BucketNamePattern: 'finance-*' })
    await expect(button(window, 'cost-report', 'reuse')).toHaveCount(0)
    const words = await wordsIn(window)
    await expect(panel(window, 'cost-report')).toContainText(words.managed.notAllowed)
    const [existing = ''] = [...scene.simulator.world.buckets.keys()]
    const accountReports = scene.simulator.world.accounts.get(scene.scenario.signIn.accountId)
    await isRefused(
      window,
      scene,
      'BucketNamePattern',
      [
        createsReport('northern-cur'),
        createsReport(existing, false),
        { step: 'cost-report', action: 'use-bucket', bucketName: existing, prefix: '' },
        {
          step: 'cost-report',
          action: 'reuse',
          reportName: accountReports?.reports[0]?.definition.ReportName ?? '',
        },
      ],
      AT_REPORT,
    )
  },
}

const classicNames: Row = {
  async allowed(at) {
    const { scene, window, report } = await atReport(at, 'fresh', { ClassicBucketNamesOnly: false })
    await report.getByText((await wordsIn(window)).costReport.newReport.namesTitle).click()
    await expect(report.locator('input[type="radio"][value="regional"]')).toHaveCount(1)
    await press(window, 'cost-report', 'create')
    await reaches(window, 'cost-report', 'done')
    const suffix = regionalSuffix(scene.scenario.signIn.accountId)
    expect([...scene.simulator.world.buckets.keys()].some((name) => name.endsWith(suffix))).toBe(
      true,
    )
  },
  async forbidden(at) {
    const { scene, window, report } = await atReport(at, 'fresh', { ClassicBucketNamesOnly: true })
    await report.getByText((await wordsIn(window)).costReport.newReport.namesTitle).click()
    await expect(report.locator('input[type="radio"][value="regional"]')).toHaveCount(0)
    await saysSetBy(window, 'cost-report', 'ClassicBucketNamesOnly')
    const { accountId } = scene.scenario.signIn
    await isRefused(
      window,
      scene,
      'ClassicBucketNamesOnly',
      [createsReport(`finance-cur${regionalSuffix(accountId)}`)],
      AT_REPORT,
    )
  },
}

const builtIn = new URL('../../resources/eco-role.template.json', import.meta.url)

/** Somebody who chooses a template of their own wherever a file is asked for. */
async function withOwnTemplate(at: At, settings: (sha256: string) => object) {
  const scene = await at.stage('fresh')
  const own = (await readFile(builtIn, 'utf8')).replace('"Description"', '"Description" ')
  const file = path.join(at.policy.outside, 'own-template.json')
  await writeFile(file, own)
  const { app, window }: App = await startWith(at, scene, settings(sha256Of(own)))
  await chooses(app, file)
  await choosePlan(window, 'us')
  await reaches(window, 'template', 'todo')
  return { scene, window, template: await open(window, 'template'), sha256: sha256Of(own) }
}

const opensFile: Sent = { step: 'template', action: 'open-file' }

const ownTemplates: Row = {
  async allowed(at) {
    const { window, template } = await withOwnTemplate(at, () => ({ AllowOwnTemplates: true }))
    await press(window, 'template', 'open-file')
    await expect(template).toContainText('own-template.json')
  },
  async forbidden(at) {
    const { scene, window, template } = await withOwnTemplate(at, () => ({
      AllowOwnTemplates: false,
    }))
    await expect(button(window, 'template', 'open-file')).toHaveCount(0)
    await saysSetBy(window, 'template', 'AllowOwnTemplates')
    await isRefused(window, scene, 'AllowOwnTemplates', [opensFile])
    await expect(template).not.toContainText('own-template.json')
  },
}

const fingerprints: Row = {
  async allowed(at) {
    const { window, template } = await withOwnTemplate(at, (sha256) => ({
      AllowedTemplateFingerprints: [sha256],
    }))
    await saysSetBy(window, 'template', 'AllowedTemplateFingerprints')
    await press(window, 'template', 'open-file')
    await expect(template).toContainText('own-template.json')
    await press(window, 'template', 'approve')
    await reaches(window, 'template', 'done')
  },
  async forbidden(at) {
    const { scene, window, template } = await withOwnTemplate(at, () => ({
      AllowedTemplateFingerprints: ['0'.repeat(64)],
    }))
    await saysSetBy(window, 'template', 'AllowedTemplateFingerprints')
    await isRefused(window, scene, 'AllowedTemplateFingerprints', [opensFile])
    await expect(template).not.toContainText('own-template.json')
  },
}

const AT_STACK = { looks: ['ValidateTemplate', 'DescribeStacks', 'GetRole', 'GetPolicy'] } as const

/** Of somebody with all but the role. */
async function atStack(at: At, settings: object) {
  const scene = await at.stage('report-fits')
  const { window } = await startWith(at, scene, settings)
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'stack', 'todo')
  await open(window, 'stack')
  return { scene, window }
}

const externalId: Row = {
  async allowed(at) {
    const { window } = await atStack(at, { RequireExternalId: false })
    await createStack(window)
    await reaches(window, 'stack', 'done')
  },
  async forbidden(at) {
    const { scene, window } = await atStack(at, { RequireExternalId: true })
    await saysSetBy(window, 'stack', 'RequireExternalId')
    await press(window, 'stack', 'create')
    await expect.poll(() => refusalIn(window, 'stack')).toMatch(/ RequireExternalId$/)
    await isRefused(
      window,
      scene,
      'RequireExternalId',
      [
        {
          step: 'stack',
          action: 'create',
          acknowledged: true,
          withoutExternalId: true,
          stackName: 'Another',
          roleName: 'another',
          policyName: 'another',
          externalId: '',
          bucketName: [...scene.simulator.world.buckets.keys()][0] ?? '',
          values: {},
        },
        {
          step: 'stack',
          action: 'use-role',
          roleArn: `arn:aws:iam::${scene.scenario.signIn.accountId}:role/another`,
          externalId: '',
        },
      ],
      AT_STACK,
    )
  },
}

const spotApi: Row = {
  async allowed(at) {
    const { window } = await atRegistration(at, { AllowSpotApi: true })
    const { token } = (await wordsIn(window)).registration.sendToSpot
    await fill(window, 'registration', token, SPOT_DEMO_TOKEN)
    await press(window, 'registration', 'connect')
    await button(window, 'registration', 'send').first().waitFor()
  },
  async forbidden(at) {
    const { scene, window } = await atRegistration(at, { AllowSpotApi: false })
    await expect(button(window, 'registration', 'connect')).toHaveCount(0)
    await saysSetBy(window, 'registration', 'AllowSpotApi')
    await isRefused(window, scene, 'AllowSpotApi', [
      { step: 'registration', action: 'connect', token: SPOT_DEMO_TOKEN },
      { step: 'registration', action: 'check-token' },
      { step: 'registration', action: 'send', spotAccountId: 'act-3f9c1d27' },
    ])
  },
}

async function atRegistration(at: At, settings: object) {
  const scene = await at.stage('report-fits')
  const { window } = await startWith(at, scene, settings)
  await untilRegistration(window, scene.scenario)
  await reaches(window, 'registration', 'todo')
  await open(window, 'registration')
  return { scene, window }
}

/** What is about setting up: the report's bucket, the role and its template, and Spot. */
export const SET_UP_ROWS = {
  AllowSpotApi: [spotApi],
  AllowOwnTemplates: [ownTemplates],
  AllowedTemplateFingerprints: [fingerprints],
  RequireExternalId: [externalId],
  BucketNamePattern: [bucketNames],
  ClassicBucketNamesOnly: [classicNames],
} as const satisfies Partial<Record<SettingId, readonly [Row, ...Row[]]>>
