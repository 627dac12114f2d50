import {
  chmod,
  copyFile,
  lutimes,
  mkdir,
  mkdtemp,
  readdir,
  rm,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { Installed } from '../installation/installed.ts'

/** Gives every folder the same rights and time, from the innermost on: what is put in changes it. */
async function settle(folder: string, seconds: number): Promise<void> {
  for (const entry of await readdir(folder, { withFileTypes: true }))
    if (entry.isDirectory()) await settle(path.join(folder, entry.name), seconds)
  await chmod(folder, 0o755)
  await utimes(folder, seconds, seconds)
}

/**
 * Puts entries into `folder` as if that were a computer's root, with the same rights whatever the
 * umask, and with one time (seconds since 1970) for all.
 */
export async function stage(
  entries: readonly Installed[],
  folder: string,
  seconds: number,
): Promise<void> {
  for (const entry of entries) {
    const to = path.join(folder, entry.to)
    await mkdir(path.dirname(to), { recursive: true })
    if (entry.kind === 'link') {
      await symlink(entry.target, to)
      await lutimes(to, seconds, seconds)
      continue
    }
    if (entry.kind === 'file') await copyFile(entry.from, to)
    else await writeFile(to, entry.text)
    await chmod(to, entry.mode)
    await utimes(to, seconds, seconds)
  }
  await settle(folder, seconds)
}

/** Hands out a folder for as long as `work` takes. */
export async function inTemporaryFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(tmpdir(), 'eco-connect-package-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
