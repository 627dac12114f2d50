/** From zero to registered by Tab, Shift+Tab, Space, Enter, arrows, Escape and what is typed: no mouse. */
import { test } from './journeys/fixture.ts'
import { registerByKeys, resize } from './journeys/keyboard.ts'

/** As the window opens, and the smallest in which all main actions are to be in view. */
const SIZES = [
  { width: 1180, height: 820 },
  { width: 900, height: 600 },
] as const

for (const size of SIZES)
  test(`from zero to registered by keyboard alone, at ${size.width}×${size.height}`, async ({
    stage,
  }) => {
    test.slow()
    const scene = await stage('fresh')
    const started = await scene.start()
    await resize(started, size)
    await registerByKeys(started.window, scene.scenario)
  })
