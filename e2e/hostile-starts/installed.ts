import { existsSync } from 'node:fs'
import { chmod, chown, cp, link, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'

/** The shipped edition, as an administrator has installed it for everybody on a computer. */
export type Installed = {
  readonly folder: string
  readonly executable: string
  /** The same program under another name, in the same folder. */
  readonly called: (name: string) => Promise<string>
  readonly remove: () => Promise<void>
}

/**
 * Installs a package where everybody may run and nobody but its owner may change it, with other apps
 * beside it that would end with 7 if they were taken for it.
 */
export async function install(packaged: string): Promise<Installed> {
  const folder = await mkdtemp(path.join(tmpdir(), 'installed-'))
  await cp(packaged, folder, { recursive: true, verbatimSymlinks: true })
  await chmod(folder, 0o755)
  if (process.getuid?.() === 0) {
    // Chromium's sandbox for systems that keep user namespaces from ordinary users.
    const sandbox = path.join(folder, 'chrome-sandbox')
    await chown(sandbox, 0, 0)
    await chmod(sandbox, 0o4755)
  }
  // Where a development build of Electron would look for another app.
  for (const name of ['app', 'default_app', 'default_app.asar']) {
    const beside = path.join(folder, 'resources', name)
    await mkdir(beside, { recursive: true })
    await writeFile(path.join(beside, 'package.json'), '{"name":"electron","main":"index.js"}')
    await writeFile(path.join(beside, 'index.js'), 'process.exit(7)')
  }
  const executable = path.join(folder, 'eco-connect')
  return {
    folder,
    executable,
    async called(name) {
      const other = path.join(folder, name)
      if (!existsSync(other)) await link(executable, other)
      return other
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}
