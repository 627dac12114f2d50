import { execFile } from 'node:child_process'
import { stat } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import { promisify } from 'node:util'
import type { Environment } from './display.ts'

const run = promisify(execFile)

const callersOwn =
  /^(AWS|DBUS|XDG|WAYLAND|ELECTRON|GNOME_KEYRING|SPOT|ECO_CONNECT)_|_proxy$|^(DISPLAY|XAUTHORITY|NODE_OPTIONS|NODE_EXTRA_CA_CERTS|LANGUAGE|LANG|LC_\w+)$/i

/** The caller's environment without what would make the app behave otherwise than on CI. */
export function cleanEnvironment(environment: Environment): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(environment)) {
    if (value !== undefined && !callersOwn.test(name)) kept[name] = value
  }
  // The app speaks the system's language.
  return { ...kept, LANG: 'C.UTF-8' }
}

/** What an app under test gets: the caller's cleaned environment, then each layer over the last. */
export function environmentFor(...layers: (Environment | undefined)[]): Record<string, string> {
  const merged = new Map(Object.entries(cleanEnvironment(process.env)))
  for (const [name, value] of layers.flatMap((layer) => Object.entries(layer ?? {}))) {
    if (value === undefined) merged.delete(name)
    else merged.set(name, value)
  }
  return Object.fromEntries(merged)
}

/**
 * Whether Chromium's sandbox can start: never as root, otherwise with the setuid program in place or
 * with user namespaces. Only tests go without; the users' launcher never does.
 */
export async function sandboxWorks(executable: string): Promise<boolean> {
  if (process.platform !== 'linux') return true
  if (process.getuid?.() === 0) return false
  const program = await stat(path.join(path.dirname(executable), 'chrome-sandbox')).catch(
    () => null,
  )
  if (program && program.uid === 0 && (program.mode & 0o4000) !== 0) return true
  return run('unshare', ['-Ur', 'true']).then(
    () => true,
    () => false,
  )
}
