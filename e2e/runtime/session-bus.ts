import type { ChildProcess } from 'node:child_process'
import { chown, mkdir, mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import type { Environment } from './display.ts'
import { firstLine, startCompanion } from './processes.ts'
import { asUser, type User } from './user.ts'

/** Folders of one session, all in `folder`; `env` names them and the bus. */
export type Home = { folder: string; env: Environment; runtimeFolder: string }

/** Makes the folders of a session, for `user` if one is given. */
export async function makeHome(user: User | null): Promise<Home> {
  const folder = await mkdtemp(path.join(tmpdir(), 'keyring-'))
  const runtimeFolder = path.join(folder, 'run')
  const env = {
    HOME: path.join(folder, 'home'),
    XDG_RUNTIME_DIR: runtimeFolder,
    XDG_DATA_HOME: path.join(folder, 'data'),
    XDG_CACHE_HOME: path.join(folder, 'cache'),
    XDG_CONFIG_HOME: path.join(folder, 'config'),
    DBUS_SESSION_BUS_ADDRESS: `unix:path=${path.join(folder, 'bus')}`,
  }
  for (const name of ['home', 'run', 'data', 'cache', 'config']) {
    await mkdir(path.join(folder, name), { mode: 0o700 })
    if (user) await chown(path.join(folder, name), user.uid, user.gid)
  }
  if (user) await chown(folder, user.uid, user.gid)
  return { folder, env, runtimeFolder }
}

/** No service folder: nothing can be activated, so nothing can prompt or be left behind. */
function busConfiguration(address: string): string {
  return `<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>${address}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
`
}

/** Starts the session's message bus, with nothing on it. */
export async function startBus(home: Home, user: User | null = null): Promise<ChildProcess> {
  const env: NodeJS.ProcessEnv = { ...home.env, PATH: process.env['PATH'], LANG: 'C.UTF-8' }
  const configuration = path.join(home.folder, 'bus.conf')
  await writeFile(configuration, busConfiguration(home.env['DBUS_SESSION_BUS_ADDRESS'] ?? ''))
  const bus = startCompanion(
    'dbus-daemon',
    [`--config-file=${configuration}`, '--nofork', '--nopidfile', '--print-address=1'],
    { env, stdio: ['ignore', 'pipe', 'ignore'], ...asUser(user) },
  )
  if ((await firstLine(bus.stdout)) === undefined) throw new Error('dbus-daemon did not start.')
  return bus
}
