import { expect, test } from './journeys/fixture.ts'
import { pictured } from './journeys/pictured.ts'
import { open } from './journeys/window.ts'
import { CURRENT, layOut } from './profiles/kept.ts'

test('the last page begins with what happens next and until when; the technical part is below', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  await layOut(CURRENT, 'registered', scene.profile)
  const { window } = await scene.start()
  const panel = await open(window, 'registration')
  const titles = await panel.getByRole('heading', { level: 3 }).allTextContents()
  expect(titles).toEqual([
    'What happens next',
    'What is left for you',
    'Look again, or undo',
    'Sign-ins were removed',
    'For the record',
  ])
  await expect(panel).toContainText(
    /first analysis (takes up to 48 hours: it is|was) due (today|tomorrow|on) /,
  )
  await expect(panel).toContainText('Delete the API token that you made for this')
  await expect(panel.getByRole('button', { name: 'Open the Spot console' })).toBeInViewport()
  await pictured(window, 'last-page')
})
