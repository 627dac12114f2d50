import type { PackWords } from '../en/index.ts'

const untilRemoved = 'Bis die Verbindung aus dem Programm entfernt wird.'
const untilAll = 'Bis alles entfernt wird.'

export const storage: PackWords['storage'] = {
  intro: [
    'Alles, was das Programm aufhebt, liegt in einem Profilordner der Person. Er wird nur für sie angelegt (Modus 0700, Dateien 0600 auf Linux und macOS; auf Windows gelten die Zugriffslisten der eigenen Ordner der Person). Ein Ordner von jemand anderem wird beim Start abgelehnt, einer, der für andere offen ist, wird geschlossen, und das wird gesagt.',
  ],
  placesTitle: 'Wo, je System',
  placesHead: ['System', 'Profilordner', 'Schlüsselbund', 'Registrierung, Systemeinstellungen'],
  places: {
    linux: [
      'Linux',
      'Secret Service (GNOME Keyring, KWallet, KeePassXC)',
      'Im Betrieb nichts. Ein Paket für alle fügt einen Menüeintrag und einen Dateityp hinzu, das für Debian ein AppArmor-Profil.',
    ],
    win32: [
      'Windows',
      'Anmeldeinformationsverwaltung, generische Anmeldeinformationen',
      'Der Code des Programms schreibt keinen Schlüssel; er liest, was ein Administrator vorgegeben hat („Vorgaben der Organisation“). Das Paket für alle fügt einen Menüeintrag und einen Dateityp hinzu. Was Electron dort schreibt, wurde nicht gemessen.',
    ],
    darwin: [
      'macOS',
      'Anmelde-Schlüsselbund',
      'Der Code des Programms schreibt nichts. Was Electron dort schreibt, wurde nicht gemessen.',
    ],
  },
  entry: 'Eintrag',
  filesTitle: 'Dateien im Profilordner',
  filesHead: ['Datei', 'Was darin steht', 'Wie lange'],
  files: {
    settings: [
      'Die Reihenfolge der Verbindungen, welche zuletzt gezeigt wurde, die gewählte Sprache.',
      untilAll,
    ],
    place: ['Wo das Fenster war.', untilAll],
    state: [
      'Antworten, Namen des Angelegten, wer die Vorlage freigegeben hat (ARN) und welche Bytes, welche Schritte wann nachgewiesen wurden, was beim letzten Nachsehen gefunden wurde. Kein Geheimnis.',
      untilRemoved,
    ],
    vault: [
      'Die Anmeldung (Token), versiegelt mit AES-256-GCM; der Schlüssel ist im Schlüsselbund.',
      'Bis zur Registrierung, zum Abmelden oder zum Ende der Anmeldung.',
    ],
    keyNote: ['Nichts: sagt, dass im Schlüsselbund ein Schlüssel sein kann.', 'Wie die Anmeldung.'],
    record: [
      'Eine Zeile für jeden Aufruf an AWS und Spot und für jede Änderung, der zugestimmt wurde; siehe „Protokolle und Aufbewahrung“. Kein Geheimnis, kein Inhalt.',
      untilRemoved,
    ],
    summary: ['Was registriert wurde: Namen, ARN der Rolle, Daten.', untilRemoved],
    pages: [
      'Seiten des Protokolls und des Plans, neu erstellt, wenn jemand sie öffnet.',
      'Wie das Protokoll.',
    ],
    begun: [
      'Nichts: sagt, dass gerade alles entfernt wird, damit der nächste Start damit weitermacht.',
      'Solange das läuft.',
    ],
    setAside: [
      '`….unreadable-…` neben einer Datei: was an ihrer Stelle gefunden wurde und nicht lesbar war, aufgehoben wie es war. `….tmp-…`: die Hälfte einer Datei, die gerade ersetzt wurde.',
      'Bis die Verbindung oder alles entfernt wird.',
    ],
    chromium: [
      'Dateien von Chromium (Zwischenspeicher für den Code des Fensters, Einstellungen, `Network Persistent State`). Kein Geheimnis; im Programm wird nie eine Seite von AWS oder Spot gezeigt.',
      untilAll,
    ],
  },
  keychainTitle: 'Einträge im Schlüsselbund',
  keychain: (entry) =>
    `Für jede Verbindung, die auf eine Art angemeldet ist, die das Ende des Programms überdauert: ein Eintrag namens \`${entry}\`, dessen Wert ein zufälliger Schlüssel ist. Er öffnet eine Datei auf diesem Computer und sonst nichts. Ein kurzlebiger Eintrag derselben Form wird geschrieben und entfernt, um zu sehen, ob der Schlüsselbund arbeitet.`,
  neverTitle: 'Was nirgends geschrieben wird',
  nevers: [
    'Passwörter und zweite Faktoren von AWS: Sie werden im Browser eingegeben.',
    'Eingefügte Schlüssel und was ein Profil der AWS CLI hergibt. Die Dateien der AWS CLI werden nur gelesen, wenn jemand es verlangt, und nie geschrieben.',
    'Der Spot-API-Token und das Passwort eines Proxys.',
    'Inhalte des Kostenberichts.',
  ],
  withoutKeychain:
    'Wo es keinen Schlüsselbund gibt, wird nichts geschrieben: Die Anmeldung ist nur im Arbeitsspeicher und endet mit dem Programm.',
  outside: {
    title: 'Neben dem Profilordner',
    means:
      'Nicht das Programm, sondern die Bibliotheken, auf denen Electron beruht, heben im Benutzerordner eigene Dateien auf, wie bei jedem Programm mit Fenstern. Darin steht kein Geheimnis und nichts von einer Verbindung. Auf Debian 12 findet ein Test sie in keinem anderen Ordner als diesen:',
    more: 'Der Treiber einer Grafikkarte kann dort einen eigenen Zwischenspeicher haben, und wo in einem Dialog eine Datei gewählt wurde, kann GTK ihren Namen notieren (`~/.local/share/recently-used.xbel`). Solange das Programm läuft, liegt in einem Ordner `scoped_dir…` des temporären Ordners der Socket, über den ein zweiter Start den ersten findet. Auf Windows und macOS hat niemand nachgesehen.',
  },
}
