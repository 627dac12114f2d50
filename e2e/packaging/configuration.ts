import path from 'node:path'
import type { Configuration } from 'electron-builder'
import { IDENTITIES, type PackagedEdition } from '../../electron/start/edition.ts'
import { repositoryRoot } from '../runtime/paths.ts'
import type { System } from '../supply-chain/shipped-things.ts'
import type { Product } from './installation/installed.ts'
import { keepTransportSecurity } from './transport-security.ts'

/** Everything the app needs at run time is bundled, except the native keychain module. */
const FILES = [
  '!**/*',
  'package.json',
  'resources/icon.png',
  '!node_modules/**',
  'node_modules/keytar/package.json',
  'node_modules/keytar/LICENSE.md',
  'node_modules/keytar/lib/**',
]

/**
 * Of the module's binaries the target's. Not by electron-builder's `${platform}`: that is the system that
 * packages, so that a package for Windows made on Linux would get Linux's.
 */
const keychainModule = (system: System): string =>
  `node_modules/keytar/prebuilds/${system}-\${arch}/*`

/** On Windows one more: what an organization has decided is in the registry. */
const REGISTRY_MODULE = [
  'node_modules/native-reg/package.json',
  'node_modules/native-reg/lib/index.js',
  'node_modules/native-reg/prebuilds/win32-${arch}/*',
  'node_modules/node-gyp-build/package.json',
  'node_modules/node-gyp-build/LICENSE',
  'node_modules/node-gyp-build/index.js',
  'node_modules/node-gyp-build/node-gyp-build.js',
]

/** What electron-builder is told of one edition, for one system. */
export function configurationOf(
  edition: PackagedEdition,
  system: System,
  output: string,
  product: Pick<Product, 'name' | 'version' | 'vendor' | 'copyright' | 'licence'>,
): Configuration {
  const { appId, name } = IDENTITIES[edition]
  return {
    extends: path.join(repositoryRoot, 'resources', 'packaging', 'electron-builder.yml'),
    directories: { output },
    appId,
    productName: name,
    copyright: product.copyright,
    extraMetadata: {
      // Whom Windows shows as the company of the program.
      author: product.vendor,
      license: product.licence,
      productName: name,
      version: product.version,
      // By which a desktop knows whose a window is: its menu entry, and the icon with it.
      desktopName: `${product.name}.desktop`,
    },
    files: [
      {
        filter: [...FILES, keychainModule(system), ...(system === 'win32' ? REGISTRY_MODULE : [])],
      },
      // Where Vite puts an edition (`vite.config.mts`).
      { from: path.join('build', edition), to: 'dist', filter: ['**/*', '!**/*.map'] },
    ],
    afterPack: keepTransportSecurity,
  }
}
