import type { HandOverFile, OpenedHandOver } from '../contract/hand-over-file.ts'
import { fail, toAppError } from '../errors/failure.ts'
import { openHandOver, shownOf } from '../hand-over/opening.ts'
import { ownTemplateOf } from '../steps/template/template.ts'
import type { Workspace } from './workspace.ts'

/** The file of somebody else that was opened last, until it is used or closed. */
export type HandedIn = {
  readonly shown: () => OpenedHandOver | null
  /** Reads it, to be shown with what it says or why it cannot be read. Never throws. */
  readonly open: (file: string) => Promise<void>
  readonly close: () => void
  /**
   * Shows the connection, or a new one for '', and takes what the file says for it. Throws `not-now`
   * when no file is open, `connection-unknown`, and as the connection does.
   */
  readonly use: (workspace: Workspace, id: string) => Promise<void>
}

/** What a file says, and when it was opened (ms). */
type Opened = { readonly read: HandOverFile; readonly at: number }

/** `now` in ms since the epoch. */
export function createHandedIn(onChange: () => void, now: () => number): HandedIn {
  let shown: OpenedHandOver | null = null
  let content: Opened | null = null
  const show = (next: OpenedHandOver | null, read: Opened | null): void => {
    shown = next
    content = read
    onChange()
  }
  const close = (): void => show(null, null)
  return {
    shown: () => shown,
    async open(file) {
      try {
        const read = await openHandOver(file)
        requireReviewable(read)
        show({ file, kind: 'read', content: shownOf(read) }, { read, at: now() })
      } catch (error) {
        show({ file, kind: 'refused', error: toAppError(error) }, null)
      }
    },
    close,
    async use(workspace, id) {
      const [opened, about] = [content, shown]
      if (!opened) throw fail('not-now', { step: 'file' })
      // Pressed twice it is used once.
      content = null
      try {
        await useIn(workspace, id, opened)
        if (shown === about) close()
      } catch (error) {
        if (shown === about) content = opened
        throw error
      }
    },
  }
}

async function useIn(workspace: Workspace, id: string, { read, at }: Opened): Promise<void> {
  const chosen = workspace.all().find((one) => one.id === id)
  if (chosen) {
    await chosen.propose(read, at)
    return workspace.command({ step: 'connections', action: 'select', id })
  }
  if (id !== '') throw fail('connection-unknown')
  const before = workspace.current().id
  await workspace.command({ step: 'connections', action: 'add' })
  const added = workspace.current()
  try {
    await added.propose(read, at)
  } catch (error) {
    // One that nothing could be proposed for would stand there empty, and another one after each press.
    await workspace.command({ step: 'connections', action: 'remove', id: added.id })
    await workspace.command({ step: 'connections', action: 'select', id: before })
    throw error
  }
}

/** Whoever may use the file must be able to review its template. Throws as `ownTemplateOf` does. */
function requireReviewable({ template }: HandOverFile): void {
  if (template?.body === undefined) return
  ownTemplateOf({ name: template.fileName, bytes: Buffer.from(template.body, 'utf8') })
}
