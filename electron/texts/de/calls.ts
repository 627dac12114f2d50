import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

/** The parts of the record of calls as a page; what stands in single lines is in `audit.ts`. */
export const calls: Catalogue['calls'] = {
  changesTitle: 'Was geändert wurde',
  changesMeans:
    'Jede Änderung, die jemand veranlasst hat, und darunter die Aufrufe, die in AWS oder bei Spot etwas geändert haben. Dieselbe Anfrage-ID zeigt auch AWS CloudTrail.',
  noChanges: 'Es wurde nichts geändert.',
  noCalls: 'Kein Aufruf der App hat dafür etwas geändert.',
  byItself: 'Ohne Auftrag, im Rahmen einer Prüfung',
  readsTitle: 'Was nur gelesen wurde, und die Anmeldung',
  readsMeans: 'Aufrufe, die nichts ändern. Was mehrmals gefragt wurde, steht hier einmal.',
  noReads: 'Es wurde nichts gelesen.',
  times: 'Anzahl',
  first: 'Zuerst (UTC)',
  last: 'Zuletzt (UTC)',
  allTitle: 'Anhang: alle Einträge',
  allMeans:
    'Eine Zeile für jeden Aufruf und jede Änderung, in der Reihenfolge, in der sie geschahen. „Vorab gelesen“: abgefragt, bevor der Schritt an der Reihe war, der die Antwort braucht. Sie zählte erst, als alles nachgewiesen war, worauf sie beruht.',
  ahead: 'vorab gelesen',
  notThere: 'Aufrufe, die nichts fanden',
  notThereOf: (expected, other) => {
    const right = plural(expected, {
      one: '1, wie erwartet: noch nicht angelegt, entfernt oder eine Einstellung, die niemand gemacht hat',
      other: `${number(expected)}, wie erwartet: noch nicht angelegt, entfernt oder eine Einstellung, die niemand gemacht hat`,
    })
    if (other === 0) return right
    return `${right}. ${plural(other, {
      one: '1 weiterer fand etwas nicht mehr oder noch nicht vor',
      other: `${number(other)} weitere fanden etwas nicht mehr oder noch nicht vor`,
    })}`
  },
  expected: (code) => `Nicht vorhanden, wie erwartet (${code})`,
  absent: (code) => `Nicht vorhanden (${code})`,
}
