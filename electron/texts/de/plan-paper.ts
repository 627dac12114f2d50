/** The plan: one page for whoever approves what will change in the account, before and after. */

import type { Catalogue } from '../catalogue.ts'
import { list, number, plural, series } from './locale.ts'

type Words = Catalogue['planPaper']

const main = {
  from: (version: string) => `Eco Connect ${version}: Vorhaben zur Freigabe.`,
  /** The button that opens it. */
  see: 'Vorhaben ansehen',
  title: 'Was sich in Ihrem AWS-Konto ändert',
  intro:
    'Spot Eco liest die AWS-Rechnung, um Einsparungen zu finden. Dafür werden in diesem Konto ein Kostenbericht, ein Ort für seine Dateien und eine Rolle für Spot eingerichtet, wie hier aufgeführt, und sonst nichts.',
  stages: {
    before: 'Vorher: Noch ist nichts davon angelegt oder geändert.',
    begun: 'Begonnen: Ein Teil ist erledigt. Der Stand steht in jeder Zeile.',
    finished: 'Der letzte Schritt ist erledigt. In jeder Zeile steht, was daraus geworden ist.',
    'taken-back':
      'Zurückgenommen: Was diese App angelegt hatte, ist entfernt, soweit es in den Zeilen steht.',
  },
  account: 'AWS-Konto',
  accountOf: (shown: string, name: string) => (name === '' ? shown : `${shown}, ${name}`),
  accountUnknown:
    'das Verwaltungskonto, das die Rechnung bezahlt; seine Nummer ist vor der Anmeldung nicht bekannt, und ACCOUNT-ID steht für sie',
  connection: (name: string) => `Verbindung: ${name}.`,
  managed: 'Verwaltet von',
  managedBy: {
    us: 'Ihrem Unternehmen',
    msp: 'einem MSP, der den Kostenbericht selbst einrichtet',
    unknown: 'noch nicht angegeben; geplant wie für Ihr Unternehmen',
  },
  how: 'Weg',
  ways: {
    app: 'Mit der App: Jede Änderung wird zuerst gezeigt und nach einem Klick ausgeführt.',
    'by-hand':
      'Von Hand, auf den Seiten von AWS: Die App liest nichts aus AWS und weist nichts nach.',
  },
  state: 'Stand',
  asOf: (time: string) => `Stand: ${time}.`,
  paidElsewhere: (payer: string) =>
    `AWS zufolge bezahlt ein anderes Konto die Rechnung dieses Kontos: ${payer}. In einem Kostenbericht, der hier eingerichtet wird, kann die Rechnung fehlen. Fragen Sie zuerst Spot Support.`,
  refusedTemplate: (file: string) =>
    `Die Vorlagendatei ${file} ist nicht verwendbar. Das Folgende gilt für die mitgelieferte Vorlage.`,
  unusable: 'Die Vorlage kann so nicht freigegeben werden:',
  columns: ['Was und Name', 'Einstellungen', 'Stand', 'Kosten, Rücknahme'],
  unnamed: 'Name noch nicht bekannt',
  untold: 'Name nicht angegeben',
  unnamedByAws: (logicalId: string) => `von AWS benannt („${logicalId}“ der Vorlage)`,
  withBucket: 'Wie der Bucket.',
  withStack: 'Wie der Stack.',
  sentence: (parts: readonly string[]) => `${parts.join('; ')}.`,
  others: (names: readonly string[]) =>
    `Stattdessen verwendbar: ${list(names)}. Der Name hier gilt für einen neuen.`,
  unless:
    'Wo „wenn nichts Passendes da ist“ steht, hat noch niemand in AWS nachgesehen: Was passt und schon da ist, wird zuerst angeboten, und ein vergebener Name wird ersetzt.',
  tags: (connectionId: string) =>
    `Tags an dem, was die App anlegt: eco-connect: ${connectionId}; an Bericht und Bucket außerdem created-by: eco-connect; am Stack außerdem eco-connect-template: der Fingerabdruck unten.`,
}

const things = {
  report: 'Kostenbericht',
  bucket: 'Bucket für seine Dateien',
  bucketPolicy: 'Richtlinie des Buckets',
  stack: 'CloudFormation-Stack',
  role: 'Rolle für Spot',
  'other-role': 'Weitere Rolle, nicht für Spot',
  policy: 'Liste der Berechtigungen',
  'inline-policy': 'Liste der Berechtigungen, in einer Rolle',
}

const fates = {
  create: 'Wird angelegt',
  'create-unless': 'Wird angelegt, wenn nichts Passendes da ist',
  choose: 'Nicht entschieden: Etwas Passendes ist schon da',
  use: 'Schon da: wird verwendet',
  change: 'Schon da: wird ergänzt',
  'change-if-needed': 'Schon da: wird ergänzt, wenn AWS noch nicht liefern darf',
  begun: 'Begonnen, nicht fertig',
  created: 'Von dieser App angelegt',
  changed: 'War schon da: von dieser App ergänzt',
  'changed-if-needed': 'War schon da: ergänzt, falls AWS nicht liefern konnte',
  reused: 'War schon da: unverändert verwendet',
  'by-hand': 'Wird von Hand angelegt, nicht überprüft',
  told: 'Von Hand erledigt, nicht überprüft',
  asked: 'Jemand anderes wurde darum gebeten',
  msp: 'Richtet Ihr MSP ein, nicht diese App',
  'msp-told': 'Vom MSP eingerichtet; von Ihnen angegeben, nicht überprüft',
  stopped: 'Angehalten: Der Schritt in der App nennt den Grund',
  none: 'Nicht nötig: Eine vorhandene Rolle wird verwendet',
  removed: 'Von dieser App entfernt',
  removing: 'Entfernen begonnen, Ende nicht gesehen',
  left: 'Noch da',
}

const proofs = {
  proven: 'aus AWS nachgewiesen',
  earlier: 'früher nachgewiesen, jetzt nicht geprüft',
  none: 'jetzt nicht geprüft',
}

const settings = {
  asAsked: 'Wie es die Anleitung verlangt:',
  asAskedMsp: 'Wie vom MSP erbeten:',
  unread: 'Von der App nicht gelesen.',
  setting: (label: string, needed: string) => `${label}: ${needed}`,
  all: (lines: readonly string[]) => `${lines.join('; ')}.`,
  prefix: (folder: string) => `Ordner: ${folder}.`,
  inBucket: 'AWS liefert ihn in den Bucket darunter.',
  newBucket:
    'In us-east-1. Nicht öffentlich: alle vier Einstellungen von „Block Public Access“. Verschlüsselt, wie AWS es von sich aus tut (SSE-S3).',
  oldBucket: 'Unverändert: Keine Einstellung und keine Datei wird geändert oder gelöscht.',
  handPolicy: 'Die Anweisungen, die AWS vorschlägt, um liefern zu dürfen.',
  newPolicy:
    'Zwei Anweisungen: Der Abrechnungsdienst von AWS (billingreports.amazonaws.com) darf, nur für Berichte dieses Kontos, Richtlinie und Zugriffsliste des Buckets lesen (s3:GetBucketPolicy, s3:GetBucketAcl) und Dateien liefern (s3:PutObject).',
  oldPolicy: 'Sonst ändert sich darin nichts.',
  asItIs: 'Unverändert.',
  theirs: 'Wie Ihr MSP es festlegt: Er gehört dem MSP.',
  stack: 'In us-east-1. Fasst das Folgende zusammen; angelegt aus der unten genannten Vorlage.',
  value: (name: string, value: string) => `${name} = ${value}`,
  values: (lines: readonly string[]) => `Werte: ${lines.join(', ')}.`,
  role: 'Nur die unten Genannten dürfen sie nutzen.',
  otherRole: 'Für wen und wofür, zeigt der Schritt, in dem die Vorlage freigegeben wird.',
  policy: 'Was unten aufgeführt ist, und sonst nichts.',
  policyUnclear: 'Was in der Vorlage steht; diese App versteht nicht alles davon.',
  when: (condition: string) => `Nur wenn die Bedingung „${condition}“ der Vorlage erfüllt ist.`,
  id: {
    'not-asked': 'Eine externe ID wird nicht verlangt.',
    written: (ids: readonly string[]) => `Externe ID, steht in der Vorlage: ${list(ids)}.`,
    open: 'Externe ID: noch nicht bekannt; sie wird eingegeben, bevor die Rolle angelegt wird.',
    optional:
      'Externe ID: noch nicht bekannt; sie wird eingegeben, bevor die Rolle angelegt wird, oder es wird darauf verzichtet.',
    value: (id: string) => `Externe ID: ${id}.`,
    hidden: 'Externe ID: eingegeben, wird niemandem gezeigt.',
    none: 'Externe ID: keine.',
  },
}

const costs = {
  report: 'Kostenlos. Rücknahme: unter „Data Exports“ löschen.',
  bucket: 'Speicher: meist höchstens wenige US-Dollar im Monat. Rücknahme: leeren und löschen.',
  oldBucket: 'Speicher der neuen Dateien. Rücknahme: den Ordner des Berichts löschen.',
  policy: 'Kostenlos. Entfällt mit dem Bucket.',
  oldPolicy: 'Kostenlos. Rücknahme: die zwei Anweisungen entfernen.',
  stack:
    'Kostenlos. Rücknahme: löschen; Rolle und Berechtigungen entfallen, der Zugriff von Spot endet.',
  withStack: 'Kostenlos. Entfällt mit dem Stack.',
  reused: 'Nichts Neues, nichts zurückzunehmen.',
  reusedRole: 'Kostenlos. Rücknahme: löscht, wer sie angelegt hat.',
  byMsp: 'Ihr MSP bezahlt und kann es zurücknehmen.',
}

const spot = {
  title: 'Was Spot darf',
  who: 'Wer',
  whoFile: 'Laut Vorlage die Folgenden; ob sie zu Spot gehören, ist nicht bekannt:',
  reads: 'Darf lesen',
  group: (label: string, count: number) => `${label} (${number(count)})`,
  counted: (count: number) =>
    plural(count, {
      one: 'Eine Berechtigung.',
      other: `Insgesamt ${number(count)} Berechtigungen.`,
    }),
  groups: (groups: readonly string[]) => `${series(groups)}.`,
  nothing: 'Nichts.',
  on: 'für',
  writes: 'Darf schreiben',
  sync: (count: number) =>
    `Nur Kopien der Kostenberichte, in Buckets von Spot selbst, deren Namen mit sc-customer- beginnen (${number(count)}); nichts in Ihrem Konto.`,
  never: 'Kann nie',
  managed: 'Listen von AWS',
  template: 'Vorlage',
  templateOf: (file: string, source: 'built-in' | 'file') =>
    `${file} (${source === 'file' ? 'Ihre eigene Datei' : 'mit der App geliefert'}).`,
  sha256: 'Fingerabdruck (SHA-256)',
  approved: (by: string, time: string) => `In der App am ${time} freigegeben, ${by}.`,
  approvedNoTime: (by: string) => `In der App freigegeben, ${by}.`,
  by: (arn: string) => `von ${arn}`,
  bySignedOut: 'ohne Anmeldung',
  byUnknown: 'von jemandem, den AWS nicht genannt hat',
  notApproved: 'In der App noch nicht freigegeben.',
  ownRole:
    'Die Rolle wurde anderswo angelegt. Ihre eigenen Berechtigungen entscheiden, was Spot darf; wem sie vertraut und ob sie den Bucket lesen kann, wird nach einer Anmeldung geprüft. Das Folgende verlangt Spot.',
}

const untouched = {
  title: 'Was unberührt bleibt',
  lines: [
    'Andere Berichte, Buckets, Stacks, Rollen und Benutzer.',
    'Ihre Systeme: Nichts wird gestartet, angehalten oder geändert.',
    'Rechnung und Verträge: Nichts wird gekauft, verkauft oder zugesagt.',
    'Dateien in einem Bucket, der schon da war: Die App schreibt und löscht keine.',
  ],
  mspLine: 'Das Konto des MSP: Diese App liest und ändert dort nichts.',
}

const leaves = {
  title: 'Was Spot erhält und was diesen Computer verlässt',
  toSpot: 'An Spot, wenn Sie es im letzten Schritt auslösen:',
  byRequest: 'An Spot Support, in einer Anfrage, die Sie selbst senden:',
  accountId: (id: string) => `Kontonummer ${id}`,
  bucket: (name: string) => `Bucket ${name}`,
  role: (arn: string) => `Rolle ${arn}`,
  unknown: {
    accountId: 'die Kontonummer (noch nicht bekannt)',
    bucket: 'der Name des Buckets (noch nicht bekannt)',
    role: 'die ARN der Rolle (bekannt, sobald es sie gibt)',
  },
  values: (values: readonly string[]) => `${values.join('; ')}.`,
  mspToo:
    'soweit bekannt, die Kontonummer Ihres MSP, der Name des Stacks, der Ordner des Berichts und Ihre Organisation bei Spot',
  states: {
    'to-do': 'Noch nicht erledigt.',
    registered: (time: string) => `Erledigt am ${time}.`,
    asked: (time: string) => `Als gesendet vermerkt am ${time}; nicht überprüft.`,
    confirmed: (time: string) =>
      `Als gesendet vermerkt am ${time}; von Ihnen bestätigt, nicht überprüft.`,
  },
  lines: [
    'Von da an liest Spot mit der Rolle, was oben aufgeführt ist.',
    'Kein Passwort, kein Schlüssel und kein Token für AWS wird an Spot übergeben.',
    'Die App spricht nur mit AWS und Spot und sendet sonst nichts. Dateien, die Sie speichern, gehen dorthin, wohin Sie sie senden.',
  ],
}

const decision = {
  title: 'Entscheidung',
  about: (fingerprint: string) => `Über dieses Vorhaben und die Vorlage ${fingerprint}:`,
  approved: 'Freigegeben',
  refused: 'Nicht freigegeben',
  name: 'Name und Funktion',
  date: 'Datum',
  signature: 'Unterschrift',
  remarks: 'Auflagen',
}

const files = {
  inRequest: 'Das ganze Vorhaben: was sich im Konto ändert, für alle, die es freigeben müssen',
  noSecrets: 'Enthält kein Passwort, keinen Schlüssel und kein Token.',
}

export const planPaper: Words = {
  ...main,
  ...files,
  things,
  fates,
  proofs,
  settings,
  costs,
  spot,
  untouched,
  leaves,
  decision,
}
