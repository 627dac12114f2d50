import type { PackWords } from '../en/index.ts'

export const hosts: PackWords['hosts'] = {
  intro: [
    'Die Liste ist `endpoints.json` und liegt jedem Paket bei. Tests halten jeden Teil des Programms daran, und eine ganze Verbindung durch einen prüfenden Proxy trifft keinen anderen Host. Ein neues Profil spricht mit niemandem, bevor die Person etwas tut; eines mit einer aufgehobenen Anmeldung liest beim Start sein eigenes Konto noch einmal. Während das Programm wartet, lässt es den Code seiner Anfragen einmal laufen, um später schneller zu sein: Diese Anfragen gehen an etwas, das nicht senden kann, und ein Test zählt keine Verbindung.',
    '`<region>` ist die Region Ihres IAM Identity Center, `<portal>` der Name seines Zugangsportals, `<bucket>` der Bucket des Berichts. In China und in der European Sovereign Cloud heißen nur die beiden Hosts von Identity Center anders.',
  ],
  contacts: 'Mit wem das Programm spricht',
  head: ['Host', 'Port, Richtung', 'Wozu', 'Wann'],
  outgoing: (port) => `TCP ${port}, ausgehend, TLS`,
  when: {
    oidc: 'Bei der Anmeldung über das Zugangsportal und wenn sie erneuert wird (etwa stündlich)',
    portal:
      'Nach der Anmeldung über das Portal: Wahl von Konto und Berechtigungssatz, jede Erneuerung, Abmelden',
    signin:
      'Nur bei der Anmeldung wie in der AWS-Konsole, und solange sie dauert etwa jede Viertelstunde',
    revoke: 'Einmal, wenn eine solche Anmeldung beendet werden soll',
    sts: 'Nach jeder Anmeldung',
    organizations: 'Nach jeder Anmeldung',
    cur: 'Wann immer der Bericht angesehen oder angelegt wird',
    s3: 'Wann immer der Bucket ausgewählt, angesehen, angelegt oder in Ordnung gebracht wird',
    cloudformation: 'Wann immer der Stack angesehen, angelegt oder gelöscht wird',
    iam: 'Nach einer Anmeldung (was darf diese Person) und zum Nachweis der Rolle',
    spot: 'Einmal, wenn „An Spot senden“ gedrückt wird; sonst nie',
  },
  typed: 'Einmal gefragt, und nur, wenn jemand es eingibt',
  typedHead: ['Host', 'Wozu'],
  aroundTitle: 'Außerdem, durch das System oder Chromium',
  around: [
    'Namen löst das System auf, oder der Proxy, wo es einen gibt. Ein PAC-Skript wird von dort geholt, wo es eingestellt ist, ein Kerberos-Ticket von den Servern des Unternehmens.',
    'Lässt ein Server ein Zwischenzertifikat weg, kann Chromium es von der Adresse holen, die im Zertifikat steht; Windows und macOS können nach Sperrlisten fragen. Das wurde nicht gemessen.',
  ],
  browser: 'Im Browser der Person geöffnet',
  browserMeans:
    'Mit diesen Hosts spricht das Programm selbst nicht. Was die Seiten sonst laden (Ihr Identitätsanbieter, Inhalte von AWS), ist Sache des Browsers.',
  browserHead: ['Wozu', 'Hosts'],
  loopback: 'Auf diesem Computer',
  loopbackMeans: (minutes) =>
    `Während sich jemand mit dem Browser anmeldet, hört das Programm auf 127.0.0.1 an einem Port, den das System wählt, höchstens ${minutes} Minuten lang. Es hört auf keiner anderen Adresse, beantwortet nur einen Pfad und schließt den Port mit der ersten gültigen Antwort. Eine Firewall auf dem Computer muss dafür nichts durchlassen: Loopback verlässt ihn nicht.`,
  never: 'Womit es nie spricht',
  nevers: [
    'Mit keinem Server für Telemetrie, Abstürze oder Updates, weder des Projekts noch anderer. Chromiums eigene Anfragen im Hintergrund (Wörterbücher, Fehlerberichte, DNS über HTTPS) sind abgeschaltet.',
    'Mit dem Metadatendienst von AWS (169.254.169.254) und mit Adressen, die Umgebungsvariablen oder Einstellungen der AWS CLI nennen: Ein Paket beachtet sie nicht.',
  ],
  often: 'Wie oft es fragt, während es wartet',
  oftenMeans:
    'Das Höchste, das für eine Verbindung vorkommt, für alle, die in CloudTrail Aufrufe zählen. Das Programm nimmt seine Abstände aus derselben Tabelle, und ein Test zählt die Aufrufe einer Stunde für jedes Warten. Ist das Programm geschlossen, wird nichts gefragt.',
  oftenHead: ['Worauf gewartet wird', 'Abstand', 'Aufrufe je Stunde, höchstens', 'Wie lange'],
  seconds: (count) => `${count} s`,
  minutes: (count) => `${count} min`,
  never1: 'nie',
  asLongAsOpen: 'solange das Programm offen ist',
  atMost: (time) => `höchstens ${time}`,
  waits: {
    'sign-in-browser': 'Die Person meldet sich im Browser an',
    'sign-in-code': 'Die Person meldet sich anderswo mit einem Code an',
    stack: 'AWS arbeitet am Stack',
    'stack-taken-back': 'AWS nimmt einen abgelehnten Stack zurück',
    'stack-deletion': 'AWS löscht den Stack',
    'role-visible': 'Eine neue Rolle ist noch nicht sichtbar',
    delivery: 'AWS liefert den Bericht',
    msp: 'Der MSP wurde um den Bericht gebeten',
    asked: 'Jemand anderes wurde um einen Schritt gebeten',
    analysis: 'Die erste Analyse von Spot',
    looks: 'Nichts: Die Person liest',
  },
}
