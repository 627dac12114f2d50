/** Words that stand in the window or that colleagues use, in plain words first. */

import type { Catalogue } from '../../catalogue.ts'

export const glossary: Catalogue['help']['glossary'] = {
  'access-portal': {
    term: 'AWS-Zugangsportal',
    aws: 'AWS access portal',
    plain:
      'Die Webseite, auf der sich die Beschäftigten Ihres Unternehmens bei AWS anmelden und ein Konto auswählen.',
    here: 'Die Adresse endet oft auf „awsapps.com/start“. Sie steht in der Einladungs-E-Mail und vielleicht in Ihren Lesezeichen; die IT-Abteilung kennt sie.',
    also: 'Zugangsportal Zugriffsportal Zugang Portal Anmeldeseite Startseite Adresse URL Link Lesezeichen access portal start url sso login awsapps',
  },
  arn: {
    term: 'ARN',
    aws: 'Amazon Resource Name',
    plain:
      'Der vollständige Name einer einzelnen Sache in AWS, so wie eine Postanschrift ein Haus bezeichnet.',
    here: 'Spot braucht die ARN der Rolle, um sie zu benutzen. Sie beginnt mit „arn:aws:iam::“ und der Kontonummer. Geheim ist sie nicht.',
    also: 'Rollen-ARN Kennung Bezeichner Ressourcenname vollständiger Name role arn amazon resource name',
  },
  athena: {
    term: 'Athena-Integration',
    aws: 'Amazon Athena',
    plain:
      'Eine Einstellung, mit der AWS die Dateien des Berichts in einer festen Ordnerstruktur ablegt.',
    here: 'Eco erwartet diese Struktur. Athena selbst müssen Sie nicht benutzen; solange Sie das nicht tun, kostet es auch nichts.',
    also: 'amazon athena integration Datenintegration Abfrage Ordnerstruktur query',
  },
  'aws-cli': {
    term: 'AWS CLI',
    aws: 'AWS Command Line Interface',
    plain: 'Ein Programm, mit dem Fachleute AWS über getippte Befehle bedienen.',
    here: 'Ist es auf diesem Computer eingerichtet, kann sich die App mit einem seiner Profile anmelden. Sonst brauchen Sie es nicht.',
    also: 'Kommandozeile Befehlszeile Eingabeaufforderung Konsole Terminal Profil command line cli profile',
  },
  bucket: {
    term: 'Bucket',
    aws: 'Amazon S3 bucket',
    plain: 'Ein Speicherordner in einem AWS-Konto.',
    here: 'AWS legt die Dateien des Berichts darin ab, Spot liest sie dort. Der Bucket sollte sonst nichts enthalten, denn Spot kann alles darin lesen.',
    also: 's3 Speicher Speicherort Speicherordner Ablage Ordner Eimer storage folder simple storage service',
  },
  'bucket-policy': {
    term: 'Bucket-Richtlinie',
    aws: 'bucket policy',
    plain: 'Die Liste, wer in einem Bucket was tun darf.',
    here: 'Sie muss dem Abrechnungsdienst von AWS erlauben, den Bericht abzulegen. Die App ergänzt die fehlenden Einträge und lässt alle anderen, wie sie sind.',
    also: 'Richtlinie Berechtigungen Rechte Zugriff Freigabe Bucketrichtlinie policy permissions billingreports',
  },
  capability: {
    term: 'Zustimmung zu neuen Berechtigungen',
    aws: 'capability, zum Beispiel CAPABILITY_NAMED_IAM',
    plain:
      'AWS verlangt eine ausdrückliche Zustimmung, bevor eine Vorlage etwas anlegt, das Zugriff gibt.',
    here: 'Sie geben sie mit der Schaltfläche, die die Rolle anlegt. Was damit erlaubt wird, haben Sie vorher geprüft.',
    also: 'Einwilligung Einverständnis Bestätigung Erlaubnis zustimmen capability capabilities acknowledge iam resources custom names CAPABILITY_NAMED_IAM CAPABILITY_IAM consent',
  },
  cloudformation: {
    term: 'CloudFormation',
    aws: 'AWS CloudFormation',
    plain: 'Der Dienst von AWS, der mehrere Dinge zusammen nach einem schriftlichen Plan anlegt.',
    here: 'Der Plan heißt Vorlage, das Ergebnis Stack. Der Dienst selbst kostet nichts.',
    also: 'cloud formation infrastructure as code cfn Infrastruktur Bereitstellung',
  },
  compression: {
    term: 'Komprimierung',
    aws: 'compression',
    plain: 'Dateien werden gepackt, damit sie weniger Platz brauchen.',
    here: 'Bei Parquet geschieht das von selbst.',
    also: 'Kompression Verdichtung komprimiert gepackt packen zip gzip csv',
  },
  'cost-explorer': {
    term: 'Cost Explorer',
    aws: 'AWS Cost Explorer (CE)',
    plain: 'Die Diagramme Ihrer AWS-Kosten in der AWS-Konsole und die Zahlen dahinter.',
    here: 'Die Rolle für Spot darf sie lesen. Meldet Spot „No CE access“, fehlt dieser Zugriff.',
    also: 'ce Kostenanalyse Auswertung Diagramme Kostenübersicht charts analysis',
  },
  'cost-report': {
    term: 'Kostenbericht',
    aws: 'Cost and Usage Report (CUR), in der Konsole „Legacy CUR export“ unter „Data Exports“',
    plain:
      'Ihre AWS-Rechnung in allen Einzelheiten, Stunde für Stunde, von AWS als Dateien geschrieben.',
    here: 'Mit ihm arbeitet Spot Eco. AWS erneuert ihn von selbst mehrmals am Tag.',
    also: 'Bericht Kosten- und Nutzungsbericht Nutzungsbericht Abrechnung Abrechnungsbericht Abrechnungsdaten Einzelnachweis Kostenstelle Rechnungsdetails cost and usage report CUR data exports legacy export billing report',
  },
  delivery: {
    term: 'Lieferung',
    aws: '',
    plain: 'AWS legt die Dateien des Berichts in den Bucket.',
    here: 'Die erste Lieferung kommt bis zu 24 Stunden, nachdem der Bericht angelegt wurde. In der App müssen Sie nicht darauf warten.',
    also: 'Zustellung Auslieferung erster Bericht 24 Stunden liefern geliefert verspätet Verspätung delivery late',
  },
  'event-notifications': {
    term: 'Ereignisbenachrichtigungen',
    aws: 'event notifications',
    plain: 'Nachrichten, die ein Bucket an andere Systeme schickt, sobald eine Datei eintrifft.',
    here: 'Wird Athena für einen vorhandenen Bucket eingerichtet, können sie verloren gehen. Bei einem neuen Bucket kann das nicht geschehen.',
    also: 'Benachrichtigungen Ereignisse Meldungen s3 notifications events lambda',
  },
  'external-id': {
    term: 'Externe ID',
    aws: 'external ID',
    plain:
      'Eine Nummer, die Spot nur Ihrem Unternehmen gibt und jedes Mal nennt, wenn es die Rolle benutzt.',
    here: 'So lässt AWS Spot nur für Aufträge herein, die wirklich von Ihnen kommen. Spot zeigt die Nummer dort an, wo Sie das AWS-Konto verbinden; sonst bekommen Sie sie von Spot Support. Sie ist kein Passwort.',
    also: 'externe Kennung Kennzahl externalid external id confused deputy sts external identifier',
  },
  fingerprint: {
    term: 'Fingerabdruck',
    aws: 'SHA-256',
    plain:
      'Eine kurze Zeichenfolge, die aus einem Text errechnet wird. Ändert sich ein Zeichen im Text, ändert sie sich auch.',
    here: 'Daran sehen Sie, dass genau das angelegt wird, was geprüft wurde.',
    also: 'Prüfsumme Quersumme Hash Hashwert sha256 sha-256 fingerprint checksum',
  },
  iam: {
    term: 'IAM',
    aws: 'AWS Identity and Access Management',
    plain: 'Der Teil von AWS, der bestimmt, wer in einem Konto was tun darf.',
    here: 'Dort liegen die Rolle für Spot und die Liste ihrer Berechtigungen.',
    also: 'Benutzerverwaltung Rechteverwaltung Zugriffsverwaltung Berechtigungen Rechte identity and access management permissions iam user',
  },
  'identity-center': {
    term: 'IAM Identity Center',
    aws: 'früher AWS Single Sign-On (SSO)',
    plain:
      'Der Teil von AWS, über den sich die Beschäftigten eines Unternehmens einmal für alle AWS-Konten anmelden.',
    here: 'Der Eingang dazu ist das AWS-Zugangsportal.',
    also: 'sso single sign-on Einmalanmeldung zentrale Anmeldung Unternehmensanmeldung identity center',
  },
  'identity-center-region': {
    term: 'Region von IAM Identity Center',
    aws: 'AWS Region of IAM Identity Center',
    plain: 'Der Ort auf der Welt, an dem Ihr Unternehmen seine Anmeldung bei AWS eingerichtet hat.',
    here: 'Mit dem Standort Ihrer Server hat er nichts zu tun. Kennen Sie ihn nicht, behalten Sie den Vorschlag bei: Ist er falsch, meldet AWS das, und die App bietet andere an. Die IT-Abteilung kennt ihn.',
    also: 'Identity Center region Anmelderegion SSO-Region sso region sign-in region us-east-1 eu-west-1 eu-central-1 Frankfurt',
  },
  keychain: {
    term: 'Schlüsselbund',
    aws: '',
    plain:
      'Der Ort, an dem dieser Computer Passwörter aufbewahrt, geschützt durch Ihre Anmeldung am Computer.',
    here: 'Die App bewahrt dort den Schlüssel zu Ihrer Anmeldung auf, bis der letzte Schritt ihn entfernt.',
    also: 'Passwortspeicher Passwortverwaltung Anmeldeinformationsverwaltung Tresor Digitale Brieftasche keyring keychain credential manager kwallet gnome libsecret',
  },
  'management-account': {
    term: 'Konto, das die Rechnung bezahlt',
    aws: 'management account (Verwaltungskonto); oft auch payer account oder master payer',
    plain: 'Das eine AWS-Konto eines Unternehmens, das die Rechnung für alle seine Konten erhält.',
    here: 'Sein Bericht zeigt die Kosten aller Konten. Der Bericht eines anderen Kontos zeigt nur dessen eigene.',
    also: 'Verwaltungskonto Zahlerkonto Hauptkonto Rechnungskonto Masterkonto Zahler bezahlen zahlt management account payer account master payer root account organization Organisation',
  },
  manifest: {
    term: 'Manifest',
    aws: '',
    plain: 'Eine Liste der Dateien, die zu einer Lieferung des Berichts gehören.',
    here: 'Ist sie da, ist eine Lieferung nachweislich angekommen.',
    also: 'Dateiliste Inhaltsverzeichnis Lieferschein Liste der Berichtsdateien json',
  },
  'member-account': {
    term: 'Mitgliedskonto',
    aws: 'member account; früher linked account',
    plain: 'Ein AWS-Konto eines Unternehmens, dessen Rechnung ein anderes Konto bezahlt.',
    here: 'Wählen Sie stattdessen das Konto, das bezahlt, es sei denn, ein MSP bezahlt für Sie.',
    also: 'Unterkonto verknüpftes Konto Teilkonto Tochterkonto linked account sub-account child account Organisation',
  },
  msp: {
    term: 'MSP',
    aws: 'managed service provider',
    plain:
      'Ein Unternehmen, das für Sie den Vertrag mit AWS hat und Ihnen eine eigene Rechnung stellt.',
    here: 'Arbeiten Sie mit einem MSP, legt er den Kostenbericht in seinem Konto an, und Spot Support verbindet Ihres.',
    also: 'Managed Service Provider Dienstleister Anbieter Systemhaus Wiederverkäufer Händler Vertriebspartner Reseller Partner distributor',
  },
  parameter: {
    term: 'Parameter',
    aws: '',
    plain: 'Eine Lücke in einer Vorlage, die ausgefüllt wird, bevor etwas daraus angelegt wird.',
    here: 'Der Name des Buckets ist so eine Lücke, die externe ID eine andere.',
    also: 'Platzhalter Angabe Wert Feld Einstellung template parameters value setting',
  },
  parquet: {
    term: 'Parquet',
    aws: 'Apache Parquet',
    plain: 'Ein Dateiformat für große Tabellen, das Programme schnell lesen können.',
    here: 'Eco liest nur dieses Format. Mit einer Tabellenkalkulation lässt es sich nicht öffnen.',
    also: 'Dateiformat Format Dateityp Tabelle Excel apache snappy csv file format',
  },
  'permission-set': {
    term: 'Berechtigungssatz',
    aws: 'permission set',
    plain: 'Ein benanntes Bündel von Berechtigungen, mit denen Sie in einem Konto arbeiten dürfen.',
    here: 'Gebraucht werden Rechte für Abrechnung, S3 und IAM: meist ist das „AdministratorAccess“. Haben Sie mehrere Berechtigungssätze, nehmen Sie den, der am meisten davon darf.',
    also: 'Berechtigungen Rechte Rechtepaket Zugriffsrechte Zugriffsstufe Rolle permission set permissions AdministratorAccess access level billing',
  },
  policy: {
    term: 'Richtlinie',
    aws: 'IAM policy',
    plain: 'Eine Liste von Berechtigungen: was getan werden darf und womit.',
    here: 'Die Richtlinie der Rolle für Spot prüfen Sie, bevor die Rolle angelegt wird.',
    also: 'Berechtigungen Rechte Berechtigungsliste Regel Policy permissions iam policy statement',
  },
  prefix: {
    term: 'Berichtspräfix',
    aws: 'S3 path prefix',
    plain: 'Der Ordner im Bucket, in den die Dateien des Berichts kommen.',
    here: 'Jeder kurze Name ist recht. Spot erfährt ihn zusammen mit dem Bucket.',
    also: 'Präfix Ordner Pfad Verzeichnis Pfadpräfix Unterordner folder path directory s3 prefix report prefix',
  },
  proxy: {
    term: 'Proxy',
    aws: '',
    plain: 'Ein Server Ihres Unternehmens, über den dessen Computer ins Internet gelangen.',
    here: 'Die App benutzt den Proxy, der auf diesem Computer eingestellt ist. Verlangt er ein Passwort, fragt ein Fenster der App danach; es bleibt im Arbeitsspeicher, bis die App endet. Jedes, das Sie eingeben, wird einmal versucht, damit die App kein Konto sperrt. Schließen Sie das Fenster, ist nichts verloren: „Passwort eingeben“ neben dem, was stillsteht, öffnet es wieder. Lehnt er ab, muss die IT-Abteilung die Server von AWS zulassen.',
    also: 'Firewall Netzwerk Netz Internet Internetzugang Unternehmensnetz Server gesperrt blockiert network',
  },
  'public-access': {
    term: 'Sperre für öffentlichen Zugriff',
    aws: 'Block Public Access',
    plain:
      'Vier Schalter, die einen Bucket nach außen geschlossen halten, was auch sonst eingestellt ist.',
    here: 'Bei jedem Bucket, den die App anlegt, schaltet sie alle vier ein.',
    also: 'öffentlicher Zugriff öffentlich Internet offen sperren gesperrt Datenleck Schutz block public access leak',
  },
  region: {
    term: 'Region',
    aws: 'AWS Region',
    plain: 'Ein Ort auf der Welt, an dem AWS Rechenzentren betreibt.',
    here: 'Eco liest Berichte nur in us-east-1 (Nord-Virginia). Bericht, Bucket und Rolle werden deshalb dort angelegt, wo auch immer Ihre Server stehen.',
    also: 'Standort Rechenzentrum Ort Land USA Frankfurt us-east-1 virginia location data center',
  },
  'request-id': {
    term: 'Anfrage-ID',
    aws: 'request ID',
    plain: 'Die Nummer, die AWS jedem Aufruf gibt und an der der Support von AWS ihn wiederfindet.',
    here: 'Sie steht im Protokoll der Aufrufe und in den Angaben für den Support. Geheim ist sie nicht.',
    also: 'Vorgangsnummer Anforderungs-ID Aufrufnummer requestid request id aws support trace',
  },
  'resource-id': {
    term: 'Ressourcen-IDs',
    aws: 'resource IDs',
    plain:
      'In jeder Zeile der Rechnung der Name des Servers, der Datenbank oder der Sache, um die es geht.',
    here: 'Ohne sie kann Eco nicht sehen, was welche Kosten verursacht hat.',
    also: 'Ressource Kennung Server Datenbank Kostenstelle Verursacher Zuordnung resource ids include resources detail',
  },
  role: {
    term: 'Rolle',
    aws: 'IAM role',
    plain:
      'Ein Zugang zu Ihrem Konto mit festen Berechtigungen für jemanden, den Sie bestimmen. Ein Passwort gibt es dazu nicht.',
    here: 'Spot liest über eine solche Rolle den Bericht. Wird sie gelöscht, endet der Zugriff von Spot sofort.',
    also: 'Zugang Zugriff Vertrauen Dritte Fremdzugriff iam role trust access third party cross-account',
  },
  'savings-plans': {
    term: 'Reservierungen und Savings Plans',
    aws: 'Reserved Instances, Savings Plans',
    plain: 'Zusagen, AWS ein oder drei Jahre lang zu nutzen, gegen einen niedrigeren Preis.',
    here: 'Die passenden zu finden, ist die Aufgabe von Spot Eco. Diese App kauft keine.',
    also: 'Rabatt Nachlass Ersparnis Einsparung sparen Verpflichtung Laufzeit Vertragsbindung commitments reserved instances RI discount commitment savings plan',
  },
  'short-lived-keys': {
    term: 'Kurzlebige Schlüssel',
    aws: 'temporary security credentials',
    plain: 'Drei Werte, die einige Stunden lang als Anmeldung gelten und dann von selbst ablaufen.',
    here: 'Das AWS-Zugangsportal zeigt sie unter „Access keys“. Sie beginnen mit ASIA. Schlüssel, die mit AKIA beginnen, laufen nie ab und werden abgelehnt.',
    also: 'temporäre Zugangsdaten vorübergehende Schlüssel Zugriffsschlüssel Sitzungstoken temporary credentials access key secret access key session token ASIA AKIA sts',
  },
  simulation: {
    term: 'Simulation',
    aws: 'IAM policy simulation',
    plain: 'AWS rechnet aus, ob eine Rolle etwas tun könnte, ohne dass es jemand tut.',
    here: 'So kann die App nachweisen, was Spot mit den Berechtigungen der Rolle lesen kann, obwohl nur Spot sie benutzen kann.',
    also: 'simulieren Richtlinienprüfung Probe Nachweis erlaubt policy simulator simulate proof',
  },
  'spot-eco': {
    term: 'Spot Eco',
    aws: 'auch Cloud Commitment Management genannt',
    plain:
      'Der Dienst von Spot (früher NetApp, heute Flexera), der Einsparungen bei Ihrer AWS-Rechnung findet.',
    here: 'Er liest täglich den Kostenbericht. Was Sie in AWS betreiben, kann er nicht verändern.',
    also: 'eco spot netapp flexera sparen Einsparung Kostenoptimierung cloud commitment management finops',
  },
  'spot-organization': {
    term: 'Spot-Organisation',
    aws: 'Spot organization',
    plain: 'Ihr Unternehmen bei Spot. Darin kann es mehrere Spot-Konten geben.',
    here: 'Die Nummer der Organisation steht in der Spot-Konsole unter „Settings“, „Organization“. Nur in dieser Organisation erscheinen die Einsparungen.',
    also: 'Organisation Organisations-ID Spot-Konto Kundennummer organization id spot account',
  },
  'spot-token': {
    term: 'Spot-API-Token',
    aws: 'Spot API token',
    plain: 'Ein langes Passwort, mit dem ein Programm bei Spot in Ihrem Namen handeln kann.',
    here: 'Sie legen es in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“ an. Die App behält es nur im Arbeitsspeicher; löschen Sie es danach bei Spot.',
    also: 'Token API-Schlüssel Zugangsschlüssel Kennwort api token api key permanent token bearer',
  },
  'sse-s3': {
    term: 'Verschlüsselung mit Schlüsseln von Amazon',
    aws: 'SSE-S3; mit einem eigenen Schlüssel: SSE-KMS',
    plain:
      'Die Dateien im Bucket sind verschlüsselt, und AWS öffnet sie für alle, die sie lesen dürfen.',
    here: 'Der Bucket muss diese Art verwenden: Dateien, die mit einem eigenen KMS-Schlüssel verschlüsselt sind, kann Spot nicht lesen.',
    also: 'Verschlüsselung verschlüsselt verschlüsseln Schlüssel encryption encrypted kms aes256 sse amazon s3 managed keys SSE-S3',
  },
  stack: {
    term: 'Stack',
    aws: 'CloudFormation stack',
    plain: 'Alles, was AWS zusammen aus einer Vorlage anlegt und auch zusammen wieder löscht.',
    here: 'Er enthält die Rolle für Spot und die Liste ihrer Berechtigungen. Wird der Stack gelöscht, verschwinden beide.',
    also: 'Stapel Bündel cloudformation stack rollback outputs',
  },
  template: {
    term: 'Vorlage',
    aws: 'CloudFormation template',
    plain: 'Der schriftliche Plan, nach dem AWS die Rolle anlegt.',
    here: 'Sie lesen ihn in verständlichen Worten, bevor etwas daraus angelegt wird.',
    also: 'Template Muster Schablone Bauplan Plan Datei cloudformation json yaml',
  },
  unverified: {
    term: 'Nicht überprüft',
    aws: '',
    plain: 'Sie haben es der App gesagt, und die Form stimmt, aber niemand hat es aus AWS gelesen.',
    here: 'Nach einer Anmeldung kann die App es vergleichen. Grün wird es bis dahin nie.',
    also: 'ungeprüft unbestätigt nicht verifiziert unverifiziert von Hand nicht nachgewiesen früher nachgewiesen unverified not verified',
  },
}
