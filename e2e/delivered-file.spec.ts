/** What a delivered file says is read after the person has allowed it, and a reminder can be saved. */
import { readFileSync } from 'node:fs'
import { expect, test } from './journeys/fixture.ts'
import { sendToSpot, untilRegistration } from './journeys/steps.ts'
import { open, press, reaches } from './journeys/window.ts'

test('a delivered file is compared with the settings once it is allowed, and a reminder is saved', async ({
  stage,
}) => {
  const scene = await stage('report-fits')
  const { app, window } = await scene.start()
  await untilRegistration(window, scene.scenario)
  const bucket = await open(window, 'bucket')
  const parts = () =>
    scene.simulator.requests.filter(({ params }) => params['Range'] !== undefined).length
  await bucket.getByRole('button', { name: 'Compare a delivered file' }).click()
  await expect(bucket).toContainText('No line of the report is read')
  await bucket
    .locator('[data-fold="open"]')
    .screenshot({ path: test.info().outputPath('offer.png') })
  expect(parts()).toBe(0)
  await press(window, 'bucket', 'read-file')
  await reaches(window, 'bucket', 'done')
  await expect(await open(window, 'bucket')).toContainText('The file has what Eco needs')
  await window.screenshot({ path: test.info().outputPath('read.png'), fullPage: true })
  expect(parts()).toBe(2)

  await reaches(window, 'registration', 'todo')
  await sendToSpot(window)
  const file = test.info().outputPath('reminder.ics')
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, file)
  const end = await open(window, 'registration')
  await end.locator('button[data-action="save-reminder"]').click()
  await expect
    .poll(() => readFileSync(file, { encoding: 'utf8', flag: 'a+' }))
    .toContain('END:VCALENDAR')
  await window.screenshot({ path: test.info().outputPath('end.png'), fullPage: true })
  expect(readFileSync(file, 'utf8')).not.toContain(scene.scenario.signIn.accountId)
})
