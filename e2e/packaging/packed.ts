import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

/** Bytes from which on a file is worth it. */
const LARGE = 100_000

/**
 * Puts the larger files of a folder in the package compressed, each under its name with `.gz`: scripts and
 * styles are written out at length, and the window gets them from `electron/shell/page.ts`, which needs one
 * or two milliseconds for each. The same file becomes the same bytes, whoever packs and when.
 */
export async function pack(folder: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => /\.(js|css)$/.test(name))
  await Promise.all(names.map((name) => packed(path.join(folder, name))))
}

async function packed(file: string): Promise<void> {
  const content = await readFile(file)
  if (content.byteLength < LARGE) return
  await writeFile(`${file}.gz`, await promisify(gzip)(content, { level: 9 }))
  await rm(file)
}
