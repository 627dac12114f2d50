import type { PackWords } from '../en/index.ts'

export const managed: PackWords['managed'] = {
  intro: [
    'Eine Organisation kann vorab festlegen, was Menschen im Programm dürfen. Eine Vorgabe lässt sich im Fenster nicht ändern, und das Fenster sagt, von wem sie kommt; eine Vorgabe, die nicht als Ganzes lesbar ist, lässt das Programm nichts tun, was sie verbieten könnte.',
  ],
  head: ['Vorgabe', 'Was hineingeschrieben wird', 'Was sie verbietet'],
  placesTitle: 'Wo das Programm sie liest',
  placesHead: ['System', 'Ort', 'Dateien für Administratoren'],
  rest: 'Nur mit Administratorrechten kann dort geschrieben werden. Was eine Person anderswo schreibt (Variablen, `HKEY_CURRENT_USER`, `defaults write`, eine Datei im Benutzerordner), wird nicht gelesen. Eine Vorgabe, die nicht als Ganzes lesbar ist, wird gemeldet, und ohne sie geschieht nichts.',
  files:
    'Die Dateien liegen jedem Paket bei, im Ordner des Programms unter `resources/resources/managed`, auf Windows auch unter `policy-templates`; die Seiten `settings.de-DE.html` und `settings.en-US.html` daneben sagen dasselbe wie die Tabelle unten.',
  unproven:
    'Auf Linux wurde es mit dem laufenden Programm ausprobiert. Auf Windows und macOS hat das niemand getan: Was die Dateien dort schreiben, hat der Code des Programms zurückgelesen, so wie das System es übergeben würde.',
  bounds:
    'Eine Vorgabe gilt für dieses Programm. Sie gilt nicht für ein anderes Programm, für eine ältere Kopie ohne Vorgaben oder für die AWS CLI mit denselben Berechtigungen: Was AWS ablehnen soll, muss in AWS verboten sein.',
  boundsTitle: 'Was sie nicht kann',
  all: 'Alle Vorgaben',
}
