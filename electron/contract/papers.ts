/** How a document leaves the app: laid out on paper, as a page, or, where it is a list, for a program. */
export const PAPER_FORMS = [
  'open',
  'save-pdf',
  'save-page',
  'print',
  'save-table',
  'save-lines',
] as const
export type PaperForm = (typeof PAPER_FORMS)[number]

/** The documents of a connection, each in the forms that it has, in the order in which they are offered. */
export const PAPERS = {
  /** What will change in the account, and what has by now. */
  plan: ['open', 'save-pdf', 'save-page', 'print'],
  /** The connection record: what was done, proven and approved, and how to undo it. */
  record: ['save-pdf', 'save-page', 'print'],
  /** The record of calls. */
  calls: ['open', 'save-pdf', 'save-page', 'print', 'save-table', 'save-lines'],
} as const satisfies Readonly<Record<string, readonly PaperForm[]>>
export type PaperId = keyof typeof PAPERS

const isPaperId = (id: string): id is PaperId => Object.hasOwn(PAPERS, id)
export const PAPER_IDS: readonly PaperId[] = Object.keys(PAPERS).filter(isPaperId)
