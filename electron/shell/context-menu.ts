import {
  Menu,
  type BrowserWindow,
  type ContextMenuParams,
  type MenuItemConstructorOptions,
} from 'electron'
import type { Catalogue } from '../texts/catalogue.ts'

/** The menu of the right mouse button: for fields and for selected text, nowhere else. */
export function offerContextMenu(window: BrowserWindow, words: () => Catalogue): void {
  window.webContents.on('context-menu', (_event, params) => {
    const items = contextItems(params, words().menu)
    if (items.length > 0) Menu.buildFromTemplate(items).popup({ window })
  })
}

function contextItems(
  { isEditable, editFlags, selectionText }: ContextMenuParams,
  words: Catalogue['menu'],
): MenuItemConstructorOptions[] {
  const copy: MenuItemConstructorOptions = {
    role: 'copy',
    label: words.copy,
    enabled: editFlags.canCopy,
  }
  if (!isEditable) return selectionText.trim() === '' ? [] : [copy]
  return [
    { role: 'cut', label: words.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: words.paste, enabled: editFlags.canPaste },
    { type: 'separator' },
    { role: 'selectAll', label: words.selectAll, enabled: editFlags.canSelectAll },
  ]
}
