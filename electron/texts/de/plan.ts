/** Step 1: who manages the AWS account. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'

export const plan: Catalogue['plan'] = {
  question: 'Wer verwaltet Ihr AWS-Konto?',
  us: 'Wir verwalten unser AWS-Konto selbst',
  usMeans:
    'Sie melden sich bei dem Konto an, das die AWS-Rechnung bezahlt. Alles Weitere erledigt die App mit Ihnen.',
  msp: 'Ein Managed Service Provider (MSP) verwaltet es',
  mspMeans: 'Ihr MSP richtet den Kostenbericht ein. Alles Weitere erledigt die App mit Ihnen.',
  mspAccount: 'AWS-Kontonummer des MSP',
  mspAccountHint:
    'Zwölf Ziffern. Ihr MSP kennt sie, und Spot Support fragt danach. Sie können das Feld leer lassen und die Nummer später nachtragen.',
  next: 'Weiter',
  before: {
    title: 'Bevor Sie beginnen',
    points: [
      [
        'Zweck',
        'Spot Eco liest Ihre AWS-Rechnung, um Einsparungen zu finden. Ihre Systeme kann es nicht ändern.',
      ],
      ['Zeit', 'Zehn Minuten für Sie; danach liefert AWS den ersten Bericht binnen 24 Stunden.'],
      [
        'Bereithalten',
        'Ihre Anmeldung bei dem AWS-Konto, das die Rechnung bezahlt, und ein Spot-API-Token.',
      ],
      ['Kosten', 'Speicherplatz bei AWS: meist höchstens wenige US-Dollar im Monat.'],
      [
        'Rückgängig',
        'Bei jedem Schritt steht, wie. „Verbindung trennen“ nimmt zurück, was die App angelegt hat.',
      ],
    ],
  },
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const planStep: StepWords<'plan'> = {
  title: 'Wer das Konto verwaltet',
  purpose: 'Davon hängt ab, wer den Kostenbericht einrichtet.',
  ahead: {
    brief: 'eine Antwort',
    needs: 'Sie geben an, wer den Vertrag für Ihr AWS-Konto hat.',
    minutes: 1,
    waits: '',
  },
  request: {
    title: 'Wer verwaltet unser AWS-Konto?',
    why: 'Wir möchten unser AWS-Konto mit Spot Eco verbinden, einem Dienst, der Einsparungen in der AWS-Rechnung findet. Wie das geht, hängt von einer Frage ab: Haben wir den Vertrag mit AWS selbst, oder hat ihn ein Managed Service Provider (MSP, ein Wiederverkäufer) für uns?',
    whom: 'Wer den Vertrag für unser AWS-Konto kennt: meist der Einkauf, die Finanzabteilung oder wer die Cloud betreut.',
  },
  facts: { 'managed-by': 'Verwaltet von', 'msp-account': 'AWS-Konto des MSP' },
}
