import react from '@vitejs/plugin-react'
import { builtinModules } from 'node:module'
import { defineConfig } from 'vite'

/** What the running app provides itself: Electron, Node, and the native keychain module. */
const provided = ['electron', 'keytar', ...builtinModules, /^node:/]

/**
 * One config, three environments (`vite build --app`): the renderer for Chromium; main and preload
 * as CommonJS with everything they import inside. Main is a small entry plus chunks that load after
 * the first paint, the AWS SDK among them.
 */
export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  environments: {
    client: {
      build: {
        outDir: '../dist/renderer',
        emptyOutDir: true,
        target: 'chrome130',
        chunkSizeWarningLimit: 1500,
      },
    },
    main: {
      consumer: 'server',
      resolve: { noExternal: true, conditions: ['node', 'import', 'default'] },
      build: {
        outDir: '../dist/main',
        emptyOutDir: true,
        target: 'node20',
        minify: true,
        chunkSizeWarningLimit: 1000,
        rolldownOptions: {
          input: {
            main: 'electron/main.ts',
            'keychain-process': 'electron/keychain/keychain-process.ts',
          },
          external: provided,
          output: {
            format: 'cjs',
            entryFileNames: '[name].js',
            chunkFileNames: '[name].js',
            keepNames: true,
            // One chunk for the SDK, which would split itself into twenty.
            codeSplitting: {
              groups: [{ name: 'aws', test: /node_modules\/(@aws|@aws-sdk|@smithy)\// }],
            },
          },
        },
      },
    },
    preload: {
      consumer: 'server',
      resolve: { noExternal: true },
      build: {
        outDir: '../dist/preload',
        emptyOutDir: true,
        target: 'node20',
        rolldownOptions: {
          input: 'electron/preload.ts',
          external: provided,
          output: { format: 'cjs', entryFileNames: 'preload.js' },
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
})
