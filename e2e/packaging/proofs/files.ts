import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import { bytesOf } from '../installation/app-folder.ts'
import type { Installation, Installed } from '../installation/installed.ts'

/** Files and links below `folder`, with `/` between the parts of their paths, in order. */
async function filesBelow(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .toSorted()
}

async function isAsWanted(entry: Installed, file: string): Promise<boolean> {
  if (entry.kind === 'link')
    return (await lstat(file)).isSymbolicLink() && (await readlink(file)) === entry.target
  const [expected, found] = [await bytesOf(entry), await readFile(file)]
  return found.equals(expected)
}

/**
 * Rejects unless `folder` holds just what is to be installed below `above`, byte for byte; resolves how many
 * files and links that are.
 */
export async function assertSameFiles(
  { entries }: Installation,
  folder: string,
  above = '',
): Promise<number> {
  const inside = (to: string): string => path.posix.relative(above, to)
  const there = await filesBelow(folder)
  const wanted = entries.map(({ to }) => inside(to)).toSorted()
  const strange = there.filter((file) => !wanted.includes(file))
  const missing = wanted.filter((file) => !there.includes(file))
  if (strange.length + missing.length > 0)
    throw new Error(
      `${folder} lacks [${missing.join(', ')}] and has [${strange.join(', ')}] besides.`,
    )
  for (const entry of entries)
    if (!(await isAsWanted(entry, path.join(folder, inside(entry.to)))))
      throw new Error(`${entry.to} is another in ${folder}.`)
  return entries.length
}
