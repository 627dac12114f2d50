import { execFile } from 'node:child_process'
import path from 'node:path'
import { promisify } from 'node:util'
import { clipboard, dialog, Notification, type BrowserWindow } from 'electron'
import type { Desktop } from './checklist/step.ts'
import { writing } from './connections.ts'
import { fail } from './errors.ts'
import { isOdd, LARGEST, readIfThere, replaceFile } from './files.ts'
import { openOutside } from './window.ts'

export type DesktopOptions = {
  readonly window: BrowserWindow
  readonly packaged: boolean
  /** The environment at start; empty in a packaged build. */
  readonly env: Readonly<Record<string, string | undefined>>
}

/** What a connection may do with this computer; its summary goes to `summaryFile`. */
export function createDesktop(
  { window, env, packaged }: DesktopOptions,
  summaryFile: string,
): Desktop {
  const openCommand = packaged ? undefined : env['ECO_CONNECT_OPEN_URL_COMMAND']
  return {
    open: async (link) => {
      if (openCommand) await promisify(execFile)(openCommand, [link])
      else await openOutside(link, !packaged)
    },
    copy: async (text) => clipboard.writeText(text),
    chooseTemplate: async () => {
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [
          { name: 'CloudFormation template', extensions: ['json', 'yaml', 'yml', 'template'] },
          { name: 'All files', extensions: ['*'] },
        ],
      })
      const [file] = filePaths
      if (canceled || !file) return null
      try {
        const bytes = await readIfThere(file, LARGEST.template)
        if (bytes) return { name: path.basename(file), bytes }
      } catch (cause) {
        throw isOdd(cause) ? cause : fail('file-unreadable', { file }, { cause })
      }
      throw fail('file-unreadable', { file })
    },
    saveSummary: async (text) => {
      await writing(summaryFile, replaceFile(summaryFile, text))
      return summaryFile
    },
    saveFile: async (suggestedName, text) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: suggestedName,
      })
      if (canceled || !filePath) return null
      await writing(filePath, replaceFile(filePath, text))
      return filePath
    },
    notify(title, body) {
      if (!Notification.isSupported()) return
      const notification = new Notification({ title, body })
      notification.on('click', () => window.focus())
      notification.show()
    },
  }
}
