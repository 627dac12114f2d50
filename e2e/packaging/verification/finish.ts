import { access, mkdir, readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { ElectronRuntime } from '../../runtime/electron.ts'
import { repositoryRoot } from '../../runtime/paths.ts'
import { differencesOf, told } from './differences.ts'
import { rebuiltElsewhere } from './rebuild.ts'
import { signSums } from './signature.ts'
import { artefactsIn, readSums, SIGNATURE, writeSums } from './sums.ts'

/** What is to be done with the artefacts of a release once all are there. */
export type Finishing = {
  /** The folder with a release of somebody else that these have to be the same as, '' for none. */
  readonly compare: string
  /** Whether they have to come out the same elsewhere. */
  readonly reproduce: boolean
  /** The file of the key to sign with, '' for none. */
  readonly key: string
}

/**
 * Makes the folder of a release, and leaves nothing of an earlier one in it, where the sums would take it along.
 */
export async function emptied(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  const entries = await readdir(folder, { withFileTypes: true })
  for (const entry of entries) if (entry.isFile()) await rm(path.join(folder, entry.name))
}

async function compared(folder: string, other: string): Promise<string> {
  await readSums(other)
  const differences = await differencesOf(folder, other)
  const count = (await artefactsIn(folder)).length
  if (differences.length === 0) return `The same bytes as in ${other}: all ${count} artefacts.\n`
  throw new Error(`Not the same as in ${other}:\n${told(differences)}Nothing was signed.`)
}

async function reproduced(folder: string, runtime: ElectronRuntime): Promise<string> {
  const release = path.relative(repositoryRoot, folder)
  const { folder: other, remove } = await rebuiltElsewhere(
    path.dirname(runtime.executable),
    release,
  )
  try {
    const differences = await differencesOf(folder, other)
    const count = (await artefactsIn(folder)).length
    if (differences.length === 0)
      return `Built twice, in different folders and settings: all ${count} artefacts are the same bytes.\n`
    throw new Error(
      `A second build elsewhere gave something else:\n${told(differences)}Nothing was signed.`,
    )
  } finally {
    await remove()
  }
}

/** Said where nobody vouches for the sums. */
const UNSIGNED =
  'Unsigned: nobody vouches for SHA256SUMS. It shows damage, not who made the packages. ' +
  '“npm run package -- --sign KEYFILE” signs it (resources/security/verify.md).\n'

/**
 * Rejects where nothing could be signed in the end, before anything is built: packages with the test runtime, for
 * which nobody may vouch, and a key that is not there.
 */
export async function assertSignable(runtime: ElectronRuntime, key: string): Promise<void> {
  if (key === '') return
  if (runtime.fallback)
    throw new Error(
      'Nothing was signed: these packages hold the test runtime, which nobody may vouch for. Sign a release that ' +
        'was packaged with the shipped Electron.',
    )
  await access(key).catch(() => {
    throw new Error(`Nothing was signed: there is no key at ${key}.`)
  })
}

/**
 * The last of packaging: writes the sums of all artefacts, compares with another build where that is asked, and
 * signs. Whoever signs has compared: a second build comes first. Resolves what there is to say. Rejects,
 * with nothing signed, naming each artefact that differs; and where packages that hold the test runtime are
 * to be signed.
 */
export async function finish(
  folder: string,
  runtime: ElectronRuntime,
  { compare, reproduce, key }: Finishing,
): Promise<string> {
  await assertSignable(runtime, key)
  await rm(path.join(folder, SIGNATURE), { force: true })
  const sums = await writeSums(folder, !runtime.fallback)
  const said = [`Hashes: ${path.relative(repositoryRoot, sums)}\n`]
  if (compare !== '') said.push(await compared(folder, path.resolve(compare)))
  if (reproduce || key !== '') said.push(await reproduced(folder, runtime))
  if (key === '') return [...said, UNSIGNED].join('')
  const fingerprint = await signSums(sums, key)
  return [...said, `Signed with the key ${fingerprint}.\n`].join('')
}
