import { defineConfig } from '@playwright/test'
import { fixSeed } from './load/sample.ts'

// Before the workers start, so that all of them draw the same.
fixSeed()

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.ts',
  outputDir: '../artifacts/e2e',
  // Generous: a limit here is for what never ends, not for what is slow beside three others.
  timeout: 180_000,
  expect: { timeout: 60_000 },
  // Two for each of the two processors that a machine has at least: a journey waits half of its time,
  // for the stack, for the next look at AWS, for a window to close.
  workers: 4,
  fullyParallel: true,
  forbidOnly: process.env['CI'] === 'true',
  // Of some four hundred windows that start beside three others, one may get no frame to draw from the display
  // for half a minute. A test that passes the second time is told as flaky, by name.
  retries: process.env['CI'] === 'true' ? 1 : 0,
  reporter: 'list',
})
