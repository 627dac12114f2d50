import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { expect, test } from 'vitest'
import { repositoryRoot } from '../runtime/paths.ts'

/** What a command does that has the packager in it, and then fails. */
const ended = (way: string): { status: number | null; stderr: string } => {
  const program = `
    await import('electron-builder')
    const { default: hook } = await import('async-exit-hook')
    hook(() => {})
    const { failed } = await import('./e2e/packaging/failed.ts')
    ${way}`
  const args = ['--import', 'tsx', '--input-type=module', '--eval', program]
  const { status, stderr } = spawnSync(process.execPath, args, {
    cwd: repositoryRoot,
    encoding: 'utf8',
  })
  return { status, stderr }
}

test('a command that packages ends with 1 where something failed, whatever the packager’s hooks say', () => {
  expect(ended(`failed(new Error('There is no paper.'))`)).toEqual({
    status: 1,
    stderr: 'There is no paper.\n',
  })
  // Why it takes more than the usual: should this change, `failed` can go.
  expect(ended('process.exitCode = 1').status).toBe(0)
})
