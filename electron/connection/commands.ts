import type { CommandReply } from '../contract/bridge.ts'
import type { Command, StepCommand } from '../contract/commands.ts'
import { fail } from '../errors/failure.ts'
import { disconnectedOf } from '../disconnect/taken-back.ts'
import { mailtoLink } from '../spot/support-request.ts'
import { reminderFile } from '../documents/reminder.ts'
import { removalRequestLetter } from '../texts/to-spot/removal-request.ts'
import { supportRequestLetter } from '../texts/to-spot/support-request.ts'
import { withRoleGiven } from './role-given.ts'
import { isOver, removing, signedIn, type AtWork } from './at-work.ts'
import { goesOnAtAws } from './goes-on.ts'
import { madePaper } from './papers.ts'
import { deliveryDueOf } from './reminders.ts'

export type ConnectionCommand =
  | StepCommand
  | Extract<Command, { step: 'vault' | 'disconnect' | 'support' | 'paper' }>
  | { readonly step: 'app'; readonly action: AppAction }
type AppAction =
  | 'open-summary'
  | 'wipe'
  | 'save-answer'
  | 'save-reminder'
  | 'reopen'
  | 'look-anew'
  | 'close'

/** Carries out a command about one connection; throws what it is refused for. */
export async function carryOut(at: AtWork, received: ConnectionCommand): Promise<CommandReply> {
  switch (received.step) {
    case 'vault':
      await ofVault(at, received.action)
      return { accepted: true }
    case 'disconnect':
      await ofDisconnect(at, received)
      return { accepted: true }
    case 'support':
      await ofSupport(at, received)
      at.onChange()
      return { accepted: true }
    case 'paper':
      return savedAs(await madePaper(at, received))
    case 'app':
      if (received.action === 'save-answer') return savedAs(await saveAnswer(at))
      if (received.action === 'save-reminder') return savedAs(await saveReminder(at))
      await ofApp(at, received.action)
      at.onChange()
      return { accepted: true }
    default:
      if (removing(at)) throw fail('busy', { step: 'disconnect' })
      return at.engine.command(received)
  }
}

const savedAs = (file: string | null): CommandReply =>
  file === null ? { accepted: true } : { accepted: true, saved: file }

/** Removes every token of a connection that is registered or taken back, if there may be any. */
export async function wipeTokens({ engine, wipe, session, onChange }: AtWork): Promise<void> {
  const { registered: record, disconnected } = engine.choices()
  if (disconnected && !record) return session.signOut()
  if (!record || record.wiped) return
  if (await wipe.run()) await engine.remember({ registered: { ...record, wiped: true } })
  onChange()
}

/**
 * Where nothing of a sign-in is to be kept, what an earlier run has kept goes as soon as it is asked for,
 * which nobody does where every step is done by hand. Contacts AWS only to end it.
 */
export async function leaveNothingKept({ engine, managed, session }: AtWork): Promise<void> {
  if (managed.sessionOnly && engine.choices().byHand) await session.signedIn()
}

async function ofApp(
  at: AtWork,
  action: Exclude<AppAction, 'save-answer' | 'save-reminder'>,
): Promise<void> {
  const { folder, desktop, engine } = at
  switch (action) {
    case 'open-summary':
      return desktop.openFile(folder.summaryFile)
    case 'wipe':
      return wipeTokens(at)
    case 'reopen':
      if (!isOver(at)) throw fail('not-now', { step: 'registration' })
      // Signing in verifies what was told by hand.
      if (engine.choices().byHand) await engine.remember({ byHand: false })
      return engine.reopen()
    case 'look-anew':
      if (!engine.reopened()) throw fail('not-now', { step: 'registration' })
      return engine.lookAnew()
    case 'close':
      return ended(at)
  }
}

async function saveAnswer({ answer, desktop }: AtWork): Promise<string | null> {
  const file = answer()
  if (!file) throw fail('not-now', { step: 'cost-report' })
  return desktop.saveFile(file.name, file.text)
}

/** Of a connection whose first analysis can be waited for: nobody knows when Spot Support answers. */
async function saveReminder({ desktop, engine, folder, language }: AtWork): Promise<string | null> {
  const { account, registered: record, disconnected } = engine.choices()
  if (!record || disconnected || record.way === 'spot-support')
    throw fail('not-now', { step: 'registration' })
  const text = reminderFile(language(), {
    connectionId: folder.id,
    accountId: account?.id ?? '',
    registeredAt: record.at,
    deliveryDue: deliveryDueOf(engine.choices()),
  })
  return desktop.saveFile(language().words.reminder.fileName, text)
}

/** Ends the look at a connection that is over, and the sign-in for it. */
async function ended(at: AtWork): Promise<void> {
  const { disconnect, engine, session, notices } = at
  disconnect.close()
  engine.close()
  await session.signOut()
  goesOnAtAws(at).forEach(notices.tell)
}

async function ofVault(
  { managed, vault, session, engine, onChange }: AtWork,
  action: 'retry' | 'session-only' | 'forget',
): Promise<void> {
  try {
    if (action === 'session-only') vault.useSessionOnly()
    // Where nothing is kept, the keychain is asked only to let go of what it has.
    else if (action === 'retry') await (isKeychainNeeded({ managed, vault }) && vault.retry())
    else await session.signOut()
  } catch (error) {
    // What the keychain refuses is told by the vault's state.
    if (vault.state().kind !== 'unavailable') throw error
  } finally {
    if (vault.state().kind !== 'unavailable') engine.resumeInterrupted()
    onChange()
  }
}

const isKeychainNeeded = ({ managed, vault }: Pick<AtWork, 'managed' | 'vault'>): boolean =>
  !managed.sessionOnly || vault.state().kind !== 'ready'

async function ofDisconnect(
  at: AtWork,
  received: Extract<Command, { step: 'disconnect' }>,
): Promise<void> {
  const { desktop, disconnect, engine, notices } = at
  switch (received.action) {
    case 'close':
      // Whoever has taken something back is done with it, unless they sign in for the rest.
      if (engine.choices().disconnected) return ended(at)
      return disconnect.close()
    case 'copy-request':
      return desktop.copy(removalRequestOf(at).text)
    case 'email-request': {
      const { subject, text } = removalRequestOf(at)
      return desktop.open(mailtoLink(subject, text))
    }
    case 'connect-again':
      if (!engine.choices().disconnected) throw fail('not-now', { step: 'disconnect' })
      await ended(at)
      return engine.forgetCreated()
    case 'list':
      if (!signedIn(at)) throw fail('not-signed-in')
      return notices.watch(disconnect.list())
    case 'remove': {
      if (!signedIn(at)) throw fail('not-signed-in')
      const { item, name, withObjects } = received
      return notices.watch(disconnect.remove(item, name, withObjects).then(() => looked(at)))
    }
  }
}

/** About the request to Spot Support that was sent, and what the person says of Spot. */
async function ofSupport(
  { desktop, engine, clock }: AtWork,
  received: Extract<Command, { step: 'support' }>,
): Promise<void> {
  const { action } = received
  if (action === 'role-given') return engine.record(withRoleGiven(engine, received, clock.now()))
  const { registered: record, disconnected } = engine.choices()
  if (record?.way !== 'spot-support' || disconnected)
    throw fail('not-now', { step: 'registration' })
  if (action === 'confirm-connected' || action === 'not-connected') {
    const confirmedAt = action === 'confirm-connected' ? clock.now() : null
    return engine.record({ ...record, confirmedAt })
  }
  if (!record.sent) throw fail('not-now', { step: 'registration' })
  const { subject, text } = supportRequestLetter(record.sent.request)
  return action === 'copy-request' ? desktop.copy(text) : desktop.open(mailtoLink(subject, text))
}

/** What is taken back is an archive; anything else is read anew after something was removed. */
function looked({ engine }: AtWork): void {
  if (!engine.choices().disconnected) engine.lookAnew()
}

/** The request to Spot Support to remove the account, of a connection that Spot knew. */
function removalRequestOf(at: AtWork): { readonly subject: string; readonly text: string } {
  const about = disconnectedOf(at.engine.choices())?.atSpot
  if (!about) throw fail('not-now', { step: 'disconnect' })
  return removalRequestLetter(about)
}
