import type { Catalogue } from '../catalogue.ts'

/** What the system's dialogs say: about a window that has stopped, and about files. */
export const window: Catalogue['window'] = {
  goneTitle: 'Das Fenster ist abgestürzt',
  gone: 'Eco Connect muss sein Fenster neu zeichnen.',
  goneDetail:
    'Der Inhalt des Fensters wurde unerwartet beendet. Nichts ist verloren: Was Sie gewählt haben, ist gespeichert, und die Arbeit in AWS geht weiter. Was Sie eingegeben, aber noch nicht abgeschickt hatten, müssen Sie noch einmal eingeben.',
  hangingTitle: 'Das Fenster reagiert nicht',
  hanging: 'Das Fenster von Eco Connect reagiert seit einiger Zeit nicht.',
  hangingDetail:
    'Vielleicht ist dieser Computer beschäftigt: Dann genügt es zu warten. Öffnen Sie das Fenster neu, geht nur verloren, was Sie eingegeben und noch nicht abgeschickt hatten.',
  openAgain: 'Fenster neu öffnen',
  quit: 'Beenden',
  wait: 'Warten',
  cannotStart: 'Eco Connect kann nicht starten',
  /** In the About panel: who made it, what it runs on, and where the licences are. */
  aboutRuntime: (electron, chromium, node) =>
    `Läuft auf Electron ${electron}, Chromium ${chromium} und Node.js ${node}.`,
  aboutLicences:
    'Die Lizenzen der enthaltenen Open-Source-Software stehen unter Hilfe, „Open-Source-Lizenzen“.',
  /** In the title bar, before the app's name: name and account of the connection, '' while it has none. */
  title: (step, connection, accountId) => {
    const whose =
      accountId === '' || connection.includes(accountId)
        ? connection
        : `${connection} (${accountId})`
    return whose === '' ? step : `${step} – ${whose}`
  },
  templateFiles: 'CloudFormation-Vorlage',
  allFiles: 'Alle Dateien',
}
