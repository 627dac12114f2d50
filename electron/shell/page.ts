import { protocol, type ProtocolRequest, type ProtocolResponse, type Session } from 'electron'
import { readFileSync, realpathSync } from 'node:fs'
import { extname, join, sep } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { escapeText } from '../documents/html.ts'
import { isMissing } from '../files/files.ts'
import { CONTENT_SECURITY_POLICY } from './confined.ts'

const SCHEME = 'app'
const HOST = 'eco-connect'
/** The only address that the window ever shows. */
export const PAGE = `${SCHEME}://${HOST}/index.html`
/** The only one that the window for a proxy's password shows. */
export const PROXY_PAGE = `${SCHEME}://${HOST}/proxy-sign-in.html`

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

const NOT_FOUND: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) }
/** `net::ERR_FAILED`. */
const FAILED = -2

/** A file of the build: plain names, none hidden, nothing encoded, no way up. */
const PLAIN_PATH = /^(?:\/\w[\w.-]*)+$/

/** Must be called before Electron is ready. */
export function registerScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, codeCache: true } },
  ])
}

/** What `index.html` says before the window's own code is there, by the names that stand in it. */
export type Outline = Readonly<Record<'id' | 'locale' | 'name' | 'opening', string>>

/**
 * Serves the renderer built into `folder` to this session's pages, and nothing else on disk. With
 * callbacks, which Electron calls the older way: the newer one answers with a `Response`, for which Node
 * loads its whole HTTP client before the first page (`e2e/bench/README.md`). `served` is told of each
 * answer. Without an outline the session has no use for the app's own page, and does not get it.
 */
export function servePage(
  session: Session,
  folder: string,
  { outline, served }: { readonly outline: () => Outline | null; readonly served: () => void },
): void {
  session.protocol.registerBufferProtocol(SCHEME, (request, answer) => {
    answer(answerTo(folder, outline(), request))
    served()
  })
  session.protocol.handle('file', () => new Response(null, { status: 404 }))
}

/** Reads at once: a file of the build is there sooner than Electron's loop comes round again. */
function answerTo(
  folder: string,
  outline: Outline | null,
  { method, url: address }: Pick<ProtocolRequest, 'method' | 'url'>,
): ProtocolResponse {
  const { host, pathname } = new URL(address)
  const type = CONTENT_TYPES[extname(pathname)]
  if (method !== 'GET' || host !== HOST || !PLAIN_PATH.test(pathname) || !type) return NOT_FOUND
  const isPage = pathname === new URL(PAGE).pathname
  if (isPage && !outline) return NOT_FOUND
  try {
    const content = contentOf(folder, pathname)
    if (!content) return NOT_FOUND
    return {
      data: isPage && outline ? Buffer.from(filledIn(content.toString(), outline)) : content,
      headers: {
        'content-type': type,
        'content-security-policy': CONTENT_SECURITY_POLICY,
        'x-content-type-options': 'nosniff',
        'x-dns-prefetch-control': 'off',
        'referrer-policy': 'no-referrer',
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-resource-policy': 'same-origin',
        'cache-control': 'no-cache',
      },
    }
  } catch (error) {
    return isMissing(error) || isNoFile(error) ? NOT_FOUND : { error: FAILED }
  }
}

/** What a file of the build holds; a package has the larger ones compressed (`e2e/packaging/packed.ts`). */
function contentOf(folder: string, pathname: string): Buffer | null {
  try {
    return readWithin(folder, pathname)
  } catch (error) {
    if (!isMissing(error)) throw error
  }
  const packed = readWithin(folder, `${pathname}.gz`)
  return packed && gunzipSync(packed)
}

/** Null for a link in the folder that leads out of it. */
function readWithin(folder: string, pathname: string): Buffer | null {
  const file = realpathSync(join(folder, pathname))
  return file.startsWith(realpathSync(folder) + sep) ? readFileSync(file) : null
}

/** The page with its few words in the language that is spoken. */
const filledIn = (page: string, outline: Outline): string =>
  Object.entries(outline).reduce(
    (filled, [name, words]) => filled.replaceAll(`{${name}}`, escapeText(words)),
    page,
  )

/** True when a file is taken for a folder, or a folder for a file. */
function isNoFile(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(ENOTDIR|EISDIR)$/.test(String(error.code))
}
