import type { PackWords } from '../en/index.ts'

export const logs: PackWords['logs'] = {
  ownTitle: 'Das Protokoll auf dem Computer',
  own: (megabytes, files) => [
    `Jede Verbindung hat ihr eigenes Protokoll: \`${files[0]}\`, JSON-Zeilen, nur angehängt; eine Änderung ist auf dem Datenträger, bevor etwas für sie getan wird, ein Aufruf innerhalb einer Sekunde. Bei ${megabytes} MiB wird es zu \`${files[1]}\`, anstelle des früheren: Das Doppelte ist das Höchste, das aufgehoben wird. Ein anderes Protokoll gibt es nicht, außer der Kopie, die eine Organisation in einen eigenen Ordner schreiben lassen kann (\`AuditFolder\`), Zeile für Zeile und vor jeder Änderung.`,
    'Ein Aufruf hat: Zeit, Dienst, Vorgang, worum es ging (Name oder ARN), HTTP-Status, Fehlercode und Anfrage-ID von AWS, Anzahl der Versuche, Dauer. Eine Änderung hat, wem zugestimmt wurde, bevor es getan wird. Geheimnisse werden unkenntlich gemacht, bevor eine Zeile geschrieben wird; Inhalte von Anfragen und Antworten stehen nicht darin.',
    'Es gehört der Person, deren Profil es ist, und sie kann es ändern: Es ist ein Nachweis unter Menschen, die diesem Computer vertrauen. Das Protokoll, das von dort niemand ändern kann, ist AWS CloudTrail in Ihrem Konto; es zeigt für das, was es aufzeichnet, dieselben Anfrage-IDs.',
  ],
  siemTitle: 'Für ein SIEM',
  siem: [
    '„Dokumente…“ speichert das Protokoll als PDF oder Seite und als CSV oder JSON Lines: flach, in UTC, ohne Sprache, nach dem Schema `record-of-calls.schema.json`, das jedem Paket beiliegt. Zellen, die eine Tabellenkalkulation ausrechnen würde, sind entschärft.',
    'Das Programm sendet selbst nichts an ein SIEM. Sammeln Sie die Datei ein, lassen Sie eine Kopie in einen Ordner schreiben, den Ihr Sammler liest (`AuditFolder`, `AuditRetentionDays`; siehe „Vorgaben der Organisation“), oder nehmen Sie CloudTrail.',
  ],
  cloudtrailTitle: 'In AWS CloudTrail',
  cloudtrail: (app) => [
    `Die Aufrufe des Programms an AWS, unter der Identität der angemeldeten Person; \`userAgent\` enthält \`app/${app}\`. Das Lesen von Dateien im Bucket (\`s3:ListBucket\`, \`s3:GetObject\`) steht nur dort, wenn Ihr Trail Datenereignisse aufzeichnet.`,
    'Jedes `AssumeRole` von Spot (Quelle `sts.amazonaws.com`, `userIdentity.accountId` eines der Konten aus „Die Rolle für Spot“) und was es liest, soweit Ihr Trail Datenereignisse aufzeichnet.',
  ],
  retentionTitle: 'Wie lange',
  retentionHead: ['Was', 'Wodurch es entfernt wird'],
  retention: [
    [
      'Anmeldung (Datei, Eintrag im Schlüsselbund, Arbeitsspeicher)',
      'Die Registrierung, „Abmelden“, ihr eigenes Ende; AWS wird gesagt, sie zu beenden',
    ],
    [
      'Stand, Protokoll und Zusammenfassung einer Verbindung',
      '„Diese Verbindung aus der App entfernen…“',
    ],
    [
      'Die Kopie im Ordner der Organisation (`AuditFolder`)',
      'Das Programm, nach `AuditRetentionDays`, wenn das vorgegeben ist; sonst, wem der Ordner gehört',
    ],
    ['Passwort eines Proxys (Arbeitsspeicher)', 'Das Ende des Programms'],
    ['Alles auf diesem Computer', '„Alles von diesem Computer entfernen…“'],
    ['Dokumente, die jemand gespeichert hat', 'Wer sie gespeichert hat'],
    [
      'Absturzabbilder',
      'Das Programm startet keine Aufzeichnung von Abstürzen; gesendet wird nichts. Was das System selbst bei einem Absturz schreibt (`systemd-coredump`, Windows-Fehlerberichterstattung), seine Auslagerung und sein Ruhezustand können den Arbeitsspeicher des Programms enthalten, auch Geheimnisse: Das bestimmen die Einstellungen des Systems',
    ],
  ],
}
