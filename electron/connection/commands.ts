import type { CommandReply } from '../contract/bridge.ts'
import type { Command, StepCommand } from '../contract/commands.ts'
import { fail } from '../errors/failure.ts'
import { registered, removing, signedIn, type AtWork } from './at-work.ts'

export type ConnectionCommand =
  | StepCommand
  | Extract<Command, { step: 'vault' | 'disconnect' }>
  | { readonly step: 'app'; readonly action: AppAction }
type AppAction = 'open-summary' | 'wipe' | 'open-audit' | 'export-audit' | 'reopen' | 'close'

/** Carries out a command about one connection; throws what it is refused for. */
export async function carryOut(at: AtWork, received: ConnectionCommand): Promise<CommandReply> {
  switch (received.step) {
    case 'vault':
      await ofVault(at, received.action)
      return { accepted: true }
    case 'disconnect':
      ofDisconnect(at, received)
      return { accepted: true }
    case 'app':
      await ofApp(at, received.action)
      at.onChange()
      return { accepted: true }
    default:
      if (removing(at)) throw fail('busy', { step: 'disconnect' })
      return at.engine.command(received)
  }
}

/** Removes every token of a registered connection, if that has not happened yet. */
export async function wipeTokens({ engine, wipe, onChange }: AtWork): Promise<void> {
  const { registered: record } = engine.choices()
  if (!record || record.wiped) return
  if (await wipe.run()) await engine.remember({ registered: { ...record, wiped: true } })
  onChange()
}

async function ofApp(at: AtWork, action: AppAction): Promise<void> {
  const { folder, desktop, audit, engine, disconnect, session } = at
  switch (action) {
    case 'open-summary':
      return desktop.openFile(folder.summaryFile)
    case 'open-audit':
      return desktop.openFile(await audit.page())
    case 'export-audit':
      return audit.save()
    case 'wipe':
      return wipeTokens(at)
    case 'reopen':
      if (!registered(at)) throw fail('not-now', { step: 'registration' })
      // Signing in verifies what was told by hand.
      if (engine.choices().byHand) await engine.remember({ byHand: false })
      return engine.reopen()
    case 'close':
      disconnect.close()
      engine.close()
      return session.signOut()
  }
}

async function ofVault(
  { vault, session, engine, onChange }: AtWork,
  action: 'retry' | 'session-only' | 'forget',
): Promise<void> {
  try {
    if (action === 'session-only') vault.useSessionOnly()
    else if (action === 'retry') await vault.retry()
    else await session.signOut()
  } catch (error) {
    // What the keychain refuses is told by the vault's state.
    if (vault.state().kind !== 'unavailable') throw error
  } finally {
    if (vault.state().kind !== 'unavailable') engine.resumeInterrupted()
    onChange()
  }
}

function ofDisconnect(at: AtWork, received: Extract<Command, { step: 'disconnect' }>): void {
  const { disconnect, engine, notices } = at
  if (received.action === 'close') return disconnect.close()
  if (!signedIn(at)) throw fail('not-signed-in')
  switch (received.action) {
    case 'list':
      return notices.watch(disconnect.list())
    case 'remove': {
      const { item, name, withObjects } = received
      return notices.watch(disconnect.remove(item, name, withObjects).then(engine.lookAnew))
    }
  }
}
