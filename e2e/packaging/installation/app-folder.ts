import { lstat, readdir, readFile, readlink } from 'node:fs/promises'
import path from 'node:path'
import type { Installed, Mode } from './installed.ts'

/** Chromium's sandbox for systems that keep user namespaces from ordinary users: it starts as root. */
const SANDBOX = 'chrome-sandbox'

/** Whether a file is a program or a script: those have to be executable, and nothing else. */
async function modeOf(file: string, executable: boolean): Promise<Mode> {
  if (path.basename(file) === SANDBOX) return 0o4755
  if (!executable) return 0o644
  const shared = /\.so(\.\d+)*$|\.node$/.test(file)
  return shared ? 0o644 : 0o755
}

async function installedAs(from: string, to: string): Promise<Installed> {
  const status = await lstat(from)
  if (status.isSymbolicLink()) return { kind: 'link', to, target: await readlink(from) }
  if (!status.isFile()) throw new Error(`${from} is neither a file nor a link.`)
  return { kind: 'file', to, from, mode: await modeOf(from, (status.mode & 0o100) !== 0) }
}

/**
 * What the packager left in `folder`, below `root`. A file is executable for everybody or for nobody,
 * whatever the umask was under which it was made.
 */
export async function appFolderIn(folder: string, root: string): Promise<Installed[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  return Promise.all(
    found
      .filter((entry) => !entry.isDirectory())
      .map(async (entry) => {
        const from = path.join(entry.parentPath, entry.name)
        const inside = path.relative(folder, from).split(path.sep).join('/')
        return installedAs(from, `${root}/${inside}`)
      }),
  )
}

/** The bytes of an entry that is no link. */
export async function bytesOf(entry: Exclude<Installed, { kind: 'link' }>): Promise<Buffer> {
  return entry.kind === 'text' ? Buffer.from(entry.text) : readFile(entry.from)
}
