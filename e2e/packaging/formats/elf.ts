import { execFile } from 'node:child_process'

import { open } from 'node:fs/promises'
import process from 'node:process'
import { promisify } from 'node:util'
import type { Installation } from '../installation/installed.ts'

const run = promisify(execFile)

/** What programs and libraries of an installation are linked against and do not bring along. */
export type Linked = {
  /** The sonames, each once, sorted. */
  readonly libraries: readonly string[]
  /** The newest version of glibc's symbols that is asked for, such as `2.25`. */
  readonly glibc: string
}

const MAGIC = Buffer.from('\x7FELF', 'latin1')

async function isElf(file: string): Promise<boolean> {
  const handle = await open(file)
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(MAGIC.length), 0, MAGIC.length, 0)
    return bytesRead === MAGIC.length && buffer.equals(MAGIC)
  } finally {
    await handle.close()
  }
}

/** The sonames in a `readelf -d`. */
export const neededIn = (text: string): string[] =>
  [...text.matchAll(/\(NEEDED\).*\[(.+)\]/g)].map((match) => match[1] ?? '')

/** The greatest `GLIBC_…` in a `readelf -V`; undefined where nothing asks for one. */
export function glibcIn(text: string): string | undefined {
  const asked = [...text.matchAll(/Name: GLIBC_([\d.]+)/g)].map((match) => match[1] ?? '')
  return asked.toSorted(byNumbers).at(-1)
}

function byNumbers(a: string, b: string): number {
  const [left, right] = [a, b].map((version) => version.split('.').map(Number))
  for (let i = 0; ; i += 1) {
    const [x, y] = [left?.[i], right?.[i]]
    if (x === undefined || y === undefined) return (x ?? -1) - (y ?? -1)
    if (x !== y) return x - y
  }
}

/** The programs and libraries in an installation. */
export async function elfFiles(installation: Installation): Promise<string[]> {
  const files = installation.entries.flatMap((entry) => (entry.kind === 'file' ? [entry.from] : []))
  const elf = await Promise.all(files.map(isElf))
  return files.filter((_, i) => elf[i])
}

/** Reads with binutils' `readelf`, of any processor, what an installation is linked against. */
export async function linkedOf(installation: Installation): Promise<Linked> {
  const files = await elfFiles(installation)
  const { stdout } = await run('readelf', ['-dVW', ...files], {
    env: { ...process.env, LC_ALL: 'C' },
    maxBuffer: 256 * 1024 * 1024,
  })
  const own = new Set(installation.entries.map(({ to }) => to.split('/').at(-1)))
  const libraries = [...new Set(neededIn(stdout))].filter((name) => !own.has(name)).toSorted()
  const glibc = glibcIn(stdout)
  if (glibc === undefined) throw new Error('Nothing of the app is linked against glibc.')
  return { libraries, glibc }
}
