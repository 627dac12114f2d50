/** What the program uses of Electron that reaches other programs of the computer: the pack says of each what for. */
export const OUTSIDE = ['shell', 'clipboard', 'dialog', 'Notification'] as const

/** What else it uses of Electron: its own windows, processes, files and requests. */
export const INSIDE = [
  'app',
  'BrowserWindow',
  'Menu',
  'contextBridge',
  'ipcMain',
  'ipcRenderer',
  'nativeTheme',
  'net',
  'protocol',
  'screen',
  'session',
  'utilityProcess',
] as const
