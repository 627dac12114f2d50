import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'

/** One file of a packaged app or of a release: its path below the folder, with `/`, and its SHA-256. */
export type HashedFile = { readonly file: string; readonly sha256: string }

/** The SHA-256 of a file, in lower-case hexadecimal digits. */
export async function sha256Of(file: string): Promise<string> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(file), hash)
  return hash.digest('hex')
}

/** Every file below a folder, by the order of its name's characters, which no language changes. */
export async function hashedFilesIn(folder: string): Promise<readonly HashedFile[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .toSorted((one, other) => (one < other ? -1 : 1))
  const hashed: HashedFile[] = []
  for (const file of files) hashed.push({ file, sha256: await sha256Of(path.join(folder, file)) })
  return hashed
}
