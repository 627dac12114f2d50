import type { PaperForm, PaperId } from '../../contract/papers.ts'

/** Each document: what it is called, what is in it, and how its file is named without an ending. */
const documents: Readonly<
  Record<PaperId, { readonly title: string; readonly what: string; readonly file: string }>
> = {
  record: {
    title: 'Connection record',
    what: 'For the files: who did what and when, what exists in AWS, what was proven, and how to undo it.',
    file: 'eco-connect-connection-record',
  },
  plan: {
    title: 'Plan: what will change',
    what: 'For approval: one sheet with each thing that is created, what Spot may do, cost and undo.',
    file: 'eco-connect-plan',
  },
  calls: {
    title: 'Record of calls',
    what: 'For a review: every call that the app made, with the changes first.',
    file: 'eco-connect-record-of-calls',
  },
}

const forms: Readonly<Record<PaperForm, string>> = {
  open: 'Open as a page',
  'save-pdf': 'Save as PDF…',
  'save-page': 'Save as a page (HTML)…',
  print: 'Print…',
  'save-table': 'Save as a table (CSV)…',
  'save-lines': 'Save for a SIEM (JSON Lines)…',
}

/** The documents of a connection, and the dialog that offers them. */
export const papers = {
  menu: 'Documents…',
  /** At the end, beside the summary. */
  saveRecord: 'Save the connection record (PDF)…',
  title: 'Documents of this connection',
  close: 'Close the documents',
  noSecret: 'None of them holds a password, token or key. They go nowhere by themselves.',
  /** Told in the window. */
  saved: (file: string): string => `Saved as ${file}.`,
  documents,
  forms,
  /** A button, for whoever does not see which document it belongs to; begins with what stands on it. */
  named: (form: string, document: string): string => `${form} ${document}`,
  /** Suggested name of a file, without its ending; the account's number where it is known. */
  fileName: (file: string, accountId: string): string =>
    accountId === '' ? file : `${file}-${accountId}`,
} as const
