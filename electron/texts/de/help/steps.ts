/** The page of Help about each step; its title is the step's own. */

import type { Catalogue } from '../../catalogue.ts'

const pages: Catalogue['help']['steps']['pages'] = {
  plan: {
    brief: 'Hier geben Sie an, wer den Vertrag mit AWS hat: Ihr Unternehmen oder ein MSP.',
    does: [
      'Von der Antwort hängt ab, wer den Kostenbericht anlegt und wie das Konto am Ende registriert wird.',
      'Sie wird auf diesem Computer vermerkt und nirgendwohin gesendet.',
    ],
    stops: [
      'Sie wissen nicht, wer das Konto verwaltet: Einkauf oder Buchhaltung weiß, wessen Rechnung das Unternehmen bezahlt. Eine Rechnung von AWS bedeutet „wir“, eine von einem Partner bedeutet „ein MSP“.',
    ],
    undo: ['„Ändern“ im Schritt. Was es in AWS gibt, bleibt, wie es ist.'],
    also: 'wer verwaltet Vertrag Vertragspartner Wiederverkäufer Reseller Frage contract manages',
  },
  'sign-in': {
    brief:
      'Damit darf die App einige Stunden lang in dem Konto arbeiten, das die Rechnung bezahlt, mit Berechtigungen Ihrer Wahl.',
    does: [
      'Sie melden sich auf der Seite von AWS an. Dann wählen Sie das Konto, das die Rechnung bezahlt (bei AWS: „management account“, Verwaltungskonto), und die Berechtigungen, mit denen Sie arbeiten (bei AWS: „permission set“, Berechtigungssatz).',
      'Die App fragt AWS, wer Sie sind und ob dieses Konto wirklich bezahlt. Sie ändert nichts.',
      'Sie prüft auch schon, welche Schritte Ihre Berechtigungen erlauben und was für die anderen fehlt.',
    ],
    stops: [
      'AWS kennt das Portal nicht: Es liegt in einer anderen Region. Versuchen Sie die angebotenen oder fragen Sie die IT-Abteilung.',
      'Das Konto bezahlt die Rechnung nicht: Wählen Sie das Konto, das sie bezahlt. Der Bericht eines anderen Kontos zeigt nur einen Teil der Kosten.',
      'Sie haben keinen Zugang zu dem Konto, das bezahlt: „Jemand anderen bitten“.',
      'Das Konto eines anderen Unternehmens bezahlt („Billing Transfer“): Die App sagt es, bevor etwas angelegt wird, und hält eine Frage an Spot Support bereit.',
    ],
    undo: ['„Abmelden“ im Schritt. Der letzte Schritt meldet von selbst ab.'],
    also: 'anmelden Login einloggen Portal Konto Zugang Berechtigung Region Browser sign in account permission',
  },
  'cost-report': {
    brief:
      'AWS schreibt die ausführliche Rechnung als Dateien, mit den Einstellungen, die Eco braucht.',
    does: [
      'Die App liest, welche Kostenberichte (bei AWS: „Cost and Usage Reports“) es gibt. Einer, der passt, wird unverändert verwendet; sonst wird daneben ein neuer angelegt, mit einem neuen Bucket.',
      'Ein Bericht, den die App nicht angelegt hat, wird nie geändert oder gelöscht.',
    ],
    stops: [
      'Ihre Berechtigungen reichen nicht: Das Fenster nennt jede, die fehlt, und wer sie ergänzen kann.',
      'Das Konto hat schon fünf Berichte, mehr lässt AWS nicht zu: Einen, den niemand mehr braucht, muss sein Besitzer löschen.',
      'Der Name des Buckets ist vergeben: Ein anderer wird vorgeschlagen.',
    ],
    undo: [
      '„Verbindung trennen…“ löscht den Bericht und auf Wunsch seinen Bucket, soweit die App sie angelegt hat.',
    ],
    also: 'Bericht anlegen Nutzungsbericht Abrechnung stündlich Präfix Höchstzahl Grenze cur report hourly parquet prefix bucket limit data exports',
  },
  bucket: {
    brief: 'Die App prüft, ob AWS in den Bucket liefern und ob Spot ihn lesen kann.',
    does: [
      'Sie liest, wo der Bucket liegt, wem er gehört, was seine Richtlinie erlaubt, wie seine Dateien verschlüsselt sind und wann AWS zuletzt geliefert hat.',
      'Sie ändert nur etwas, wenn Sie einer Reparatur zustimmen, und zeigt die Änderung vorher.',
      'Wenn Sie es erlauben, vergleicht sie das Ende einer gelieferten Datei mit den Einstellungen des Berichts. Keine Zeile des Berichts wird gelesen.',
    ],
    stops: [
      'AWS darf nicht liefern: Der Schritt zeigt, was in der Richtlinie des Buckets fehlt, und ergänzt es, sobald Sie zustimmen.',
      'Die Dateien sind mit einem eigenen Schlüssel (KMS) verschlüsselt: Spot kann sie nicht lesen. Verwenden Sie einen Bucket mit Schlüsseln von Amazon (SSE-S3).',
      'Die erste Lieferung steht noch aus: Das dauert bis zu 24 Stunden und hält nichts auf. Machen Sie mit dem nächsten Schritt weiter.',
    ],
    undo: [
      'Eine Reparatur machen Sie in der S3-Konsole rückgängig, auf der Seite „Permissions“ (Berechtigungen) des Buckets.',
    ],
    also: 'Speicher Lieferung Richtlinie Verschlüsselung Manifest Korrektur reparieren verspätet warten 24 Stunden storage delivery policy encryption kms repair',
  },
  template: {
    brief: 'Zeigt in verständlichen Worten, was Spot in Ihrem Konto könnte, bevor Spot es kann.',
    does: [
      'Die App erklärt Ihnen die Vorlage der Rolle: wer sie benutzen darf, was sich damit lesen lässt und an welcher einzigen Stelle damit geschrieben werden darf.',
      'Sie geben genau diesen Text frei: Die App merkt sich seinen Fingerabdruck und legt nichts anderes an.',
    ],
    stops: [
      'Die Entscheidung liegt nicht bei Ihnen: „Jemand anderen bitten“ speichert alles für Ihre Sicherheitsabteilung.',
      'Sie haben eine Vorlage von Spot oder eine eigene: Öffnen Sie sie als Datei. Sie wird mit denselben Worten erklärt.',
      'Eine Vorlage, die etwas verbirgt oder die später niemand nachweisen könnte, wird abgelehnt; die Zeile in der Datei wird genannt.',
    ],
    undo: ['Eine Freigabe legt nichts an. „Ändern“ nimmt sie zurück.'],
    also: 'Berechtigungen prüfen Prüfung freigeben Freigabe genehmigen Sicherheit nur lesen schreiben Vertrauen Fingerabdruck permissions review approve security template',
  },
  stack: {
    brief: 'Legt die Rolle an, mit der Spot den Bericht liest, und weist nach, was sie kann.',
    does: [
      'AWS legt die Rolle und die Liste ihrer Berechtigungen nach der Vorlage an, die Sie freigegeben haben (bei AWS: ein CloudFormation-Stack). Das dauert ein, zwei Minuten.',
      'Danach liest die App nach, wem die Rolle vertraut, und lässt AWS ausrechnen, ob sie den Bucket lesen kann (bei AWS: eine Simulation).',
      'Mit der Schaltfläche stimmen Sie zu, dass AWS Berechtigungen unter festen Namen anlegt (bei AWS: eine „capability“).',
    ],
    stops: [
      'Eine Rolle mit diesem Namen gibt es schon: Geben Sie einen anderen Namen ein oder verwenden Sie die vorhandene Rolle.',
      'Ihre Berechtigungen reichen nicht: Das Fenster nennt jede, die fehlt.',
      'AWS hat den Stack zurückgenommen: Die App zeigt den ersten Fehler von AWS und löscht den fehlgeschlagenen Stack, sobald Sie zustimmen.',
      'Sie haben keine externe ID: Spot zeigt sie dort an, wo das Konto verbunden wird. Ohne sie weiterzumachen, ist Ihre Entscheidung; sie wird vermerkt.',
    ],
    undo: [
      '„Verbindung trennen…“ löscht den Stack und mit ihm die Rolle. Der Zugriff von Spot endet sofort.',
    ],
    also: 'Rolle anlegen externe ID Zurücknahme fehlgeschlagen role stack cloudformation external id arn simulation capability iam rollback failed',
  },
  registration: {
    brief:
      'Spot erfährt, welche Rolle und welcher Bucket zu benutzen sind. Danach vergisst die App jede Anmeldung.',
    does: [
      '„An Spot senden“: Die App sendet Rolle und Bucket mit einem Spot-API-Token, das Sie eingeben. Es bleibt nur im Arbeitsspeicher.',
      '„In der Spot-Konsole abschließen“: Sie tragen dort zwei Werte selbst ein. Ein Token brauchen Sie dafür nicht.',
      'Mit einem MSP: eine Anfrage an Spot Support, der die Verbindung herstellt.',
      'Danach wird die Anmeldung aus Datei, Schlüsselbund und Arbeitsspeicher entfernt und eine Zusammenfassung ohne Geheimnisse gespeichert.',
    ],
    stops: [
      'Spot nimmt das Token nicht an: Legen Sie in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“ ein neues an.',
      'Das Token gibt zu mehreren Spot-Konten Zugang: Nehmen Sie das der Organisation, in der die Einsparungen erscheinen sollen.',
      'Der Dienst von Spot antwortet nicht: Nehmen Sie den anderen Weg. Beide führen zum selben Ergebnis.',
    ],
    undo: [
      'Nehmen Sie die Rolle in AWS zurück und bitten Sie Spot Support, das Konto zu entfernen. Siehe „Rückgängig machen“.',
    ],
    also: 'registrieren Registrierung senden abschließen Token Konsole Organisation Konto Unterstützung spot register send finish support account',
  },
}

export const stepPages: Catalogue['help']['steps'] = {
  does: 'Was der Schritt tut',
  stops: 'Was ihn aufhalten kann und was dann hilft',
  undo: 'Wie man ihn rückgängig macht',
  pages,
}
