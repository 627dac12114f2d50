/** What the system's dialogs say: about a window that has stopped, and about files. */
export const window = {
  goneTitle: 'The window has stopped',
  gone: 'Eco Connect has to draw its window again.',
  goneDetail:
    'The window’s content stopped unexpectedly. Nothing is lost: what you chose is saved, and the work in AWS goes on. What you had typed but not yet sent must be typed again.',
  hangingTitle: 'The window does not answer',
  hanging: 'The window of Eco Connect has not answered for some time.',
  hangingDetail:
    'This computer may be busy: then waiting is enough. If you open the window again, nothing is lost but what you had typed and not yet sent.',
  openAgain: 'Open the window again',
  quit: 'Quit',
  wait: 'Wait',
  cannotStart: 'Eco Connect cannot start',
  /** In the About panel: who made it, what it runs on, and where the licences are. */
  aboutRuntime: (electron: string, chromium: string, node: string) =>
    `Runs on Electron ${electron}, Chromium ${chromium} and Node.js ${node}.`,
  aboutLicences:
    'The licences of the open-source software in it are under Help, “Open-Source Licences”.',
  /** In the title bar, before the app's name: name and account of the connection, '' while it has none. */
  title: (step: string, connection: string, accountId: string) => {
    const whose =
      accountId === '' || connection.includes(accountId)
        ? connection
        : `${connection} (${accountId})`
    return whose === '' ? step : `${step} – ${whose}`
  },
  templateFiles: 'CloudFormation template',
  allFiles: 'All files',
} as const
