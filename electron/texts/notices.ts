/** The words of the page with the licences of what others made. The page is written when the app is packaged. */
export type Notices = {
  readonly title: string
  readonly intro: (app: string) => string
  /** Where the test runtime is in the package, and where a stand-in takes its place. */
  readonly mark: string
  readonly standInMark: string
  /** In the contents: name, version and licence of each. */
  readonly columns: readonly [string, string, string, string]
  readonly packages: string
  readonly packagesIntro: string
  readonly fonts: string
  readonly fontsIntro: string
  readonly data: string
  readonly dataIntro: string
  readonly runtime: string
  readonly runtimeIntro: string
  /** The same where a stand-in takes its place. */
  readonly standInIntro: string
  /** The link to the page of Chromium's own. */
  readonly chromium: string
  readonly ffmpeg: (file: string) => string
  readonly texts: string
  readonly textsIntro: string
  readonly textOf: (names: string) => string
  /** Where a package was published without its licence's text. */
  readonly borrowed: (name: string, from: string, repository: string) => string
  /** The same where its text is the one in its repository. */
  readonly kept: (name: string, repository: string) => string
  readonly inFiles: (name: string) => string
  readonly compiledIn: (name: string, into: string) => string
}

/** The file of that page in one language, in the folder of the app's documents. */
export const noticesFile = (language: string): string => `third-party-notices.${language}.html`
