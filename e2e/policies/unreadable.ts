import { chmod, chown, mkdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises'
import path from 'node:path'
import process from 'node:process'
import type { Cause } from '../../electron/managed/unusable.ts'
import type { PolicyFolder } from '../journeys/policy-folder.ts'
import { resolveElectron } from '../runtime/electron.ts'

/** A way in which a policy with valid settings cannot be read. */
export type Unreadable = {
  readonly what: string
  readonly cause: Cause
  readonly spoil: (policy: PolicyFolder) => Promise<void>
  /** Only the system's administrator can arrange it. */
  readonly asRoot?: true
  /** The app may not read what the mode of a file forbids, also where the administrator starts it. */
  readonly obeysModes?: true
}

const isRoot = process.getuid?.() === 0
const NOBODY = 65_534

const WAYS: readonly Unreadable[] = [
  {
    what: 'that may not be read',
    cause: 'unreadable',
    obeysModes: true,
    spoil: ({ file }) => chmod(file, 0o200),
  },
  {
    what: 'of somebody else',
    cause: 'not-owned',
    asRoot: true,
    spoil: ({ file }) => chown(file, NOBODY, NOBODY),
  },
  { what: 'that others can write', cause: 'writable', spoil: ({ file }) => chmod(file, 0o666) },
  {
    what: 'in a folder that others can write',
    cause: 'writable',
    spoil: ({ file }) => chmod(path.dirname(file), 0o777),
  },
  {
    what: 'behind a link',
    cause: 'link',
    async spoil({ file }) {
      await rename(file, `${file}.real`)
      await symlink(`${file}.real`, file)
    },
  },
  {
    what: 'whose place a folder takes',
    cause: 'not-a-file',
    async spoil({ file }) {
      await rm(file)
      await mkdir(file)
    },
  },
  {
    what: 'that is cut off',
    cause: 'not-json',
    async spoil({ file }) {
      const whole = await readFile(file, 'utf8')
      await writeFile(file, whole.replace(/\}$/, ''))
    },
  },
]

/** Those that can be arranged by whoever runs this. */
export const UNREADABLE = WAYS.filter(({ asRoot }) => asRoot !== true || isRoot)

/**
 * The Electron to run where a file's mode is to be obeyed: an administrator's processes are held to it
 * once they have given up the right to pass over it. Undefined for the usual one.
 */
export async function heldToModes(folder: string): Promise<string | undefined> {
  if (!isRoot) return undefined
  const { executable } = await resolveElectron()
  const file = path.join(folder, 'electron')
  await writeFile(
    file,
    `#!/bin/sh\nexec setpriv --bounding-set=-dac_override,-dac_read_search '${executable}' "$@"\n`,
    { mode: 0o755 },
  )
  return file
}
