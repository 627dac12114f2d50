import { readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { type Reader, startReader } from '../assistive/reader.ts'
import { startDisplay } from '../runtime/display.ts'
import { startKeyring } from '../runtime/keyring.ts'
import {
  appProcesses,
  awaitGone,
  endChild,
  listProcesses,
  descendants,
  startCompanion,
} from '../runtime/processes.ts'
import type { User } from '../runtime/user.ts'
import type { Machine } from './machine.ts'

/** Debian's `nobody`: has no rights that others have not. */
const ORDINARY: User = { uid: 65_534, gid: 65_534 }

/** The program as somebody has it before them. */
export type Running = {
  readonly reader: Reader
  /** What it wrote to its standard output and error so far. */
  readonly said: () => string
  /** What is wrong with Chromium's sandbox: nothing, hopefully. */
  readonly sandboxFaults: () => Promise<string[]>
  readonly close: () => Promise<void>
}

/** Somebody without any rights, at a desktop of their own on a machine. */
export type Person = {
  /** The app's folder in their home. */
  readonly profile: string
  /** Starts the app as its entry in the menu does: by its name, and nothing else. */
  readonly start: () => Promise<Running>
  readonly leave: () => Promise<void>
}

/**
 * What the kernel says of a program's windows: each has to be in namespaces of its own, behind a
 * filter of calls, and put there by the program that may do so.
 */
async function sandboxFaults(root: number): Promise<string[]> {
  const family = descendants(await listProcesses(), root)
  const renderers = family.filter(({ command }) => command.includes('--type=renderer'))
  const faults = renderers.length === 0 ? ['there is no window to look at'] : []
  if (!family.some(({ command }) => /(^|\/)chrome-sandbox /.test(command)))
    faults.push('chrome-sandbox was not used')
  if (family.some(({ command }) => command.includes('--no-sandbox')))
    faults.push('a process was started with --no-sandbox')
  for (const { pid } of renderers) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    if (!/^Seccomp:\s+2$/m.test(status)) faults.push('a window without a filter of calls')
    for (const kind of ['pid', 'net']) {
      const [own, outer] = await Promise.all(
        [pid, root].map((one) => readlink(`/proc/${one}/ns/${kind}`)),
      )
      if (own === outer) faults.push(`a window in the ${kind} namespace of everybody`)
    }
  }
  return faults
}

/** Not in an ordinary person's PATH, which the app gets. */
const CHROOT = '/usr/sbin/chroot'

/** Sits somebody down at a machine: a screen, a home, a keyring, a screen reader. */
export async function sitDownAt(machine: Machine): Promise<Person> {
  const keyring = await startKeyring('unlocked', ORDINARY)
  const display = await startDisplay()
  const { HOME: home = '', XDG_CONFIG_HOME: config = '' } = keyring.env
  const session = { ...keyring.env, ...display.env }
  await machine.share(path.dirname(home))
  await machine.share('/tmp/.X11-unix')
  const start = async (): Promise<Running> => {
    const reader = await startReader(session, ORDINARY)
    const env = { ...session, PATH: '/usr/bin:/bin', LANG: 'C.UTF-8', GNOME_ACCESSIBILITY: '1' }
    const who = `--userspec=${ORDINARY.uid}:${ORDINARY.gid}`
    const words = ['eco-connect', '--force-renderer-accessibility']
    const child = startCompanion(CHROOT, [who, machine.folder, ...words], {
      env,
      cwd: '/',
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const said: string[] = []
    for (const out of [child.stdout, child.stderr])
      out?.on('data', (chunk: Buffer) => said.push(chunk.toString()))
    child.once('error', ({ message }) => said.push(message))
    const root = child.pid ?? -1
    return {
      reader,
      said: () => said.join(''),
      sandboxFaults: () => sandboxFaults(root),
      async close() {
        const family = await appProcesses(root, path.dirname(home))
        await endChild(child, 10_000)
        const left = await awaitGone(family, 10_000)
        await reader.stop()
        if (left.length > 0) throw new Error(`${left.length} processes outlived the app.`)
      },
    }
  }
  return {
    profile: path.join(config, 'Eco Connect'),
    start,
    async leave() {
      await display.stop()
      await keyring.stop()
    },
  }
}
