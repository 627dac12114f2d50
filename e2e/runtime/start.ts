import { spawn } from 'node:child_process'
import process from 'node:process'
import { resolveElectron } from './electron.ts'
import { repositoryRoot } from './paths.ts'

/** Starts the built app as its users have it: against AWS, with this computer's keychain. */
async function start(): Promise<void> {
  const { executable } = await resolveElectron()
  const app = spawn(executable, [repositoryRoot, ...process.argv.slice(2)], { stdio: 'inherit' })
  app.once('error', (error) => {
    process.stderr.write(`${error.message}\n`)
    process.exitCode = 1
  })
  app.once('exit', (code) => {
    process.exitCode = code ?? 1
  })
}

start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
})
