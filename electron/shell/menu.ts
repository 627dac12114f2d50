import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The application's menu: Electron's own one opens web pages and the developer tools. Editing and
 * zoom stay, as their keys work through the menu; `viewMenu` is added to View. Electron must be
 * ready.
 */
export function setMenu(viewMenu: readonly MenuItemConstructorOptions[]): void {
  const view: MenuItemConstructorOptions[] = [
    { role: 'resetZoom' },
    { role: 'zoomIn' },
    { role: 'zoomOut' },
    { type: 'separator' },
    { role: 'togglefullscreen' },
  ]
  Menu.setApplicationMenu(
    Menu.buildFromTemplate([
      ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
      { role: 'fileMenu' },
      { role: 'editMenu' },
      { label: 'View', submenu: [...view, ...viewMenu] },
      { role: 'windowMenu' },
    ]),
  )
}
