import { execFile } from 'node:child_process'
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { endChild, startCompanion } from '../runtime/processes.ts'

const run = promisify(execFile)
const REALM = 'NORTHWIND.EXAMPLE'
const PERSON = 'someone'
const PASSWORD = 'kerberos-pw'
/** The proxy, as Chromium asks for it: by the name that the settings have. */
export const SERVICE = `HTTP/localhost@${REALM}`

export type Realm = {
  /** For whoever takes part in it. */
  readonly env: Readonly<Record<string, string>>
  /** The key by which the proxy knows its own tickets. */
  readonly keytab: string
  /** Signs the person in, for so many seconds. */
  readonly signIn: (seconds: number) => Promise<void>
  readonly stop: () => Promise<void>
}

/** A Kerberos realm of its own in a folder: the key server and one person. */
export async function startRealm(folder: string, port: number): Promise<Realm> {
  const inFolder = (name: string): string => path.join(folder, name)
  await mkdir(folder, { recursive: true })
  await writeFile(
    inFolder('krb5.conf'),
    `[libdefaults]
  default_realm = ${REALM}
  dns_lookup_kdc = false
  dns_canonicalize_hostname = false
  rdns = false
[realms]
  ${REALM} = {
    kdc = 127.0.0.1:${port}
  }
[domain_realm]
  localhost = ${REALM}
`,
  )
  await writeFile(
    inFolder('kdc.conf'),
    `[kdcdefaults]
  kdc_listen = 127.0.0.1:${port}
  kdc_tcp_listen = 127.0.0.1:${port}
[realms]
  ${REALM} = {
    database_name = ${inFolder('principal')}
    key_stash_file = ${inFolder('stash')}
    acl_file = ${inFolder('kadm5.acl')}
  }
`,
  )
  const env = {
    KRB5_CONFIG: inFolder('krb5.conf'),
    KRB5_KDC_PROFILE: inFolder('kdc.conf'),
    KRB5CCNAME: `FILE:${inFolder('tickets')}`,
  }
  const options = { env: { ...process.env, ...env } }
  const keytab = inFolder('proxy.keytab')
  await run('/usr/sbin/kdb5_util', ['create', '-s', '-r', REALM, '-P', 'master-pw'], options)
  for (const command of [
    `addprinc -pw ${PASSWORD} ${PERSON}`,
    `addprinc -randkey ${SERVICE}`,
    `ktadd -k ${keytab} ${SERVICE}`,
  ])
    await run('/usr/sbin/kadmin.local', ['-r', REALM, '-q', command], options)
  const server = startCompanion('/usr/sbin/krb5kdc', ['-n', '-r', REALM], {
    ...options,
    stdio: 'ignore',
  })
  return {
    env,
    keytab,
    async signIn(seconds) {
      for (let tries = 0; ; tries += 1) {
        const asking = run('kinit', ['-l', `${seconds}s`, `${PERSON}@${REALM}`], options)
        asking.child.stdin?.end(`${PASSWORD}\n`)
        const failure = await asking.then(
          () => null,
          (error: unknown) => error,
        )
        if (failure === null) return
        // The server may not be listening yet.
        if (tries > 50) throw failure
        await delay(100)
      }
    },
    stop: () => endChild(server),
  }
}
