import { chmod, chown, mkdir, readdir, writeFile } from 'node:fs/promises'
import { execFile } from 'node:child_process'
import { createServer } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import { listening } from '../network/listening.ts'
import type { User } from '../runtime/user.ts'

/** What `attempts.ts` names: places in which it shows when a start was honoured. */
export type Traps = {
  /** The word or value with its `{…}` filled in. */
  readonly fill: (text: string) => string
  /** What has been caught: marks, files, connections. Empty is good. */
  readonly caught: () => Promise<string[]>
  readonly remove: () => Promise<void>
}

const libraryLeaving = (mark: string): string => `#include <stdio.h>
__attribute__((constructor)) static void loaded(void) {
  FILE *file = fopen(${JSON.stringify(mark)}, "a");
  if (file) { fputs("library\\n", file); fclose(file); }
}
`

/** Sets the traps in a new folder below `home`, which belongs to `user`. */
export async function setTraps(home: string, user: User | null): Promise<Traps> {
  const folder = path.join(home, `traps-${Date.now()}`)
  const at = (name: string): string => path.join(folder, name)
  const mark = at('mark')
  const leaveMark = `require('node:fs').appendFileSync(${JSON.stringify(mark)}, 'loaded\\n')\n`
  await mkdir(at('app'), { recursive: true })
  await writeFile(at('app/package.json'), '{"name":"electron","main":"index.js"}')
  await writeFile(at('app/index.js'), leaveMark)
  await writeFile(at('script.js'), leaveMark)
  await writeFile(at('program'), `#!/bin/sh\necho "run $*" >> ${mark}\nexit 1\n`)
  await chmod(at('program'), 0o755)
  await promisify(execFile)('mkfifo', [at('fifo')])
  // A library that leaves the mark when it is loaded, as a module of GTK, GIO or a graphics driver.
  await writeFile(at('library.c'), libraryLeaving(mark))
  await promisify(execFile)('cc', ['-shared', '-fPIC', '-o', at('libgiomark.so'), at('library.c')])
  const driver = { file_format_version: '1.0.0', ICD: { library_path: at('libgiomark.so') } }
  await writeFile(at('driver.json'), JSON.stringify(driver))
  const own = (await readdir(folder)).map(at)
  for (const file of user ? [folder, ...own] : []) await chown(file, user?.uid ?? 0, user?.gid ?? 0)

  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  const { port, stop } = await listening(server)
  const places: Readonly<Record<string, string>> = {
    sink: at('sink'),
    program: at('program'),
    folder: at('app'),
    script: at('script.js'),
    fifo: at('fifo'),
    port: String(port),
    library: at('libgiomark.so'),
    libraries: folder,
    driver: at('driver.json'),
  }
  const appeared = async (): Promise<string[]> =>
    (await readdir(folder)).map(at).filter((file) => !own.includes(file))
  return {
    fill: (text) => text.replaceAll(/\{(\w+)\}/g, (whole, name: string) => places[name] ?? whole),
    async caught() {
      const files = (await appeared()).map((file) => `file ${path.basename(file)}`)
      return connections > 0 ? [...files, `${connections} connections`] : files
    },
    remove: stop,
  }
}
