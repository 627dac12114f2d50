import { spawn } from 'node:child_process'
import os from 'node:os'
import path from 'node:path'
import { type Written, writtenInJson } from './json.ts'
import type { Source } from './judge.ts'
import { MAC_FOLDER } from './places.ts'
import { readTrusted } from './trusted-file.ts'
import { type Place, unusable } from './unusable.ts'

/** Part of macOS, on its sealed volume; reads both forms of a property list. */
const PLUTIL = '/usr/bin/plutil'
const PATIENCE_MS = 10_000
const LARGEST_JSON = 8 * 1024 * 1024

/** Whose folder, and by which name this build knows its preferences (`appId`). */
export type MacNames = { readonly user: string; readonly domain: string }

/** Makes JSON of a property list. Rejects when it is none, or has dates or bytes in it. */
type ToJson = (plist: Uint8Array) => Promise<string>

/** The settings forced for this user, before those for this computer. Throws `policy-unusable`. */
export async function sourcesOnMac(version: string, domain: string): Promise<Source[]> {
  const { username } = os.userInfo()
  const trust = { owner: 0, topmost: '/' }
  const sources: Source[] = []
  for (const place of placesOnMac({ user: username, domain })) {
    const at = { place, version }
    const content = await readTrusted(at, trust)
    if (content) sources.push({ at, written: await writtenInPlist(at, content, byPlutil) })
  }
  return sources
}

/** In the order in which macOS itself prefers them. */
export function placesOnMac({ user, domain }: MacNames): string[] {
  const file = `${domain}.plist`
  const own =
    /^[^/\\]+$/.test(user) && !/^\.+$/.test(user) ? [path.posix.join(MAC_FOLDER, user, file)] : []
  return [...own, path.posix.join(MAC_FOLDER, file)]
}

/** What a profile says of itself: macOS may leave it among the settings. Source: Apple, "Top-level payload keys". */
const OF_PROFILE =
  /^Payload(?:Description|DisplayName|Enabled|Identifier|Organization|Scope|Type|UUID|Version)$/

/** Reads a property list with settings. Throws `policy-unusable`. */
export async function writtenInPlist(
  at: Place,
  plist: Uint8Array,
  toJson: ToJson,
): Promise<Written> {
  const json = await toJson(plist).catch((cause: unknown) => {
    throw unusable(at, 'not-plist', { cause })
  })
  const { values } = writtenInJson(at, Buffer.from(json))
  return {
    values: new Map([...values].filter(([name]) => !OF_PROFILE.test(name))),
    lineOf: () => undefined,
  }
}

const byPlutil: ToJson = async (plist) => {
  const child = spawn(PLUTIL, ['-convert', 'json', '-o', '-', '--', '-'], {
    env: {},
    stdio: ['pipe', 'pipe', 'ignore'],
    timeout: PATIENCE_MS,
  })
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject)
    child.once('close', resolve)
  })
  // Where it ends before it has read everything, its own end says why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(plist)
  const parts: Buffer[] = []
  let length = 0
  child.stdout.on('data', (part: Buffer) => {
    length += part.byteLength
    if (length > LARGEST_JSON) child.kill()
    else parts.push(part)
  })
  const code = await ended
  if (code !== 0) throw new Error(`${PLUTIL} ended with ${code}`)
  return Buffer.concat(parts).toString('utf8')
}
