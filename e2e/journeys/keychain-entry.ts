import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { environmentFor } from '../runtime/environment.ts'
import type { Keyring } from '../runtime/keyring.ts'
import { repositoryRoot } from '../runtime/paths.ts'

type Reached = Pick<Keyring, 'env'>

/** One call of the library, from a process of its own: it speaks to the bus of its process. */
async function ask(keyring: Reached, method: string, ...values: string[]): Promise<unknown> {
  const program = `const [method, ...values] = process.argv.slice(1)
    require('keytar')[method]('Eco Connect', ...values)
      .then((value) => process.stdout.write(JSON.stringify(value ?? null)))`
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ['-e', program, '--', method, ...values],
    { cwd: repositoryRoot, env: environmentFor(keyring.env) },
  )
  return JSON.parse(stdout)
}

/** What the keyring holds under the app's name for this connection, null if nothing. */
export async function entryOf(keyring: Reached, connectionId: string): Promise<string | null> {
  const value = await ask(keyring, 'getPassword', connectionId)
  return typeof value === 'string' ? value : null
}

/** Changes the entry behind the app's back, as another program of the same person can. */
export async function replaceEntry(
  keyring: Reached,
  connectionId: string,
  value: string,
): Promise<void> {
  await ask(keyring, 'setPassword', connectionId, value)
}

/** Takes the entry away, as somebody who resets the keyring does. */
export async function removeEntry(keyring: Reached, connectionId: string): Promise<void> {
  await ask(keyring, 'deletePassword', connectionId)
}
