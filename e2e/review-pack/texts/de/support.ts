import type { PackWords } from '../en/index.ts'

export const support: PackWords['support'] = {
  releaseTitle: 'Kontakte und Lizenz',
  incidentTitle: 'Wenn beim Hersteller etwas geschieht',
  releaseHead: ['Feld', 'Wert'],
  release: {
    vendor: 'Herausgegeben von',
    address: 'Adresse',
    licence: 'Lizenz',
    vulnerabilities: 'Wo man eine Schwachstelle meldet',
    contact: 'Wo Menschen Hilfe bekommen',
    until: 'Unterstützt bis',
  },
  releaseMeans:
    'Diese Angaben macht der Eigentümer (`resources/packaging/release.json`). Solange eine fehlt, wird kein Paket für Menschen erstellt.',
  updatesTitle: 'Electron, Chromium und andere Teile',
  updates: [
    'Electron bleibt auf dem neuesten Stand einer Hauptversion, die ihre Hersteller unterstützen.',
    'Eine Version mit einer Sicherheitskorrektur von Chromium oder Electron wird innerhalb einer Woche übernommen; eine neue Hauptversion, bevor die Unterstützung der alten endet. Die Teile von AWS folgen einmal im Monat.',
    'Für eine Schwachstelle im eigenen Code des Programms ist hier keine Frist zugesagt. Wer das Programm herausgibt, nennt sie unter dem Kontakt oben.',
    'Das Programm erneuert sich nicht selbst und fragt niemanden nach Neuerem: Neue Pakete werden verteilt wie das erste. Wer es verteilt, beobachtet die Veröffentlichungen.',
    'Eine neue Version liest, was frühere aufgehoben haben; auch der Weg zurück ist sicher. Profile früherer Versionen sind als Tests aufgehoben.',
  ],
  judged: (day) =>
    `Meldungen über Schwachstellen der Pakete und von Electron wurden zuletzt am ${day} gelesen; was jede für das Programm bedeutet, steht in \`vex.cdx.json\`. Was später bekannt wurde, steht nicht darin.`,
  incident:
    'Das Projekt betreibt keinen Dienst und hat keine Daten von Kunden: Ein Vorfall beim Projekt kann nur die Pakete betreffen. Vergleichen Sie Heruntergeladenes mit dem veröffentlichten Hash und der Signatur, und beachten Sie den Kontakt oben.',
}
