import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test as base } from './fixture.ts'

/** Writes what an organization decides, as its administrator would; resolves what the app is started with. */
export type Decide = (settings: object) => Promise<Record<string, string>>

/** As `test`, with settings of an organization. */
export const test = base.extend<{ decide: Decide }>({
  decide: async ({}, use) => {
    const outside = await mkdtemp(path.join(tmpdir(), 'eco-connect-policy-'))
    const folder = path.join(outside, 'eco-connect')
    await mkdir(folder, { mode: 0o755 })
    const file = path.join(folder, 'policy.json')
    await use(async (settings) => {
      await writeFile(file, JSON.stringify(settings, null, 2), { mode: 0o644 })
      return { ECO_CONNECT_POLICY_FILE: file }
    })
    await rm(outside, { recursive: true, force: true })
  },
})
