import { spawn } from 'node:child_process'
import { access } from 'node:fs/promises'
import { createReadStream } from 'node:fs'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { SIGNATURE } from './sums.ts'

/** For what a signature counts: one that was made for something else is not taken for it. */
export const NAMESPACE = 'eco-connect-release'

/**
 * Runs the tool that every system has on which people verify: Windows 10 and 11, macOS and Linux come with
 * OpenSSH. Rejects with what it said.
 */
async function sshKeygen(args: readonly string[], input?: string): Promise<string> {
  const child = spawn('ssh-keygen', args, { stdio: ['pipe', 'pipe', 'pipe'] })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // A tool that needs nothing of it may have gone already.
  const fed =
    input === undefined
      ? Promise.resolve(child.stdin.end())
      : pipeline(createReadStream(input), child.stdin).catch(() => undefined)
  const [code] = await Promise.all([ended, fed])
  if (code !== 0) throw new Error(said.trim() || `ssh-keygen ended with ${code}.`)
  return said.trim()
}

/** How a key is known to people: its fingerprint, which the vendor publishes apart from the packages. */
async function fingerprintOf(key: string): Promise<string> {
  const told = await sshKeygen(['-l', '-f', key])
  return /SHA256:\S+/.exec(told)?.[0] ?? told
}

/**
 * Signs the sums of a release, beside them, and reads the signature back. With the same key an Ed25519 or RSA
 * signature is the same bytes each time. Resolves the fingerprint of the key.
 * @param key the file of the releaser's private key, or of the public one whose private one an agent holds
 */
export async function signSums(sums: string, key: string): Promise<string> {
  await access(key).catch(() => {
    throw new Error(`Nothing was signed: there is no key at ${key}.`)
  })
  const signature = path.join(path.dirname(sums), SIGNATURE)
  // It would ask before it wrote over one of an earlier release.
  await sshKeygen(['-Y', 'sign', '-q', '-f', key, '-n', NAMESPACE, sums]).catch(
    (error: unknown) => {
      throw new Error(
        `Nothing was signed: ssh-keygen did not take the key at ${key}. It said: ${String(error instanceof Error ? error.message : error)}`,
        { cause: error },
      )
    },
  )
  await sshKeygen(['-Y', 'check-novalidate', '-n', NAMESPACE, '-s', signature], sums)
  return fingerprintOf(key)
}
