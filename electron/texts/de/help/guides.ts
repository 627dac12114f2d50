/** The pages of Help that are about no single step. */

import type { Catalogue } from '../../catalogue.ts'

type Guides = Catalogue['help']['guides']
type PageText = Guides[keyof Guides]

const journey: PageText = {
  title: 'Wie die Verbindung entsteht',
  brief: 'Sieben Schritte, etwa zehn Minuten Ihrer Zeit, und alles lässt sich rückgängig machen.',
  parts: [
    {
      title: 'Was geschieht',
      points: [
        'Sie geben an, wer das AWS-Konto verwaltet, und melden sich bei dem Konto an, das die Rechnung bezahlt.',
        'AWS wird beauftragt, die ausführliche Rechnung als Dateien (den Kostenbericht) in einen Speicherordner Ihres Kontos (den Bucket) zu schreiben.',
        'Sie lesen, was Spot darf, und stimmen zu. Die App legt dann eine Rolle an: den Zugang, über den Spot diese Dateien liest.',
        'Spot erfährt, welche Rolle und welchen Bucket es benutzen soll. Danach vergisst die App jede Anmeldung.',
      ],
    },
    {
      title: 'Was Sie bereithalten sollten',
      points: [
        'Die Adresse, unter der Sie sich bei AWS anmelden, oder jemanden, der die Schritte in AWS für Sie übernimmt.',
        'Ein Spot-API-Token oder Zugang zur Spot-Konsole.',
        'Die externe ID, falls Spot Ihnen eine gegeben hat.',
      ],
    },
    {
      title: 'Was eine grüne Zeile bedeutet',
      points: [
        'Eine Zeile der Checkliste wird erst grün, wenn die App aus AWS gelesen hat, dass es so ist. Was Sie der App nur gesagt haben, ist stattdessen mit „Nicht überprüft“ gekennzeichnet.',
        'Sie können die App jederzeit schließen. Sie macht dort weiter, wo sie war.',
        'Bevor etwas angelegt wird, nennt das Fenster, was es ist, was es kostet und wie man es rückgängig macht. Ohne Ihren Klick auf die Schaltfläche geschieht nichts.',
      ],
    },
  ],
  also: 'Ablauf Anfang beginnen Beginn starten Start Überblick Übersicht lange dauert Dauer Zeit Zeitaufwand Minuten Stunden Checkliste grün Schritte Vorgehen Anleitung journey steps procedure',
}

const costs: PageText = {
  title: 'Kosten',
  brief:
    'Speicherplatz bei AWS, meist höchstens wenige US-Dollar im Monat. Alles andere ist bei AWS kostenlos.',
  parts: [
    {
      title: 'Was AWS berechnet',
      points: [
        'Die Dateien des Kostenberichts im Bucket: nur den Speicherplatz, meist höchstens wenige US-Dollar im Monat. Wie viel genau, hängt davon ab, wie viel Ihr Unternehmen in AWS betreibt.',
      ],
    },
    {
      title: 'Was bei AWS nichts kostet',
      points: [
        'Das Anmelden, das Prüfen, der Bericht selbst, die Rolle mit ihren Berechtigungen und der Stack, der sie zusammenhält.',
        'Alles wieder zurückzunehmen. Behalten Sie den Bucket, berechnet AWS weiter seinen Speicherplatz.',
      ],
    },
    {
      title: 'Was die App nicht sagen kann',
      points: ['Was Spot Eco kostet. Das steht in Ihrem Vertrag mit Spot.'],
    },
  ],
  also: 'Kosten kostet kosten Preis Preise Geld Gebühr Gebühren Entgelt Rechnung berechnen teuer kostenlos gratis frei Dollar Euro Budget Kostenstelle Ausgaben cost price charge free',
}

const signingIn: PageText = {
  title: 'Anmelden: welcher Weg für wen',
  brief: 'Die meisten nehmen das AWS-Zugangsportal. Auch für alle anderen gibt es einen Weg.',
  parts: [
    {
      title: 'Die Wege',
      points: [
        'AWS-Zugangsportal: wenn Ihr Unternehmen Ihnen eine Webadresse gegeben hat, unter der Sie zwischen AWS-Konten wählen. Ihr Browser öffnet sich, Sie melden sich auf der Seite von AWS an und kommen zurück. Die App bekommt weder Ihr Passwort noch Ihren zweiten Faktor zu sehen.',
        'Ein Code statt des Browsers: wenn Ihr Browser auf einem anderen Computer oder Telefon ist. Geben Sie nie einen Code ein, den Ihnen jemand anderes geschickt hat.',
        'Wie in der AWS-Konsole: wenn Sie kein Portal haben. Ihr Browser öffnet die Anmeldeseite von AWS; AWS nennt dort „AWS developer tools“ und nicht diese App.',
        'Kurzlebige Schlüssel: wenn Sie Schlüssel bekommen haben oder aus dem AWS-Zugangsportal kopieren. Sie beginnen mit ASIA, bleiben nur im Arbeitsspeicher und laufen von selbst ab. Schlüssel, die mit AKIA beginnen, laufen nie ab und werden abgelehnt.',
        'Profil der AWS CLI: wenn die Befehlszeile von AWS auf diesem Computer eingerichtet ist.',
        'Von Hand, ohne Anmeldung: Die App nennt Ihnen jeden Klick in der AWS-Konsole und prüft die Form der Werte, die Sie einfügen. Solche Schritte sind mit „Nicht überprüft“ gekennzeichnet, bis sich jemand anmeldet.',
        'Jemand anderes: Jeden Schritt in AWS können Sie als Datei weitergeben.',
      ],
    },
    {
      title: 'Wenn es nicht gelingt',
      points: [
        'Die Region ist falsch: Gemeint ist der Ort, an dem Ihr Unternehmen seine Anmeldung eingerichtet hat, nicht der Standort Ihrer Server. Die App bietet die wahrscheinlichen an; die IT-Abteilung kennt ihn.',
        'Im Browser ist jemand anderes angemeldet: Kopieren Sie den Link und öffnen Sie ihn in einem privaten Fenster.',
        'Das Konto, das bezahlt, steht nicht in der Liste: Bitten Sie um einen Berechtigungssatz dafür oder um jemanden, der einen hat.',
        'Die Anmeldung ist abgelaufen: Melden Sie sich wieder an. Nichts geht verloren; was nachgewiesen war, wird noch einmal gelesen.',
      ],
    },
  ],
  also: 'anmelden melde Anmeldung Login einloggen Zugang Kennwort Passwort mfa zweiter Faktor Portal sso single sign-on url Adresse Browser Gerät Code Schlüssel cli Helpdesk sign in log in device okta entra azure google',
}

const msp: PageText = {
  title: 'Wenn ein MSP Ihr Konto verwaltet',
  brief: 'Ihr MSP legt den Kostenbericht an, und Spot Support stellt die Verbindung her.',
  parts: [
    {
      title: 'Was anders ist',
      points: [
        'Ein Managed Service Provider (MSP) ist ein Unternehmen, das für Sie den Vertrag mit AWS hat und Ihnen eine eigene Rechnung stellt. Die ausführliche Rechnung von AWS liegt dann in seinem Konto.',
        'In Schritt 3 schreibt die App eine Anfrage an Ihren MSP mit den acht Einstellungen, die Eco braucht. Sie senden sie; Ihr MSP antwortet mit dem Namen seines Buckets und dem Ordner darin.',
        'Die Rolle prüfen Sie selbst und legen sie in Ihrem eigenen Konto an, wie ohne MSP auch.',
        'Der letzte Schritt ist eine Anfrage an Spot Support, der das Konto verbindet. Ob das geschehen ist, kann die App bei Spot nicht nachlesen. Sie schreibt deshalb „Wartet auf Spot Support“ und später „Von Ihnen bestätigt, nicht überprüft“.',
      ],
    },
    {
      title: 'Was es aufhalten kann',
      points: [
        'Ihr MSP antwortet nicht: Senden Sie die Anfrage aus Schritt 3 noch einmal.',
        'Der Name des Buckets ist falsch geschrieben: Die App kann nicht in das Konto Ihres MSP sehen. Vergleichen Sie ihn mit dem, was Ihr MSP geschrieben hat.',
      ],
    },
  ],
  also: 'Managed Service Provider Dienstleister Systemhaus Wiederverkäufer Händler Vertriebspartner Reseller Partner Kunde Rechnung billing transfer customer distributor',
}

const handOver: PageText = {
  title: 'Einen Schritt von jemand anderem erledigen lassen',
  brief:
    'Speichert für einen Schritt oder für alle eine Seite mit allem, was die andere Person braucht. Geheimes enthält sie nicht.',
  parts: [
    {
      title: 'Wie es geht',
      points: [
        '„Jemand anderen bitten“ steht in jedem Schritt. Sind mehrere Schritte nicht Ihre Sache, bittet „Eine Anfrage für alle … Schritte“ um alle zusammen.',
        'Zwei Dateien werden gespeichert: eine Seite zum Lesen für die Person und eine Datei mit der Endung „ecoconnect“ für ihre App, falls sie die App benutzt.',
        '„E-Mail schreiben“ öffnet Ihr E-Mail-Programm; die Dateien hängen Sie selbst an. „Im Ordner zeigen“ zeigt, wo sie liegen.',
        'Was die Person in AWS tut, findet die App beim nächsten Nachsehen, und die Zeile wird von selbst grün.',
      ],
    },
    {
      title: 'Wenn Sie eine solche Datei bekommen',
      points: [
        'Öffnen Sie sie mit einem Doppelklick. Die App zeigt, was sie vorschlägt und wen sie als Absender nennt.',
        '„Diese Werte verwenden“ füllt die Formulare aus. Damit ist nichts freigegeben, niemand angemeldet und nichts begonnen.',
        'Eine Freigabe, von der die Datei spricht, gilt als nicht überprüft: Sie prüfen denselben Text noch einmal.',
      ],
    },
  ],
  also: 'delegieren weitergeben übergeben Übergabe Kollege Kollegin Administrator Administration Sicherheitsabteilung bitten Bitte Anfrage weiterleiten teilen Vertretung Berechtigung fehlt nicht erlaubt abgelehnt ecoconnect Datei E-Mail Mail delegate forward',
}

const undo: PageText = {
  title: 'Rückgängig machen',
  brief:
    '„Verbindung trennen“ nimmt in AWS eines nach dem anderen zurück, was die App angelegt hat.',
  parts: [
    {
      title: 'In AWS',
      points: [
        'Öffnen Sie das Menü neben dem Namen der Verbindung und wählen Sie „Verbindung trennen…“. Dafür melden Sie sich noch einmal an.',
        'Zuerst wird der Stack gelöscht und mit ihm die Rolle: Der Zugriff von Spot auf dieses Konto endet sofort. Dann folgen der Bericht und sein Bucket, jeweils erst, wenn Sie es sagen.',
        'Was die App nicht angelegt hat, bleibt unberührt. Ein Bericht, den es vorher schon gab, wird nie geändert oder gelöscht.',
      ],
    },
    {
      title: 'Bei Spot',
      points: [
        'Nur Spot Support kann das Konto bei Spot entfernen. Nach dem Trennen hält die App die Anfrage dafür bereit.',
        'Haben Sie eigens ein Spot-API-Token angelegt, löschen Sie es in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“.',
      ],
    },
    {
      title: 'Auf diesem Computer',
      points: [
        '„Diese Verbindung aus der App entfernen…“ vergisst hier eine Verbindung und ändert nichts in AWS.',
        '„Alles von diesem Computer entfernen…“ löscht alles, was die App aufbewahrt. Nehmen Sie vorher in AWS zurück, was Sie zurücknehmen wollen: Danach weiß die App nicht mehr, was sie angelegt hat.',
      ],
    },
  ],
  also: 'rückgängig zurücknehmen zurück trennen löschen entfernen widerrufen kündigen Kündigung abbrechen anhalten beenden Ende deinstallieren Deinstallation aufheben undo disconnect delete remove revoke uninstall',
}

const afterwards: PageText = {
  title: 'Danach: was Spot Ihnen schreiben kann',
  brief: 'Die Meldungen zu einem verbundenen Konto im Überblick und was jeweils zu tun ist.',
  parts: [
    {
      title: 'Wenn alles in Ordnung ist',
      points: [
        'AWS liefert den ersten Bericht innerhalb von 24 Stunden. Die erste Auswertung von Spot dauert bis zu 48 Stunden; dann meldet Spot per E-Mail, dass die Dashboards fertig sind.',
        'Kommt keine E-Mail, fragen Sie Spot Support. Die gespeicherte Zusammenfassung enthält, was dort gebraucht wird.',
      ],
    },
    {
      title: 'Was eine Meldung bedeutet und was hilft',
      points: [
        '„Invalid ARN“ (ungültige ARN): Der Name der Rolle wurde falsch kopiert, oder die Rolle wurde gelöscht. „Erneut prüfen“ zeigt, ob es sie gibt, und ihren vollständigen Namen.',
        '„No access to S3 bucket“ (kein Zugriff auf den Bucket): Die Rolle darf den Bucket nicht lesen, oder seine Dateien sind mit einem eigenen Schlüssel verschlüsselt. „Erneut prüfen“ sagt, was davon zutrifft.',
        '„S3 bucket no longer exists“ (der Bucket ist nicht mehr da): Jemand hat ihn gelöscht. Hat die App den Bericht angelegt, kann Schritt 4 den Bucket neu anlegen.',
        '„No new data in S3 bucket for over 48 hours“ (seit über 48 Stunden keine neuen Daten): AWS liefert nicht. Schritt 4 zeigt die letzte Lieferung von AWS und was der nächsten im Weg steht.',
        '„Expecting parquet format“ (Parquet erwartet): Der Bericht hat ein anderes Dateiformat. Schritt 3 zeigt, welcher Bericht passt, oder legt daneben einen neuen an.',
        'Der Bucket fehlt in der Liste der Berichte: Kein Bericht des Kontos wird dorthin geliefert. „Erneut prüfen“ liest die Berichte neu.',
        '„No CE access“ (kein Zugriff auf Cost Explorer), oder der Rolle fehlen Berechtigungen: Die Rolle wurde geändert oder nach einer älteren Vorlage angelegt. Prüfen Sie in Schritt 5 die heutige Vorlage und legen Sie die Rolle neu an.',
      ],
    },
    {
      title: 'Wie man erneut prüft',
      points: [
        'Mit „Erneut prüfen“ auf der letzten Seite melden Sie sich noch einmal an, und die App liest alles neu. Dabei wird nichts geändert, und diese Anmeldung bleibt nur im Arbeitsspeicher.',
        'Lassen Sie Rolle, Bucket und Bericht in AWS, wie sie sind: Eco liest sie täglich.',
      ],
    },
  ],
  also: 'Meldung Meldungen Nachricht E-Mail Warnung Fehler später danach nachher registriert Dashboard keine Daten Auswertung spot support invalid arn look again prüfen nachsehen Kontrolle messages error',
}

const privacy: PageText = {
  title: 'Datenschutz: was wo aufbewahrt wird',
  brief: 'Alles auf diesem Computer. Keine Telemetrie, kein eigener Server der App.',
  parts: [
    {
      title: 'Was auf diesem Computer aufbewahrt wird',
      points: [
        'Ihre Antworten und die Namen dessen, was angelegt wurde, im eigenen Ordner der App, den nur Sie öffnen können.',
        'Bis zur Registrierung die Anmeldung: verschlüsselt mit einem Schlüssel aus dem Schlüsselbund dieses Computers. Der letzte Schritt entfernt sie aus Datei, Schlüsselbund und Arbeitsspeicher und lässt AWS sie beenden.',
        'Eingefügte Schlüssel, Profile der AWS CLI und das Spot-Token werden nie gespeichert: Sie sind nur im Arbeitsspeicher.',
        'Das Protokoll: eine Zeile für jeden Aufruf bei AWS und Spot und für jede Änderung, der Sie zugestimmt haben. Es enthält Namen, Zeiten und Ergebnisse, nichts Geheimes und keine Inhalte. Sie finden es im Menü neben dem Namen der Verbindung unter „Dokumente…“.',
      ],
    },
    {
      title: 'Mit wem die App spricht',
      points: [
        'Mit AWS und, wenn Sie „An Spot senden“ wählen, mit Spot. Mit niemandem sonst: keine Telemetrie, keine Suche nach Aktualisierungen, keine Absturzberichte.',
        'Sie benutzt den Proxy Ihres Unternehmens und vertraut den Zertifikaten, denen dieser Computer vertraut. Ein Proxy, der fragt, bekommt Ihre Systemanmeldung oder das Passwort, das Sie für ihn eingeben: nur im Arbeitsspeicher, jedes Mal einmal versucht und unverschlüsselt nur mit Ihrer Zustimmung. Ein Zertifikat, das Sie ausweist, zeigt sie niemandem.',
        'Spot erfährt den Namen der Rolle, des Buckets und des Kontos. Ihre Anmeldung bekommt Spot nie.',
      ],
    },
    {
      title: 'Die Zwischenablage',
      points: [
        'Die App kopiert nur, was Sie mit einer Schaltfläche zum Kopieren auswählen, und liest die Zwischenablage nie von selbst. Was kopiert wurde, können andere Programme lesen.',
      ],
    },
  ],
  also: 'Datenschutz Sicherheit DSGVO Telemetrie Nachverfolgung gespeichert speichern aufbewahrt Dateien Ordner Protokoll Audit Schlüsselbund Token Geheimnis Zwischenablage Server Firewall personenbezogen privacy security gdpr tracking log keychain secret clipboard hosts',
}

const shortcuts: PageText = {
  title: 'Tastatur',
  brief: 'Alles geht auch ohne Maus.',
  parts: [
    {
      title: 'Im Fenster',
      points: [
        'Tabulator und Umschalt+Tabulator: zum nächsten und zum vorigen Element, das sich bedienen lässt. Der erste Halt ist „Zum Schritt springen“.',
        'Eingabetaste: drückt die Hauptschaltfläche eines Formulars. Leertaste: drückt die Schaltfläche oder setzt das Häkchen, auf dem der Fokus steht.',
        'Pfeiltasten: zwischen den Antworten einer Frage und zwischen den gefundenen Seiten der Hilfe.',
        'Esc: schließt einen Dialog, ein Menü oder die Hilfe.',
      ],
    },
    {
      title: 'Tasten des Menüs (auf dem Mac die Befehlstaste statt Strg)',
      points: [
        'F1: Hilfe.',
        'Strg+Plus, Strg+Minus und Strg+0: größer, kleiner, Originalgröße.',
        'Strg+X, Strg+C, Strg+V, Strg+A und Strg+Z: ausschneiden, kopieren, einfügen, alles auswählen, rückgängig machen.',
        'Strg+M: minimiert das Fenster. Strg+W: schließt es. F11: Vollbild.',
        'Alt öffnet unter Windows und Linux das Menü.',
      ],
    },
  ],
  also: 'Tastatur Tastenkürzel Kürzel Tastenkombination Tasten Bedienung vergrößern Zoom Schriftgröße Barrierefreiheit barrierefrei Screenreader Vorlesen Tab Fokus Lupe keyboard shortcuts hotkeys accessibility',
}

const support: PageText = {
  title: 'Angaben für den Support',
  brief:
    'Ein Text für alle, die Ihnen helfen: Versionen, Schritte, Fehler und Anfrage-IDs. Geheimes enthält er nicht.',
  parts: [
    {
      title: 'Was darin steht',
      points: [
        'Die Version und worauf sie läuft, der Stand jedes Schritts, Fehler mit ihren Codes, die letzten Aufrufe mit den Anfrage-IDs von AWS und die Server, die erreicht wurden.',
        'Nicht darin stehen: Passwörter, Schlüssel, Token, E-Mail-Adressen, Namen von Personen, Inhalte von Dateien. Von Kontonummern nur die letzten vier Ziffern.',
      ],
    },
    {
      title: 'Wer wobei helfen kann',
      points: [
        'Ihre AWS-Administration: Berechtigungen, Anmeldung, Richtlinien Ihres Unternehmens.',
        'Ihre IT-Abteilung: Proxy, Zertifikate, Schlüsselbund dieses Computers.',
        'Spot Support: die Registrierung, die Dashboards, Meldungen von Spot.',
        'AWS Support: Lieferungen des Berichts, die ausbleiben, obwohl alles stimmt. Er fragt nach Anfrage-IDs.',
      ],
    },
  ],
  also: 'Support Hilfe helfen hilft Kontakt Ansprechpartner Anruf Ticket Störung Problem Fehler melden Fehlerbericht Diagnose Version Protokoll Anfrage-ID help contact error log request id troubleshooting',
}

export const guides: Guides = {
  journey,
  costs,
  'signing-in': signingIn,
  msp,
  'hand-over': handOver,
  undo,
  afterwards,
  privacy,
  shortcuts,
  support,
}
