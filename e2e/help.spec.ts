import { expect, test } from './journeys/fixture.ts'
import { reaches } from './journeys/window.ts'

test('try', async ({ stage }) => {
  const { window } = await (await stage('fresh')).start()
  await reaches(window, 'plan', 'todo')
  await window.keyboard.press('F1')
  await window.waitForTimeout(1500)
  console.log(await window.locator('[data-panel="help"]').count())
  if (!(await window.locator('[data-panel="help"]').count()))
    await window.locator('[data-action="help"]').click()
  await window.waitForTimeout(800)
  console.log(await window.evaluate(() => document.activeElement?.outerHTML.slice(0, 200)))
  await window.screenshot({ path: '/tmp/h/help/contents.png' })
  await window.keyboard.type('permision')
  await window.screenshot({ path: '/tmp/h/help/results.png' })
  await window.keyboard.press('Enter')
  await window.waitForTimeout(300)
  await window.screenshot({ path: '/tmp/h/help/page.png' })
})
