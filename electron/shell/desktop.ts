import path from 'node:path'
import { clipboard, dialog, shell, type BrowserWindow } from 'electron'
import type { Desktop } from '../base/desktop.ts'
import { fail } from '../errors/failure.ts'
import {
  isOdd,
  LARGEST,
  readIfThere,
  refuseOddPath,
  replaceFile,
  saving,
  writing,
} from '../files/files.ts'
import type { Overrides } from '../start/overrides.ts'
import type { Speech } from '../texts/speech.ts'
import { visibleLine } from '../base/visible.ts'
import { notify } from './notifications.ts'
import { pdfOf, printed } from './press.ts'
import { openOutside } from './window.ts'

export type DesktopOptions = {
  readonly window: BrowserWindow
  readonly speech: Pick<Speech, 'words'>
  readonly overrides: Pick<Overrides, 'openLink' | 'isStandIn'>
}

/** What a connection may do with this computer; its summary goes to `summaryFile`. */
export function createDesktop(
  { window, speech, overrides }: DesktopOptions,
  summaryFile: string,
): Desktop {
  const { openLink, isStandIn } = overrides
  return {
    open: openLink ?? ((link) => openOutside(link, isStandIn)),
    openFile: async (file) => {
      // A link in its place could lead to a program, which the system would start.
      await refuseOddPath(file)
      const problem = await shell.openPath(file)
      if (problem !== '') throw fail('file-unreadable', { file }, { detail: { message: problem } })
    },
    copy: async (text) => clipboard.writeText(text),
    chooseTemplate: async () => {
      const { allFiles, templateFiles } = speech.words().window
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openFile'],
        filters: [
          { name: templateFiles, extensions: ['json', 'yaml', 'yml', 'template'] },
          { name: allFiles, extensions: ['*'] },
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
    chooseFolder: async () => {
      // The folders of command line tools begin with a dot, which dialogs hide.
      const { canceled, filePaths } = await dialog.showOpenDialog(window, {
        properties: ['openDirectory', 'showHiddenFiles', 'dontAddToRecent'],
      })
      const [folder] = filePaths
      return canceled || !folder ? null : folder
    },
    saveSummary: async (text) => {
      await writing(summaryFile, replaceFile(summaryFile, text))
      return summaryFile
    },
    saveFile: async (suggestedName, text, beside) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: visibleLine(suggestedName),
      })
      if (canceled || !filePath) return null
      await saving(filePath, replaceFile(filePath, text))
      if (beside) {
        const file = besideOf(filePath, beside.ending)
        await saving(file, replaceFile(file, beside.text))
      }
      return filePath
    },
    savePdf: async (suggestedName, sheet) => {
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        defaultPath: visibleLine(suggestedName),
      })
      if (canceled || !filePath) return null
      const pdf = await pdfOf(sheet, window)
      await saving(filePath, replaceFile(filePath, pdf))
      return filePath
    },
    print: (sheet) => printed(sheet, window),
    showFile: async (file) => {
      await refuseOddPath(file)
      shell.showItemInFolder(file)
    },
    notify: (title, body) => notify(window, title, body),
  }
}

/** The same name with another ending; whoever has chosen that ending for the first file gets it twice. */
function besideOf(file: string, ending: string): string {
  const { dir, name, ext } = path.parse(file)
  return path.join(dir, `${ext === ending ? name + ext : name}${ending}`)
}
