import { defineConfig } from '@playwright/test'

/** `npm run orca`: apart from the other window tests, as it needs Orca, and a screen for itself. */
export default defineConfig({
  globalSetup: './ensure-orca.ts',
  testDir: '.',
  testMatch: '*.orca.ts',
  outputDir: '../../artifacts/orca',
  timeout: 300_000,
  expect: { timeout: 30_000 },
  workers: 1,
  reporter: 'list',
})
