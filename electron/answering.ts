import { app } from 'electron'
import type { Desktop } from './base/desktop.ts'
import type { Shared } from './connection/connection.ts'
import type { Erase } from './connection/erasure.ts'
import type { HandedIn } from './connection/handed-in.ts'
import type { HelpAtWork } from './connection/help.ts'
import { saveOverview } from './connection/overview-files.ts'
import type { Workspace } from './connection/workspace.ts'
import type { CommandReply } from './contract/bridge.ts'
import type { Command } from './contract/commands.ts'
import { fail, toAppError } from './errors/failure.ts'
import { requireLanguage } from './managed/rules.ts'
import { consoleLink } from './network/links.ts'
import type { Doors } from './shell/ipc.ts'
import { isTyped } from './texts/erasure.ts'
import type { Speech } from './texts/speech.ts'

/** Carries out what is asked about removing everything from this computer. */
async function ofErasure(
  erase: Erase,
  speech: Speech,
  received: Extract<Command, { step: 'erasure' }>,
): Promise<void> {
  switch (received.action) {
    case 'ask':
      return erase.ask()
    case 'close':
      return erase.close()
    case 'start':
      if (!isTyped(speech.words(), received.typed))
        throw fail('invalid-command', { command: 'erasure' })
      return erase.start()
    case 'again':
      return erase.again()
    case 'quit':
      return app.quit()
  }
}

/** Looks again at what a proxy has stopped for want of a password. */
async function checkHeldUp(workspace: Workspace): Promise<void> {
  for (const { id, status } of workspace.current().view().steps)
    if (status.kind === 'failed' && status.error.code === 'network-proxy-auth')
      await workspace.current().command({ step: id, action: 'check' })
}

export type Answering = {
  readonly workspace: Workspace
  readonly handedIn: HandedIn
  readonly erase: Erase
  readonly help: HelpAtWork
  readonly desktop: Desktop
  readonly shared: Shared
  readonly speech: Speech
  /** Keeps the language for the next start. */
  readonly keepLanguage: (id: string) => Promise<void>
  /** Asks for a proxy's password in a window of its own; resolves whether a proxy has taken one. */
  readonly enterProxyPassword: () => Promise<boolean>
}

/** Answers every command of the window. */
export function answering({
  workspace,
  handedIn,
  erase,
  help,
  desktop,
  shared: { appVersion, clock, managed },
  speech,
  keepLanguage,
  enterProxyPassword,
}: Answering): Doors['command'] {
  const ofConnections = async (
    received: Extract<Command, { step: 'connections' }>,
  ): Promise<CommandReply> => {
    if (received.action !== 'save-page' && received.action !== 'save-table')
      await workspace.command(received)
    else {
      const connections = workspace.all().map((connection) => connection.summary())
      const language = speech.language()
      const about = { connections, desktop, language, appVersion, now: clock.now() }
      await saveOverview(received.action, about)
    }
    return { accepted: true }
  }
  const ofFile = async (received: Extract<Command, { step: 'file' }>): Promise<CommandReply> => {
    if (received.action === 'use') await handedIn.use(workspace, received.id)
    else handedIn.close()
    return { accepted: true }
  }
  const ofApp = async (received: Extract<Command, { step: 'app' }>): Promise<CommandReply> => {
    switch (received.action) {
      case 'copy':
        await desktop.copy(received.text)
        return { accepted: true }
      case 'open':
        await desktop.open(consoleLink(received.link))
        return { accepted: true }
      case 'speak':
        requireLanguage(managed, received.language)
        if (!(await speech.speak(received.language)))
          throw fail('invalid-command', { command: 'speak' })
        await keepLanguage(received.language)
        return { accepted: true }
      case 'enter-proxy-password':
        if (await enterProxyPassword()) await checkHeldUp(workspace)
        return { accepted: true }
      case 'open-summary':
      case 'wipe':
      case 'save-answer':
      case 'save-reminder':
      case 'reopen':
      case 'look-anew':
      case 'close':
        return workspace.current().command({ step: 'app', action: received.action })
    }
  }
  return async (received) => {
    try {
      if (received.step === 'help') {
        await help.command(received)
        return { accepted: true }
      }
      if (received.step === 'erasure') {
        await ofErasure(erase, speech, received)
        return { accepted: true }
      }
      if (erase.isUnderWay()) throw fail('busy', { step: 'erasure' })
      if (received.step === 'app') return await ofApp(received)
      if (received.step === 'file') return await ofFile(received)
      if (received.step === 'connections') return await ofConnections(received)
      return await workspace.current().command(received)
    } catch (error) {
      return { accepted: false, error: toAppError(error) }
    }
  }
}
