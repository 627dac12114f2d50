import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { objection, ROOMS } from './order.mjs'

const here = path.dirname(fileURLToPath(import.meta.url))
const oxlint = path.join(here, '../../node_modules/oxlint/bin/oxlint')

describe('a room imports', () => {
  test.each([
    ['electron/steps/stack/stack.ts', 'electron/aws/iam/roles.ts'],
    ['electron/steps/stack/stack.ts', 'electron/steps/stack/form.ts'],
    ['electron/contract/ask/stack.ts', 'electron/contract/facts.ts'],
    ['electron/aws/s3/buckets.test.ts', 'e2e/simulator/index.ts'],
    ['renderer/parts/Facts.tsx', 'electron/texts/en/facts.ts'],
    ['vite.config.mts', 'electron/start/edition.ts'],
    ['electron/steps/athena/athena.ts', 'electron/steps/shared/account.ts'],
    ['electron/steps/index.ts', 'electron/steps/athena/athena.ts'],
  ])('what comes before it: %s from %s', (from, to) => {
    expect(objection(from, to)).toBe('')
  })

  test.each([
    ['electron/errors/failure.ts', 'electron/aws/client/reply.ts', 'comes after'],
    ['electron/aws/s3/buckets.ts', 'electron/steps/bucket/bucket.ts', 'comes after'],
    ['electron/checklist/engine.ts', 'electron/steps/index.ts', 'comes after'],
    ['electron/steps/bucket/bucket.ts', 'electron/steps/stack/form.ts', 'comes after'],
    ['electron/connection/connection.ts', 'e2e/simulator/index.ts', 'comes after'],
    ['electron/spot/api.test.ts', 'e2e/runtime/keyring.ts', 'comes after'],
    ['electron/app.ts', 'renderer/mount.tsx', 'comes after'],
    ['renderer/parts/Facts.tsx', 'electron/aws/client/reply.ts', 'nothing that runs'],
    ['renderer/parts/Facts.tsx', 'electron/errors/failure.ts', 'nothing that runs'],
    ['electron/new-room/thing.ts', 'electron/base/clock.ts', 'is in no room'],
    ['electron/steps/athena/athena.ts', 'electron/steps/index.ts', 'comes after'],
    ['electron/steps/stack/stack.ts', 'electron/steps/athena/athena.ts', 'comes after'],
  ])('nothing else: %s from %s', (from, to, why) => {
    expect(objection(from, to)).toContain(why)
  })
})

test('each room has one place', () => {
  expect(new Set(ROOMS).size).toBe(ROOMS.length)
})

describe('the linter', () => {
  let folder: string
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'rooms-'))
    await mkdir(path.join(folder, 'electron/base'), { recursive: true })
    await mkdir(path.join(folder, 'electron/files'), { recursive: true })
    await mkdir(path.join(folder, 'e2e'))
    await cp(here, path.join(folder, 'e2e/rooms'), { recursive: true })
    await writeFile(
      path.join(folder, '.oxlintrc.json'),
      JSON.stringify({
        jsPlugins: ['./e2e/rooms/plugin.mjs'],
        categories: {},
        rules: { 'rooms/order': 'error' },
      }),
    )
  })
  afterAll(() => rm(folder, { recursive: true, force: true }))

  /** What the linter says of one file with this content. */
  async function said(file: string, content: string): Promise<string> {
    await writeFile(path.join(folder, file), content)
    const run = promisify(execFile)(process.execPath, [oxlint, file], { cwd: folder })
    return run.then(
      ({ stdout }) => stdout,
      (error: { readonly stdout: string }) => error.stdout,
    )
  }

  test.each([
    ['an import', "import { a } from '../files/files.ts'\nexport const b = a\n"],
    ['the import of a type', "import type { A } from '../files/files.ts'\nexport type B = A\n"],
    ['a re-export', "export { a } from '../files/files.ts'\n"],
    ['a re-export of everything', "export * from '../files/files.ts'\n"],
    ['an import at run time', "export const a = () => import('../files/files.ts')\n"],
  ])('names %s against the order', async (_, content) => {
    expect(await said('electron/base/thing.ts', content)).toContain('rooms(order)')
  })

  test('says nothing of one along it', async () => {
    const content = "import { a } from '../base/thing.ts'\nexport const b = a\n"
    expect(await said('electron/files/thing.ts', content)).toContain('0 errors')
  })
})
