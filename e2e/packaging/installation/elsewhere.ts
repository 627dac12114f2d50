import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '../../runtime/paths.ts'
import type { Installed } from './installed.ts'

const MANAGED = path.join(repositoryRoot, 'resources', 'managed')
/** What administrators of Windows put into their group policies, and what explains it. */
const TEMPLATES = /\.(admx|adml|html|json)$/

/** What Windows has beside the app's files: the templates of the settings that an organization can decide. */
export async function besideOnWindows(root: string, managed = MANAGED): Promise<Installed[]> {
  if (!existsSync(managed)) return []
  const found = await readdir(managed, { recursive: true, withFileTypes: true })
  return found
    .filter((entry) => entry.isFile() && TEMPLATES.test(entry.name))
    .map((entry) => {
      const from = path.join(entry.parentPath, entry.name)
      const inside = path.relative(managed, from).split(path.sep).join('/')
      return { kind: 'file', to: `${root}/policy-templates/${inside}`, from, mode: 0o644 }
    })
}
