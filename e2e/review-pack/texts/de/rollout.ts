import type { PackWords } from '../en/index.ts'

export const rollout: PackWords['rollout'] = {
  supplyChain: {
    packagesTitle: 'Alle Pakete, nach Prozess',
    packagesHead: ['Prozess', 'Pakete mit ihren Versionen'],
    processes: { main: 'Hauptprozess', window: 'Fenster', keychain: 'Schlüsselbund' },
    points: (packages) => [
      `Das Programm enthält etwas von ${packages} Open-Source-Paketen. Jedes steht mit Version, Lizenz und Grund in der Liste des Projekts, die ein Test mit einem Build vergleicht; alle Lizenzen sind freizügig.`,
      'Jedes Paket ist durch den SHA-512 seines Inhalts festgelegt und kommt aus der npm-Registry. Kein Installationsskript läuft, weder bei Entwicklern noch in der automatischen Prüfung.',
      'Neben jedem Paket liegen eine Stückliste (`sbom.cdx.json`) und eine Aussage dazu, was jede bekannte Schwachstelle für es bedeutet (`vex.cdx.json`), beide CycloneDX 1.5. Eine Schwachstelle, die das Programm betrifft und die niemand beurteilt hat, lässt die Tests fehlschlagen.',
      'Ein Paket enthält das Programm, sein Electron und die genannten Dokumente und sonst nichts; bei jeder anderen Datei schlägt das Verpacken fehl, ebenso bei Code für Testwerkzeuge.',
    ],
  },
  verification: {
    intro: [
      'Eine Veröffentlichung ist ein Ordner: Pakete, `sbom.cdx.json`, `vex.cdx.json`, die Lizenzen von Teilen anderer und `SHA256SUMS` mit dem Hash von jedem. `SHA256SUMS.sig` ist die Signatur dazu. Ein Ordner ohne sie ist unsigniert: Seine Hashes zeigen Schäden, und niemand sagt, wer ihn erstellt hat.',
    ],
    hashes: {
      title: '1. Sind das die veröffentlichten Dateien?',
      means:
        'Linux; auf macOS `shasum --algorithm 256 --check SHA256SUMS`, auf Windows je Datei `certutil -hashfile DATEI SHA256`:',
    },
    signature: {
      title: '2. Hat der Herausgeber sie veröffentlicht?',
      means:
        'Der Herausgeber veröffentlicht den öffentlichen Schlüssel getrennt von den Paketen; legen Sie ihn in eine Datei `allowed_signers`, eine Zeile mit `releaser` vor dem Schlüssel. Derselbe Befehl auf jedem System, mit dem OpenSSH, das dabei ist:',
    },
    rebuild: {
      title: '3. Ergibt der Quelltext diese Dateien?',
      means:
        'In einer Kopie der veröffentlichten Version, auf Linux x64; jede Datei wird Byte für Byte verglichen:',
    },
    installed: {
      title: '4. Ist das Installierte noch dasselbe?',
      means:
        'Jede Zeile nennt alle Dateien, die seither geändert wurden, und sagt nichts, wenn es keine gibt. Auf Windows und beim `.tar.gz` vergleichen Sie mit `sbom.cdx.json`, das den SHA-256 jeder installierten Datei enthält:',
    },
    more: 'Ausführlich und mit Gründen (englisch): `resources/security/verify.md` im Projekt.',
  },
  installation: {
    intro: (profile: string): readonly string[] => [
      'Ein Paket für alle wird mit Administratorrechten installiert und gehört root (auf Windows den Administratoren), damit niemand anderes das Programm ändern kann. Keine dieser Zeilen fragt etwas oder öffnet ein Fenster. Die Pakete laden nichts nach; Bibliotheken des Systems, die fehlen, kommen von dort, woher der Computer seine Pakete bezieht (ein Desktop hat die meisten).',
      `Nach der Installation wird nichts gestartet, und nichts muss neu gestartet werden. Das einzige Skript ist das des Debian-Pakets: Wo es AppArmor 4 gibt, legt es das Profil \`${profile}\` an, mit dem Chromium seine Sandbox bauen kann und das nichts einschränkt, und nimmt es mit dem Paket wieder weg. Eine neuere Version wird genauso über die ältere installiert; Profile von Menschen bleiben unberührt.`,
    ],
    head: ['Paket', 'Installieren oder erneuern', 'Entfernen', 'Wo'],
    packages: {
      deb: 'Debian, Ubuntu (`.deb`)',
      rpm: 'RHEL, Fedora, SUSE (`.rpm`)',
      tar: 'Anderes Linux (`.tar.gz`)',
      msi: 'Windows 10 und 11 (`.msi`)',
    },
    untar: 'Als root entpacken; `chrome-sandbox` bekommt den Eigentümer root und den Modus 4755',
    untarRemove: 'Den Ordner löschen',
    anywhere: 'Wo Sie entpacken, etwa `/opt`',
    programFiles: 'Programme',
    besideTitle: 'Was es neben seinem Ordner anlegt',
    besideHead: ['System', 'Was', 'Mit dem Paket entfernt'],
    beside: {
      linux: 'Linux (.deb, .rpm)',
      apparmor: 'Debian, Ubuntu mit AppArmor 4 (.deb)',
      win32: 'Windows (.msi)',
      menu: 'Eintrag im Startmenü',
      type: (extension) =>
        `Dateityp \`.${extension}\`, unter \`HKEY_LOCAL_MACHINE\\Software\\Classes\``,
      listed: 'Die Liste des Windows Installers über alles Installierte',
      all: 'Alles',
    },
    notes: [
      'Windows: `INSTALLFOLDER="D:\\Eco Connect"` wählt einen anderen Ordner, `/l*v DATEI.log` schreibt ein Protokoll; eigene Aktionen laufen keine. Eine ältere Version über einer neueren wird abgelehnt: Entfernen Sie zuerst die neuere.',
      'macOS: Für Apple-Prozessoren (arm64) entsteht eine `.zip`-Datei des Programms, weder signiert noch beglaubigt, sodass macOS sie als Download nicht öffnet. Ein Disk-Image und ein Installationspaket sind vorbereitet und lassen sich nur auf einem Mac erstellen; das hat noch niemand getan.',
      'Bei den Paketen für Linux wurden Installation, Erneuerung bei offenem Programm und Entfernung auf frischen Debian-Systemen ausprobiert. Das Paket für Windows Installer wurde gebaut, zurückgelesen und mit Wine ausprobiert; auf einem Windows wurde es nicht installiert.',
      'Eine Datei, deren Name auf `-test-runtime` endet, enthält die Testlaufzeit des Projekts und darf nicht verteilt werden.',
    ],
  },
  leftovers: {
    intro: [
      'Ein Paket nimmt beim Entfernen („remove“, „purge“) mit, was es installiert hat. In Benutzerordner greift es nie: Was jemand dort getan hat, gehört dieser Person, und andere auf dem Computer haben das ihre.',
    ],
    head: ['Was bleibt', 'Wo'],
    rows: {
      profile: 'Profilordner: Antworten, Protokoll und eine Anmeldung, falls eine aufgehoben ist',
      keychain: 'Einträge im Schlüsselbund',
      saved: 'Dokumente, die jemand gespeichert hat',
      desktop: 'Was der Desktop für jedes Programm aufhebt (Linux)',
    },
    savedWhere: 'Wo immer sie gespeichert wurden',
    beforeTitle: 'Bevor das Programm entfernt wird: durch die Person, vollständig',
    before: [
      'Im Programm: Menü neben dem Namen der Verbindung, „Alles von diesem Computer entfernen…“. Es lässt AWS die Anmeldungen beenden, entfernt die Einträge im Schlüsselbund, bis dieser es bestätigt hat, dann die Dateien, und nennt, was sich nicht entfernen ließ.',
    ],
    afterTitle: 'Nachdem es entfernt wurde: von Hand, für eine Person',
    after: (folders, entry) => [
      `Löschen Sie den Profilordner: ${folders.map((folder) => `\`${folder}\``).join(', ')}.`,
      `Löschen Sie Einträge im Schlüsselbund, die mit \`${entry}\` beginnen. Ohne die Datei, die sie öffnen, sind sie wertlos.`,
      'Eine Anmeldung bei AWS, die nicht beendet wurde, endet von selbst; wie man sie sofort beendet, steht in „Die Verbindung zentral kappen“.',
    ],
  },
}
