import { expect, filesWith, test } from './journeys/fixture.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { fill, press, reaches } from './journeys/window.ts'
import { secretsOf } from './journeys/evidence.ts'

test('the sign-in is kept, sealed, and found again at the next start', async ({ stage }) => {
  const scene = await stage('fresh')
  const first = await scene.start()
  await choosePlan(first.window, 'us')
  await signIn(first.window, scene.scenario)
  const secrets = secretsOf(scene.simulator)
  await first.close()
  expect(await filesWith(scene.profile, secrets)).toEqual([])

  const second = await scene.start()
  await reaches(second.window, 'sign-in', 'done')
  const signIns = scene.simulator.requests.filter(({ operation }) => operation === 'RegisterClient')
  expect(signIns).toHaveLength(1)
})

test('a locked keyring is told before the browser opens; once unlocked, it goes on', async ({
  stage,
}) => {
  const scene = await stage('fresh', { keyring: 'locked' })
  const { window } = await scene.start()
  await choosePlan(window, 'us')
  await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
  await press(window, 'sign-in', 'start')
  await reaches(window, 'sign-in', 'failed')
  expect(scene.simulator.requests).toEqual([])
  await scene.keyring.unlock()
  await window.locator('[data-step="vault"] button[data-action="retry"]').click()
  await reaches(window, 'sign-in', 'todo')
  expect(scene.simulator.requests.map(({ operation }) => operation)).toContain('CreateToken')
})

for (const keyring of ['locked', 'missing'] as const) {
  test(`with a ${keyring} keyring the session can be kept in memory only`, async ({ stage }) => {
    const scene = await stage('fresh', { keyring })
    const first = await scene.start()
    const { window } = first
    await choosePlan(window, 'us')
    await fill(window, 'sign-in', 'AWS access portal URL', scene.scenario.signIn.startUrl)
    await press(window, 'sign-in', 'start')
    await reaches(window, 'sign-in', 'failed')
    await window.locator('[data-step="vault"] button[data-action="session-only"]').click()
    await reaches(window, 'sign-in', 'todo')
    const secrets = secretsOf(scene.simulator)
    expect(secrets.length).toBeGreaterThan(2)
    await first.close()
    expect(await filesWith(scene.profile, secrets)).toEqual([])
    expect(await filesWith(scene.profile, ['accessToken'])).toEqual([])
  })
}
