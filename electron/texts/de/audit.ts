import type { Catalogue } from '../catalogue.ts'
import { number, plural, seconds } from './locale.ts'

type Audit = Catalogue['audit']

/** The page that shows the record of calls. */
const page: Audit['page'] = {
  from: 'Eco Connect: Protokoll der Aufrufe',
  title: (connection) =>
    connection === ''
      ? 'Was für diese Verbindung aufgerufen wurde'
      : `Was für ${connection} aufgerufen wurde`,
  what: 'Jeder Aufruf der App bei AWS und bei Spot für diese Verbindung und jede Änderung, die jemand in ihrem Fenster veranlasst hat. Eine Änderung wird aufgeschrieben, bevor sie ausgeführt wird, ein Aufruf, wenn er beendet ist. Parameter, Antworten und Geheimnisse werden nicht aufgezeichnet.',
  where: (file) =>
    `Erstellt aus ${file} auf diesem Computer. Niemand sonst hat das Protokoll: Die App sendet es nirgendwohin. Es wird gelöscht, wenn die Verbindung aus der App entfernt wird.`,
  account: 'AWS-Konto',
  noAccount: 'Noch nicht bekannt',
  span: 'Von, bis (UTC)',
  spanOf: (from, to) => `${from}, ${to}`,
  calls: 'Aufrufe',
  callsOf: (all, failed) =>
    failed === 0
      ? `${number(all)}, alle gelungen`
      : `${number(all)}, davon ${number(failed)} nicht gelungen`,
  changes: 'Veranlasste Änderungen',
  times:
    'Alle Zeiten in UTC, wie AWS sie in CloudTrail schreibt. An der Anfrage-ID findet AWS Support einen Aufruf wieder.',
  empty: 'Bisher wurde nichts aufgerufen.',
  torn: 'Eine oder mehrere Zeilen sind abgeschnitten, weil die App oder der Computer mitten im Schreiben ausfiel. Sie fehlen hier; alle anderen sind vollständig.',
  columns: {
    at: 'Zeit (UTC)',
    service: 'Dienst',
    operation: 'Vorgang',
    resource: 'Betrifft',
    result: 'Ergebnis',
    duration: 'Dauer',
    requestId: 'Anfrage-ID',
  },
  ok: 'OK',
  /** How a call went: `result` is `ok` or AWS's code, `status` is 0 where none came. */
  result: (result, status, attempts) => {
    const told = status === 0 ? result : `${result} (${status})`
    return attempts > 1 ? `${told}, nach ${number(attempts)} Versuchen` : told
  },
  seconds: (ms) => `${seconds(ms)} s`,
  asked: (what, about) => `Veranlasst: ${what}${about === '' ? '' : ` (${about})`}`,
  refused: (what, code) => `Nicht ausgeführt: ${what} (${code})`,
  continued: (dropped) =>
    dropped
      ? 'Das Protokoll war voll und geht hier weiter. Was älter ist als seine vorige Datei, ist weggefallen.'
      : 'Das Protokoll war voll und geht hier weiter.',
  gap: (lost) =>
    plural(lost, {
      one: 'Hier fehlt ein Eintrag: Der Datenträger hat ihn nicht angenommen.',
      other: `Hier fehlen ${number(lost)} Einträge: Der Datenträger hat sie nicht angenommen.`,
    }),
}

/** Services by the names that their owners give them. */
const services: Audit['services'] = {
  'sso-oidc': 'IAM Identity Center (Anmeldung)',
  sso: 'IAM Identity Center (Portal)',
  signin: 'AWS Sign-In',
  sts: 'AWS STS',
  organizations: 'AWS Organizations',
  cur: 'Cost and Usage Reports',
  s3: 'Amazon S3',
  cloudformation: 'AWS CloudFormation',
  iam: 'AWS IAM',
  spot: 'Spot API',
}

/** What a change is about; in the file itself it is English. */
const about: Audit['about'] = {
  fingerprint: (sha256) => `SHA-256 ${sha256}`,
  claimed: (sha256, name) => `SHA-256 ${sha256}, laut Datei von: ${name}, nicht überprüft`,
  file: (kind, name) => `${kind}, von: ${name}, nicht überprüft`,
  files: { request: 'Anfrage', answer: 'Antwort' },
  withoutId: (stack) => `${stack}, ohne externe ID`,
  things: { stack: 'Stack', report: 'Bericht', bucket: 'Bucket' },
}

/** What somebody asked for, as the button said it. */
const changeNames: Audit['changeNames'] = {
  'sign-in sign-out': 'abmelden',
  'sign-in accept-root': 'als Root-Benutzer des Kontos weitermachen',
  'sign-in accept-payer': 'weitermachen, obwohl ein anderes Konto die Rechnung bezahlt',
  'cost-report create': 'den Kostenbericht anlegen',
  'cost-report remove-bucket': 'einen leeren Bucket entfernen, den die App angelegt hat',
  'bucket repair': 'die Richtlinie des Buckets reparieren',
  'bucket recreate': 'den Bucket neu anlegen',
  'file use': 'die Formulare mit einer Datei ausfüllen, die jemand geschickt hat',
  'template claimed':
    'eine Freigabe der Vorlage, die mit einer Datei kam: behauptet, nicht überprüft',
  'template approve': 'die Vorlage der Rolle freigeben',
  'stack create': 'die Rolle anlegen',
  'stack delete-failed': 'den fehlgeschlagenen Stack löschen',
  'registration send': 'die Registrierung an Spot senden',
  'registration confirm-done': 'abschließen: in der Spot-Konsole registriert',
  'registration confirm-request-sent': 'abschließen: an Spot Support geschrieben',
  'support confirm-connected': 'vermerken, dass Spot Support die Verbindung bestätigt hat',
  'support not-connected':
    'den Vermerk zurücknehmen, dass Spot Support die Verbindung bestätigt hat',
  'support role-given': 'vermerken, dass Spot diese Rolle erhalten hat',
  'disconnect remove': 'entfernen, was die App angelegt hat',
  'vault forget': 'die gespeicherte Anmeldung vergessen',
  'app wipe': 'die Anmeldung von diesem Computer entfernen',
}

export const audit: Audit = {
  page,
  services,
  about,
  changeNames,
}
