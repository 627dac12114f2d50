/** Help as a window: its frame, its search, and what can be done there. */

import type { Catalogue } from '../../catalogue.ts'
import { number, plural } from '../locale.ts'

export const helpWindow: Catalogue['help']['window'] = {
  /** Of the button in the header. */
  button: 'Hilfe',
  menu: (app) => `Hilfe zu ${app}`,
  menuDetails: 'Angaben für den Support kopieren…',
  title: 'Hilfe',
  close: 'Hilfe schließen',
  search: 'Hilfe durchsuchen',
  searchHint:
    'Ein oder zwei Wörter genügen, auch halb getippt oder mit Tippfehler. Die Suche braucht kein Internet.',
  /** Words of a question that say nothing about what is looked for. */
  small:
    'aber alle als am an auch auf aus bei beim bin bis brauche brauchen da darf dann das dass dem den der des die dies diese diesem diesen dieser dieses dir doch du durch ein eine einem einen einer eines er es für fuer gehen geht gibt habe haben hat hier ich ihr ihre ihrem ihren ihrer im in ins ist ja kann kein keine keinen können koennen macht mache machen man mein meine meinem meinen meiner mich mir mit muss müssen muessen nach nicht noch nun nur ob oder sein seine sich sie sind so soll sollen tun über ueber um und uns unser unsere unserem unseren unserer vom von vor wann war warum was weil welche welchem welchen welcher welches wem wen wenn wer werden wie wieso wieviel will wir wird wo wofür wofuer woher wohin wozu zu zum zur',
  guides: 'Wie es geht',
  steps: 'Schritt für Schritt',
  terms: 'Wörter erklärt',
  kinds: { guide: 'Wie es geht', step: 'Schritt', term: 'Wort' },
  step: (place, title) => `${number(place)}. ${title}`,
  found: (count) =>
    plural(count, { one: '1 Seite gefunden', other: `${number(count)} Seiten gefunden` }),
  nothing: (typed) => `Zu „${typed}“ wurde nichts gefunden.`,
  nothingThen:
    'Versuchen Sie es mit einem einzigen Wort oder mit einem anderen für dieselbe Sache. Alle Seiten stehen unten. Hilft keine davon, fragen Sie Spot Support und schicken Sie die Angaben für den Support mit.',
  toSupport: 'Angaben für den Support',
  toContents: 'Alle Seiten der Hilfe',
  toResults: 'Zurück zu den Treffern',
  awsName: (name) => `Bei AWS heißt es: ${name}`,
  whatIs: (term) => `Was bedeutet „${term}“?`,
  details: {
    show: 'Angaben anzeigen',
    showAgain: 'Angaben aktualisieren',
    text: 'Angaben für den Support',
    copy: 'Diese Angaben kopieren',
    hint: 'Lesen Sie sie zuerst durch. Kopiert wird genau dieser Text; die App selbst sendet nichts.',
  },
}
