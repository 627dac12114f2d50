import process from 'node:process'

/**
 * Tells why a command that packages has failed, and has it end with 1. `process.exitCode` alone does not: the packager
 * brings `async-exit-hook`, which at the end of the last work calls `process.exit(0)`, whatever was set before.
 */
export function failed(error: unknown): void {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
  process.once('exit', () => {
    process.exitCode = 1
  })
}
