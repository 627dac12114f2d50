import type { reportErrors as english } from '../../en/errors/cost-report.ts'
import { NOTHING_CHANGED, fact, named, quoted, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

/** Bucket and report in the cases that sentences need. */
const theBucket = (facts: Known<'bucket'>): string => named(facts, 'bucket', 'den Bucket')
const theReport = (facts: Known<'report'>): string => named(facts, 'report', 'den Bericht')

const NEVER_CHANGED = 'Die App ändert nie einen Bericht, den sie nicht angelegt hat.'
const ANOTHER =
  'Wählen Sie einen anderen Bericht, oder lassen Sie die App daneben einen neuen anlegen.'

/** The Cost and Usage Report and its delivery. */
export const reportErrors = {
  'report-name-invalid': () =>
    say(
      'Das kann nicht der Name eines Berichts sein.',
      "AWS nimmt bis zu 256 Zeichen an: Buchstaben, Ziffern und die Zeichen ! - _ . * ' ( ), keine Leerzeichen.",
      'Geben Sie einen anderen Namen ein, zum Beispiel spot-eco-hourly.',
    ),
  'report-prefix-invalid': () =>
    say(
      'Das kann nicht der Ordner (Präfix) eines Berichts sein.',
      "Der Ordner darf nicht leer sein. AWS nimmt bis zu 256 Zeichen an: Buchstaben, Ziffern und die Zeichen ! - _ . * ' ( ) /.",
      'Geben Sie einen anderen ein, zum Beispiel eco.',
    ),
  'report-name-taken': (facts) =>
    say(
      `In diesem Konto gibt es schon ${named(facts, 'report', 'den Bericht', 'einen Bericht dieses Namens')}.`,
      `Er bleibt, wie er ist: ${NEVER_CHANGED}`,
      'Geben Sie einen anderen Namen ein.',
    ),
  'report-limit': (facts) =>
    say(
      `Dieses Konto hat schon ${fact(facts, 'limit', '5')} Berichte, und mehr erlaubt AWS nicht.`,
      `${NOTHING_CHANGED} Die App löscht nie einen Bericht, weil jemand darauf angewiesen sein könnte.`,
      'Verwenden Sie einen der vorhandenen, wenn er passt. Oder fragen Sie die Person, der ein Bericht gehört, ob er sich in der AWS-Konsole löschen lässt („Billing and Cost Management“, „Data Exports“). Prüfen Sie dann erneut.',
    ),
  'report-not-fitting': (facts) =>
    say(
      `Spot Eco kann ${theReport(facts)} so nicht verwenden.`,
      `Die Liste daneben zeigt, welche Einstellungen fehlen. ${NEVER_CHANGED}`,
      ANOTHER,
    ),
  'report-gone': (facts) =>
    say(
      `${named(facts, 'report', 'Den Bericht')} gibt es in diesem Konto nicht mehr.`,
      'Jemand hat ihn gelöscht oder umbenannt, oder es ist ein anderes Konto angemeldet. Was vorher geliefert wurde, liegt noch im Bucket des Berichts.',
      'Wählen Sie einen anderen Bericht, oder legen Sie einen neuen an.',
    ),
  'report-in-bucket-not-fitting': (facts) =>
    say(
      `In ${theBucket(facts)} wird ein Bericht geliefert, aber Spot Eco kann ihn so nicht verwenden.`,
      `Die Liste daneben zeigt, was${facts.report ? ` in „${facts.report}“` : ''} fehlt. ${NEVER_CHANGED}`,
      ANOTHER,
    ),
  'no-report-in-bucket': (facts) =>
    say(
      `In ${theBucket(facts)} wird kein Bericht dieses Kontos geliefert.`,
      `Vielleicht enthält der Name einen Tippfehler, oder der Bericht wurde in einem anderen Konto definiert. ${NOTHING_CHANGED}`,
      'Klären Sie den Namen mit der Person, von der Sie ihn haben. Oder wählen Sie einen Bericht aus der Liste, oder legen Sie einen neuen an.',
    ),
  'report-bucket-refused': (facts) =>
    say(
      `AWS konnte nicht bestätigen, dass es Berichte in ${theBucket(facts)} schreiben darf.`,
      'Es wurde kein Bericht angelegt. Richtlinie, Eigentümer oder Region des Buckets sind nicht so, wie AWS es braucht, oder die Richtlinie ist so neu, dass AWS sie noch nicht überall sieht.',
      'Warten Sie eine Minute und versuchen Sie es erneut. Bleibt es dabei, lassen Sie die App einen neuen Bucket anlegen.',
    ),
  'report-namespace-refused': (facts) =>
    say(
      `AWS hat ${theBucket(facts)} für den Bericht nicht angenommen.`,
      `Es wurde kein Bericht angelegt.${quoted('AWS', facts.message)} Vielleicht liefert AWS keine Kostenberichte in Buckets, deren Name im eigenen Namensraum des Kontos liegt: Dass es das tut, hat noch niemand bestätigt. Oder der Bucket ist so neu, dass AWS ihn noch nicht überall sieht.`,
      'Warten Sie eine Minute und versuchen Sie es erneut. Bleibt es dabei, machen Sie mit einem neuen Bucket mit gewöhnlichem Namen weiter.',
    ),
  'report-rejected': (facts) =>
    say(
      'AWS hat den neuen Bericht nicht angenommen.',
      `Es wurde kein Bericht angelegt.${quoted('AWS', facts.message)}`,
      'Versuchen Sie es mit einem anderen Namen und Ordner. Bleibt es dabei, senden Sie die technischen Angaben unten an Ihre AWS-Administration.',
    ),
  'delivery-failed-permissions': (facts) =>
    say(
      `AWS konnte den letzten Bericht nicht liefern: Es durfte nicht in ${theBucket(facts)} schreiben.`,
      'Bis das behoben ist, bekommt Spot Eco keine neuen Daten. Früher gelieferte Berichte sind noch da.',
      'Lesen Sie, was die App der Richtlinie des Buckets hinzufügen würde, und lassen Sie die App die Richtlinie dann reparieren. Bietet die App keine Reparatur an, bitten Sie die Person, die den Bucket verwaltet, billingreports.amazonaws.com das Schreiben zu erlauben. Die nächste Lieferung folgt innerhalb eines Tages.',
    ),
  'delivery-failed-no-bucket': (facts) =>
    say(
      `AWS konnte den letzten Bericht nicht liefern: ${named(facts, 'bucket', 'Den Bucket')} gab es nicht.`,
      'Bis AWS wieder liefern kann, bekommt Spot Eco aus diesem Bericht keine neuen Daten.',
      'Lassen Sie die App den Bucket in Ordnung bringen, wie unten angeboten. Oder legen Sie im vorigen Schritt einen neuen Bericht mit einem neuen Bucket an.',
    ),
  'delivery-failed-after-repair': (facts) =>
    say(
      `AWS konnte immer noch nicht in ${theBucket(facts)} liefern, obwohl seine Richtlinie repariert ist.`,
      'Etwas anderes steht im Weg. Meist ist es eine Regel der Organisation (eine Service- oder Ressourcen-Kontrollrichtlinie), ein AWS-KMS-Schlüssel, oder jemand hat die Richtlinie zurückgeändert.',
      'Bitten Sie Ihre AWS-Administration, sich den Bucket anzusehen. Oder legen Sie im vorigen Schritt einen neuen Bericht mit einem neuen Bucket an: Einem neuen steht nichts im Weg.',
    ),
  'delivery-not-found': (facts) =>
    say(
      `AWS meldet eine Lieferung, aber ${named(facts, 'bucket', 'im Bucket')} liegt${when(facts.folder, (folder) => `unter ${folder}`)} kein Bericht.`,
      'Vielleicht wurden die Dateien gelöscht, von Hand oder durch eine Lebenszyklusregel des Buckets, oder der Ordner des Berichts wurde geändert. So findet Spot Eco keine Daten.',
      'Fragen Sie die Person, die den Bucket verwaltet, ob etwas seine Dateien löscht. AWS liefert innerhalb eines Tages wieder; prüfen Sie dann erneut.',
    ),
  'delivery-stale': (facts) =>
    say(
      `AWS liefert den Bericht nicht mehr.${when(facts.delivered, (day) => `Die letzten Dateien kamen am ${day}.`)}`,
      'Der Bericht ist noch definiert, und nichts zeigt an, dass er fehlgeschlagen ist. AWS bringt aber normalerweise mindestens einmal am Tag neue Dateien, und ohne sie arbeitet Spot Eco mit alten Zahlen.',
      `Bitten Sie Ihre AWS-Administration, sich den Bericht in der Konsole von „AWS Billing“ unter „Data Exports“ anzusehen und zu prüfen, ob etwas AWS daran hindert, in ${theBucket(facts)} zu schreiben. Findet sich nichts, kann AWS Support sagen, warum die Lieferung aufgehört hat. Oder legen Sie im vorigen Schritt einen neuen Bericht mit einem neuen Bucket an.`,
    ),
  'delivery-unreadable': (facts) =>
    say(
      `Die Liste der Dateien, die AWS geliefert hat (${fact(facts, 'manifest', 'das Manifest')}), ließ sich nicht lesen.`,
      `${facts.reason === 'archived' ? 'Eine Regel des Buckets hat sie in ein Archiv verschoben.' : 'Sie ist nicht so geschrieben, wie AWS es dokumentiert, oder sie wurde in diesem Moment ersetzt.'} An den Dateien selbst wurde nichts geändert.`,
      'Prüfen Sie in einer Stunde erneut. Bleibt es dabei, fragen Sie die Person, die den Bucket verwaltet, was seine Dateien verschiebt oder ändert.',
    ),
} satisfies Sentences<typeof english>
