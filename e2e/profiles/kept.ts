import { existsSync, readdirSync } from 'node:fs'
import { cp, mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { z } from 'zod'
import type { ScenarioId, SsoWorld, World } from '../simulator/index.ts'
import { bringBack } from './far-side.ts'
import { readTokens, unsealed } from './v6/reader.ts'

/** The version of what is kept that today's build writes: the folder that `write.ts` fills. */
export const CURRENT = 'v8'

/** What opens a kept profile again, beside its own files. */
const openingSchema = z.object({
  scenario: z.custom<ScenarioId>((value) => typeof value === 'string'),
  /** Each connection's key as the keychain held it, in base64. */
  keys: z.record(z.string(), z.string()),
  /** What a start of the build that wrote it showed of each connection. */
  statuses: z.record(z.string(), z.record(z.string(), z.string())),
  farSide: z.object({
    settings: z.object({ stackSeconds: z.number(), deliverySeconds: z.number() }),
    accounts: z.unknown(),
    buckets: z.unknown(),
    spot: z.unknown(),
  }),
})
export type Opening = z.infer<typeof openingSchema>

const here = fileURLToPath(new URL('.', import.meta.url))
const folderOf = (version: string, id: string): string => path.join(here, version, id)

/** The app's own files in a profile: not Chromium's caches, nor what was saved for others. */
const OWN =
  /^(settings\.json|connections\/[0-9a-f-]{36}\/(state\.json|vault\.bin(\.key)?|audit\.jsonl|summary\.txt))$/

const foldersIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)

export const VERSIONS = foldersIn(here).filter((name) => /^v\d+$/.test(name))

/** Ids of the situations that are kept of a version. */
export const keptOf = (version: string): string[] => foldersIn(path.join(here, version))

export const isKept = (version: string, id: string): boolean => existsSync(folderOf(version, id))

/** The app's own files in every profile that is kept, of every version. */
export async function allKept(): Promise<string[]> {
  const folders = VERSIONS.flatMap((version) => keptOf(version).map((id) => folderOf(version, id)))
  const files = folders.map(async (folder) =>
    (await ownFiles(folder)).map((file) => path.join(folder, file)),
  )
  return (await Promise.all(files)).flat()
}

/** The app's own files in a folder, relative to it. */
export async function ownFiles(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .map((file) => file.split(path.sep).join('/'))
    .filter((file) => OWN.test(file))
    .toSorted()
}

async function copyOwn(from: string, to: string): Promise<void> {
  for (const file of await ownFiles(from)) {
    await mkdir(path.join(to, path.dirname(file)), { recursive: true, mode: 0o700 })
    await cp(path.join(from, file), path.join(to, file))
  }
}

export async function keepFiles(version: string, id: string, profile: string): Promise<void> {
  await copyOwn(profile, folderOf(version, id))
}

export async function keepOpening(version: string, id: string, opening: Opening): Promise<void> {
  const text = `${JSON.stringify(opening, null, 1)}\n`
  await writeFile(path.join(folderOf(version, id), 'opening.json'), text)
}

export async function openingOf(version: string, id: string): Promise<Opening> {
  const text = await readFile(path.join(folderOf(version, id), 'opening.json'), 'utf8')
  return openingSchema.parse(JSON.parse(text))
}

/** Puts the files of a kept profile into an empty one, byte for byte. */
export function layOut(version: string, id: string, profile: string): Promise<void> {
  return copyOwn(folderOf(version, id), profile)
}

/** Makes the tokens sealed in a kept profile good in this Identity Center, for ten years. */
async function acceptTokens(
  sso: SsoWorld,
  folder: string,
  keys: Opening['keys'],
  now: number,
): Promise<void> {
  const ends = now + 10 * 365 * 24 * 3_600_000
  for (const [id, key] of Object.entries(keys)) {
    const file = await readFile(path.join(folder, 'connections', id, 'vault.bin'))
    const text = unsealed(file, Buffer.from(key, 'base64'), id)
    const tokens = text === null ? null : readTokens(text)
    if (tokens?.way !== 'portal') throw new Error(`the vault of ${id} does not open with its key`)
    const { clientId, clientSecret, startUrl, accessToken, refreshToken } = tokens
    sso.clients.set(clientId, {
      id: clientId,
      secret: clientSecret,
      redirectUris: ['http://127.0.0.1/oauth/callback'],
      grantTypes: ['authorization_code', 'refresh_token'],
      scopes: ['sso:account:access'],
      issuerUrl: startUrl,
      expires: ends,
    })
    sso.sessions.set(id, {
      id,
      user: sso.whoIsInBrowser,
      startUrl,
      clientId,
      accessTokens: new Map([[accessToken, ends]]),
      refreshTokens: new Set(refreshToken === undefined ? [] : [refreshToken]),
      ends,
    })
  }
}

/** Lets a new simulator know what a kept profile has made, and who is signed in with it. */
export async function rememberOutside(
  world: World,
  version: string,
  id: string,
  now: number,
): Promise<void> {
  const { farSide, keys } = await openingOf(version, id)
  bringBack(world, farSide, now)
  await acceptTokens(world.sso, folderOf(version, id), keys, now)
}
