import { createHash } from 'node:crypto'
import { z } from 'zod'

/** Reads a text file; null where there is none. */
export type ReadFile = (path: string) => Promise<string | null>

/** What `aws sso login` leaves behind. Time in milliseconds since the epoch. */
export type CachedToken = { readonly accessToken: string; readonly expiresAt: number }
/** What `aws login` leaves behind: credentials that last some minutes, renewed by the CLI. */
export type CachedLogin = {
  readonly accessKeyId: string
  readonly secretAccessKey: string
  readonly sessionToken: string
  readonly expiresAt: number
}

/** `2026-01-02T03:04:05Z`; older versions of the CLI write `UTC` for `Z`. */
const time = z
  .string()
  .transform((text) => Date.parse(text.replace(/UTC$/, 'Z')))
  .refine((at) => !Number.isNaN(at))
const tokenSchema = z.object({ accessToken: z.string().min(1), expiresAt: time })
const loginSchema = z.object({
  accessToken: z.object({
    accessKeyId: z.string().min(1),
    secretAccessKey: z.string().min(1),
    sessionToken: z.string().min(1),
    expiresAt: time,
  }),
})

/**
 * The first of some folders that has it. Null for what is not there and for what is not understood:
 * either way the CLI has to sign in.
 */
async function cached<Schema extends z.ZodType>(
  schema: Schema,
  read: ReadFile,
  folders: readonly string[],
  file: string,
): Promise<z.output<Schema> | null> {
  for (const folder of folders) {
    const text = await read(`${folder}/${file}`)
    if (text === null) continue
    try {
      return schema.parse(JSON.parse(text))
    } catch {
      return null
    }
  }
  return null
}

/**
 * The token of an `sso-session` section by its name, or of an older profile by its start URL.
 * `folders` are the CLI's, such as `~/.aws`.
 */
export async function cachedToken(
  read: ReadFile,
  folders: readonly string[],
  id: string,
): Promise<CachedToken | null> {
  const name = createHash('sha1').update(id).digest('hex')
  return cached(tokenSchema, read, folders, `sso/cache/${name}.json`)
}

/** The credentials behind a profile's `login_session`. */
export async function cachedLogin(
  read: ReadFile,
  folders: readonly string[],
  loginSession: string,
): Promise<CachedLogin | null> {
  const name = createHash('sha256').update(loginSession).digest('hex')
  const found = await cached(loginSchema, read, folders, `login/cache/${name}.json`)
  return found?.accessToken ?? null
}
