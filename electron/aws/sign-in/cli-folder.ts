import { fail } from '../../errors/failure.ts'
import type { ReadFile } from './cli-cache.ts'
import { type CliFiles, parseCliFiles } from './cli-files.ts'

/**
 * Where the AWS CLI's two files are, and where its sign-ins may be. The CLI can be told where the files
 * are (`AWS_CONFIG_FILE`, `AWS_SHARED_CREDENTIALS_FILE`) and leaves its sign-ins in the person's own
 * folder all the same, so both are looked into, the chosen one first. Source: botocore, `configprovider.py`
 * (files) and `utils.py` (cache folders).
 */
export type CliFolder = {
  /** As the person chose it; '' for the CLI's own. */
  readonly chosen: string
  readonly files: string
  readonly caches: readonly string[]
}

/** The CLI's own folder, such as `~/.aws`. */
export const ownFolder = (own: string): CliFolder => ({ chosen: '', files: own, caches: [own] })

/** A folder with the files, whether or not there are any. */
export const folderAt = (files: string, own: string): CliFolder => ({
  chosen: files,
  files,
  caches: [files, own],
})

/**
 * A folder that a person chose: the one with the files, or the one in which `.aws` lies. Throws
 * `profile-folder-empty` (fact `folder`) where there are none, and what `read` throws.
 */
export async function chosenFolder(
  chosen: string,
  own: string,
  read: ReadFile,
): Promise<CliFolder> {
  for (const files of [chosen, `${chosen}/.aws`]) {
    if (await hasFiles(files, read)) return { ...folderAt(files, own), chosen }
  }
  throw fail('profile-folder-empty', { folder: chosen }, { field: 'profile' })
}

async function hasFiles(folder: string, read: ReadFile): Promise<boolean> {
  const [config, credentials] = await twoFiles(folder, read)
  return config !== null || credentials !== null
}

const twoFiles = (folder: string, read: ReadFile) =>
  Promise.all([read(`${folder}/config`), read(`${folder}/credentials`)])

/** What the files say now. Throws what `read` throws. */
export async function readCliFiles({ files }: CliFolder, read: ReadFile): Promise<CliFiles> {
  return parseCliFiles(...(await twoFiles(files, read)))
}
