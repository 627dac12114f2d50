import type { PackWords } from '../en/index.ts'

export const hardening: PackWords['hardening'] = {
  fusesTitle: 'Sicherungen („fuses“) des Programms',
  fusesMeans:
    'Beim Verpacken gesetzt und aus dem verpackten Programm zurückgelesen; das Verpacken schlägt fehl, wenn eine falsch steht.',
  fusesHead: ['Sicherung', 'Steht', 'Was das heißt'],
  on: 'an',
  off: 'aus',
  fuses: {
    'run as Node':
      'Das Programm lässt sich nicht benutzen, um andere Skripte auszuführen (`ELECTRON_RUN_AS_NODE`).',
    'cookie encryption':
      'Was Chromium als Cookies aufhebt, ist verschlüsselt. Das Programm hebt keine auf.',
    NODE_OPTIONS: 'Die Variablen `NODE_OPTIONS` und `NODE_EXTRA_CA_CERTS` werden nicht befolgt.',
    'inspect arguments': 'Mit `--inspect` und Ähnlichem lässt sich kein Debugger ansetzen.',
    'asar integrity':
      'Das Archiv mit dem Code wird gegen seinen Hash geprüft: von Electron nur auf Windows und macOS. Auf Linux muss die Installation root gehören.',
    'only from asar': 'Code wird aus diesem Archiv geladen und von nirgends daneben.',
    'browser V8 snapshot':
      'Der Hauptprozess startet mit demselben Snapshot von V8 wie die Fenster und mit keinem, der neben dem Programm liegt.',
    'file privileges': 'Seiten von `file:` haben keine besonderen Rechte. Gezeigt wird keine.',
  },
  windowTitle: 'Das Fenster',
  windowMeans:
    'Eine Seite aus dem Archiv des Programms, unter einem eigenen Schema. Sie hat kein Netz, kein Node.js und drei Funktionen, um mit dem Hauptprozess zu sprechen. Zwei weitere Fenster kommen und gehen: eines für das Passwort eines Proxys, mit denselben Einstellungen und drei eigenen Funktionen; und eines, das niemand sieht und in dem ein Dokument zu Papier wird, ohne JavaScript und ohne jede Funktion.',
  windowHead: ['Einstellung von Electron', 'Wert'],
  cspTitle: '„Content Security Policy“ der Seite',
  refusedTitle: 'Abgelehnt, wer immer fragt',
  refused: [
    'Jede Berechtigung einer Seite (Kamera, Mikrofon, Standort, Benachrichtigungen einer Seite, Lesen der Zwischenablage, USB, HID, seriell, Bluetooth …), wenn sie verlangt und wenn sie geprüft wird.',
    'Neue Fenster, Wechsel weg von der Seite, Umleitungen, eingebettete Webansichten, Downloads, Dateiadressen.',
    'Rechtschreibprüfung und ihre Wörterbücher, Berichte über Netzfehler, DNS über HTTPS, WebRTC am Proxy vorbei.',
    'Ein Zertifikat, das Chromium nicht annimmt: Die Anfrage endet, bevor etwas gesendet wird.',
  ],
  startTitle: 'Was ein Start mitbringen darf',
  startMeans:
    'Chromium kennt Hunderte Schalter, von denen einige Verbindungen umleiten oder Übertragenes mitschreiben würden. Diese dürfen sein; jeder andere beendet das Programm, bevor es eine Verbindung aufbaut. `npm run hostile-starts` probiert rund fünfhundert aus.',
  startHead: ['Schalter', 'Warum er erlaubt ist'],
  variablesTitle: 'Variablen, mit denen es nicht startet',
  variablesHead: ['Variable', 'Warum'],
  variablesMeans:
    'Von allen anderen Variablen bleiben nur die, die sagen, wer die Person ist, wo Bildschirm, Schlüsselbund und Proxy sind und wie die Oberfläche aussieht.',
  sandbox:
    'Die Sandbox von Chromium ist immer an. Auf Linux braucht sie „user namespaces“ oder das Hilfsprogramm `chrome-sandbox` mit dem Setuid-Bit, wie es ein Paket für alle installiert.',
}
