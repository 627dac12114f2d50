/**
 * What the app may cost, as far as it can be counted without a clock: continuous integration holds every
 * build to it (`e2e/frugal.spec.ts`). Whoever makes something smaller lowers the number with it, and whoever
 * needs more says here why. What a package weighs is held in `e2e/packaging/weights.ts`.
 */
export const FRUGAL = {
  /**
   * kB of gzip: what `sizes` of the benchmark weighs, rounded up to the next five. Of the code, the page for a
   * proxy's password is a part that the app's own window never loads.
   */
  sizes: { code: 215, words: 110, styles: 50 },
  /**
   * All that the main process may load until the outline of the page has come: the services and AWS's clients are not
   * among it. What an organization has set is read before the window’s first word: with the page that says that it
   * cannot be used, `files` has become a chunk of its own, which was a part of `main2` before.
   */
  loadedBeforeFirstPaint: [
    'main/en.js',
    'main/files.js',
    'main/languages.js',
    'main/locale.js',
    'main/main.js',
    'main/main2.js',
    'main/rolldown-runtime.js',
  ],
  /**
   * What it may load besides until somebody who is not signed in can use the window: neither AWS's clients nor what
   * reads YAML, calendars, Parquet and policies.
   */
  loadedUntilUsable: ['main/app.js', 'main/protocol.js', 'main/schemas.js', 'main/steps.js'],
} as const
