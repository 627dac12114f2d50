import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** What an inspecting proxy has: its own authority, and a certificate for the hosts it stands in for. */
export type Authority = {
  /** The common name that is the issuer of `certificate`. */
  readonly name: string
  readonly key: Buffer
  readonly certificate: Buffer
  /** The authority's own. */
  readonly root: Buffer
  /** Makes the authority trusted by whoever has this home folder, as an IT department does. */
  readonly trustIn: (home: string) => Promise<void>
  /** Gives whoever has this home folder a certificate that tells who they are, with its key. */
  readonly identifyIn: (home: string, name: string) => Promise<void>
  readonly remove: () => Promise<void>
}

/** A proxy of the company's own. */
export const PROXY_NAME = 'proxy.northwind.example'

/** The hosts of the published list in us-east-1 and one of the company's own, as a certificate names them. */
const HOSTS = [
  '*.amazonaws.com',
  '*.us-east-1.amazonaws.com',
  '*.sso.us-east-1.amazonaws.com',
  '*.eu-west-1.amazonaws.com',
  '*.sso.eu-west-1.amazonaws.com',
  '*.s3.us-east-1.amazonaws.com',
  'api.spotinst.io',
  'aws.northwind.example',
  PROXY_NAME,
]

/** What a device that inspects traffic may do wrong: no name in its certificate, or an old signature. */
export type Fault = 'no-names' | 'sha-1'

/** Makes an authority for one test, with the `openssl` program, in a folder of its own. */
export async function createAuthority(name: string, fault?: Fault): Promise<Authority> {
  const folder = await mkdtemp(path.join(tmpdir(), 'authority-'))
  const inFolder = (file: string) => path.join(folder, file)
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes', '-days', '2']
  const authority = ['-keyout', inFolder('ca.key'), '-out', inFolder('ca.crt')]
  const signedBy = ['-CA', inFolder('ca.crt'), '-CAkey', inFolder('ca.key')]
  const leaf = ['-keyout', inFolder('leaf.key'), '-out', inFolder('leaf.csr')]
  const subject = ['-subj', `/O=Inspection/CN=${name}`, '-addext', 'keyUsage=critical,keyCertSign']
  await run('openssl', ['req', '-x509', ...newKey, ...authority, ...subject])
  await run('openssl', ['req', ...newKey, ...leaf, '-subj', '/CN=inspected'])
  const names = `subjectAltName=${HOSTS.map((host) => `DNS:${host}`).join(',')}\n`
  await writeFile(
    inFolder('leaf.ext'),
    `${fault === 'no-names' ? '' : names}extendedKeyUsage=serverAuth\n`,
  )
  const request = ['-in', inFolder('leaf.csr'), '-extfile', inFolder('leaf.ext'), '-days', '2']
  const digest = fault === 'sha-1' ? ['-sha1'] : []
  const leafOut = ['-CAcreateserial', '-out', inFolder('leaf.crt')]
  await run('openssl', ['x509', '-req', ...request, ...signedBy, ...leafOut, ...digest])
  return {
    name,
    key: await readFile(inFolder('leaf.key')),
    certificate: await readFile(inFolder('leaf.crt')),
    root: await readFile(inFolder('ca.crt')),
    async trustIn(home) {
      const trusted = ['-t', 'C,,', '-n', name, '-i', inFolder('ca.crt')]
      await run('certutil', ['-d', await databaseIn(home), '-A', ...trusted])
    },
    async identifyIn(home, person) {
      const own = ['-keyout', inFolder('own.key'), '-out', inFolder('own.csr')]
      await run('openssl', ['req', ...newKey, ...own, '-subj', `/CN=${person}`])
      await writeFile(inFolder('own.ext'), 'extendedKeyUsage=clientAuth\n')
      const asked = ['-in', inFolder('own.csr'), '-extfile', inFolder('own.ext'), '-days', '2']
      const certificate = ['-CAcreateserial', '-out', inFolder('own.crt')]
      await run('openssl', ['x509', '-req', ...asked, ...signedBy, ...certificate])
      const both = ['-in', inFolder('own.crt'), '-inkey', inFolder('own.key'), '-name', person]
      const sealed = ['-out', inFolder('own.p12'), '-passout', 'pass:']
      await run('openssl', ['pkcs12', '-export', ...both, ...sealed])
      const database = await databaseIn(home)
      await run('pk12util', ['-d', database, '-i', inFolder('own.p12'), '-W', ''])
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

/** Where Chromium looks for certificates on Linux; the system's own bundle means nothing to it. */
async function databaseIn(home: string): Promise<string> {
  const folder = path.join(home, '.pki', 'nssdb')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const database = `sql:${folder}`
  // Chromium makes it at its first start; asked to make it again, certutil waits for a password.
  if (!existsSync(path.join(folder, 'cert9.db')))
    await run('certutil', ['-d', database, '-N', '--empty-password'])
  return database
}
