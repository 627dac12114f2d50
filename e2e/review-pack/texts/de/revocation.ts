import type { PackWords } from '../en/index.ts'

export const revocation: PackWords['revocation'] = {
  intro: [
    'Nichts davon braucht das Programm oder den Computer, auf dem es benutzt wurde. Wenn es eilt, zählt die Reihenfolge: zuerst die Rolle. Namen in spitzen Klammern stehen im Verbindungsnachweis oder in den Tags der Ressourcen. Die Zeilen sind die der AWS CLI; jede gibt es auch in der Konsole.',
  ],
  spotTitle: '1. Den Zugriff von Spot beenden',
  spot: [
    'Löschen Sie den Stack. Rolle und Richtlinie gehen mit ihm, und was Spot an Zugangsdaten der Rolle hat, ist ab dann innerhalb von Minuten wertlos.',
  ],
  spotNoStack:
    'Lässt sich der Stack nicht löschen oder wurde die Rolle anders angelegt: Lösen Sie ihre Richtlinien und löschen Sie die Rolle. Dauert das zu lange, ersetzen Sie ihre Vertrauensrichtlinie durch eine, die alle ablehnt; laufende Sitzungen beendet „Revoke sessions“ auf der Seite der Rolle in IAM.',
  proof: 'Nachweis: Die letzte Zeile muss `NoSuchEntity` antworten.',
  deliveryTitle: '2. Die Lieferung beenden und über die Dateien entscheiden',
  delivery: [
    'Löschen Sie die Berichtsdefinition, wenn niemand sonst sie braucht: AWS liefert dann nichts mehr in den Bucket.',
    'Nehmen Sie die beiden Anweisungen für `billingreports.amazonaws.com` aus der Richtlinie des Buckets, wenn der Bucket bleibt. Andere können dort Anweisungen haben: Ändern Sie nur diese.',
    'Leeren und löschen Sie den Bucket, wenn niemand die Dateien braucht: Die Dateien vergangener Monate sind dann weg. Die letzte Zeile entfernt keine Versionen; ein Bucket mit Versionsverwaltung, die das Programm nicht einschaltet, wird vorher in der Konsole geleert („Leeren“).',
  ],
  peopleTitle: '3. Den Zugriff von Menschen beenden',
  people: [
    'IAM Identity Center: Nehmen Sie der Person oder Gruppe die Zuweisung des Berechtigungssatzes weg, und löschen Sie ihre Sitzungen („Users“, die Person, „Active sessions“). Das Programm sagt beim nächsten Aufruf, dass die Anmeldung beendet ist.',
    'Bereits ausgestellte Zugangsdaten einer Rolle gelten bis zu ihrem Ende, in der Regel eine Stunde. Um auch diese zu beenden, hängen Sie dem Berechtigungssatz eine Richtlinie an, die dieser Person alles verbietet (Bedingung `identitystore:userId`), wie AWS es unter „Revoke active IAM role sessions created by permission sets“ beschreibt.',
    'Anmeldung wie in der Konsole: Verbieten Sie dem Benutzer oder der Rolle `signin:CreateOAuth2Token`, dann lässt sie sich nicht erneuern; Ausgestelltes endet nach einer Viertelstunde. Schlüssel von IAM-Benutzern: deaktivieren.',
    'Nehmen Sie die Richtlinien weg, die für das Programm gegeben wurden: zum Verbinden, zum Nachsehen, für die Berichtsdatei und zum Trennen.',
  ],
  atSpotTitle: '4. Bei Spot',
  atSpot: [
    'Löschen Sie den API-Token, der für die Registrierung angelegt wurde: Spot-Konsole, „Settings“, „API“, „Permanent tokens“.',
    'Bitten Sie den Spot-Support, das Konto zu entfernen und was Spot aufhebt: Kopien von Berichtsdateien liegen in Buckets von Spot (`sc-customer-…`), die sonst niemand löschen kann. Das Programm hat diese Anfrage nach „Verbindung trennen…“ fertig. Ob Spot es getan hat, kann das Programm nicht lesen; lassen Sie es sich schriftlich geben.',
  ],
  computersTitle: '5. Auf den Computern',
  computers: [
    'Entfernen Sie das Programm mit Ihrer Softwareverteilung; danach „Was in Benutzerordnern bleibt“.',
    'Ein verlorener Computer: Für AWS genügt Schritt 3. Die versiegelte Anmeldung darauf öffnet nur der Schlüsselbund der Person.',
  ],
  afterwardsTitle: '6. Danach nachsehen',
  afterwards: [
    'CloudTrail: nach dem Zeitpunkt von Schritt 1 kein `AssumeRole` aus Konten von Spot, nach Schritt 3 keine Aufrufe unter der Identität der Person.',
    'S3: ab dem nächsten Tag keine neuen Dateien unter dem Präfix des Berichts.',
  ],
}
