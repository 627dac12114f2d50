/** A bill that another AWS account pays (AWS Billing Transfer): what it means, and whom to ask. */

import type { Catalogue } from '../catalogue.ts'

/** The question itself goes to Spot Support, who read English: `../to-spot/`. */
type Bill = Catalogue['bill']

/** `email` is '' where AWS does not tell it. */
const named = (accountId: string, email: string): string =>
  email === '' ? accountId : `${accountId} (${email})`

const paidElsewhere: Bill['paidElsewhere'] = {
  title: 'Ein anderes AWS-Konto bezahlt die Rechnung dieser Organisation',
  /** `ends` is '' where AWS names no end. */
  paidBy: (accountId, email, since, ends) =>
    `AWS gibt an, dass das Konto ${named(accountId, email)} die Rechnung dieser Organisation seit dem ${since}${ends === '' ? '' : ` und bis zum ${ends}`} bezahlt. AWS nennt das „Billing Transfer“.`,
  meansTitle: 'Was das für Spot Eco bedeutet',
  means: [
    'In einem Kostenbericht, der in diesem Konto angelegt wird, kann die Rechnung fehlen: AWS zeigt hier nur, was das zahlende Konto freigibt.',
    'Ein Kostenbericht, der im zahlenden Konto angelegt wird, enthält diese Organisation nicht: Für übertragene Rechnungen bietet AWS Berichte nur über „Data Exports“ an, und das ist nicht der Bericht, den diese App für Eco anlegt.',
    'Diese App kennt keinen Weg, den Spot unterstützt. Ob es einen gibt, ist nicht bekannt: Spot Support kann es sagen.',
  ],
  askTitle: 'Zuerst Spot Support fragen',
  ask: 'Die Frage ist schon geschrieben, auf Englisch. Sie enthält alles, was Spot Support für eine Antwort braucht, und nichts Geheimes. Durch das Warten geht nichts verloren: Die App macht hier weiter.',
  text: 'Frage lesen',
  copy: 'Frage kopieren',
  email: 'Als E-Mail öffnen',
  goOnTitle: 'Weitermachen oder ein anderes Konto nehmen',
  goOn: 'Wenn Sie weitermachen, wird das im Protokoll der Aufrufe vermerkt, beim Nachweis dieses Schritts und in der Zusammenfassung am Ende. Es gilt für dieses Konto und für das Konto, das jetzt bezahlt; bezahlt später ein anderes, werden Sie wieder gefragt. Was Sie dann anlegen, lässt sich zurücknehmen.',
  accept: 'Trotzdem weitermachen',
  otherAccount: 'Anderes Konto wählen',
  signOut: 'Als jemand anderes anmelden',
}

/** Beside a sign-in that is proven. */
const notes: Bill['notes'] = {
  wentOnTitle: 'Sie haben weitergemacht, obwohl ein anderes Konto die Rechnung bezahlt',
  wentOn:
    'In einem hier angelegten Kostenbericht kann die Rechnung fehlen. Zeigt Eco keine Kosten, liegt es wahrscheinlich daran. Spot Support kann sagen, ob es einen anderen Weg gibt.',
  question: 'Die Frage an Spot Support (auf Englisch)',
  mspTitle: 'Ein anderes Konto bezahlt die Rechnung dieser Organisation',
  msp: 'Ihr MSP legt den Bericht an und muss das wissen. Die Anfrage an Spot Support am Ende dieser Checkliste nennt das Konto, das bezahlt.',
  aheadTitle: 'Künftig bezahlt ein anderes Konto die Rechnung dieser Organisation',
  ahead: (accountId, email, from) =>
    `AWS gibt an, dass das Konto ${named(accountId, email)} die Rechnung dieser Organisation ab dem ${from} bezahlt. Bis dahin ändert sich nichts.`,
  aheadMeans:
    'Von diesem Tag an kann in einem hier angelegten Kostenbericht die Rechnung fehlen, und diese App kennt keinen Weg, den Spot unterstützt. Fragen Sie Spot Support vorher.',
  paysForTitle: 'Dieses Konto bezahlt auch die Rechnungen anderer Organisationen',
  paysFor: (accountId, email) => `AWS-Organisation des Kontos ${named(accountId, email)}`,
  paysForMeans:
    'Deren Rechnungen stehen nicht in dem Bericht, den diese App anlegt: Für übertragene Rechnungen bietet AWS Berichte nur über „Data Exports“ an.',
}

export const bill: Bill = { paidElsewhere, notes }
