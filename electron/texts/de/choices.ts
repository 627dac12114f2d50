import type { Catalogue } from '../catalogue.ts'
import { list } from './locale.ts'

type Choices = Catalogue['choices']

/** What is saved of a connection, in words. `sign-in` is what the keychain seals. */
const names: Choices['names'] = {
  plan: 'die Kontonummer Ihres MSP',
  portal: 'die Adresse, unter der Sie sich bei AWS anmelden',
  refusedRegions: 'die Regionen, in denen AWS Ihr Portal nicht kannte',
  account: 'das AWS-Konto',
  roleName: 'der Berechtigungssatz',
  way: 'die Art Ihrer Anmeldung',
  profile: 'das Profil der AWS CLI',
  byHand: 'die Angabe, ob Sie von Hand weitermachen',
  label: 'der Name dieser Verbindung',
  handedOver: 'die Anfragen an jemand anderen',
  askedMsp: 'der Zeitpunkt der Anfrage an Ihren MSP',
  mspReport: 'die Antwort Ihres MSP',
  preparedRequest: 'die Anfrage an Spot Support',
  typedBucket: 'der Bucket, den Sie genannt haben',
  repaired: 'der Zeitpunkt, zu dem der Bucket repariert wurde',
  ownRole: 'die Rolle, die Sie genannt haben',
  confirmedManagement: 'Ihre Bestätigung, dass dieses Konto bezahlt',
  acceptedRoot: 'Ihre Entscheidung, als Root-Benutzer weiterzumachen',
  acceptedPayers: 'Ihre Entscheidung, weiterzumachen, obwohl ein anderes Konto bezahlt',
  begunBucket: 'ein begonnener Bucket',
  created: 'etwas, das die App angelegt hat',
  report: 'der Kostenbericht',
  reportDraft: 'Ihre Eingaben für einen neuen Bericht',
  ownTemplate: 'Ihre eigene Vorlage',
  approvedTemplate: 'Ihre Freigabe der Vorlage',
  claimedApproval: 'die Freigabe, von der eine Datei spricht',
  provenEarlier: 'die früheren Nachweise',
  stack: 'der Stack mit der Rolle für Spot',
  spotBegun: 'der Stand der Registrierung',
  spotOrganizationId: 'Ihre Spot-Organisation',
  registered: 'die Zusammenfassung der Registrierung',
  health: 'das Ergebnis der letzten Prüfung',
  disconnected: 'die Angaben dazu, was zurückgenommen wurde',
  'sign-in': 'die gespeicherte Anmeldung',
}

export const choices: Choices = { names, list }
