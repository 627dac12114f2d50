import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import { endChild, startCompanion } from '../runtime/processes.ts'
import type { Desk } from './desk.ts'

const run = promisify(execFile)
const PASSWORD = 'pw'

export type KeePassXC = {
  /** Titles of the entries in the database, those in its recycle bin with “(recycle bin)”. */
  readonly entries: () => Promise<readonly string[]>
  readonly version: string
}

/** A database whose root group is open to other programs, as its settings dialog would set it. */
async function makeDatabase(folder: string, env: NodeJS.ProcessEnv): Promise<string> {
  const database = path.join(folder, 'passwords.kdbx')
  const xml = path.join(folder, 'passwords.xml')
  await cli(env, ['db-create', '-q', '-p', database], `${PASSWORD}\n${PASSWORD}\n`)
  const exported = await cli(env, ['export', '-q', '-f', 'xml', database], `${PASSWORD}\n`)
  const [, encoded = ''] = /<Root>\s*<Group>\s*<UUID>(.*?)<\/UUID>/.exec(exported) ?? []
  const hex = Buffer.from(encoded, 'base64').toString('hex')
  const group = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '{$1-$2-$3-$4-$5}')
  const item = `<Item><Key>FDO_SECRETS_EXPOSED_GROUP</Key><Value>${group}</Value></Item>`
  await writeFile(
    xml,
    exported.replace('<Binaries/>', `<Binaries/><CustomData>${item}</CustomData>`),
  )
  const open = path.join(folder, 'open.kdbx')
  await cli(env, ['import', '-q', '-p', xml, open], `${PASSWORD}\n${PASSWORD}\n`)
  return open
}

async function cli(
  env: NodeJS.ProcessEnv,
  args: readonly string[],
  input: string,
): Promise<string> {
  const running = run('keepassxc-cli', [...args], { env })
  running.child.stdin?.end(input)
  return (await running).stdout
}

/** Starts KeePassXC on the desk as its keychain, unlocked, with the settings that it comes with. */
export async function startKeePassXC(desk: Desk): Promise<KeePassXC> {
  const env: NodeJS.ProcessEnv = { ...desk.env, PATH: process.env['PATH'], LANG: 'C.UTF-8' }
  const database = await makeDatabase(desk.folder, env)
  const settings = path.join(desk.folder, 'config', 'keepassxc')
  await mkdir(settings, { recursive: true })
  await writeFile(
    path.join(settings, 'keepassxc.ini'),
    '[General]\nConfigVersion=2\n[FdoSecrets]\nEnabled=true\n[GUI]\nCheckForUpdates=false\n',
  )
  const program = startCompanion('keepassxc', ['--pw-stdin', database], {
    env,
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  program.stdin?.end(`${PASSWORD}\n`)
  desk.ends(() => endChild(program))
  await owned(env, 'org.freedesktop.secrets')
  await unlocked(env)
  return {
    version: (await run('keepassxc-cli', ['--version'], { env })).stdout.trim(),
    async entries() {
      // It saves after each change, a moment later.
      await delay(1500)
      await readFile(database)
      const listed = await cli(env, ['ls', '-q', '-R', '-f', database], `${PASSWORD}\n`)
      return listed
        .split('\n')
        .filter((line) => line.includes('Eco Connect/'))
        .map((line) => line.replace(/^Recycle Bin\/(.*)$/, '$1 (recycle bin)'))
    },
  }
}

/**
 * Waits until the database is open. It has its name on the bus before that, and a question that
 * comes in between is not answered.
 */
async function unlocked(env: NodeJS.ProcessEnv): Promise<void> {
  const target = ['--session', '--print-reply=literal', '--dest=org.freedesktop.secrets']
  const asked = [
    '/org/freedesktop/secrets/aliases/default',
    'org.freedesktop.DBus.Properties.Get',
    'string:org.freedesktop.Secret.Collection',
    'string:Locked',
  ]
  for (let tries = 0; tries < 200; tries += 1) {
    const told = await run('dbus-send', [...target, ...asked], { env }).catch(() => null)
    if (told?.stdout.includes('boolean false')) return
    await delay(100)
  }
  throw new Error('KeePassXC did not open its database.')
}

/** Waits until a program on the session's bus has this name. */
export async function owned(env: NodeJS.ProcessEnv, name: string): Promise<void> {
  const target = ['--session', '--print-reply=literal', '--dest=org.freedesktop.DBus']
  const asked = ['/org/freedesktop/DBus', 'org.freedesktop.DBus.NameHasOwner', `string:${name}`]
  for (let tries = 0; tries < 200; tries += 1) {
    const { stdout } = await run('dbus-send', [...target, ...asked], { env })
    if (stdout.includes('true')) return
    await delay(100)
  }
  throw new Error(`Nobody on the bus is ${name}.`)
}
