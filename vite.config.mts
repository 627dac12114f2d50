import react from '@vitejs/plugin-react'
import { builtinModules } from 'node:module'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vite'
import { recordedIn } from './e2e/bundling/build-record.ts'
import { lazyRequires } from './e2e/bundling/lazy-requires.ts'
import { usedIcons } from './e2e/bundling/used-icons.ts'
import { usedStyles } from './e2e/bundling/used-styles.ts'
import manifest from './package.json' with { type: 'json' }
import type { Edition } from './electron/start/edition.ts'

/** What the running app provides itself: Electron, Node, and the native modules. */
const provided = ['electron', 'keytar', 'native-reg', ...builtinModules, /^node:/]

/** Where each edition is built: the one to develop with in `dist`, those that are packaged apart. */
const FOLDERS: Readonly<Record<Edition, string>> = {
  development: '../dist',
  shipped: '../build/shipped',
  automation: '../build/automation',
}

const repository = fileURLToPath(new URL('.', import.meta.url))

/** Parts of libraries that the app never asks, each with what is in the bundle instead. */
const LEFT_OUT = {
  'intl-messageformat': fileURLToPath(
    new URL('renderer/parts/no-message-format.ts', import.meta.url),
  ),
  '@aws-sdk/credential-provider-node': fileURLToPath(
    new URL('electron/aws/client/no-own-credentials.ts', import.meta.url),
  ),
}

/** The icons that the window, or a component that it uses, may draw. */
const ICONS = [
  'angle-down',
  'angle-left',
  'arrow-down',
  'arrow-left',
  'arrow-right',
  'arrow-up',
  'calendar',
  'caret-down',
  'caret-down-filled',
  'caret-up-filled',
  'check',
  'close',
  'copy',
  'dot',
  'download',
  'edit',
  'envelope',
  'expand',
  'external',
  'file',
  'file-open',
  'folder',
  'folder-open',
  'gen-ai',
  'group',
  'key',
  'keyboard',
  'lock-private',
  'menu',
  'pause',
  'play',
  'refresh',
  'remove',
  'script',
  'search',
  'send',
  'settings',
  'share',
  'sign-out',
  'status-in-progress',
  'status-info',
  'status-negative',
  'status-not-started',
  'status-pending',
  'status-positive',
  'status-stopped',
  'status-warning',
  'support',
  'undo',
  'user-profile',
]

/**
 * A language is a chunk of its own, named after its folder: all of them would be an `index`, numbered
 * by chance.
 */
const languageOf = (file: string | null): string | undefined =>
  /\/electron\/texts\/(\w+)\/index\.ts$/.exec(file ?? '')?.[1]

const isEdition = (mode: string): mode is Edition => Object.hasOwn(FOLDERS, mode)

/**
 * One config, three environments (`vite build --app`): the renderer for Chromium; main and preload
 * as CommonJS with everything they import inside. Main is a small entry plus chunks that load after
 * the first paint, the AWS SDK among them. `--mode` is the edition (`electron/start/edition.ts`).
 */
export default defineConfig(({ mode }) => {
  // Vite's own word for a build without `--mode`.
  const edition = mode === 'production' ? 'development' : mode
  if (!isEdition(edition)) throw new Error(`There is no edition “${mode}”.`)
  const folder = FOLDERS[edition]
  return {
    root: 'renderer',
    base: './',
    plugins: [
      react(),
      { ...usedIcons(ICONS), applyToEnvironment: ({ name }) => name === 'client' },
      { ...usedStyles(), applyToEnvironment: ({ name }) => name === 'client' },
      { ...lazyRequires(), applyToEnvironment: ({ name }) => name === 'main' },
      // Beside what is packaged, for its bill of materials.
      edition === 'development'
        ? null
        : recordedIn(fileURLToPath(new URL(`build/${edition}.json`, import.meta.url)), repository),
    ],
    resolve: { alias: LEFT_OUT },
    define: {
      BUILD_EDITION: JSON.stringify(edition),
      // Another one to try an upgrade with (`buildEdition`).
      BUILD_VERSION: JSON.stringify(process.env['BUILD_VERSION'] ?? manifest.version),
    },
    environments: {
      client: {
        build: {
          outDir: `${folder}/renderer`,
          emptyOutDir: true,
          target: 'chrome130',
          // Chromium knows what it stands in for.
          modulePreload: { polyfill: false },
          chunkSizeWarningLimit: 1500,
          rolldownOptions: {
            checks: { pluginTimings: false },
            input: ['renderer/index.html', 'renderer/proxy-sign-in.html'],
            output: {
              chunkFileNames: ({ facadeModuleId, name }) =>
                `assets/${languageOf(facadeModuleId) ?? name}-[hash].js`,
            },
          },
        },
      },
      main: {
        consumer: 'server',
        resolve: { noExternal: true, conditions: ['node', 'import', 'default'] },
        build: {
          outDir: `${folder}/main`,
          emptyOutDir: true,
          target: 'node20',
          minify: true,
          chunkSizeWarningLimit: 1000,
          rolldownOptions: {
            checks: { pluginTimings: false },
            input: {
              main: 'electron/entry.ts',
              'keychain-process': 'electron/keychain/keychain-process.ts',
            },
            external: provided,
            output: {
              format: 'cjs',
              entryFileNames: '[name].js',
              chunkFileNames: ({ facadeModuleId, name }) =>
                `${languageOf(facadeModuleId) ?? name}.js`,
              keepNames: false,
              // By its whole name `lazyRequires` knows what is a module.
              minifyInternalExports: false,
              // One chunk for the SDK, which would split itself into twenty, and one for each thing
              // that no start needs: see `lazyRequires`.
              codeSplitting: {
                groups: [
                  { name: 'aws', test: /node_modules\/(@aws|@aws-sdk|@smithy)\// },
                  { name: 'actions', test: /\/electron\/aws\/iam\/actions\.json$/ },
                  {
                    name: 'managed-policies',
                    test: /\/electron\/aws\/iam\/managed-policies\.json$/,
                  },
                  { name: 'yaml', test: /node_modules\/yaml\// },
                  // What the words of every language say of limits and hosts, and have in common.
                  {
                    name: 'locale',
                    test: /\/electron\/(texts\/locale|contract\/(region|report-file|ask\/sign-in)|managed\/limits|network\/hosts-to-allow)\.ts$/,
                  },
                  { name: 'ical', test: /node_modules\/ical-generator\// },
                  { name: 'parquet', test: /node_modules\/hyparquet\// },
                ],
              },
            },
          },
        },
      },
      preload: {
        consumer: 'server',
        resolve: { noExternal: true },
        build: {
          outDir: `${folder}/preload`,
          emptyOutDir: true,
          target: 'node20',
          rolldownOptions: {
            // A sandboxed script can load no other: the two share no code.
            input: ['electron/shell/preload.ts', 'electron/shell/proxy-preload.ts'],
            external: provided,
            output: { format: 'cjs', entryFileNames: '[name].js' },
          },
        },
      },
    },
    builder: {
      async buildApp(builder) {
        for (const environment of Object.values(builder.environments)) {
          if (environment.name !== 'ssr') await builder.build(environment)
        }
      },
    },
  }
})
