import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Debian's packages of what this needs. */
export const SIGNING = { osslsigncode: 'osslsigncode', openssl: 'openssl' }

/**
 * Signs a copy of a package or program with a certificate made for it in `workshop`, and verifies it against
 * just that. Resolves the signed copy; rejects with what the verifier says.
 */
export async function signedForTrial(file: string, workshop: string): Promise<string> {
  const key = path.join(workshop, 'key.pem')
  const certificate = path.join(workshop, 'certificate.pem')
  const signed = path.join(workshop, `signed-${path.basename(file)}`)
  const made = ['req', '-x509', '-newkey', 'rsa:3072', '-sha256', '-nodes', '-days', '2']
  const named = ['-subj', '/CN=Eco Connect, for trial only', '-keyout', key, '-out', certificate]
  const use = ['keyUsage=critical,digitalSignature', 'extendedKeyUsage=codeSigning']
  await run('openssl', [...made, ...named, ...use.flatMap((one) => ['-addext', one])])
  const by = ['-certs', certificate, '-key', key, '-n', 'Eco Connect', '-h', 'sha256']
  await run('osslsigncode', ['sign', ...by, '-in', file, '-out', signed])
  await run('osslsigncode', ['verify', '-CAfile', certificate, '-in', signed])
  return signed
}
