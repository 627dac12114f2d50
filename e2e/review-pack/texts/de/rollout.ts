import type { PackWords } from '../en/index.ts'

export const rollout: PackWords['rollout'] = {
  supplyChain: {
    points: (packages) => [
      `Das Programm enthält etwas von ${packages} Open-Source-Paketen. Jedes steht mit Version, Lizenz und Grund in der Liste des Projekts, die ein Test mit einem Build vergleicht; alle Lizenzen sind freizügig.`,
      'Jedes Paket ist durch den SHA-512 seines Inhalts festgelegt und kommt aus der npm-Registry. Kein Installationsskript läuft, weder bei Entwicklern noch in der automatischen Prüfung.',
      'Neben jedem Paket liegen eine Stückliste (`sbom.cdx.json`) und eine Aussage dazu, was jede bekannte Schwachstelle für es bedeutet (`vex.cdx.json`), beide CycloneDX 1.5. Eine Schwachstelle, die das Programm betrifft und die niemand beurteilt hat, lässt die Tests fehlschlagen.',
      'Ein Paket enthält das Programm, sein Electron und die genannten Dokumente und sonst nichts; bei jeder anderen Datei schlägt das Verpacken fehl, ebenso bei Code für Testwerkzeuge.',
    ],
  },
  verification: {
    intro: ['Bevor ein Paket verteilt wird:'],
    points: [
      'Lesen Sie die Stückliste und die Aussage zu Schwachstellen daneben (`sbom.cdx.json`, `vex.cdx.json`).',
      'Das Archiv wird so erstellt, dass nicht zu sehen ist, wer es wann gepackt hat: Gleiches ergibt gleiche Bytes.',
    ],
  },
  installation: {
    intro: [
      'Ein Paket für alle wird mit Administratorrechten installiert und gehört root (auf Windows den Administratoren), damit niemand anderes das Programm ändern kann.',
    ],
    points: [
      'Linux, `tar.gz`: als root entpacken, etwa nach `/opt`, und `chrome-sandbox` den Eigentümer root und den Modus 4755 geben. Mehr geschieht nicht: Kein Skript läuft. Zum Entfernen löschen Sie den Ordner.',
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
