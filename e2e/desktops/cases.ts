/** What was seen of one behaviour, and whether the app did right by it. */
export type Seen = { readonly seen: string; readonly right: boolean }

export type Case = {
  /** The real program that it is about. */
  readonly on: string
  readonly name: string
  readonly run: () => Promise<Seen>
}

/** The sentences of an error as one line, for the table. */
export const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()
