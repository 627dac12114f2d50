/**
 * What the app may cost, as far as it can be counted without a clock: continuous integration holds every
 * build to it (`e2e/frugal.spec.ts`). Whoever makes something smaller lowers the number with it, and whoever
 * needs more says here why.
 */
export const FRUGAL = {
  /** kB of gzip: what `sizes` of the benchmark weighs, rounded up to the next five. */
  sizes: { code: 270, words: 105, styles: 80 },
  /**
   * What the main process loads until the page asks its first question, which is after its first paint: the
   * services and AWS's clients are not among it.
   */
  loadedBeforeFirstPaint: [
    'main/en.js',
    'main/error-sentence.js',
    'main/languages.js',
    'main/main.js',
    'main/main2.js',
    'main/report-file.js',
    'main/rolldown-runtime.js',
    'main/schemas.js',
    'main/steps.js',
  ],
} as const
