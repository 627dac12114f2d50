/** What comes, what is over, and whose turn it is: in the checklist and in the panel of each step. */
import path from 'node:path'
import type { Locator, Page } from 'playwright'
import type { StepId } from '../electron/contract/steps.ts'
import { expect, test } from './journeys/fixture.ts'
import { saveTo } from './journeys/files.ts'
import { pictured } from './journeys/pictured.ts'
import { approveTemplate, choosePlan, settleReport, signIn } from './journeys/steps.ts'
import { button, line, open, panel, press, reaches } from './journeys/window.ts'

/** Drawn larger than the point to which hidden words are clipped. */
const widthOf = (part: Locator): Promise<number> =>
  part.evaluate((element) => element.getBoundingClientRect().width)

const ahead = (window: Page, step: StepId): Locator => line(window, step).locator('.line-ahead')

test('a locked step says what it will need and how long it takes, once somebody looks at it', async ({
  stage,
}) => {
  const { window } = await (await stage('fresh')).start()
  await choosePlan(window, 'us')
  await reaches(window, 'stack', 'waiting')
  await expect(ahead(window, 'stack')).toHaveText(': your go-ahead, 1 min')
  await expect(ahead(window, 'bucket')).toHaveText(': up to 24 hours of AWS’s')
  // It is read with the line, and not shown before it is looked at.
  await expect(line(window, 'registration').locator('button')).toHaveAccessibleName(
    /Later.*: a Spot API token, 2 min/,
  )
  expect(await widthOf(ahead(window, 'stack'))).toBeLessThanOrEqual(1)
  await line(window, 'stack').hover()
  expect(await widthOf(ahead(window, 'stack'))).toBeGreaterThan(60)
  await open(window, 'bucket')
  expect(await widthOf(ahead(window, 'bucket'))).toBeGreaterThan(60)
  const told = panel(window, 'bucket').locator('[data-ahead="bucket"]')
  await expect(told).toContainText('Nothing, unless something about the bucket has to be repaired.')
  await expect(told).toContainText('none')
  await expect(told).toContainText('within 24 hours')
  await open(window, 'registration')
  await expect(panel(window, 'registration').locator('[data-ahead]')).toContainText(
    'about 2 minutes',
  )
  await pictured(window, 'locked')
  // The way to what has to come first.
  await button(window, 'registration', 'next').click()
  await expect(panel(window, 'sign-in')).toBeVisible()
})

test('a finished step says what was proven and when, and offers the next one', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await open(window, 'sign-in')
  const done = panel(window, 'sign-in')
  await expect(done).toContainText(/This step is finished\. It was proven today at/)
  await expect(done).toContainText(scene.scenario.signIn.accountId)
  const next = button(window, 'sign-in', 'next')
  await expect(next).toHaveText('Next: step 3, Set up the cost report')
  await pictured(window, 'finished')
  await next.focus()
  await window.keyboard.press('Enter')
  // What was pressed is gone: the focus is where the person is now.
  await expect(panel(window, 'cost-report').locator('h2')).toBeFocused()

  await settleReport(window)
  await reaches(window, 'bucket', 'pending', 'done')
  await approveTemplate(window)
  await open(window, 'plan')
  await expect(panel(window, 'plan')).toContainText('This step is finished.')
  await expect(button(window, 'plan', 'next')).toHaveText('Next: step 6, Create the role for Spot')
  await open(window, 'bucket')
  await expect(button(window, 'bucket', 'next')).toHaveCount(1)
  await button(window, 'bucket', 'next').click()
  await expect(panel(window, 'stack')).toBeVisible()
  await expect(button(window, 'stack', 'next')).toHaveCount(0)
})

/** The sign of a line, by its shape: it is drawn in one colour. */
const signOf = (window: Page, step: StepId): Promise<string> =>
  line(window, step).evaluate((element) =>
    [
      ...element.querySelectorAll(
        '.line-status svg path, .line-status svg circle, .line-status svg rect',
      ),
    ]
      .map((shape) => shape.outerHTML.replaceAll(/ class="[^"]*"/g, ''))
      .join(''),
  )

test('what the person may not do, and what waits for a colleague or for AWS, differs in words and in shape', async ({
  stage,
}) => {
  const scene = await stage('limited-operator')
  const { app, window } = await scene.start()
  await choosePlan(window, 'us')
  await approveTemplate(window)
  await signIn(window, scene.scenario)
  await reaches(window, 'cost-report', 'todo')
  await expect(line(window, 'cost-report')).toContainText('You lack permissions')
  await expect(line(window, 'stack')).toContainText('You lack permissions')
  await expect(line(window, 'registration')).toContainText('Later')
  const [lacking, later] = [
    await signOf(window, 'cost-report'),
    await signOf(window, 'registration'),
  ]
  await saveTo(app, path.join(scene.profile, 'request.html'))
  await press(window, 'cost-report', 'hand-over')
  await reaches(window, 'cost-report', 'pending')
  await expect(line(window, 'cost-report')).toContainText('Waiting for a colleague')
  const colleague = await signOf(window, 'cost-report')
  const done = await signOf(window, 'sign-in')
  expect(new Set([lacking, later, colleague, done]).size).toBe(4)
  expect([lacking, later, colleague, done]).not.toContain('')
  await pictured(window, 'whose-turn')
})

test('a delivery says that AWS is waited for', async ({ stage }) => {
  const scene = await stage('fresh')
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await settleReport(window)
  await reaches(window, 'bucket', 'pending')
  await expect(line(window, 'bucket')).toContainText('Waiting for AWS to deliver')
})
