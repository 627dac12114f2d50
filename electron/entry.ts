/**
 * Where the program begins. How it was started is judged before any other code of the app is
 * loaded, and before Electron is ready to open a port, a file or a connection.
 */
import { statSync } from 'node:fs'
import process from 'node:process'
import { AUTOMATION_SWITCHES } from './start/automation.ts'
import { type Asked, readCommandLine } from './start/command-line.ts'
import { cleanEnvironment, print, refuse } from './start/refusal.ts'
import { EDITION, VERSION } from './start/this-edition.ts'
import { REFUSED, refusedVariable } from './start/variables.ts'

const asked = howItWasStarted()
if (asked.kind === 'refuse') refuse(asked.what)
if (asked.kind === 'version') {
  print(1, VERSION)
  process.exit(0)
}
// What test tools put there is read by `main.ts`.
if (EDITION === 'shipped') cleanEnvironment()
if (asked.kind === 'explain') {
  void import('./start/explanation.ts').then(({ explain }) => explain(asked.what))
} else {
  void import('./main.ts')
}

function howItWasStarted(): Asked {
  // From source, the tools' own switches and the app's folder come before any of ours.
  if (EDITION === 'development') return { kind: 'start' }
  const { argv, env, platform } = process
  const asked = readCommandLine(argv.slice(1), {
    platform,
    isFile,
    isRefusedVariable: (name) => REFUSED.some((one) => one.name === name),
    alsoAllowed: EDITION === 'automation' ? AUTOMATION_SWITCHES : [],
  })
  // An explanation connects to nothing, and must not be the next to be explained.
  if (asked.kind === 'explain') return asked
  const variable = refusedVariable(env, platform)
  return variable ? { kind: 'refuse', what: variable } : asked
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile()
  } catch {
    // Not there, not allowed, or not even a path: no file in any case.
    return false
  }
}
