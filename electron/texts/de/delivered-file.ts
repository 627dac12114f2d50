/** Looking at the end of one delivered report file, in German. */

import { LONGEST_FOOTER_MB } from '../../contract/report-file.ts'
import type { Catalogue } from '../catalogue.ts'

export const deliveredFile: Catalogue['deliveredFile'] = {
  title: 'Eine gelieferte Datei mit den Einstellungen vergleichen',
  offer:
    'Laut AWS hat der Bericht die Einstellungen, die Eco braucht. Ob auch die gelieferten Dateien sie haben, zeigt sich am Ende einer Datei. Die App liest es nur, wenn Sie auf die Schaltfläche drücken.',
  reads: [
    `Gelesen werden die letzten 8 Byte der Datei und dann ihr Verzeichnis (AWS: Parquet footer): meist einige Kilobyte, höchstens ${LONGEST_FOOTER_MB} MB. Keine Zeile des Berichts wird gelesen.`,
    'Im Verzeichnis stehen die Namen der Spalten, die Zahl der Zeilen und zu den meisten Spalten der kleinste und der größte Wert. Solche Werte können Kosten, Kontonummern und Namen von Ressourcen sein.',
    'Die App sieht sich die Namen der Spalten, die Zahl der Zeilen und die Zeiten an und behält, was sie dazu gefunden hat. Alles andere vergisst sie sofort.',
  ],
  cost: 'AWS berechnet für die zwei Anfragen weit weniger als einen Cent. Nichts wird geändert.',
  file: (key) => `Datei: ${key}`,
  button: 'Ende dieser Datei lesen',
  again: 'Noch einmal lesen',
  resultTitle: 'Was die gelieferte Datei sagt',
  missing: (names) => `Es fehlt: ${names}`,
  good: 'Die Datei hat, was Eco braucht: stündliche Kosten mit den Namen der Ressourcen, im Format Parquet.',
  oddTitle: 'Die Datei ist nicht so, wie die Einstellungen es sagen',
  openTitle: 'Ein Teil davon ist nicht bekannt',
  facts: {
    'file-format': 'Gelieferte Datei',
    'file-columns': 'Spalten, die Eco braucht, in der Datei',
    'file-interval': 'Zeitraum einer Zeile in der Datei',
    'file-rows': 'Zeilen in der Datei',
    'file-until': 'Kosten in der Datei bis',
  },
  findings: {
    'file-format': {
      label: 'Eine gelieferte Datei',
      why: 'Eco nimmt nur Berichtsdateien im Format Parquet.',
    },
    'file-columns': {
      label: 'Spalten in der Datei',
      why: 'Sie zeigen, dass der Bericht Ressourcen nennt und Zeiten hat.',
    },
    'file-interval': {
      label: 'Zeitraum einer Zeile',
      why: 'Eco braucht die Kosten nach Stunden.',
    },
  },
  values: {
    'file-format': {
      parquet: 'Parquet, wie Eco es braucht',
      empty: 'Parquet, aber noch ohne Zeilen',
      'not-parquet': 'Nicht im Format Parquet',
      cut: 'Endet nicht wie eine Parquet-Datei',
      encrypted: 'Das Ende ist verschlüsselt',
      damaged: 'Das Ende ist nicht lesbar',
      'too-large': 'Das Ende ist größer, als die App liest',
      'no-file': 'Das Manifest nennt keine Datei dieses Berichts',
      denied: 'Sie dürfen die Datei nicht lesen',
      'denied-key': 'Mit einem KMS-Schlüssel versiegelt, den Sie nicht verwenden dürfen',
      archived: 'In ein Archiv verschoben',
      gone: 'Nicht mehr da',
      changed: 'Während des Lesens neu geschrieben',
      'no-parts': 'Von hier aus nicht in Teilen lesbar',
    },
    'file-columns': { all: 'Alle vorhanden' },
    'file-interval': {
      hour: 'Eine Stunde',
      day: 'Ein Tag',
      'not-known': 'Nicht bekannt: Die Datei sagt es nicht mit Sicherheit',
    },
  },
  means: {
    empty:
      'AWS hat eine Datei ohne Kosten geliefert. Das kommt am Anfang eines Monats vor und in Konten, in denen nichts genutzt wird. Prüfen Sie nach der nächsten Lieferung erneut.',
    'not-parquet':
      'Eco liest nur Parquet; Spot würde (englisch) „Expecting parquet format“ melden. Wählen Sie im Schritt davor einen anderen Bericht, oder legen Sie einen neuen an.',
    cut: 'Vielleicht hat jemand die Datei ersetzt, oder ihre Lieferung ist abgebrochen. AWS schreibt sie mit der nächsten Lieferung neu, meist innerhalb eines Tages: Prüfen Sie dann erneut. Bleibt es so, sieht Ihre AWS-Administration in der S3-Konsole, wer in den Bucket schreibt.',
    encrypted:
      'Jemand hat die Datei mit einem eigenen Schlüssel versiegelt, deshalb kann Spot sie nicht lesen. AWS liefert keine solchen Dateien: Ihre AWS-Administration sieht in der S3-Konsole, wer in den Bucket schreibt.',
    damaged:
      'Vielleicht hat jemand die Datei ersetzt. AWS schreibt sie mit der nächsten Lieferung neu, meist innerhalb eines Tages: Prüfen Sie dann erneut. Bleibt es so, kann AWS Support der Sache nachgehen.',
    'too-large':
      'Das ist kein Fehler der Datei, und niemand muss etwas tun. Nur liest diese App nicht so viel.',
    'no-file':
      'Das Manifest führt zu keiner Datei im Ordner dieses Berichts. Prüfen Sie nach der nächsten Lieferung erneut, meist innerhalb eines Tages. Bleibt es so, kann AWS Support der Sache nachgehen.',
    denied:
      'Der Bericht selbst ist davon nicht berührt. Ihre AWS-Administration kann die Richtlinie aus report-file-policy.json, die mit dieser App kommt, in Ihren Berechtigungssatz aufnehmen.',
    'denied-key':
      'Auch die Rolle von Spot darf diesen Schlüssel nicht verwenden, deshalb kann Eco die Datei nicht lesen. Ihre AWS-Administration kann die Verschlüsselung des Buckets auf SSE-S3 stellen, in der S3-Konsole unter „Properties“. Die nächste Lieferung von AWS ist dann lesbar.',
    archived:
      'Eine Regel des Buckets verschiebt Dateien in ein Archiv, aus dem Spot sie nicht lesen kann. Ihre AWS-Administration kann die Regel (AWS: lifecycle rule) in der S3-Konsole unter „Management“ so ändern, dass sie den Ordner des Berichts ausnimmt.',
    gone: 'AWS hat die Datei durch eine neuere ersetzt, oder jemand hat sie gelöscht. Lesen Sie noch einmal.',
    changed: 'AWS hat gerade geliefert. Lesen Sie in einigen Minuten noch einmal.',
    'no-parts':
      'Etwas zwischen diesem Computer und AWS, etwa ein Proxy, hätte die ganze Datei geschickt, und die App hat sie nicht angenommen. Niemand muss etwas tun; Ihre IT-Abteilung kann Anfragen nach Teilen (HTTP Range) durchlassen.',
    columns:
      'Ohne diese Spalten kann Eco nicht erkennen, wozu Kosten gehören. Vergleichen Sie die Einstellungen des Berichts in der AWS-Billing-Konsole unter „Data Exports“. Stimmen sie, prüfen Sie nach der nächsten Lieferung erneut; sonst wählen Sie im Schritt davor einen anderen Bericht, oder legen Sie einen neuen an.',
    day: 'Entweder ist der Bericht nicht stündlich, oder diese Datei enthält nur Kosten, die AWS nach Tagen zählt. Vergleichen Sie die Einstellungen des Berichts in der AWS-Billing-Konsole unter „Data Exports“. Ist er dort stündlich, prüfen Sie nach der nächsten Lieferung erneut; sonst wählen Sie im Schritt davor einen anderen Bericht, oder legen Sie einen neuen an.',
    'not-known':
      'Das ist kein Fehler. Der Schritt davor hat von AWS gelesen, dass der Bericht stündlich ist, und das gilt.',
  },
}
