import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { ensurePackages } from '../runtime/system.ts'
import { repositoryRoot } from '../runtime/paths.ts'

const packaging = path.join(repositoryRoot, 'resources', 'packaging')
const drawn = (size: number): string => path.join(packaging, 'icons', `${size}.png`)

/**
 * `npx tsx e2e/packaging/icons.ts`: makes the icons of Windows and macOS of the drawn ones. Both are kept,
 * since whoever packages needs neither tool then.
 */
async function main(): Promise<void> {
  await ensurePackages({ icotool: 'icoutils', png2icns: 'icnsutils' })
  const windows = [16, 24, 32, 48, 64].map(drawn)
  const ico = path.join(packaging, 'icon.ico')
  execFileSync('icotool', ['-c', '-o', ico, ...windows, '-r', drawn(256)])
  const macos = [
    ...[16, 32, 48, 128, 256].map(drawn),
    path.join(repositoryRoot, 'resources/icon.png'),
  ]
  execFileSync('png2icns', [path.join(packaging, 'icon.icns'), ...macos])
}

await main()
