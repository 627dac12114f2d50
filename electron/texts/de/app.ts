/** What the window says around the steps: banner, checklist, keychain, buttons shared by all. */

import type { Catalogue } from '../catalogue.ts'
import { number, plural, series } from './locale.ts'
import { opening } from './opening.ts'

const main = {
  ...opening,
  tagline: 'Verbindet Ihr AWS-Konto mit Spot Eco',
  demo: 'Vorführung: ohne Zugriff auf ein AWS-Konto',
  signedInAs: 'Angemeldet als',
  who: {
    notSignedIn: 'Nicht angemeldet',
    underWay: 'Anmeldung läuft…',
    choosing: 'Angemeldet, Auswahl offen',
  },
  checklist: 'Checkliste',
  steps: 'Schritte der Verbindung',
  signedIn: 'Bei AWS angemeldet',
  progress: (finished: number, total: number) => `${finished} von ${total} Schritten erledigt`,
  progressUnseen: (finished: number, total: number, unseen: number) =>
    `${number(finished)} von ${number(total)} Schritten erledigt, davon ${number(unseen)} früher nachgewiesen und jetzt ungeprüft`,
  registered: 'Registriert',
  registeredUnverified: (unverified: number) =>
    plural(unverified, {
      one: 'Registriert, 1 Schritt nicht überprüft',
      other: `Registriert, ${number(unverified)} Schritte nicht überprüft`,
    }),
  askedSpot: 'Wartet auf Spot Support',
  saidConnected: 'Von Ihnen bestätigt, nicht überprüft',
  registeredUndelivered: 'Registriert, erste Lieferung offen',
  registeredUnverifiedUndelivered: (unverified: number) =>
    plural(unverified, {
      one: 'Registriert, 1 Schritt nicht überprüft, erste Lieferung offen',
      other: `Registriert, ${number(unverified)} Schritte nicht überprüft, erste Lieferung offen`,
    }),
  stepOf: (number: number, total: number) => `Schritt ${number} von ${total}`,
  stepNumber: (number: number) => `Schritt ${number}`,
  stepTitled: (number: number, title: string) => `Schritt ${number}: ${title}`,
  nowShown: (number: number, title: string) => `Angezeigt wird jetzt: Schritt ${number}, ${title}`,
  skip: 'Zum Schritt springen',
  announce: (number: number, title: string, status: string) =>
    `Schritt ${number}, ${title}: ${status}`,
} as const

const windowError = {
  title: 'Dieses Fenster ließ sich nicht darstellen',
  body: 'Die Arbeit selbst ist nicht betroffen: Was bisher angelegt wurde, bleibt erhalten, und die Checkliste liest es wieder ein, sobald das Fenster neu geladen ist.',
  reload: 'Fenster neu laden',
} as const

const lines: Catalogue['app']['lines'] = {
  notFinished: 'Nicht erledigt',
  later: 'Später',
  laterWith: (brief, minutes) =>
    minutes === 0 ? `: ${brief}` : `: ${brief}, ${number(minutes)} min`,
  checking: 'Wird geprüft…',
  correction: 'Korrektur nötig',
  answer: 'Wartet auf Ihre Antwort',
  done: 'Erledigt',
  failed: 'Angehalten, Ihre Hilfe nötig',
  foundWrong: 'Nicht in Ordnung',
  skipped: { 'msp-keeps-bucket': 'Bei Ihrem MSP' },
  askedMsp: 'Wartet auf Ihren MSP',
  askedSpot: 'Wartet auf Spot Support',
  saidConnected: 'Von Ihnen bestätigt, nicht überprüft',
  signInAgain: 'Neue Anmeldung nötig',
  earlier: {
    done: 'Früher nachgewiesen, jetzt ungeprüft',
    delivery: 'Wartete auf Lieferung, jetzt ungeprüft',
  },
  browser: 'Wartet auf Ihren Browser',
  device: 'Wartet auf Ihren Code',
  working: 'In Arbeit…',
  late: 'Lieferung von AWS überfällig',
  delivery: 'Wartet auf Lieferung von AWS',
  handedOver: 'Wartet auf jemand anderen',
  lacking: 'Berechtigungen fehlen',
  denied: 'Angehalten, Berechtigungen fehlen',
  awsWorking: 'AWS arbeitet daran',
  notDelivered: 'War noch nicht geliefert',
  unverified: 'Nicht überprüft',
}

const working: Catalogue['app']['working'] = {
  working: 'In Arbeit…',
  'asking-keychain':
    'Die App greift auf den Schlüsselbund dieses Computers zu. Fragt er in einem eigenen Fenster nach seinem Passwort, haben Sie dafür zwei Minuten Zeit.',
  'opening-browser': 'Ihr Browser wird geöffnet…',
  'listing-accounts': 'Die AWS-Konten, die Sie nutzen dürfen, werden gelesen…',
  'creating-bucket': 'Der Bucket wird angelegt…',
  'removing-bucket': 'Der leere Bucket wird entfernt…',
  'setting-policy': 'AWS erhält die Berechtigung, den Bericht in den Bucket zu liefern…',
  'defining-report': 'Der Bericht wird angelegt…',
  'reading-back': 'Zur Kontrolle wird gelesen, was AWS gespeichert hat…',
  'validating-template': 'AWS prüft die Vorlage…',
  'creating-stack': 'AWS wird beauftragt, die Rolle anzulegen…',
  'deleting-stack': 'Der fehlgeschlagene Stack wird gelöscht…',
  'sending-to-spot': 'Rolle und Bucket werden an Spot gesendet…',
  'waiting-for-role': 'AWS verteilt die neue Rolle. Das dauert einige Sekunden…',
  'waiting-for-spot':
    'Spot sieht die neue Rolle noch nicht. Die App fragt weiter nach, höchstens anderthalb Minuten lang…',
  wiping: 'Alle Anmeldungen werden von diesem Computer entfernt…',
  'signing-out': 'Sie werden abgemeldet…',
  'saving-file': 'Die Datei wird gespeichert…',
  checking: 'Wird geprüft…',
}

const quoted = (titles: readonly string[]): string => series(titles.map((title) => `„${title}“`))

const panel = {
  checking: 'Der aktuelle Stand wird aus AWS gelesen. Dabei ändert sich nichts.',
  acting: 'Sie können sich inzwischen andere Schritte ansehen.',
  waitingTitle: 'Dieser Schritt kommt später',
  waiting: (titles: readonly string[]) =>
    `Er beginnt von selbst, sobald dies erledigt ist: ${quoted(titles)}.`,
  waitingPlain: 'Er beginnt von selbst, sobald die Schritte davor erledigt sind.',
  earlierMeans: (titles: readonly string[]) =>
    `Nichts davon ist verloren. Die App liest es von selbst neu aus AWS, sobald dies erledigt ist: ${quoted(titles)}.`,
  earlierSignIn:
    'Nichts davon ist verloren. Die App liest es von selbst neu aus AWS, sobald Sie sich angemeldet haben.',
  earlierProven: (time: string) => `Zuletzt nachgewiesen: ${time}`,
  earlierDue: (time: string) => `Von AWS zugesagte Lieferung: ${time}`,
  ahead: {
    needs: 'Was von Ihnen nötig ist',
    time: 'Ihr Zeitaufwand',
    minutes: (minutes: number) =>
      plural(minutes, { one: 'etwa eine Minute', other: `etwa ${number(minutes)} Minuten` }),
    none: 'keiner',
    waits: 'Wartezeit',
  },
  finished: (time: string) => `Dieser Schritt ist erledigt. Nachgewiesen wurde er ${time}.`,
  finishedHere: (time: string) => `Dieser Schritt ist erledigt. Zuletzt geprüft wurde er ${time}.`,
  next: (number: number, title: string) => `Weiter mit Schritt ${number}: ${title}`,
  skippedTitle: 'Darum kümmert sich Ihr MSP',
  notProvenTitle: 'Beim letzten Prüfen nicht nachgewiesen',
  closed: 'Der letzte Schritt ist getan, damit ist auch dieser abgeschlossen.',
  evidence: 'Was festgestellt wurde',
  lookAgain: (time: string) =>
    `Die App prüft ${time} von selbst erneut, wenn sie dann geöffnet ist, sonst beim nächsten Start.`,
  lookAgainSoon: 'Die App prüft gleich von selbst erneut, sonst beim nächsten Start.',
  whatHappens: 'Was angelegt wird',
  nothingCreated: 'In diesem Konto wurde nichts angelegt und nichts geändert.',
  technical: 'Technische Angaben',
  technicalHint: 'Nützlich für Administration und Support. Enthält nichts Geheimes.',
  whoHelps: 'Wer helfen kann:',
  copyDetails: 'Angaben kopieren',
} as const

const skipped: Catalogue['app']['skipped'] = {
  'msp-keeps-bucket':
    'Der Bericht und sein Bucket liegen im AWS-Konto Ihres MSP, in das diese App nicht sehen kann. Ihr MSP sorgt dafür, dass AWS dorthin liefert: Was der Bucket braucht, steht in der Anfrage an ihn. Kann Spot den Bucket nicht lesen, wenden Sie sich an Ihren MSP.',
}

const vault = {
  title: 'Der Schlüsselbund dieses Computers ist nicht nutzbar',
  retry: 'Erneut versuchen',
  sessionOnly: 'Nur für diese Sitzung fortfahren',
  forget: 'Anmeldung vergessen',
  forgetMeans:
    '„Anmeldung vergessen“ löscht die versiegelte Datei mit der Anmeldung von diesem Computer. Ihre Angaben und alles, was in AWS besteht, bleiben unverändert; Sie melden sich einmal neu an.',
  sessionOnlyMeans:
    '„Nur für diese Sitzung fortfahren“ behält die Anmeldung im Arbeitsspeicher. Auf die Festplatte wird nichts geschrieben; nach dem Schließen der App melden Sie sich neu an.',
  inMemory: 'Die Anmeldung bleibt nur für diese Sitzung im Arbeitsspeicher',
} as const

const fields = { clear: 'Dieses Feld leeren' } as const

const buttons = {
  check: 'Erneut prüfen',
  cancel: 'Abbrechen',
  change: 'Ändern',
  another: 'Einen weiteren anlegen',
  copied: 'Kopiert',
  copyOf: (label: string) => `${label} kopieren`,
  signInAgain: 'Erneut anmelden',
  toSignIn: 'Zur Anmeldung',
  byHand: 'Von Hand weiter, nicht überprüft',
} as const

const detailLabels = {
  service: 'Dienst',
  operation: 'Vorgang',
  code: 'Fehlercode',
  message: 'Meldung (englisch)',
  requestId: 'Anfrage-ID',
  httpStatus: 'HTTP-Status',
} as const

/** A rough time left; `minutes` is rounded up, so that it never promises too little. */
function timeLeft(minutes: number): string {
  if (minutes <= 0) return 'Die Zeit dafür ist abgelaufen.'
  if (minutes === 1) return 'Noch weniger als eine Minute.'
  return `Noch etwa ${number(minutes)} Minuten.`
}

/** Never after “bis” or “seit”: `am 3. Mai` goes with neither. */
function moment(day: 'today' | 'tomorrow' | 'other', date: string, clock: string): string {
  switch (day) {
    case 'today':
      return `heute um ${oClock(clock)}`
    case 'tomorrow':
      return `morgen um ${oClock(clock)}`
    case 'other':
      return `am ${date} um ${oClock(clock)}`
  }
}

/** Where the system counts twelve hours, the time of day has its own ending. */
function oClock(clock: string): string {
  return /\d$/.test(clock) ? `${clock} Uhr` : clock
}

export const app: Catalogue['app'] = {
  ...main,
  windowError,
  lines,
  working,
  panel,
  skipped,
  vault,
  fields,
  buttons,
  detailLabels,
  timeLeft,
  moment,
}
