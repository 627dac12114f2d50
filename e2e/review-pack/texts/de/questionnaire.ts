import type { PackWords } from '../en/index.ts'

const published: PackWords['questionnaire']['published'] = {
  'mvsp-1.1': {
    question: 'Wo meldet jemand eine Schwachstelle des Programms?',
    answer: ({ contact }) =>
      contact === ''
        ? 'Bei dem Kontakt, den der Herausgeber nennt. Die Mappe hat einen Platz dafür, und solange er leer ist, lassen sich keine Pakete zum Verteilen erstellen.'
        : `Bei ${contact}.`,
    open: ({ contact }) =>
      contact === ''
        ? 'Der Kontakt ist nicht ausgefüllt. Fragen Sie danach, bevor Sie entscheiden.'
        : '',
  },
  'mvsp-1.2': {
    question: 'Dürfen wir das Programm selbst prüfen, bevor jemand es benutzt, und womit?',
    answer:
      'Ja: die Pakete in einer virtuellen Maschine mit einem prüfenden Proxy oder den Quelltext vor einem Simulator von AWS und Spot, ohne ein Konto.',
    open: '',
  },
  'mvsp-1.4': {
    question: 'Hat jemand von außen es auf Schwachstellen geprüft, und was hat niemand geprüft?',
    answer:
      'Nein. Es gab weder eine Prüfung noch einen Penetrationstest durch andere. Was nicht ausprobiert wurde, ist aufgeführt, allem voran Windows und macOS.',
    open: 'Eine Prüfung durch jemanden von außen. Wo sie beginnen kann, steht unter „Wie Sie es selbst prüfen“.',
  },
  'mvsp-1.7': {
    question: 'Was hieße ein Vorfall beim Hersteller für uns?',
    answer:
      'Das Projekt betreibt keinen Dienst und hat keine Daten von Kunden; betroffen sein könnte nur ein Paket. Vergleichen Sie Ihres mit Hash und Signatur. Ein Vorfall bei Spot ist etwas anderes: Spot liest die Rechnung, und das endet, wenn Sie den Stack löschen.',
    open: '',
  },
  'mvsp-1.8': {
    question: 'Was bleibt auf einem Computer, der weitergegeben wird, und wie entfernt man es?',
    answer:
      'Der Profilordner, ein Eintrag im Schlüsselbund, solange eine Anmeldung aufgehoben ist, und Dokumente, die jemand gespeichert hat. Die ersten beiden entfernt das Programm selbst, auf Befehl und nach einem eingetippten Wort; wer nur das Paket entfernt, behält sie.',
    open: '',
  },
  'mvsp-2.1': {
    question:
      'Melden sich Menschen über unseren eigenen Identitätsanbieter an, mit dessen zweitem Faktor?',
    answer:
      'Ja, über das Portal von IAM Identity Center: Es öffnet sich im Browser der Person, und Passwort und zweiter Faktor werden dort eingegeben. Andere Arten (wie in der AWS-Konsole, eingefügte kurzlebige Schlüssel, ein Profil der AWS CLI) lassen sich einzeln verbieten.',
    open: '',
  },
  'mvsp-2.2': {
    question: 'Ist jede Verbindung verschlüsselt, und zu welchen Hosts und Ports geht sie?',
    answer: ({ hosts }) =>
      `Ja: TLS auf Port 443 zu ${hosts} Hostnamen, geprüft gegen den Zertifikatspeicher des Systems, und zu keinem anderen. Auf dem Computer selbst wartet während einer Anmeldung ein Port auf 127.0.0.1 auf den Browser, ohne TLS. Wie das System mit einem Proxy spricht, legt dessen Einstellung fest; darin sind die Verbindungen zu AWS mit TLS verschlüsselt.`,
    open: '',
  },
  'mvsp-2.3': {
    question: 'Welche Sicherheits-Header oder -Richtlinien gelten für die Oberfläche?',
    answer:
      'Eine Content Security Policy, die nur die eigenen Dateien der Seite erlaubt, mit Trusted Types; eine isolierte Seite in der Sandbox, ohne Netz. Ihr Wortlaut steht hier.',
    open: '',
  },
  'mvsp-2.4': {
    question: 'Nimmt, speichert oder prüft das Programm Passwörter?',
    answer:
      'Keine von AWS und keine eigenen. Das Passwort eines Proxys nimmt es, wenn einer danach fragt, in einem eigenen Fenster; es bleibt im Arbeitsspeicher, bis das Programm endet. Ein eingegebener Spot-Token ist nach der Registrierung weg.',
    open: '',
  },
  'mvsp-2.5': {
    question: 'Beruht es auf gepflegten, bekannten Bibliotheken, und auf welchen?',
    answer: ({ packages, electron }) =>
      `Auf Electron ${electron} und ${packages} Paketen, die hier mit ihren Versionen stehen. Ein Teil von AWS, der für Kostenberichte, gehört zu einer Generation, die AWS nicht mehr weiterführt; worauf er beruht, ist dasselbe wie bei den anderen.`,
    open: '',
  },
  'mvsp-2.6': {
    question: 'Wie bald werden neue Versionen seiner Teile übernommen, vor allem von Chromium?',
    answer:
      'Eine Version mit einer Sicherheitskorrektur von Chromium oder Electron innerhalb einer Woche, die Teile von AWS einmal im Monat. Neue Pakete werden verteilt wie das erste, denn das Programm erneuert sich nicht selbst.',
    open: 'Wer Ihnen eine neue Version meldet: Vereinbaren Sie das mit dem Herausgeber.',
  },
  'mvsp-2.7': {
    question: 'Was wird protokolliert, und können wir es einsammeln?',
    answer:
      'Jeder Aufruf an AWS und Spot und jede Änderung, der zugestimmt wurde, ohne Geheimnisse und Inhalte. Als JSON Lines im Profil, auf Wunsch als CSV und, wenn Sie es vorgeben, Zeile für Zeile in einem Ordner, den Ihr Sammler liest. CloudTrail hat dieselben Aufrufe, das Lesen von Dateien nur, wenn es Datenereignisse aufzeichnet.',
    open: '',
  },
  'mvsp-2.8': {
    question: 'Wie ist geschützt, was auf dem Datenträger liegt?',
    answer:
      'Die Dateien sind nur für die Person lesbar; die Anmeldung ist mit AES-256-GCM versiegelt, der Schlüssel dazu liegt im Schlüsselbund des Systems. Alles andere enthält kein Geheimnis und ist nicht verschlüsselt: Dafür gibt es die Verschlüsselung des Datenträgers.',
    open: '',
  },
  'mvsp-3.1': {
    question: 'Mit welchen schutzbedürftigen Daten hat es zu tun?',
    answer:
      'Mit Token und Zugangsdaten von AWS, einem Spot-Token, dem Passwort eines Proxys; mit Kontonummern, ARNs und Namen; damit, wer was getan hat. Mit der Rechnung nicht, außer jemand verlangt es: dann mit dem Ende einer Datei (Spalten, dazu kleinste und größte Werte).',
    open: '',
  },
  'mvsp-3.2': {
    question: 'Wie fließen Daten, und über welche Grenzen?',
    answer:
      'Wie im Diagramm: vom Computer zu AWS in `us-east-1` und in der Region Ihres Identity Center und einmal zu Spot. Die Rechnung geht über die Rolle von AWS zu Spot, ohne diesen Computer.',
    open: 'Wo Spot aufhebt, was es liest. Das sagt Ihr Vertrag mit Spot, nicht dieses Programm.',
  },
  'mvsp-3.3': {
    question: 'An welche Angriffe wurde gedacht, was verhindert sie, und was zeigt das?',
    answer:
      'An die des Bedrohungsmodells, geordnet danach, wer angreift. Jede Aussage nennt die Tests, die sie zeigen, und jeder Teil sagt, was bleibt.',
    open: '',
  },
  'mvsp-3.4': {
    question:
      'Wie lange bleibt eine bekannte Schwachstelle offen, und bis wann wird eine Version unterstützt?',
    answer: ({ until }) =>
      `Eine von Chromium oder Electron höchstens eine Woche. ${until === '' ? 'Für das Ende der Unterstützung hat die Mappe einen Platz; er ist nicht ausgefüllt.' : `Diese Version wird bis ${until} unterstützt.`}`,
    open: ({ until }) =>
      until === ''
        ? 'Eine Frist für Schwachstellen im eigenen Code des Programms und das Ende der Unterstützung.'
        : 'Eine Frist für Schwachstellen im eigenen Code des Programms.',
  },
  'mvsp-3.5': {
    question: 'Woher wissen wir, dass ein Paket das gebaute und geprüfte ist?',
    answer:
      'Durch seinen Hash, durch die Signatur des Herausgebers über die Hashes und indem Sie es aus dem Quelltext noch einmal bauen: Das ergibt dieselben Bytes.',
    open: 'Der öffentliche Schlüssel des Herausgebers: Er muss auf einem anderen Weg zu Ihnen kommen als die Pakete.',
  },
  'mvsp-4.2': {
    question: 'Welche Rechte braucht eine Person in AWS, und wozu jedes?',
    answer:
      'Die von vier Richtlinien, Aktion für Aktion aufgeführt mit der Stufe von AWS, einem Grund und dem, worauf sie wirken. Eine ist für die Einrichtung, drei sind für das, was jemand später will.',
    open: '',
  },
  'mvsp-4.3': {
    question: 'Wer erhält sonst noch Daten, und welche?',
    answer:
      'AWS, in Ihrem eigenen Konto; Spot, drei Angaben durch das Programm und die Rechnung über die Rolle; Ihr eigener Proxy, wonach er fragt. Durch das Programm sonst niemand; wem die Person schreibt oder eine Datei gibt, entscheidet sie.',
    open: '',
  },
  'caiq-IAM-05.1': {
    question:
      'Hat der Zugriff, den Spot erhält, nicht mehr als nötig, und wo ist das festgehalten?',
    answer:
      'Festgehalten ist er hier, Aktion für Aktion. Die Liste stammt von Spot: Sie erlaubt zu lesen, und zu schreiben nur für Kopien der Berichte in Buckets von Spot. Eine engere Vorlage von Ihnen kann an ihre Stelle treten und wird mit denselben Worten gezeigt.',
    open: 'Ob Spot jede Aktion braucht. Das kann nur Spot sagen.',
  },
  'caiq-IAM-07.1': {
    question: 'Wie beenden wir jeden Zugriff sofort, ohne das Programm?',
    answer:
      'Löschen Sie den Stack, den Bericht und die Sitzungen der Personen, in dieser Reihenfolge: Die Befehle, und woran man den Erfolg sieht, stehen unter „Die Verbindung zentral kappen“.',
    open: '',
  },
  'caiq-DSP-16.1': {
    question: 'Wie lange werden Daten aufgehoben, und was löscht sie?',
    answer: ({ megabytes }) =>
      `Die Anmeldung bis zur Registrierung, zum Abmelden oder zu ihrem eigenen Ende; das Protokoll, bis die Verbindung entfernt wird, höchstens ${megabytes} MiB; die Kopie in Ihrem Ordner so viele Tage, wie Sie vorgeben.`,
    open: '',
  },
  'caiq-DSP-19.1': {
    question: 'An welchen Orten werden Daten verarbeitet und aufgehoben?',
    answer:
      'Auf dem Computer der Person und in Ihrem AWS-Konto: in `us-east-1`, die Anmeldung in der Region Ihres Identity Center.',
    open: 'Wo Spot aufhebt, was es liest.',
  },
  'caiq-UEM-05.1': {
    question: 'Können wir Einstellungen auf den Computern unserer Leute durchsetzen?',
    answer:
      'Ja: mit Gruppenrichtlinien oder Intune, einem Konfigurationsprofil oder einer Datei, die root gehört. Im Programm lassen sie sich nicht ändern, und eine Vorgabe, die nicht lesbar ist, hält es an.',
    open: 'Auf Windows und macOS hat das niemand ausprobiert.',
  },
}

const hostile: PackWords['questionnaire']['hostile'] = {
  'first-start': {
    question: 'Was sendet es beim ersten Start, und an wen?',
    answer:
      'Nichts und an niemanden, bis sich jemand anmeldet: Ein Test zeichnet das mit einem Proxy auf. Ein späterer Start mit aufgehobener Anmeldung liest Ihr eigenes Konto noch einmal.',
    open: '',
  },
  'phones-home': {
    question: 'Meldet es seinen Herstellern irgendetwas?',
    answer:
      'Nein. Es gibt keinen Server von ihnen, und keiner steht auf der Liste der Hosts, an die Tests jeden Teil des Programms halten.',
    open: '',
  },
  offline: {
    question: 'Läuft es ohne Netz?',
    answer:
      'Es startet, und die Hilfe und die Prüfung der Vorlage arbeiten. Einrichten kann man von Hand, nach seinen Anleitungen und ohne Anmeldung; solche Schritte sind als „Nicht überprüft“ gekennzeichnet. Um etwas nachzuweisen, braucht es AWS. Die Installation braucht kein Netz, wenn die Bibliotheken des Systems da sind.',
    open: '',
  },
  ports: {
    question: 'Welche Ports sind offen?',
    answer: ({ minutes }) =>
      `Einer, auf 127.0.0.1, während sich jemand mit dem Browser anmeldet, höchstens ${minutes} Minuten lang. Sonst keiner; ein Start, der einen Port zur Fehlersuche verlangt, endet, bevor es ihn gibt.`,
    open: '',
  },
  vault: {
    question: 'Wer kann die aufgehobene Anmeldung lesen?',
    answer:
      'Wer auf diesem Computer diese Person ist, bei offenem Schlüsselbund. Auf Linux und Windows kann das jedes Programm der Person; wer Administratorrechte hat, kann sich zu dieser Person machen. Der Datenträger allein genügt nicht, wenn der Schlüsselbund ein Passwort hat. Mit `SessionOnly` wird keine aufgehoben.',
    open: 'Was der Schlüsselbund von Windows und macOS wem gibt, wurde nicht ausprobiert.',
  },
  stolen: {
    question: 'Was ist, wenn der Computer gestohlen wird?',
    answer:
      'Der Datenträger allein gibt die Anmeldung nicht her, wenn der Schlüsselbund ein Passwort hat. War der Computer offen, beenden Sie die Sitzungen der Person in IAM Identity Center: Beim nächsten Aufruf sagt das Programm, dass die Anmeldung beendet ist. Ausgestellte Zugangsdaten gelten bis zu ihrem Ende, in der Regel eine Stunde.',
    open: '',
  },
  'same-binary': {
    question: 'Wie weisen wir nach, dass das laufende Programm das geprüfte ist?',
    answer:
      'Vorher: noch einmal bauen und Byte für Byte vergleichen. Nachher: `dpkg --verify` oder `rpm --verify` oder der SHA-256 jeder installierten Datei in der Stückliste. Auf Linux prüft beim Start nichts den Code; die Installation gehört root.',
    open: 'Die Pakete tragen keine Signatur von Windows oder Apple. Signieren Sie sie selbst, bevor Sie sie verteilen.',
  },
  bypass: {
    question: 'Kann jemand unsere Vorgaben umgehen?',
    answer:
      'In diesem Programm nicht, ohne Administrator zu sein: Nur Administratoren können dort schreiben, jeder Befehl wird im Hauptprozess abgelehnt, und eine kaputte Vorgabe hält alles an. Mit denselben Berechtigungen lässt sich aber ein anderes Programm benutzen.',
    open: 'Auf Windows und macOS hat das niemand ausprobiert.',
  },
  electron: {
    question: 'Es ist Electron. Was ist mit dessen Schwachstellen?',
    answer: ({ electron }) =>
      `Das Fenster zeigt eine eigene Seite ohne Netz, ohne Node.js und ohne fremde Inhalte, in der Sandbox von Chromium: Die meisten Schwachstellen von Chromium brauchen eine fremde Seite. Was jede bekannte für das Programm bedeutet, steht in \`vex.cdx.json\`; Korrekturen werden innerhalb einer Woche übernommen. Die Pakete werden mit ${electron} erstellt.`,
    open: ({ electron, tried }) =>
      electron === tried
        ? ''
        : `Electron ${electron} lief noch nicht; die Tests liefen mit ${tried}.`,
  },
  abandoned: {
    question: 'Was ist, wenn das Projekt endet?',
    answer:
      'Die Verbindung besteht ohne es weiter, denn AWS liefert und Spot liest. Nichts läuft ab, und nichts fragt einen Server des Projekts. Der Zugriff wird in AWS beendet. Gibt es keine neuen Versionen mehr, entfernen Sie das Programm, sobald die Verbindung steht: Es wird dann nicht mehr gebraucht.',
    open: '',
  },
  backup: {
    question: 'Was muss gesichert werden, und was, wenn der Computer mittendrin verloren geht?',
    answer:
      'Nichts. Was zählt, steht in AWS: Auf einem anderen Computer liest das Programm nach einer Anmeldung, was da ist, und macht damit weiter. Verloren ist das Protokoll der Aufrufe auf jenem Computer; CloudTrail bleibt, ebenso die Kopie in Ihrem Ordner, wenn Sie eine schreiben lassen.',
    open: '',
  },
  'other-programs': {
    question: 'Welche anderen Programme startet es, und was bekommen sie von ihm?',
    answer:
      'Den Browser, das Mailprogramm mit einem Entwurf, was eine Seite öffnet, die es erstellt hat, und den Dateimanager; jedes nach einem Klick. Sonst nur sich selbst, in einem anderen Prozess, wenn ein Start abgelehnt wird, und auf macOS `/usr/bin/plutil`, das die Vorgaben liest. Ein Programm, das ein Profil der AWS CLI nennt, führt es nicht aus.',
    open: '',
  },
  memory: {
    question:
      'Können Geheimnisse am Programm vorbei auf den Datenträger geraten: durch einen Absturz, Auslagerung oder Ruhezustand?',
    answer:
      'Ja, wie bei jedem Programm: Was dann im Arbeitsspeicher ist (Token, ein eingefügter Schlüssel, das Passwort eines Proxys), kann das System schreiben. Das Programm selbst schreibt kein Abbild. Verschlüsseln Sie Datenträger und Auslagerung, und schalten Sie Abbilder aus, wo Ihre Regeln das verlangen.',
    open: '',
  },
  root: {
    question: 'Was tut die Installation mit Administratorrechten?',
    answer:
      'Sie legt Dateien ab und meldet einen Menüeintrag und einen Dateityp an; jeder Ort ist aufgeführt. Auf Linux gehört eine Datei, `chrome-sandbox`, root und hat das Setuid-Bit; sie ist der eigene Helfer von Chromium. Ein Skript, das des Debian-Pakets, lädt ein AppArmor-Profil.',
    open: '',
  },
}

export const questionnaire: PackWords['questionnaire'] = {
  intro: (all, whole, part, leftOut) => [
    'Kontrollen aus „Minimum Viable Secure Product“ (MVSP 3.0) und CAIQ-Lite, die auf ein Desktop-Programm passen, in eigenen Worten. Das Programm ist kein Dienst: Was nach einem Rechenzentrum fragt, ist weggelassen.',
    `Weggelassen aus MVSP: ${leftOut}. Sie fragen nach dem Herausgeber als Organisation, nicht nach dem Programm.`,
    `Von ${all} Fragen sind ${whole} hier beantwortet. Bei ${part} bleibt etwas zu klären; es steht hinter „Offen“.`,
  ],
  head: ['Kontrolle', 'Frage und Antwort', 'Nachzulesen in'],
  open: 'Offen:',
  publishedTitle: 'Aus veröffentlichten Fragebögen',
  hostileTitle: 'Was sonst gefragt wird',
  published,
  hostile,
}
