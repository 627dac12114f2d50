import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import { BaseSequencer, type TestSpecification } from 'vitest/node'
import { fixSeed } from './e2e/load/sample.ts'

/** Files of one long course each: begun last, they would be waited for by an idle machine. */
const LONG = [
  'e2e/errors/errors.test.ts',
  'e2e/crashes/crashes.test.ts',
  'electron/keychain/vault.test.ts',
  'electron/steps/journey.test.ts',
  'electron/steps/registration/registration.test.ts',
  'electron/shell/ipc.test.ts',
  'electron/aws/sign-in/cli-files.referee.test.ts',
  'e2e/faults/faults.test.ts',
]

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => LONG.some((name) => moduleId.endsWith(name))
    // oxlint-disable-next-line unicorn/no-array-sort -- the sequencer's, not an array's
    const rest = await super.sort(files.filter((file) => !isLong(file)))
    return [...files.filter(isLong), ...rest]
  }
}

fixSeed()

export default defineConfig({
  test: {
    // Generous: a limit here is for what never ends, not for what is slow on a busy machine.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    // The second that Vitest polls by itself is no limit of that kind.
    expect: { poll: { timeout: 30_000, interval: 5 } },
    // Half of a test's time it waits for a server, a process or a file. Left alone, Vitest takes one
    // processor less than there are: one of two.
    maxWorkers: Math.max(2, 2 * availableParallelism()),
    sequence: { sequencer: LongestFirst },
    env: { AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true' },
    include: [
      'electron/**/*.test.ts',
      'renderer/**/*.test.ts',
      'e2e/**/*.test.ts',
      'resources/**/*.test.ts',
    ],
  },
})
