import type { Audit } from '../audit/audit.ts'
import type { Session } from '../aws/sign-in/session.ts'
import type { Wipe } from '../aws/sign-in/wipe.ts'
import type { Clock } from '../base/clock.ts'
import type { Desktop } from '../base/desktop.ts'
import type { Engine } from '../checklist/engine.ts'
import type { Choices } from '../checklist/state-file.ts'
import type { Managed } from '../contract/managed.ts'
import type { Proposal } from '../contract/hand-over-file.ts'
import type { Undo } from '../disconnect/disconnect.ts'
import type { AtSpot } from '../contract/snapshot.ts'
import type { AppError } from '../errors/app-error.ts'
import { toAppError } from '../errors/failure.ts'
import type { HealthAtWork } from '../health/health.ts'
import type { Vault } from '../keychain/vault.ts'
import type { PreflightCheck, PreflightSubject } from '../preflight/preflight.ts'
import type { Language } from '../texts/catalogue.ts'
import type { PlanPaper } from '../texts/plan-paper.ts'
import { WAYS } from '../steps/sign-in/ways/index.ts'
import type { ConnectionFolder } from './folders.ts'
import type { Reminders } from './reminders.ts'

/** One connection at work: its checklist, and what stands around it. */
export type AtWork = {
  readonly folder: ConnectionFolder
  readonly desktop: Desktop
  readonly clock: Clock
  readonly vault: Vault
  readonly audit: Audit
  readonly session: Session
  readonly wipe: Wipe
  readonly preflight: PreflightCheck
  readonly engine: Engine
  readonly health: HealthAtWork
  readonly disconnect: Undo
  readonly reminders: Reminders
  /** What is set up, as a file for another person's app; null while there is nothing. */
  readonly answer: () => { readonly name: string; readonly text: string } | null
  /** What will change in the account, and what has by now. */
  readonly plan: () => PlanPaper
  /** What was taken from somebody else's file, to fill in the forms; kept nowhere. */
  readonly proposal: { current: Proposal | null }
  readonly notices: Notices
  readonly language: () => Language
  readonly managed: Managed
  readonly appVersion: string
  readonly onChange: () => void
}

/** What is to be told besides the steps. */
export type Notices = {
  readonly all: () => readonly AppError[]
  readonly tell: (error: AppError) => void
  /** Tells of a job that fails, which nobody waits for. */
  readonly watch: (job: Promise<void>) => void
}

export function createNotices(onChange: () => void): Notices {
  const all: AppError[] = []
  const tell = (error: AppError): void => {
    all.push(error)
    onChange()
  }
  return {
    all: () => all,
    tell,
    watch: (job) => void job.catch((error: unknown) => tell(toAppError(error))),
  }
}

/** What is known of the account at Spot. */
export function atSpot({ engine }: Pick<AtWork, 'engine'>): AtSpot {
  const { registered: record } = engine.choices()
  if (!record) return 'no'
  if (record.way !== 'spot-support') return 'registered'
  return record.confirmedAt === null ? 'asked' : 'confirmed'
}

const registered = ({ engine }: Pick<AtWork, 'engine'>): boolean =>
  engine.choices().registered !== null

/** Registered, or taken back: nobody has to be signed in any more. */
export const isOver = ({ engine }: Pick<AtWork, 'engine'>): boolean =>
  registered({ engine }) || engine.choices().disconnected !== null

/** Whether somebody is signed in, as far as a sign-in matters: of what is over only for another look. */
export const signedIn = ({ engine }: Pick<AtWork, 'engine'>): boolean =>
  engine.steps().some(({ id, status }) => id === 'sign-in' && status.kind === 'done') &&
  (!isOver({ engine }) || engine.reopened())

/** Whether a step of the checklist changes something. */
export const acting = ({ engine }: Pick<AtWork, 'engine'>): boolean =>
  engine.steps().some(({ status }) => status.kind === 'acting')

/** Whether something is being taken back. */
export function removing({ disconnect }: Pick<AtWork, 'disconnect'>): boolean {
  const state = disconnect.state()
  return state.kind === 'listed' && state.items.some((item) => item.state === 'removing')
}

/** What a connection is called, and the account that it is about; '' while it has none. */
export function aboutOf({ label, account }: Choices): { name: string; accountId: string } {
  const accountId = account?.id ?? ''
  return { name: label || account?.name || accountId, accountId }
}

/** Whose permissions the look ahead asks about; null when nobody is signed in. */
export function lookingAhead(at: Pick<AtWork, 'engine'>): PreflightSubject | null {
  if (!signedIn(at)) return null
  const choices = at.engine.choices()
  return {
    accountId: choices.account?.id ?? '',
    roleName: choices.roleName,
    identityCenterRegion: WAYS[choices.way].identityCenterRegion(choices),
  }
}
