/** Step 7: telling Spot, by one of two ways, or by a request to Spot Support. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'

const main = {
  summary: 'Was registriert wird',
  unverifiedTitle: 'Diese Werte sind von Hand eingegeben und nicht überprüft',
  unverified:
    'Noch hat sie niemand aus AWS gelesen. Sie können sie so registrieren, doch ein Tippfehler würde sich erst zeigen, wenn Spot die Berichte nicht lesen kann. Melden Sie sich an, überprüft die App vorher jeden Wert.',
  verify: 'Anmelden und überprüfen',
  waysTitle: 'Wählen Sie einen von zwei Wegen',
  ways: 'Beide führen zum selben Ergebnis. Gelingt der eine nicht, nehmen Sie den anderen.',
  afterwards:
    'Die Registrierung kostet nichts. Rückgängig machen: Löschen Sie den Stack in AWS, dann endet der Zugriff von Spot, und bitten Sie Spot Support, das Konto zu entfernen.',
} as const

const sendToSpot: Catalogue['registration']['sendToSpot'] = {
  title: 'An Spot senden',
  body: 'Die App sendet Rolle und Bucket für Sie an Spot. Dazu brauchen Sie ein Spot-API-Token: in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“.',
  token: 'Spot-API-Token',
  tokenHint:
    'Wird nur hierfür verwendet, bleibt im Arbeitsspeicher und ist nach der Registrierung vergessen.',
  connect: 'Verbinden',
  connectMeans:
    'Spot teilt mit, zu welchen Konten dieses Token Zugang gibt. Noch wird nichts registriert.',
  unchecked:
    'Die App hat das eingegebene Token noch, nur im Arbeitsspeicher. Zu welchen Konten es Zugang gibt, hat Spot noch nicht mitgeteilt.',
  checkAgain: 'Token erneut prüfen',
  accepted: 'Spot hat das Token angenommen.',
  account: 'Spot-Konto',
  accountHint: 'Das Konto in Spot, das die Einsparungen zeigen soll.',
  accountPlaceholder: 'Spot-Konto wählen',
  accountOption: (name, id, organization) => {
    const account = name === '' ? id : `${name} (${id})`
    return organization === '' ? account : `${account}, Organisation ${organization}`
  },
  organization: (id) =>
    `Es gehört zur Spot-Organisation ${id}. Vergleichen Sie die Nummer mit „Settings“, „Organization“ in der Spot-Konsole: Die Einsparungen erscheinen nur dort.`,
  rowsHint:
    'Ein Klick registriert Ihr AWS-Konto dort. Die Einsparungen erscheinen nur in dieser Organisation: Vergleichen Sie ihre Nummer mit „Settings“, „Organization“ in der Spot-Konsole.',
  sendTo: (name) => (name === '' ? 'Hier registrieren' : `Bei ${name} registrieren`),
  rowOrganization: (id) => (id === '' ? '' : `Spot-Organisation ${id}`),
  send: 'Senden',
  sendMeans: 'Rolle und Bucket werden an Spot gesendet, sonst nichts. In AWS kostet das nichts.',
  forget: 'Anderes Token verwenden',
}

const spotConsole = {
  valueFor: (label: string) => `${label} für die Spot-Konsole`,
  title: 'In der Spot-Konsole abschließen',
  body: 'Sie kopieren zwei Werte in den Assistenten von Spot. Ein Token ist nicht nötig.',
  steps: [
    'Öffnen Sie die Spot-Konsole, und melden Sie sich an.',
    'Wählen Sie „Eco“, „Amazon Web Services“ und dann „Add Permissions“ (oder „Connect“).',
    'Fügen Sie den Namen des Buckets und die Rollen-ARN aus den Feldern unten ein.',
    'Klicken Sie in Spot auf „Done“ (fertig), und bestätigen Sie es hier.',
  ],
  open: 'Spot-Konsole öffnen',
  confirm: 'Ich habe in Spot „Done“ angeklickt',
} as const

const supportRequest = {
  title: 'Diese Anfrage an Spot Support senden',
  body: 'Weil ein MSP das Konto verwaltet, stellt Spot Support die Verbindung her. Der Text unten ist englisch. Er enthält alles, was dort gebraucht wird, und nichts Geheimes.',
  organization: 'ID der Spot-Organisation',
  organizationHint:
    'In der Spot-Konsole unter „Settings“, „Organization“. Die Anfrage braucht sie; sie wird in den Text unten eingesetzt.',
  text: 'Text der Anfrage (englisch)',
  copy: 'Anfrage kopieren',
  email: 'Als E-Mail öffnen',
  confirm: 'Ich habe sie gesendet',
  confirmHint:
    'Bestätigen Sie das, sobald die Anfrage unterwegs ist. Die App entfernt dann jede Anmeldung, behält die Anfrage und wartet mit Ihnen auf Spot Support.',
  organizationFirst: 'Geben Sie zuerst die ID der Spot-Organisation ein.',
  prepared: {
    copied:
      'Kopiert. Fügen Sie den Text in eine Nachricht an Spot Support ein, und senden Sie diese ab.',
    email:
      'In Ihrem E-Mail-Programm geöffnet. Tragen Sie dort die Adresse von Spot Support ein, und senden Sie die E-Mail ab.',
  },
  notYet: 'Kopieren Sie zuerst die Anfrage, oder öffnen Sie sie als E-Mail.',
} as const

/** The end, where Spot Support makes the connection: nobody here can read whether it is made. */
const askedSpot = {
  waitingSince: (time: string) => `Wartet auf Spot Support, angefragt ${time}`,
  how: {
    copied: 'Sie haben die Anfrage kopiert und bestätigt, dass sie gesendet ist.',
    email: 'Sie haben die Anfrage als E-Mail geöffnet und bestätigt, dass sie gesendet ist.',
  },
  howUnknown: 'Sie haben bestätigt, dass die Anfrage gesendet ist.',
  waiting:
    'Spot Support stellt die Verbindung her und antwortet Ihnen. Ob sie schon besteht, kann diese App bei Spot nicht prüfen.',
  confirmedAt: (time: string) => `Von Ihnen bestätigt ${time}`,
  confirmed:
    'Nach Ihrer Angabe hat Spot Support die Verbindung bestätigt. Diese App kann das bei Spot nicht prüfen; deshalb bleibt sie als nicht überprüft gekennzeichnet.',
  confirmTitle: 'Hat Spot Support geantwortet?',
  confirmMeans:
    'Wenn Spot Support schreibt, dass das Konto verbunden ist, vermerken Sie es hier. Bei Rückfragen antworten Sie direkt: Die Anfrage unten bleibt, wie sie gesendet wurde.',
  confirm: 'Spot Support hat es bestätigt',
  mistake: 'Doch noch nicht bestätigt',
  requestTitle: 'Die Anfrage, die Sie gesendet haben',
  requestMeans:
    'Sie bleibt hier, damit Sie sie nachlesen oder noch einmal senden können. Sie ist englisch und enthält nichts Geheimes.',
  requestLost: 'Eine frühere Version der App hat die Anfrage nicht aufbewahrt.',
  what: 'Worum es in der Anfrage geht',
  next: [
    'Lassen Sie die Rolle in AWS, wie sie ist, und bitten Sie Ihren MSP, Bericht und Bucket zu behalten: Ist das Konto verbunden, liest Eco sie jeden Tag.',
    'Antwortet Spot Support nicht, senden Sie die Anfrage noch einmal.',
    'Sobald Spot Support das Konto verbunden hat, dauert die erste Auswertung bis zu 48 Stunden.',
  ],
} as const

const registered = {
  titleSent: 'Ihr AWS-Konto ist bei Spot Eco registriert',
  what: 'Was registriert wurde',
  nextTitle: 'Wie es weitergeht',
  delivery: (time: string) =>
    `Die erste Lieferung von AWS in den Bucket ist ${time} fällig. Sie kommt von selbst.`,
  deliveryWasDue: (time: string) =>
    `Die erste Lieferung von AWS in den Bucket war ${time} fällig. „Erneut prüfen“ weiter unten zeigt, ob sie da ist.`,
  analysis: (time: string) =>
    `Die erste Auswertung durch Spot dauert bis zu 48 Stunden: Sie ist ${time} fällig. Spot schickt eine E-Mail, wenn die Dashboards fertig sind.`,
  analysisWasDue: (time: string) =>
    `Die erste Auswertung durch Spot war ${time} fällig. Ist keine E-Mail gekommen, fragen Sie Spot Support. In der gespeicherten Zusammenfassung steht, was dort gebraucht wird.`,
  ifNothingComes:
    'Ist bis dahin keine E-Mail gekommen, fragen Sie Spot Support. In der gespeicherten Zusammenfassung steht, was dort gebraucht wird.',
  mayClose: 'Sie können diese App schließen.',
  openSpot: 'Spot-Konsole öffnen',
  remind: 'Erinnerung für den Kalender speichern',
  yoursTitle: 'Was Sie noch tun sollten',
  deleteToken:
    'Löschen Sie das API-Token, das Sie hierfür erstellt haben: in der Spot-Konsole unter „Settings“, „API“, „Permanent tokens“. Die App hat es vergessen, aber bei Spot gilt es, bis es gelöscht wird. Wird dasselbe Token auch anderswo genutzt, behalten Sie es.',
  keep: 'Lassen Sie Rolle, Bucket und Bericht in AWS, wie sie sind: Eco liest sie jeden Tag.',
  unverified:
    'Niemand hat die Werte, die Sie eingegeben haben, mit AWS verglichen. Mit „Erneut prüfen“ weiter unten melden Sie sich an und holen das nach.',
  technicalTitle: 'Für Ihre Unterlagen',
  summaryTitle: 'Zusammenfassung ohne Geheimes gespeichert',
  openSummary: 'Zusammenfassung öffnen',
} as const

/** Whether every sign-in is gone, by `Snapshot.wipe`. */
const wipe = {
  wipingTitle: 'Die Anmeldungen werden entfernt',
  wiping:
    'Die Anmeldung bei AWS und ein eingegebenes Spot-Token werden aus Schlüsselbund, Festplatte und Arbeitsspeicher dieses Computers entfernt, und AWS wird aufgefordert, die Sitzung zu beenden. Fragt ein Fenster, ob die App ihren Eintrag im Schlüsselbund benutzen darf, erlauben Sie es: Nur dann lässt sich der Eintrag entfernen.',
  wipedTitle: 'Die Anmeldungen sind entfernt',
  wiped:
    'Die Anmeldung bei AWS und ein eingegebenes Spot-Token sind aus Schlüsselbund, Festplatte und Arbeitsspeicher dieses Computers entfernt, und AWS wurde aufgefordert, die Sitzung zu beenden.',
  credentials:
    'Befristete Zugangsdaten, die AWS dieser App schon ausgestellt hatte, lassen sich nicht zurückrufen; sie enden binnen einer Stunde von selbst. Die App hat sie nicht mehr.',
  wipedThen:
    'Am Ende wurden die damalige Anmeldung bei AWS und ein eingegebenes Spot-Token aus Schlüsselbund, Festplatte und Arbeitsspeicher dieses Computers entfernt.',
  now: 'Für die erneute Prüfung sind Sie noch einmal angemeldet. Diese Anmeldung ist nur im Arbeitsspeicher und endet mit „Schließen“.',
  wipedOnlyHere:
    'Die Anmeldung bei AWS und ein eingegebenes Spot-Token sind aus Schlüsselbund, Festplatte und Arbeitsspeicher dieses Computers entfernt.',
  recycleBin:
    'Ist ein Passwortmanager wie KeePassXC der Schlüsselbund dieses Computers, liegt der gelöschte Schlüssel vielleicht noch in dessen Papierkorb. Dieser Schlüssel öffnet nichts mehr: Die Datei, für die er war, ist gelöscht.',
  noneTitle: 'Es gab keine Anmeldung bei AWS zu entfernen',
  none: 'Sie haben von Hand gearbeitet, deshalb hat diese App keine Anmeldung bei Ihrem AWS-Konto. Ein eingegebenes Spot-Token wurde aus dem Arbeitsspeicher entfernt.',
  failedTitle: 'Die Anmeldung ist noch nicht entfernt',
  retry: 'Anmeldung jetzt entfernen',
} as const

export const registration: Catalogue['registration'] = {
  ...main,
  sendToSpot,
  spotConsole,
  supportRequest,
  askedSpot,
  registered,
  wipe,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const registrationStep: StepWords<'registration'> = {
  title: 'Bei Spot Eco registrieren',
  purpose:
    'Der letzte Schritt: Spot erfährt, welche Rolle und welchen Bucket es nutzen soll. Danach vergisst diese App jede Anmeldung.',
  ahead: {
    brief: 'ein Spot-API-Token',
    needs: 'Ein Spot-API-Token oder Ihre eigene Anmeldung bei der Spot-Konsole.',
    minutes: 2,
    waits: 'Die erste Auswertung durch Spot dauert danach bis zu 48 Stunden.',
  },
  withMsp: {
    title: 'Spot Support anfragen',
    purpose:
      'Der letzte Schritt: Weil ein MSP das Konto verwaltet, stellt Spot Support die Verbindung her. Die App schreibt die Anfrage und vergisst danach jede Anmeldung.',
    ahead: {
      brief: 'eine Anfrage senden',
      needs:
        'Die ID Ihrer Spot-Organisation. Sie senden Spot Support eine Anfrage, die die App geschrieben hat.',
      minutes: 3,
      waits:
        'Dann verbindet Spot Support das Konto, und die erste Auswertung dauert bis zu 48 Stunden.',
    },
  },
  request: {
    title: 'Bitte unser AWS-Konto bei Spot Eco registrieren',
    why: 'In AWS ist die Verbindung fertig. Es fehlt nur noch, Spot mitzuteilen, welche Rolle und welcher Bucket zu nutzen sind.',
    whom: 'Wer Zugang zu unserer Organisation in Spot hat.',
  },
  facts: {
    'spot-account': 'Spot-Konto',
    'spot-organization': 'Spot-Organisation',
    'submitted-at': 'Gesendet',
    way: 'Wie Spot es erfahren hat',
    region: 'Region',
    'role-told-at': 'Spot hat diese Rolle erhalten, nach Ihrer Angabe',
  },
}
