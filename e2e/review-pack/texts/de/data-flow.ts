import type { PackWords } from '../en/index.ts'

export const dataFlow: PackWords['dataFlow'] = {
  alt: 'Datenfluss: Browser, Eco Connect, Schlüsselbund und Profilordner sind auf dem Computer der Person. Eco Connect spricht über den Proxy des Unternehmens mit AWS und mit der API von Spot. AWS liefert den Bericht in den Bucket, und Spot liest ihn dort mit der Rolle, ohne diesen Computer.',
  boxes: {
    computer: 'Computer der Person',
    browser: 'Browser',
    window: 'Fenster',
    main: 'Hauptprozess',
    keychain: 'Schlüsselbund',
    profile: 'Profilordner',
    company: 'Firmennetz',
    proxy: 'Proxy',
    aws: 'AWS',
    signIn: 'Anmeldung',
    account: 'Konto',
    bucket: 'Bucket',
    spot: 'Spot',
    api: 'API',
    eco: 'Eco',
  },
  intro:
    'Die Nummern im Bild sind die der Tabelle. Gestrichelt ist eine Verbindung, an der das Programm nicht beteiligt ist.',
  head: ['Nr.', 'Von → nach', 'Was', 'Geschützt durch'],
  flows: [
    [
      'Fenster ↔ Hauptprozess',
      'In der einen Richtung Befehle eines festen Vertrags, in der anderen, was zu zeichnen ist. Kein Geheimnis geht ins Fenster; was dort als Geheimnis eingegeben wird, verlässt es einmal.',
      'Eigener Prozess in der Sandbox, ohne Netz; jeder Befehl wird geprüft, ebenso der Absender.',
    ],
    [
      'Hauptprozess → Browser',
      'Die Adresse der Anmeldeseite von AWS, die das System öffnet. Passwort und zweiter Faktor werden dort eingegeben und erreichen das Programm nie.',
      'Geöffnet werden nur Adressen der veröffentlichten Liste.',
    ],
    [
      'Browser → Hauptprozess',
      'Die Antwort der Anmeldung (ein Code, der einmal gilt), auf 127.0.0.1.',
      'Geheimer Zustand dieser Anmeldung, PKCE (S256); die erste gültige Antwort schließt den Port.',
    ],
    [
      'Hauptprozess ↔ AWS, Anmeldung',
      'Token von IAM Identity Center oder der Anmeldung wie in der AWS-Konsole; Namen von Konten und Berechtigungssätzen.',
      'TLS, geprüft gegen den Zertifikatspeicher des Systems, über den Proxy des Systems.',
    ],
    [
      'Hauptprozess ↔ AWS, Konto',
      'Signierte Anfragen: Berichtsdefinitionen, Einstellungen und Richtlinie des Buckets, Stacks, die Rolle, die Simulation von IAM. Von der Rechnung selbst nichts oder, wenn jemand dafür einen Knopf drückt, das Ende einer Datei (Spalten, keine Zeilen).',
      'TLS; Signatur von AWS; kurzlebige Zugangsdaten.',
    ],
    [
      'Hauptprozess → API von Spot',
      'Nur wenn jemand „An Spot senden“ wählt: ARN der Rolle, Bucket, Kontonummer, mit einem eingegebenen Spot-API-Token.',
      'TLS; der Token ist nur im Arbeitsspeicher.',
    ],
    [
      'Hauptprozess ↔ Schlüsselbund',
      'Je Verbindung ein zufälliger Schlüssel, mit dem die Anmeldung versiegelt ist.',
      'Der Schlüsselbund des Systems; in einem eigenen Prozess.',
    ],
    [
      'Hauptprozess ↔ Profilordner',
      'Antworten, Namen des Angelegten, die versiegelte Anmeldung, das Protokoll der Aufrufe.',
      'Nur für die Person selbst lesbar; AES-256-GCM für die Anmeldung.',
    ],
    [
      'AWS-Abrechnung → Bucket',
      'Der Kosten- und Nutzungsbericht, von AWS selbst, mehrmals täglich.',
      'Bucket-Richtlinie mit dem Konto als Bedingung; „Block Public Access“.',
    ],
    [
      'Spot → Bucket und Konto',
      'Spot übernimmt die Rolle aus seinen eigenen AWS-Konten und liest Bericht, Rechnung und Verpflichtungen. Nichts davon geht über das Programm oder den Computer.',
      'Vertrauensrichtlinie der Rolle; siehe „Die Rolle für Spot“.',
    ],
  ],
  stores: {
    title: 'Welche Daten es gibt',
    head: ['Daten', 'Wo', 'Vorgeschlagene Einstufung'],
    rows: [
      [
        'Token und Zugangsdaten von AWS',
        'Arbeitsspeicher; versiegelt im Profilordner bis zur Registrierung',
        'Geheim',
      ],
      ['Spot-API-Token, eingefügte Schlüssel', 'Nur Arbeitsspeicher', 'Geheim'],
      [
        'Passwort eines Proxys, wenn einer danach fragt',
        'Nur Arbeitsspeicher, bis das Programm endet',
        'Geheim',
      ],
      [
        'Kontonummern, ARNs, Namen von Buckets, Stacks, Berichten',
        'Profilordner, Dokumente',
        'Intern',
      ],
      [
        'Wer was getan und freigegeben hat, als ARN',
        'Protokoll, Dokumente',
        'Intern, personenbezogen',
      ],
      [
        'Die Rechnung (Dateien des Berichts)',
        'Im Bucket in AWS; Spot liest sie. Nicht auf diesem Computer',
        'Vertraulich',
      ],
    ],
  },
  signIn: 'Wer sich anmeldet und wie',
  recipients: {
    title: 'Wer Daten erhält und wo',
    head: ['Wer', 'Was', 'Wo'],
    rows: [
      [
        'Amazon Web Services, Ihr eigenes Konto',
        'Die Aufrufe des Programms; Bericht, Bucket, Rolle',
        '`us-east-1`; die Anmeldung in der Region Ihres Identity Center',
      ],
      [
        'Spot (früher NetApp, jetzt Flexera)',
        'ARN der Rolle, Bucket, Kontonummer; über die Rolle, was „Die Rolle für Spot“ auflistet',
        'Liest aus seinen eigenen AWS-Konten; wo Spot es aufhebt, regelt Ihr Vertrag mit Spot',
      ],
      [
        'Der Proxy des Unternehmens, wenn er fragt',
        'Benutzername und Passwort, wie für ihn eingegeben',
        'Im Netz des Unternehmens',
      ],
      [
        'Wem die Person schreibt oder eine Datei gibt: Spot Support, ein MSP, jemand aus dem Haus',
        'Was der Entwurf oder die Datei vorher zeigt: Kontonummer, Namen, ARN der Rolle',
        'Mit dem Mailprogramm oder der Ablage der Person; das Programm sendet beides nicht',
      ],
      ['Das Projekt', 'Nichts', '–'],
    ],
  },
  others: {
    title: 'Was es anderen Programmen des Computers übergibt',
    points: {
      shell:
        'Dem Browser des Systems: Adressen aus „Im Browser der Person geöffnet“. Dem Mailprogramm: einen Entwurf, den die Person sendet oder nicht. Dem Programm, das im System für eine Datei zuständig ist: Seiten, die das Programm erstellt hat. Dem Dateimanager: wo eine Datei gespeichert wurde.',
      clipboard:
        'Der Zwischenablage: beschrieben durch einen Knopf „Kopieren“ und durch das, was jemand im Fenster kopiert wie überall. Das Programm liest sie nie; andere Programme können es.',
      dialog:
        'Den Dialogen des Systems zum Öffnen, Speichern und Drucken. Der Desktop kann sich merken, welche Dateien dort gewählt wurden.',
      Notification:
        'Den Benachrichtigungen des Systems: dass AWS geliefert hat oder sich verspätet, dass die Rolle bereit ist oder nicht, dass eine Anmeldung abgelaufen ist; mit dem Namen der Verbindung, auch auf einem gesperrten Bildschirm, wenn das System sie dort zeigt. Und, ohne diesen Namen, dass der Proxy nach einem Passwort fragt, während ein anderes Programm vorn ist.',
    },
    none: 'Es meldet kein Adressschema an, keinen Start mit dem Computer und keine Liste zuletzt benutzter Dokumente, und es hat von Electron weder eine Aktualisierung noch eine Aufzeichnung von Abstürzen: Ein Test hält den Code an diese Liste.',
  },
}
