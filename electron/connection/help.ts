import type { Desktop } from '../base/desktop.ts'
import type { Command } from '../contract/commands.ts'
import type { Help } from '../contract/help.ts'
import { fail } from '../errors/failure.ts'
import type { Language } from '../texts/catalogue.ts'
import { supportDetails, type SupportFacts } from './support-details.ts'

/** Help, as far as the main process knows of it: whether it is open, where, and the details for support. */
export type HelpAtWork = {
  readonly shown: () => Help | null
  /** Throws `not-now` for details that nobody has been shown. */
  readonly command: (received: Extract<Command, { step: 'help' }>) => Promise<void>
}

export function createHelp(options: {
  readonly facts: () => Promise<SupportFacts>
  readonly desktop: Pick<Desktop, 'copy'>
  readonly language: () => Language
  readonly onChange: () => void
}): HelpAtWork {
  const { facts, desktop, language, onChange } = options
  let open: Pick<Help, 'topic' | 'asked'> | null = null
  let asked = 0
  let found: SupportFacts | null = null
  const details = (): string => {
    const { words, locale } = language()
    return found ? supportDetails(words.help.details, locale, found) : ''
  }
  return {
    shown: () => open && { ...open, details: details() },
    async command(received) {
      switch (received.action) {
        case 'open':
          asked += 1
          open = { topic: received.topic, asked }
          break
        case 'close':
          open = null
          found = null
          break
        case 'show-details':
          found = await facts()
          break
        case 'copy-details':
          // What is copied is what was read.
          if (!open || !found) throw fail('not-now', { step: 'help' })
          await desktop.copy(details())
          break
      }
      onChange()
    },
  }
}
