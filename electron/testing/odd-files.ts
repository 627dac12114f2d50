import { execFileSync } from 'node:child_process'
import { mkdir, symlink, truncate, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'

type Odd = {
  readonly oddity: 'folder' | 'pipe' | 'socket' | 'device' | 'link-circle' | 'too-large'
  /** Puts such a thing at a path where nothing is. */
  readonly put: (file: string) => Promise<void>
}

/** What can lie where a file is expected, on a system that has such things. */
export const ODD_FILES: readonly Odd[] = [
  { oddity: 'folder', put: (file) => mkdir(file) },
  { oddity: 'pipe', put: async (file) => void execFileSync('mkfifo', [file]) },
  { oddity: 'socket', put: socket },
  { oddity: 'device', put: (file) => symlink('/dev/zero', file) },
  { oddity: 'link-circle', put: (file) => symlink(file, file) },
  {
    oddity: 'too-large',
    put: async (file) => {
      await writeFile(file, 'what was there')
      await truncate(file, 100 * 1024 * 1024)
    },
  },
]

async function socket(file: string): Promise<void> {
  const server = createServer()
  await new Promise<void>((resolve) => {
    server.listen(file, resolve)
  })
  // Closed, it would be gone from the disk as well.
  server.unref()
}
