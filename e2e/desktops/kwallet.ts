import { execFile } from 'node:child_process'
import process from 'node:process'
import { promisify } from 'node:util'
import { endChild, startCompanion } from '../runtime/processes.ts'
import type { Desk } from './desk.ts'
import { owned } from './keepassxc.ts'

/** Where Debian puts what the Qt Cryptographic Architecture is made of. */
const CIPHERS = '/usr/lib/x86_64-linux-gnu/qca-qt5/crypto'

/**
 * Starts KWallet on the desk as its keychain, without any wallet. Without `ciphers` it finds the folder
 * of its encryption empty, as where that package, which is only recommended to it, is not installed.
 */
export async function startKWallet(desk: Desk, ciphers: boolean): Promise<{ version: string }> {
  const env: NodeJS.ProcessEnv = { ...desk.env, PATH: process.env['PATH'], LANG: 'C.UTF-8' }
  const hidden = `mount -t tmpfs none ${CIPHERS} && exec kwalletd5`
  const [command, args] = ciphers
    ? (['kwalletd5', []] as const)
    : (['unshare', ['--mount', 'sh', '-c', hidden]] as const)
  const program = startCompanion(command, args, { env, stdio: 'ignore' })
  desk.ends(() => endChild(program))
  await owned(env, 'org.freedesktop.secrets')
  const { stdout } = await promisify(execFile)('kwalletd5', ['--version'], { env })
  return { version: stdout.trim() }
}
