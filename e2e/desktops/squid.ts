import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { chmod, mkdir, readFile, writeFile } from 'node:fs/promises'
import { connect, createServer } from 'node:net'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { listening } from '../network/listening.ts'
import { endChild, startCompanion } from '../runtime/processes.ts'

/** As whom Debian's squid runs. */
const USER = 'proxy'

type Passage = {
  readonly status: string
  /** Who was signed in, `-` for nobody. */
  readonly person: string
  /** `host:port`. */
  readonly destination: string
}

export type Squid = {
  readonly port: number
  /** Every tunnel that was asked for and is over by now. */
  readonly passages: () => Promise<readonly Passage[]>
  readonly stop: () => Promise<void>
}

/** A port of this computer that nobody listens on now. */
export async function freePort(): Promise<number> {
  const { port, stop } = await listening(createServer())
  await stop()
  return port
}

/**
 * Starts squid, which lets nobody through without what `asks` (lines `auth_param …`) wants, and sends
 * everything on to the proxy at `parent`.
 */
export async function startSquid(
  folder: string,
  parent: number,
  asks: readonly string[],
): Promise<Squid> {
  await mkdir(folder, { recursive: true })
  const port = await freePort()
  const log = path.join(folder, 'access.log')
  const settings = path.join(folder, 'squid.conf')
  await writeFile(
    settings,
    `http_port 127.0.0.1:${port}
visible_hostname localhost
cache_effective_user ${USER}
pid_filename none
cache deny all
coredump_dir ${folder}
cache_log ${path.join(folder, 'cache.log')}
logformat short %>Hs %[un %rm %ru
access_log stdio:${log} short
logfile_rotate 0
netdb_filename none
pinger_enable off
shutdown_lifetime 0 seconds
${asks.join('\n')}
acl signed_in proxy_auth REQUIRED
http_access allow signed_in
http_access deny all
cache_peer 127.0.0.1 parent ${parent} 0 no-query no-digest default
never_direct allow all
`,
  )
  await promisify(execFile)('chown', ['-R', USER, folder])
  await chmod(folder, 0o755)
  const server = startCompanion('/usr/sbin/squid', ['-N', '-f', settings], {
    env: {
      ...process.env,
      ...(asks.join().includes('kerberos') ? { KRB5RCACHETYPE: 'none' } : {}),
    },
    stdio: 'ignore',
  })
  await answering(port)
  return {
    port,
    passages: async () => (await readFile(log, 'utf8')).split('\n').flatMap(passageOf),
    stop: () => endChild(server),
  }
}

function passageOf(line: string): readonly Passage[] {
  const [status = '', person = '', method, destination = ''] = line.split(' ')
  return method === 'CONNECT' ? [{ status, person, destination }] : []
}

async function answering(port: number): Promise<void> {
  for (let tries = 0; tries < 150; tries += 1) {
    const socket = connect(port, '127.0.0.1')
    const there = await once(socket, 'connect').then(
      () => true,
      () => false,
    )
    socket.destroy()
    if (there) return
    await delay(100)
  }
  throw new Error('squid did not start.')
}
