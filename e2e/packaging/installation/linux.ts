import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { repositoryRoot } from '../../runtime/paths.ts'
import type { Installed, Product } from './installed.ts'
import { metainfoOf } from './metainfo.ts'

const resources = path.join(repositoryRoot, 'resources')

/**
 * Where the app is on Linux. Not `/opt`: there Debian's checks allow no package, and systems whose
 * `/opt` is a link into what an image does not carry (`/var/opt`) would lose it.
 */
export const linuxRoot = ({ name }: Pick<Product, 'name'>): string => `/usr/lib/${name}`

const copied = (from: string, to: string): Installed => ({ kind: 'file', from, to, mode: 0o644 })

/** The icon in every size that desktops ask for, and as a drawing. */
async function iconsOf({ name }: Product): Promise<Installed[]> {
  const folder = path.join(resources, 'packaging', 'icons')
  const sizes = (await readdir(folder)).map((file) => Number.parseInt(file, 10))
  const theme = '/usr/share/icons/hicolor'
  const sized = (from: string, size: number): Installed =>
    copied(from, `${theme}/${size}x${size}/apps/${name}.png`)
  return [
    ...sizes.map((size) => sized(path.join(folder, `${size}.png`), size)),
    sized(path.join(resources, 'icon.png'), 512),
    copied(path.join(resources, 'icon.svg'), `${theme}/scalable/apps/${name}.svg`),
  ]
}

/** What Linux has beside the app's folder: the command, and what makes the app known to desktops. */
export async function besideOnLinux(product: Product): Promise<Installed[]> {
  const { name, id } = product
  const fileType = path.join(resources, 'packaging', 'file-type')
  return [
    { kind: 'link', to: `/usr/bin/${name}`, target: `../lib/${name}/${name}` },
    copied(path.join(fileType, `${name}.desktop`), `/usr/share/applications/${name}.desktop`),
    copied(path.join(fileType, `${name}.xml`), `/usr/share/mime/packages/${name}.xml`),
    {
      kind: 'text',
      to: `/usr/share/metainfo/${id}.metainfo.xml`,
      text: metainfoOf(product),
      mode: 0o644,
    },
    ...(await iconsOf(product)),
  ]
}
