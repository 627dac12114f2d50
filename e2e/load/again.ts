import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { repositoryRoot } from '../runtime/paths.ts'
import { startLoad } from './load.ts'

const playwright = path.join(repositoryRoot, 'node_modules', 'playwright', 'cli.js')
const tests = ['test', '--config', 'e2e/playwright.config.ts', '--repeat-each=20']

/**
 * Runs window tests twenty times each on a machine that is kept busy: what fails once in a while
 * fails here. Takes whatever Playwright takes, such as the name of a file.
 */
async function again(args: readonly string[]): Promise<number> {
  const endLoad = await startLoad()
  try {
    const run = spawn(process.execPath, [playwright, ...tests, ...args], {
      cwd: repositoryRoot,
      stdio: 'inherit',
    })
    return await new Promise((resolve, reject) => {
      run.once('error', reject)
      run.once('exit', (code) => resolve(code ?? 1))
    })
  } finally {
    await endLoad()
  }
}

process.exitCode = await again(process.argv.slice(2))
