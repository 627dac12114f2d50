import type { Source } from './judge.ts'
import { LINUX_FILE } from './places.ts'
import { readTrusted, type Trust } from './trusted-file.ts'

/** The settings in the one file that there is for them. Throws `policy-unusable`. */
export const sourcesOnLinux = (version: string): Promise<Source[]> =>
  sourcesInFile(LINUX_FILE, version, { owner: 0, topmost: '/' })

/** The settings in a file of this form. Throws `policy-unusable`. */
export async function sourcesInFile(
  place: string,
  version: string,
  trust: Trust,
): Promise<Source[]> {
  const at = { place, version }
  const content = await readTrusted(at, trust)
  if (!content) return []
  const { writtenInJson } = await import('./json.ts')
  return [{ at, written: writtenInJson(at, content) }]
}
