import { LONGEST_FOOTER_MB } from '../../contract/report-file.ts'
import type { Catalogue } from '../catalogue.ts'

type DeliveredFile = Catalogue['deliveredFile']

/** Labels of what is proven, in `facts` of the step. */
const facts: DeliveredFile['facts'] = {
  'file-format': 'Gelieferte Datei',
  'file-columns': 'Spalten, die Eco braucht, in der Datei',
  'file-interval': 'Zeitraum einer Zeile in der Datei',
  'file-rows': 'Zeilen in der Datei',
  'file-until': 'Kosten in der Datei bis',
}

/** Lines of the table of checks. */
const findings: DeliveredFile['findings'] = {
  'file-format': {
    label: 'Eine gelieferte Datei',
    why: 'Eco nimmt Berichtsdateien nur im Format Parquet an.',
  },
  'file-columns': {
    label: 'Spalten in der Datei',
    why: 'Sie zeigen, dass der Bericht Ressourcen nennt und Zeiten hat.',
  },
  'file-interval': {
    label: 'Zeitraum einer Zeile',
    why: 'Eco braucht stündliche Kosten.',
  },
}

const values: DeliveredFile['values'] = {
  'file-format': {
    parquet: 'Parquet, wie Eco es braucht',
    empty: 'Parquet, aber noch ohne eine Zeile',
    'not-parquet': 'Nicht im Format Parquet',
    cut: 'Das Ende der Datei ist nicht das einer Parquet-Datei',
    encrypted: 'Das Ende der Datei ist verschlüsselt',
    damaged: 'Das Ende der Datei ist nicht lesbar',
    'too-large': 'Das Ende der Datei ist größer, als die App liest',
    'no-file': 'Das Manifest nennt keine Datei dieses Berichts',
    denied: 'Sie dürfen die Datei nicht lesen',
    'denied-key': 'Mit einem KMS-Schlüssel verschlüsselt, den Sie nicht verwenden dürfen',
    archived: 'In ein Archiv verschoben',
    gone: 'Nicht mehr vorhanden',
    changed: 'Während des Lesens neu geschrieben',
    'no-parts': 'Von hier aus nicht in Teilen lesbar',
  },
  'file-columns': { all: 'Alle vorhanden' },
  'file-interval': {
    hour: 'Eine Stunde',
    day: 'Ein Tag',
    'not-known': 'Nicht bekannt: Die Datei sagt es nicht mit Sicherheit',
  },
}

const main = {
  title: 'Eine gelieferte Datei mit den Einstellungen vergleichen',
  offer:
    'AWS gibt an, dass der Bericht die Einstellungen hat, die Eco braucht. Ob auch die gelieferten Dateien sie haben, zeigt das Ende einer Datei. Die App liest es nur, wenn Sie auf die Schaltfläche klicken.',
  reads: [
    `Gelesen werden die letzten 8 Byte der Datei und danach ihr Verzeichnis (AWS: Parquet footer): meist einige Kilobyte, höchstens ${LONGEST_FOOTER_MB} MB. Keine Zeile des Berichts wird gelesen.`,
    'Das Verzeichnis nennt die Spalten, die Zahl der Zeilen und zu den meisten Spalten den kleinsten und den größten Wert. Solche Werte können Kosten, Kontonummern und Namen von Ressourcen sein.',
    'Die App sieht sich die Namen der Spalten, die Zahl der Zeilen und die Zeiten an und behält, was sie dabei gefunden hat. Alles andere vergisst sie sofort.',
  ],
  cost: 'AWS berechnet für die beiden Anfragen weit weniger als einen Cent. Nichts wird geändert.',
  file: (key: string) => `Datei: ${key}`,
  button: 'Ende dieser Datei lesen',
  again: 'Noch einmal lesen',
  resultTitle: 'Was in der gelieferten Datei steht',
  missing: (names: string) => `Es fehlt: ${names}`,
  good: 'Die Datei hat, was Eco braucht: stündliche Kosten mit den Namen der Ressourcen, im Format Parquet.',
  oddTitle: 'Die Datei ist nicht so, wie die Einstellungen es angeben',
  openTitle: 'Ein Teil ist nicht bekannt',
} as const

const means: DeliveredFile['means'] = {
  empty:
    'AWS hat eine Datei ohne Kosten geliefert, wie zu Beginn eines Monats oder in einem Konto ohne Nutzung. Prüfen Sie nach der nächsten Lieferung erneut.',
  'not-parquet':
    'Eco liest nur Parquet; Spot würde „Expecting parquet format“ (Format Parquet erwartet) melden. Wählen Sie im Schritt davor einen anderen Bericht, oder legen Sie einen neuen an.',
  cut: 'Jemand hat die Datei vielleicht ersetzt, oder ihre Lieferung wurde abgebrochen. AWS schreibt sie mit der nächsten Lieferung neu, meist innerhalb eines Tages: Prüfen Sie dann erneut. Bleibt es so, kann Ihre AWS-Administration in der S3-Konsole sehen, wer in den Bucket schreibt.',
  encrypted:
    'Jemand hat die Datei mit einem eigenen Schlüssel verschlüsselt; Spot kann sie nicht lesen. AWS liefert keine solchen Dateien: Ihre AWS-Administration kann in der S3-Konsole sehen, wer in den Bucket schreibt.',
  damaged:
    'Jemand hat die Datei vielleicht ersetzt. AWS schreibt sie mit der nächsten Lieferung neu, meist innerhalb eines Tages: Prüfen Sie dann erneut. Bleibt es so, kann AWS Support dem nachgehen.',
  'too-large':
    'Das ist kein Fehler der Datei, und es ist nichts zu tun. Nur diese App liest nicht so viel.',
  'no-file':
    'Das Manifest führt zu keiner Datei im Ordner dieses Berichts. Prüfen Sie nach der nächsten Lieferung erneut, meist innerhalb eines Tages. Bleibt es so, kann AWS Support dem nachgehen.',
  denied:
    'Der Bericht selbst ist davon nicht betroffen. Ihre AWS-Administration kann die Richtlinie aus report-file-policy.json, die dieser App beiliegt, Ihrem Berechtigungssatz hinzufügen. Lehnt AWS danach immer noch ab, ist die Datei vielleicht mit einem KMS-Schlüssel verschlüsselt, den Sie nicht verwenden dürfen.',
  'denied-key':
    'Auch die Rolle von Spot darf diesen Schlüssel nicht verwenden; Eco kann die Datei also nicht lesen. Ihre AWS-Administration kann die Verschlüsselung des Buckets in der S3-Konsole unter „Properties“ (Eigenschaften) auf SSE-S3 stellen. Die nächste Lieferung ist dann lesbar.',
  archived:
    'Eine Regel des Buckets verschiebt Dateien in ein Archiv, aus dem Spot sie nicht lesen kann. Ihre AWS-Administration kann die Lebenszyklusregel in der S3-Konsole unter „Management“ (Verwaltung) so ändern, dass sie den Ordner des Berichts auslässt.',
  gone: 'AWS hat die Datei durch eine neuere ersetzt, oder jemand hat sie gelöscht. Lesen Sie sie noch einmal.',
  changed: 'AWS hat gerade geliefert. Lesen Sie die Datei in einigen Minuten noch einmal.',
  'no-parts':
    'Etwas zwischen diesem Computer und AWS, etwa ein Proxy, hätte die ganze Datei geschickt, und die App hat sie nicht angenommen. Es ist nichts zu tun; Ihre IT-Abteilung kann Anfragen nach Teilen (HTTP Range) durchlassen.',
  columns:
    'Ohne diese Spalten kann Eco nicht erkennen, wozu Kosten gehören. Vergleichen Sie die Einstellungen des Berichts in der Konsole von „AWS Billing“ unter „Data Exports“. Stimmen sie, prüfen Sie nach der nächsten Lieferung erneut; sonst wählen Sie im Schritt davor einen anderen Bericht oder legen einen neuen an.',
  day: 'Entweder ist der Bericht nicht stündlich, oder diese Datei enthält nur Kosten, die AWS tageweise zählt. Vergleichen Sie die Einstellungen des Berichts in der Konsole von „AWS Billing“ unter „Data Exports“. Steht dort stündlich („Hourly“), prüfen Sie nach der nächsten Lieferung erneut; sonst wählen Sie im Schritt davor einen anderen Bericht oder legen einen neuen an.',
  'not-known':
    'Das ist kein Fehler. Der Schritt davor hat von AWS gelesen, dass der Bericht stündlich ist, und das zählt.',
}

export const deliveredFile: DeliveredFile = { ...main, facts, findings, values, means }
