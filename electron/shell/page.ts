import { protocol, type Session } from 'electron'
import { readFile, realpath } from 'node:fs/promises'
import { extname, join, sep } from 'node:path'
import { escapeText } from '../documents/html.ts'
import { isMissing } from '../files/files.ts'

const SCHEME = 'app'
const HOST = 'eco-connect'
/** The only address that the window ever shows. */
export const PAGE = `${SCHEME}://${HOST}/index.html`

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'none'",
  "style-src 'self'",
  "font-src 'self' data:",
  "img-src 'self' data:",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  // Not one policy may be made, so that no string can be declared safe.
  "trusted-types 'none'",
].join('; ')

const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

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

/** Serves the renderer built into `folder` to this session's pages, and nothing else on disk. */
export function servePage(session: Session, folder: string, outline: () => Outline): void {
  session.protocol.handle(SCHEME, (request) => serve(folder, outline(), request))
  session.protocol.handle('file', notFound)
}

async function serve(
  folder: string,
  outline: Outline,
  { method, url: address }: Request,
): Promise<Response> {
  const { host, pathname } = new URL(address)
  const type = CONTENT_TYPES[extname(pathname)]
  if (method !== 'GET' || host !== HOST || !PLAIN_PATH.test(pathname) || !type) return notFound()
  try {
    // A link in the folder must not lead out of it.
    const file = await realpath(join(folder, pathname))
    if (!file.startsWith((await realpath(folder)) + sep)) return notFound()
    const content = await readFile(file)
    const isPage = pathname === new URL(PAGE).pathname
    return new Response(isPage ? filledIn(content.toString(), outline) : content, {
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
    })
  } catch (error) {
    if (isMissing(error) || isNoFile(error)) return notFound()
    throw error
  }
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

function notFound(): Response {
  return new Response(null, { status: 404 })
}
