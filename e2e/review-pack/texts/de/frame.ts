import type { PackWords } from '../en/index.ts'

export const frame: PackWords['frame'] = {
  title: 'Prüfmappe für Sicherheit und IT',
  guideTitle: 'Benutzerhandbuch',
  from: (version) => `Eco Connect ${version}`,
  intro: [
    'Diese Mappe ist für alle, die entscheiden, ob Eco Connect installiert werden darf, welches Netz es benutzen darf und was es in AWS darf. Sie lässt sich ohne Internet und ohne das Programm lesen.',
    'Namen, Hosts, Berechtigungen, Schalter und Zahlen in den Tabellen werden beim Erstellen aus dem Code und den Dateien des Programms gelesen; ein Test des Projekts schlägt fehl, wenn die Mappe nicht mehr dazu passt. Jede Behauptung des Bedrohungsmodells nennt die Tests, die sie zeigen; was niemand ausprobiert hat, ist so benannt. Niemand außerhalb des Projekts hat diese Mappe geprüft. Kein Passwort, kein Token und kein Schlüssel steht darin.',
  ],
  contents: 'Inhalt',
  summary: 'Das Wichtigste für die Entscheidung',
  readers: 'Wer was liest',
  glance: 'Auf einen Blick',
  labels: {
    product: 'Was es ist',
    version: 'Version',
    platforms: 'Pakete',
    runtime: 'Hergestellt mit',
    rights: 'Rechte auf dem Computer',
    network: 'Netz',
    secrets: 'Geheimnisse',
    aws: 'In AWS',
    spot: 'Was Spot erhält',
    telemetry: 'Telemetrie, Updates',
    personal: 'Personenbezogene Daten',
  },
  values: {
    product:
      'Ein Desktop-Programm, mit dem eine Person das AWS-Verwaltungskonto eines Unternehmens mit Spot Eco verbindet. Es liest, was da ist, sagt, was es anlegen würde, was das kostet und wie man es zurücknimmt, tut es nach einem Klick und nennt einen Schritt erst erledigt, wenn es das bei AWS gelesen hat.',
    runtime: (electron, packages) =>
      `Electron ${electron} (darin Chromium und Node.js) und ${packages} Open-Source-Pakete; siehe „Lieferkette“.`,
    rights:
      'Die der Person, die es startet. Kein Dienst, kein Treiber, keine geplante Aufgabe, kein Start mit dem Computer. Nur für eine Installation für alle braucht es Administratorrechte.',
    network: (hosts) =>
      `Ausgehend TLS zu ${hosts} Hostnamen (einige mit Region, Portal oder Bucket darin), Port 443, über den Proxy des Systems. Eingehend: von außen nichts; ein Port auf 127.0.0.1, solange sich jemand mit dem Browser anmeldet.`,
    secrets:
      'Passwörter von AWS sieht das Programm nie. Die Anmeldung ist mit einem Schlüssel aus dem Schlüsselbund des Systems versiegelt und wird mit der Registrierung entfernt; eingefügte Schlüssel, der Spot-Token und das Passwort eines Proxys sind nur im Arbeitsspeicher.',
    aws: 'Jeweils nach Zustimmung: eine Berichtsdefinition, ein Bucket, ein CloudFormation-Stack mit einer Rolle und einer Richtlinie. Was es nicht angelegt hat, ändert und löscht es nicht; eine Bucket-Richtlinie wird nur ergänzt.',
    spot: 'Den ARN der Rolle, den Namen des Buckets und die Kontonummer. Die Rolle liest; schreiben darf sie nur in Buckets, die Spot gehören.',
    telemetry:
      'Keine: keine Nutzungsdaten, keine Absturzberichte, keine Suche nach Updates, kein Nachladen im Betrieb.',
    personal:
      'Der ARN der angemeldeten Person (oft mit Namen oder E-Mail-Adresse darin) im Protokoll auf diesem Computer. Das Programm sendet ihn außer an AWS an niemanden; Dokumente, die jemand weitergibt, enthalten ihn auch.',
  },
  platforms:
    'Linux x64: `.deb`, `.rpm`, `.tar.gz`. Windows x64: `.msi`. macOS arm64: `.zip`, nicht signiert. Siehe „Stille Installation und Entfernung“ und „Was niemand geprüft hat“.',
  sections: {
    'data-flow': 'Datenfluss',
    hosts: 'Hosts und Ports',
    network: 'Proxy, PAC-Dateien und Zertifikate',
    storage: 'Dateien, Registrierung und Schlüsselbund',
    logs: 'Protokolle und Aufbewahrung',
    permissions: 'Berechtigungen in AWS, Aktion für Aktion',
    'spot-role': 'Die Rolle für Spot',
    hardening: 'Wie das Programm eingeschlossen ist',
    'threat-model': 'Bedrohungsmodell',
    'supply-chain': 'Lieferkette',
    verification: 'Prüfen, was heruntergeladen wurde',
    installation: 'Stille Installation und Entfernung',
    managed: 'Vorgaben der Organisation',
    leftovers: 'Was in Benutzerordnern bleibt',
    revocation: 'Die Verbindung zentral kappen',
    support: 'Unterstützung, Updates und Kontakte',
    limits: 'Was niemand geprüft hat',
    questionnaire: 'Antworten auf einen Fragebogen',
  },
  notFilledIn: 'Nicht ausgefüllt',
}
