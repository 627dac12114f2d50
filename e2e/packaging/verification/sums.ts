import { readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { sha256Of } from '../../supply-chain/shipped-files.ts'

/** The file with the hash of every artefact of a release, and its signature. */
export const SUMS = 'SHA256SUMS'
export const SIGNATURE = `${SUMS}.sig`

/** What a packager leaves of itself beside the artefacts. */
const NO_ARTEFACT = /^(builder-.*\.ya?ml|SHA256SUMS.*)$/

/** What a release consists of: every file in its folder, whatever its format; ordered as the sums are. */
export async function artefactsIn(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && !NO_ARTEFACT.test(entry.name))
    .map(({ name }) => name)
    .toSorted()
}

/** A line that `sha256sum` and `shasum` take for a comment. */
const MARK =
  '# NOT FOR DISTRIBUTION: these packages hold a test runtime and are for trying them on one computer only.\n'

/**
 * Writes the hashes of all artefacts of a release beside them, in the form of `sha256sum`, which `sha256sum
 * --check` and `shasum --check` read; resolves the file. A release for trying is marked in its first line.
 */
export async function writeSums(folder: string, isForDistribution: boolean): Promise<string> {
  const lines: string[] = []
  for (const name of await artefactsIn(folder))
    lines.push(`${await sha256Of(path.join(folder, name))}  ${name}\n`)
  const file = path.join(folder, SUMS)
  await writeFile(file, `${isForDistribution ? '' : MARK}${lines.join('')}`)
  return file
}

const LINE = /^(?<sha256>[0-9a-f]{64}) [ *](?<name>[^/\\]+)$/

/**
 * The hashes that a release tells of its artefacts. Throws naming the line that is none, and an artefact that is
 * missing or has another hash.
 */
export async function readSums(folder: string): Promise<ReadonlyMap<string, string>> {
  const text = await readFile(path.join(folder, SUMS), 'utf8')
  const sums = new Map<string, string>()
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue
    const { sha256, name } = LINE.exec(line)?.groups ?? {}
    if (sha256 === undefined || name === undefined)
      throw new Error(`${SUMS} in ${folder} has a line that is no hash and name: ${line}`)
    sums.set(name, sha256)
  }
  for (const [name, told] of sums) {
    const found = await sha256Of(path.join(folder, name))
    if (found !== told)
      throw new Error(
        `${name} in ${folder} is not what ${SUMS} tells: it was changed or is damaged. Get it again.`,
      )
  }
  return sums
}
