import { Menu, type MenuItemConstructorOptions } from 'electron'

/**
 * The application's menu: Electron's own one opens web pages and the developer tools. Editing and
 * zoom stay, as their keys work through the menu. Electron must be ready.
 */
export function setMenu(packaged: boolean): void {
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
      { label: 'View', submenu: packaged ? view : [...view, { role: 'toggleDevTools' }] },
      { role: 'windowMenu' },
    ]),
  )
}
