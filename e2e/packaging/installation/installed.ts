/** Who may do what with a file: everybody reads it, its owner is the administrator. */
export type Mode = 0o644 | 0o755 | 0o4755

/**
 * One thing that is on the computer after installation. `to` and the `target` of a link are written
 * with `/` on every platform; a folder is there because something is in it.
 */
export type Installed =
  /** A copy of the file `from` (absolute), byte for byte. */
  | { readonly kind: 'file'; readonly to: string; readonly from: string; readonly mode: Mode }
  | {
      readonly kind: 'text'
      readonly to: string
      /** In UTF-8 where it is no bytes. */
      readonly text: string | Uint8Array
      readonly mode: 0o644
    }
  | { readonly kind: 'link'; readonly to: string; readonly target: string }

/** A text for people, in each language that the app speaks. */
export type Spoken = { readonly en: string; readonly de: string }

/** One version that was handed out, the newest first in a list of them. */
export type Release = {
  readonly version: string
  /** The day, in UTC: `YYYY-MM-DD`. */
  readonly date: string
  /** What is new in it, a sentence each. */
  readonly changes: readonly Spoken[]
}

export type Product = {
  /** The program's and the package's name: one lower-case word. */
  readonly name: string
  readonly title: string
  /** The app's ID: reversed domain, as desktops and macOS want it. */
  readonly id: string
  /** Of `package.json`. */
  readonly version: string
  readonly architecture: 'x64' | 'arm64'
  /** One line without a full stop; begins with the mark where there is one. */
  readonly summary: Spoken
  /** Paragraphs. */
  readonly description: readonly Spoken[]
  /** By its legal name; like all that only the owner can say, of `resources/packaging/release.json`. */
  readonly vendor: string
  readonly copyright: string
  /** An SPDX expression. */
  readonly licence: string
  /** The vendor's page and where people get help (https: or mailto:), each '' where it has not been said. */
  readonly homepage: string
  readonly support: string
  /** With the newest first; it is of this version. */
  readonly releases: readonly [Release, ...Release[]]
  /** What everybody must be told who meets this build: that it must not be passed on. */
  readonly mark?: Spoken
}

/** How the app shows where programs are started. */
type MenuEntry = {
  readonly title: string
  readonly comment: Spoken
  /** The program, as in `Installation.program`. */
  readonly program: string
}

/** The data files that colleagues send each other, which a double click opens. */
export type FileType = {
  /** Without a dot. */
  readonly extension: string
  readonly mimeType: string
  readonly description: Spoken
  readonly program: string
}

/** All that is on a computer after installation, for every format of a platform. */
export type Installation = {
  readonly product: Product
  readonly platform: 'linux' | 'win32' | 'darwin'
  /**
   * The app's folder: absolute on Linux and macOS, on Windows below the folder for programs of all
   * users (`Program Files`), whichever that is there.
   */
  readonly root: string
  /** The path of the program to start, one of the entries' `to`. */
  readonly program: string
  /** Ordered by `to`, by code units; no two have the same. */
  readonly entries: readonly Installed[]
  readonly registrations: { readonly menu: MenuEntry; readonly fileType: FileType }
}
