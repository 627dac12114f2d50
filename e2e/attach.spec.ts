import { setTimeout as delay } from 'node:timers/promises'
import { expect, test } from './journeys/fixture.ts'
import { debuggingAddress, pageUrls } from './runtime/debugging.ts'
import { resolveElectron } from './runtime/electron.ts'
import { environmentFor, sandboxWorks } from './runtime/environment.ts'
import { holdReady } from './runtime/launch.ts'
import { repositoryRoot } from './runtime/paths.ts'
import { appProcesses, awaitGone, startCompanion } from './runtime/processes.ts'

test('an app that is to be driven opens no window before it is attached to, and others do', async ({
  stage,
  display,
}) => {
  const scene = await stage('fresh')
  const { executable } = await resolveElectron()
  const sandbox = (await sandboxWorks(executable)) ? [] : ['--no-sandbox']
  const started = async (before: readonly string[], look: (address: string) => Promise<void>) => {
    const profile = `--user-data-dir=${scene.profile}`
    const args = [...sandbox, '--remote-debugging-port=0', ...before, repositoryRoot, profile]
    const env = environmentFor(scene.keyring.env, display.env, scene.simulator.env)
    const child = startCompanion(executable, args, { env, stdio: ['ignore', 'ignore', 'pipe'] })
    const lines: string[] = []
    child.stderr?.on('data', (chunk: Buffer) => lines.push(chunk.toString()))
    try {
      await look(await debuggingAddress(child, () => lines.join('')))
    } finally {
      await awaitGone(await appProcesses(child.pid ?? -1, scene.profile), 0)
    }
  }
  await started([], async (address) => {
    const pages = ['app://eco-connect/index.html']
    await expect.poll(() => pageUrls(address)).toEqual(pages)
  })
  await started(['-r', holdReady], async (address) => {
    await delay(4000)
    expect(await pageUrls(address)).toEqual([])
  })
})
