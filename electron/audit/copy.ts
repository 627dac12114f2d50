import { constants, mkdirSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import path from 'node:path'
import type { Clock } from '../base/clock.ts'
import type { Managed } from '../contract/managed.ts'
import { type AppFailure, fail } from '../errors/failure.ts'
import { isMissing } from '../files/files.ts'
import type { Entry } from './entry.ts'
import { appendTo } from './log.ts'
import { siemEvents, siemLines } from './siem.ts'

export type CopyOptions = {
  /** What the organization has decided. */
  readonly audit: Managed['audit']
  /** Whose the entries are, as the system knows them. */
  readonly user: string
  readonly connectionId: string
  /** The account's number, '' while none is known. */
  readonly account: () => string
  readonly clock: Pick<Clock, 'now'>
  /** Told once when an entry other than a change could not be written, or old files could not be deleted. */
  readonly onProblem: (problem: AppFailure) => void
}

const DAY_MS = 24 * 60 * 60 * 1000
const BEGINNING = 'eco-connect'
/** In a folder that several people share, one of them may have put a link there. */
const NO_LINK = constants.O_NOFOLLOW || 0

/**
 * Writes the entries of a record once more into the folder that the organization has named, each as an
 * event for its programs (`siem.ts`), as far as is known at that moment how a call went. Null where it has named none.
 * For a change it throws `audit-copy-failed` where it cannot: that change is not to be made.
 */
export function createCopy(options: CopyOptions): ((entry: Entry) => void) | null {
  const { audit, connectionId, account, clock } = options
  const { folder, retentionDays } = audit
  if (folder === null) return null
  const own = ownFiles(options.user)
  let isTold = false
  const tell = (problem: AppFailure): void => {
    if (!isTold) options.onProblem(problem)
    isTold = true
  }
  if (retentionDays !== null) {
    const oldest = dayOf(clock.now() - retentionDays * DAY_MS)
    removeBefore(folder, own, oldest).catch((cause: unknown) => tell(failed(folder, cause)))
  }
  return (entry) => {
    const file = path.join(folder, `${own}${connectionId}-${dayOf(clock.now())}.jsonl`)
    try {
      mkdirSync(folder, { recursive: true, mode: 0o700 })
      appendTo(file, siemLines(siemEvents([entry], account())), NO_LINK)
    } catch (cause) {
      const problem = failed(folder, cause)
      if (entry.kind === 'change') throw problem
      tell(problem)
    }
  }
}

/** How the names of a person's files begin: with letters that every system takes, and as nobody else's. */
const ownFiles = (user: string): string =>
  `${BEGINNING}-${user.replaceAll(/[^A-Za-z0-9.]/gu, (one) => `_${one.codePointAt(0)?.toString(16)}_`)}-`

/** Such as `2026-01-31`, in UTC: names of files are ordered as days are. */
const dayOf = (moment: number): string => new Date(moment).toISOString().slice(0, 10)

/** Deletes what this app wrote for this person before a day; whatever else is in the folder stays. */
async function removeBefore(folder: string, own: string, oldest: string): Promise<void> {
  const names = await readdir(folder).catch((error: unknown) => {
    if (isMissing(error)) return []
    throw error
  })
  for (const name of names) {
    const day = /-(\d{4}-\d{2}-\d{2})\.jsonl$/.exec(name)?.[1]
    if (name.startsWith(own) && day !== undefined && day < oldest)
      await rm(path.join(folder, name), { force: true })
  }
}

function failed(folder: string, cause: unknown): AppFailure {
  const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
  return fail('audit-copy-failed', { folder, reason }, { cause })
}
