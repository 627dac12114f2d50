import type { PackWords } from '../en/index.ts'

export const managed: PackWords['managed'] = {
  intro: [
    'Eine Organisation kann vorab festlegen, was Menschen im Programm dürfen. Eine Vorgabe lässt sich im Fenster nicht ändern, und das Fenster sagt, von wem sie kommt; eine Vorgabe, die nicht als Ganzes lesbar ist, lässt das Programm nichts tun, was sie verbieten könnte.',
  ],
  head: ['Vorgabe', 'Was hineingeschrieben wird', 'Was sie verbietet'],
  placesTitle: 'Wo das Programm sie liest',
  placesHead: ['System', 'Ort', 'Dateien für Administratoren'],
  rest: 'Nur mit Administratorrechten kann dort geschrieben werden. Was eine Person anderswo schreibt (Variablen, `HKEY_CURRENT_USER`, `defaults write`, eine Datei im Benutzerordner), wird nicht gelesen. Eine Vorgabe, die nicht als Ganzes lesbar ist, wird gemeldet, und ohne sie geschieht nichts.',
  all: 'Alle Vorgaben',
}
