import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // Generous: a limit here is for what never ends, not for what is slow on a busy machine.
    testTimeout: 60_000,
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    include: [
      'electron/**/*.test.ts',
      'renderer/**/*.test.ts',
      'e2e/**/*.test.ts',
      'resources/**/*.test.ts',
    ],
  },
})
