import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { expect, test } from './journeys/fixture.ts'
import { choosePlan, signIn } from './journeys/steps.ts'
import { OF_DESKTOP } from './review-pack/sections/storage.ts'

/** The files in a person's folders, as they are written down: by the place that each folder usually has. */
async function filesIn(env: NodeJS.ProcessEnv): Promise<string[]> {
  const folders = {
    '~': env['HOME'],
    '~/.config': env['XDG_CONFIG_HOME'],
    '~/.cache': env['XDG_CACHE_HOME'],
    '~/.local/share': env['XDG_DATA_HOME'],
  }
  const found = Object.entries(folders).map(async ([usual, folder = '']) => {
    const entries = await readdir(folder, { recursive: true, withFileTypes: true })
    const files = entries.filter((entry) => !entry.isDirectory())
    return files.map(({ parentPath, name }) =>
      path.join(usual, path.relative(folder, path.join(parentPath, name))),
    )
  })
  return (await Promise.all(found)).flat()
}

test('beside the profile folder a person’s folders get what the review pack names, and nothing else', async ({
  stage,
}) => {
  const scene = await stage('fresh')
  const before = await filesIn(scene.keyring.env)
  const { window, close } = await scene.start()
  await choosePlan(window, 'us')
  await signIn(window, scene.scenario)
  await close()
  // The keyring is a file of its own program's.
  const named = [...OF_DESKTOP, '~/.local/share/keyrings']
  const after = await filesIn(scene.keyring.env)
  const fresh = after.filter((file) => !before.includes(file))
  expect(fresh.length).toBeGreaterThan(0)
  expect(fresh.filter((file) => !named.some((folder) => file.startsWith(`${folder}/`)))).toEqual([])
})
