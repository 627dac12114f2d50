import type { Status } from '../../electron/contract/status.ts'

/**
 * Which form a status shows, by a name; '' for none. A status of the same name leaves the fields where
 * they are, and what is typed in them.
 */
export function formOf(status: Status | undefined): string {
  const ask = status && 'ask' in status ? status.ask : undefined
  if (!ask) return ''
  return 'stage' in ask ? `${ask.step} ${ask.stage}` : ask.step
}

/** What a status shows, as far as that decides what is drawn: another name means other buttons. */
export function drawnOf(status: Status): string {
  const progress = 'progress' in status ? status.progress.kind : ''
  return [status.kind, progress, formOf(status)].join(' ')
}
