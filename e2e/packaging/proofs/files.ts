import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { bytesOf } from '../installation/app-folder.ts'
import type { Installation } from '../installation/installed.ts'

/** Files below `folder`, with `/` between the parts of their paths, in order. */
export async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

/** Rejects unless `folder` holds just what is to be installed on Windows, byte for byte. */
export async function assertSameFiles({ entries }: Installation, folder: string): Promise<number> {
  const there = await filesBelow(folder)
  const wanted = entries.map(({ to }) => to).toSorted()
  const strange = there.filter((file) => !wanted.includes(file))
  const missing = wanted.filter((file) => !there.includes(file))
  if (strange.length + missing.length > 0)
    throw new Error(
      `${folder} lacks [${missing.join(', ')}] and has [${strange.join(', ')}] besides.`,
    )
  for (const entry of entries) {
    if (entry.kind === 'link') throw new Error(`${entry.to} is a link.`)
    // One after the other: some are large.
    // oxlint-disable-next-line no-await-in-loop
    const [expected, found] = [await bytesOf(entry), await readFile(path.join(folder, entry.to))]
    if (!expected.equals(found)) throw new Error(`${entry.to} has other bytes in ${folder}.`)
  }
  return entries.length
}
