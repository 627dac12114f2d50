/** One of the app's own pages (`documents/html.ts`) on its way to paper. */
export type Sheet = {
  readonly html: string
  /** The document's own date, ms since the epoch: printed twice, the same bytes come out. */
  readonly at: number
  /** Pictures that stand in the page itself are drawn; without it, none is. */
  readonly hasPictures?: true
}

/** The computer the app runs on, as far as the app needs it. `shell/desktop.ts` builds it from Electron. */
export type Desktop = {
  /** Opens a link in the system browser (or the mail program, for `mailto:`). */
  readonly open: (link: string) => Promise<void>
  /** Shows a file that the app has written in the program made for it. Throws `file-unreadable`. */
  readonly openFile: (file: string) => Promise<void>
  readonly copy: (text: string) => Promise<void>
  /** Asks for a template file. Resolves null when the person changed their mind. */
  readonly chooseTemplate: () => Promise<{ name: string; bytes: Uint8Array } | null>
  /** Asks for a folder to look into. Resolves its path, or null when the person changed their mind. */
  readonly chooseFolder: () => Promise<string | null>
  /** Saves the summary beside the state file; resolves its path. */
  readonly saveSummary: (text: string) => Promise<string>
  /**
   * Asks where to save a file for the person, and saves another one beside it under the same name with
   * another ending. Resolves the first one's path, or null if they changed their mind. Throws
   * `file-not-saved`.
   */
  readonly saveFile: (
    suggestedName: string,
    text: string,
    beside?: { readonly ending: string; readonly text: string },
  ) => Promise<string | null>
  /**
   * Asks where to save a page as PDF, and makes it. Resolves the path, or null if the person changed
   * their mind. Throws `paper-not-made`, `file-not-saved`.
   */
  readonly savePdf: (suggestedName: string, sheet: Sheet) => Promise<string | null>
  /** Prints a page through the system's dialog. Throws `paper-not-made`, `paper-not-printed`. */
  readonly print: (sheet: Sheet) => Promise<void>
  /** Shows where a file lies that the app has saved. Throws `file-unreadable`, `file-odd`. */
  readonly showFile: (file: string) => Promise<void>
  /** Tells the person something through the system, unless they are looking at the window. */
  readonly notify: (title: string, body: string) => void
}
