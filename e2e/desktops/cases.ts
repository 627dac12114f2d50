import { AppFailure } from '../../electron/errors/failure.ts'

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

/** What something failed with, with the reason of an error of the app's. */
export function failureLine(error: unknown): string {
  if (error instanceof AppFailure) return `${error.error.code} ${JSON.stringify(error.error.facts)}`
  return error instanceof Error ? error.message : String(error)
}
