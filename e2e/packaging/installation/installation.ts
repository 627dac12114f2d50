import { appFolderIn } from './app-folder.ts'
import type { Installation, Installed, Product } from './installed.ts'
import { besideOnLinux, linuxRoot } from './linux.ts'
import { type Build, productOf } from './product.ts'
import { registrationsOf } from './registrations.ts'

type Platform = Installation['platform']

/** Where the app's folder goes, and which file in it is the program. */
const PLACES: Readonly<Record<Platform, (product: Product) => { root: string; program: string }>> =
  {
    linux: (product) => ({ root: linuxRoot(product), program: product.name }),
    win32: ({ title }) => ({ root: title, program: `${title}.exe` }),
    darwin: ({ title }) => ({
      root: `/Applications/${title}.app`,
      program: `Contents/MacOS/${title}`,
    }),
  }

const byPlace = (a: Installed, b: Installed): number => (a.to < b.to ? -1 : 1)

/**
 * The one definition of what is installed where, which every format follows.
 * @param appFolder what the packager made: the unpacked directory, on macOS the `.app`
 */
export async function installationFor(
  platform: Platform,
  appFolder: string,
  build: Build,
): Promise<Installation> {
  const product = await productOf(build)
  const { root, program: inside } = PLACES[platform](product)
  const program = `${root}/${inside}`
  const beside = platform === 'linux' ? await besideOnLinux(product) : []
  const entries = [...(await appFolderIn(appFolder, root)), ...beside].toSorted(byPlace)
  if (!entries.some(({ to }) => to === program))
    throw new Error(`What was packaged in ${appFolder} has no ${inside}.`)
  return {
    product,
    platform,
    root,
    program,
    entries,
    registrations: registrationsOf(product.title, program),
  }
}
