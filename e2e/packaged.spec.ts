import { expect, test } from './fixture.ts'
import { choosePlan } from './journeys/steps.ts'
import { line, reaches } from './journeys/window.ts'
import { resolveElectron } from './runtime/electron.ts'
import { launchPackaged } from './runtime/launch.ts'
import { buildEdition, packageApp } from './runtime/package-app.ts'
import { repositoryRoot } from './runtime/paths.ts'

test('the packaged app starts, shows the checklist, and takes the first answer', async ({
  display,
  stage,
}) => {
  const { keyring, simulator, profile } = await stage('fresh')
  await buildEdition('automation')
  const { executable } = await packageApp(repositoryRoot, await resolveElectron(), {
    edition: 'automation',
    directoryOnly: true,
  })
  const env = { ...simulator.env, ECO_CONNECT_DEMO: '1' }
  const { window, close } = await launchPackaged(executable, { keyring, display, profile, env })
  try {
    await expect(window.locator('[data-step][data-status]')).toHaveCount(7)
    await choosePlan(window, 'us')
    await reaches(window, 'sign-in', 'todo')
    await expect(line(window, 'template')).toHaveAttribute('data-status', 'todo')
    // A packaged build takes no orders from the environment.
    await expect(window.getByText('Demonstration')).toHaveCount(0)
  } finally {
    await close()
  }
})
