/** The overview of all connections, in the window and in the files that it is saved as. */

import type { Catalogue } from '../catalogue.ts'
import { number, plural } from './locale.ts'

type Overview = Catalogue['overview']

const states: Overview['states'] = {
  'under-way': 'In Arbeit',
  attention: 'Handlungsbedarf',
  registered: 'Registriert',
  'registered-unverified': 'Registriert, nicht alles überprüft',
  requested: 'Anfrage an Spot Support gesendet',
  'said-connected': 'Von Ihnen bestätigt, nicht überprüft',
  disconnected: 'Getrennt',
  locked: 'Aus einer neueren Version',
}

/** Under “Wartet auf”. */
const who: Overview['who'] = {
  you: 'Sie',
  colleague: 'Jemand anderen',
  msp: 'Ihren MSP',
  'aws-administrator': 'Ihre AWS-Administration',
  'it-department': 'Ihre IT-Abteilung',
  aws: 'AWS',
  spot: 'Spot',
  'spot-support': 'Spot Support',
  'newer-version': 'Die neuere Version dieser App',
}

/** What they are waited for, where no step of the checklist says it. */
const whole: Overview['whole'] = {
  asked: 'das Konto verbinden',
  disconnected: 'das Konto bei Spot entfernen',
  registered: 'die Anmeldung von diesem Computer entfernen',
  analysis: 'erste Auswertung der Kosten',
  other: 'die Verbindung öffnen und nachsehen',
}

const page: Overview['page'] = {
  title: (name) => `${name}: alle Verbindungen`,
  madeAt: (time) => `Stand: ${time}.`,
  version: (name, version) => `Gespeichert mit ${name} ${version}.`,
  noSecret: 'Diese Datei enthält kein Passwort, kein Token und keinen Schlüssel.',
}

export const overview: Overview = {
  title: 'Alle Verbindungen',
  intro: 'Wie es um jede Verbindung steht, soweit die App seit ihrem Start nachgesehen hat.',
  menu: 'Übersicht aller Verbindungen…',
  count: (connections) =>
    plural(connections, { one: '1 Verbindung', other: `${number(connections)} Verbindungen` }),
  columns: {
    name: 'Verbindung',
    account: 'AWS-Konto',
    state: 'Stand',
    proof: 'Letzter Nachweis',
    waits: 'Wartet auf',
  },
  states,
  stateWithProgress: (state, finished, total) =>
    `${state}, ${number(finished)} von ${number(total)} erledigt`,
  noAccount: 'Noch keines',
  unknown: 'Hier nicht bekannt',
  proof: (step, time) => `${step}: ${time}`,
  noProof: 'Seit dem Start der App nichts nachgewiesen',
  who,
  whole,
  wait: (waited, what) => `${waited}: ${what}`,
  waitSince: (waited, what, time) => `${waited}: ${what} (angefragt ${time})`,
  waitDue: (waited, what, time) => `${waited}: ${what} (fällig ${time})`,
  noWait: 'Niemanden',
  open: (name) => `${name} öffnen`,
  back: (name) => `Zurück zu ${name}`,
  savePage: 'Als Seite speichern…',
  saveTable: 'Als Tabelle speichern (CSV)…',
  fileName: 'eco-connect-verbindungen',
  page,
}
