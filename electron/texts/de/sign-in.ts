/** Step 2: signing in, by one of the ways, and choosing account and permission set. */

import type { Catalogue } from '../catalogue.ts'
import type { StepWords } from '../step-words.ts'
import { number, plural } from './locale.ts'

type Words = Catalogue['signIn']

const way: Words['way'] = {
  question: 'Wie melden Sie sich bei AWS an?',
  ways: {
    portal: {
      label: 'AWS-Zugangsportal',
      hint: 'Eine Webseite, auf der Sie die AWS-Konten Ihres Unternehmens sehen.',
    },
    console: {
      label: 'Wie in der AWS-Konsole',
      hint: 'Ohne Portal: als IAM- oder Root-Benutzer oder über Ihr Unternehmen.',
    },
    keys: {
      label: 'Kurzlebige Schlüssel',
      hint: 'Von Ihrem Helpdesk.',
    },
    profile: {
      label: 'Profil der AWS CLI',
      hint: 'Sie arbeiten mit der Kommandozeile.',
    },
  },
  another: 'Anders oder an einem anderen Portal anmelden',
  byHand: 'Von Hand, ohne Anmeldung',
  byHandMeans: 'Die App nennt Ihnen jeden Klick und prüft, was Sie einfügen.',
}

const main = {
  startUrl: 'URL des AWS-Zugangsportals',
  startUrlHint:
    'Sie steht in der Einladungs-E-Mail („AWS access portal URL“) oder in Ihren Lesezeichen; die IT kennt sie.',
  region: 'Anmelderegion (AWS: Identity-Center-Region)',
  regionHint: 'Wenn Sie sie nicht kennen, lassen Sie den Vorschlag stehen.',
  noRegion: 'Unter diesem Namen ist keine Region bekannt. Sie können eine eintippen.',
  typedRegion: (value: string) => `„${value}“ verwenden`,
  whatTitle: 'Was die Anmeldung erlaubt',
  what: ['Die App nutzt nur die Berechtigungen, die Sie als Nächstes wählen.'],
  changesNothing: 'Die Anmeldung ändert in AWS nichts und kostet nichts.',
  kept: 'Der Schlüsselbund dieses Computers versiegelt die Anmeldung; mit dem letzten Schritt wird sie entfernt.',
  keptInMemory:
    'Die Anmeldung bleibt nur im Arbeitsspeicher und endet, wenn Sie die erneute Prüfung dieser Verbindung schließen.',
  browser: 'Im Browser anmelden',
  device: 'Mit Code anmelden',
  deviceWhen: 'Mit Code: falls Sie sich auf einem anderen Gerät anmelden.',
  deviceWarning: 'Geben Sie nie einen Code ein, den Ihnen jemand geschickt hat.',
  tryRegions: 'Dieselbe Adresse in einer anderen Region versuchen',
  tryRegion: (region: string, name: string) => `${name}, ${region}`,
  askAgain: (region: string) => `Trotzdem noch einmal in ${region} fragen`,
  refusedRegion: (name: string) =>
    name === ''
      ? 'AWS kannte dieses Portal hier nicht'
      : `${name}. AWS kannte dieses Portal hier nicht`,
} as const

/** Where an address of the company's own leads. */
const found = {
  title: 'Ihre Adresse führt zu diesem AWS-Zugangsportal',
  ledFrom: 'Eingegebene Adresse',
  portal: 'AWS-Zugangsportal',
  body: 'Noch wurde nichts geöffnet. Machen Sie weiter, wenn dies das Portal Ihres Unternehmens ist: Dann öffnet sich dessen Anmeldeseite bei AWS.',
  goOn: 'Weiter zu diesem Portal',
  other: 'Andere Adresse eingeben',
} as const

const atConsole = {
  pageTitle: 'Was Sie sehen werden',
  page: [
    'Ihr Browser öffnet die Anmeldeseite von AWS. Melden Sie sich dort so an wie bei der AWS-Konsole.',
    'Danach bittet AWS Sie, „AWS developer tools“ (Entwicklerwerkzeuge) zuzulassen. Das ist die Anmeldung von AWS für Programme auf Ihrem Computer: Die Seite nennt diese Werkzeuge und nicht Eco Connect.',
  ],
  getsTitle: 'Was die App erhält',
  gets: [
    'Befristete Berechtigungen, die sie alle 15 Minuten erneuert, höchstens 12 Stunden lang. Damit darf sie nur, was auch Sie dürfen.',
    'Nie Ihr Passwort und nie Ihren zweiten Faktor.',
  ],
  region:
    'Für Konten in den kommerziellen AWS-Regionen, nicht in China, GovCloud oder der Sovereign Cloud.',
  noPortal: 'Ich habe kein Portal: anmelden wie in der AWS-Konsole',
  elsewhere: 'Anderes Gerät nutzen',
  elsewhereWhen: 'Das andere Gerät zeigt einen Code zum Einfügen.',
  code: {
    title: 'Auf dem anderen Gerät anmelden',
    steps: [
      'Kopieren Sie den Link und öffnen Sie ihn im Browser des anderen Geräts. Geben Sie ihn an niemanden weiter.',
      'Melden Sie sich dort so an wie bei der AWS-Konsole. AWS fragt, ob Sie den Zugriff für „AWS developer tools“ zulassen.',
      'Dann zeigt die Seite einen langen Code. Kopieren Sie ihn und fügen Sie ihn hier ein.',
    ],
    copyLink: 'Link kopieren',
    openHere: 'Hier öffnen',
    label: 'Code von der AWS-Seite',
    hint: 'Ein langes Wort aus Buchstaben und Ziffern. Es gilt einmal und nur wenige Minuten.',
    warning:
      'Fügen Sie nie einen Code ein, den Ihnen jemand geschickt hat, und melden Sie sich nie über einen Link an, der von jemand anderem kommt.',
    enter: 'Mit diesem Code anmelden',
    leave: 'Anders anmelden',
  },
  root: {
    title: 'Sie sind als Root-Benutzer angemeldet',
    body: 'Der Root-Benutzer darf in diesem Konto alles, und kaum etwas schränkt ihn ein. AWS rät, ihn nur zu nutzen, wenn es nicht anders geht. Hier geht es anders.',
    better:
      'Besser: Melden Sie sich als Benutzer oder Rolle mit den Berechtigungen aus der Richtlinie dieser App an. „Jemand anderen bitten“ nennt sie.',
    all: 'Machen Sie trotzdem weiter, könnte jedes Programm, das währenddessen auf diesem Computer läuft, diese Rechte nutzen. Im Nachweis dieses Schritts steht dann, dass es der Root-Benutzer war.',
    goOn: 'Als Root-Benutzer weiter',
    other: 'Als jemand anderes anmelden',
  },
} as const

/** A sign-in that was left. Its end is kept nowhere: a later start of the app is not sure. */
const goesOn = {
  gone: 'Ihre frühere Anmeldung ist von diesem Computer gelöscht.',
  sure: (moment: string) =>
    `Bei AWS ist die Anmeldung nicht beendet: Sie endet dort von selbst, spätestens ${moment}.`,
  unsure: (moment: string) =>
    `Falls AWS das Ende der Anmeldung damals nicht bestätigt hat, endet sie dort von selbst, spätestens ${moment}.`,
} as const

const keys = {
  block: 'Kopierte Schlüssel',
  blockHint:
    'Öffnen Sie im AWS-Zugangsportal Ihr Konto, wählen Sie neben dem Berechtigungssatz „Access keys“ (Zugriffsschlüssel) und kopieren Sie einen der Blöcke, die dort stehen. Auch ein Block von Ihrem Helpdesk ist geeignet.',
  fieldsTitle: 'Stattdessen die drei Werte einzeln eingeben',
  fields: {
    accessKeyId: {
      label: 'Access key ID',
      hint: 'Zugriffsschlüssel-ID; sie beginnt mit ASIA.',
    },
    secretAccessKey: {
      label: 'Secret access key',
      hint: 'Geheimer Zugriffsschlüssel, vierzig Zeichen.',
    },
    sessionToken: {
      label: 'Session token',
      hint: 'Das Sitzungstoken, der längste der drei Werte. Schlüssel ohne Sitzungstoken sind langlebig und werden nicht angenommen.',
    },
  },
  whatTitle: 'Was mit den Schlüsseln geschieht',
  what: [
    'Sie bleiben nur im Arbeitsspeicher dieser App: Sie werden nirgends gespeichert und sind weg, sobald die App geschlossen wird.',
    'AWS lässt sie von selbst ablaufen, meist nach einigen Stunden. Wann, weiß die App nicht: Laufen sie vor dem Ende ab, fügen Sie neue ein und machen dort weiter, wo Sie waren.',
    'Schlüssel, die mit AKIA beginnen, laufen nie von selbst ab. Sie werden abgelehnt, weil eine verlorene Kopie gültig bliebe.',
    'Die App nutzt nur die Berechtigungen dieser Schlüssel.',
  ],
  use: 'Schlüssel verwenden',
} as const

const profiles: Words['profiles'] = {
  body: 'Die App sucht in den Dateien der AWS CLI auf diesem Computer (im Ordner .aws) nach Profilen, die Sie eingerichtet haben. Sie liest diese Dateien nur.',
  folder: 'Ordner, in dem die App sucht',
  chooseFolder: 'Anderen Ordner wählen',
  usualFolder: 'Zurück zum üblichen Ordner',
  elsewhere:
    'Liegen die Dateien der AWS CLI in einem anderen Ordner dieses Computers, wählen Sie ihn aus. Die App sucht dort, bis sie geschlossen wird.',
  look: 'Profile suchen',
  lookAgain: 'Erneut suchen',
  list: 'Profile der AWS CLI',
  choose:
    'Wählen Sie das Profil des Kontos, das verbunden werden soll. Die Auswahl ändert in AWS nichts.',
  none: 'Dort wurde kein Profil der AWS CLI gefunden. Wählen Sie einen anderen Ordner, melden Sie sich über das Zugangsportal an, oder fügen Sie kurzlebige Schlüssel ein.',
  noneUsable:
    'Keines dieser Profile ist nutzbar; in jeder Zeile steht, warum. Melden Sie sich über das Zugangsportal an, oder fügen Sie kurzlebige Schlüssel ein.',
  kinds: {
    sso: 'IAM Identity Center',
    'console-login': 'Über die AWS-Konsole angemeldet',
    'assumed-role': 'Übernimmt eine Rolle',
    'short-lived': 'Kurzlebige Schlüssel',
    other: 'Andere Art der Anmeldung',
  },
  account: (id) => `Konto ${id}`,
  lastTime: 'Zuletzt verwendet',
  afterwards:
    'Die Zugangsdaten eines Profils bleiben nur im Arbeitsspeicher; das Profil selbst wird nie geändert.',
}

const progress = {
  browserTitle: 'Schließen Sie die Anmeldung im Browser ab',
  browserBody:
    'Die Anmeldeseite von AWS ist geöffnet. Melden Sie sich an und klicken Sie dann auf „Allow“ (Zulassen). Dieses Fenster macht von selbst weiter.',
  consoleBody:
    'Die Anmeldeseite von AWS ist geöffnet. Melden Sie sich so an wie bei der AWS-Konsole und lassen Sie dann den Zugriff für „AWS developer tools“ zu. Dieses Fenster macht von selbst weiter.',
  consoleRefused:
    'Sagt die Seite von AWS, dass Sie das nicht dürfen, bitten Sie Ihre AWS-Administration um die zwei Berechtigungen der AWS-Richtlinie SignInLocalDevelopmentAccess (signin:AuthorizeOAuth2Access, signin:CreateOAuth2Token). Verbietet es eine Richtlinie der Organisation, brechen Sie ab und wählen einen anderen Weg.',
  browserOther:
    'Ist im Browser jemand anderes angemeldet, kopieren Sie den Link und öffnen ihn in einem privaten Fenster.',
  openLink: 'Browser erneut öffnen',
  copyLink: 'Link kopieren',
  deviceTitle: 'Geben Sie diesen Code auf der Seite von AWS ein',
  deviceBody:
    'Öffnen Sie die Adresse auf einem beliebigen Gerät, melden Sie sich an, und klicken Sie erst dann auf „Allow“ (Zulassen), wenn die Seite genau diesen Code zeigt.',
  code: 'Ihr Code',
  address: 'Adresse zum Öffnen',
  openAddress: 'Adresse hier öffnen',
} as const

const accountChoice = {
  title: 'Wählen Sie das AWS-Konto, das verbunden werden soll',
  hint: 'Nehmen Sie das Konto, das die Rechnung bezahlt (AWS: Verwaltungskonto). Die Auswahl ändert nichts.',
  filter: 'Konten filtern',
  filterPlaceholder: 'Name, E-Mail-Adresse oder Kontonummer',
  likely: 'Vermutlich das Zahlerkonto',
  named: 'AWS: Verwaltungskonto',
  list: 'AWS-Konten',
  clear: 'Filter leeren',
  count: (total: number) => plural(total, { one: '1 Konto', other: `${number(total)} Konten` }),
  matches: (matching: number, total: number) =>
    plural(matching, {
      one: `1 von ${number(total)} Konten passt`,
      other: `${number(matching)} von ${number(total)} Konten passen`,
    }),
  more: (more: number) =>
    plural(more, {
      one: '1 weiteres. Geben Sie einen Teil des Namens, der E-Mail-Adresse oder der Nummer ein, um die Liste zu kürzen.',
      other: `${number(more)} weitere. Geben Sie einen Teil des Namens, der E-Mail-Adresse oder der Nummer ein, um die Liste zu kürzen.`,
    }),
  none: 'Kein Konto passt. Prüfen Sie die Schreibweise, oder leeren Sie den Filter.',
  coming: 'Weitere Konten werden gelesen. Sie können schon suchen und wählen.',
  soFar: (total: number) => `Bisher ${number(total)}, weitere werden gelesen`,
  matchesSoFar: (matching: number, total: number) =>
    plural(matching, {
      one: `1 von bisher ${number(total)} passt, weitere werden gelesen`,
      other: `${number(matching)} von bisher ${number(total)} passen, weitere werden gelesen`,
    }),
  noneSoFar: 'Bisher passt kein Konto. Weitere werden gelesen.',
  broken: (total: number) =>
    plural(total, {
      one: 'Nur 1 Konto konnte gelesen werden.',
      other: `Nur die ersten ${number(total)} Konten konnten gelesen werden.`,
    }),
  matchesOfRead: (matching: number, total: number) =>
    plural(matching, {
      one: `1 der ${number(total)} Konten, die gelesen werden konnten, passt.`,
      other: `${number(matching)} der ${number(total)} Konten, die gelesen werden konnten, passen.`,
    }),
  noneOfRead:
    'Bisher passt kein Konto, aber nicht alle konnten gelesen werden. Lesen Sie oben die übrigen.',
  readRest: 'Die übrigen lesen',
  lastTime: 'Zuletzt gewählt',
} as const

const roleChoice = {
  title: 'Wählen Sie die Berechtigungen (AWS: Berechtigungssatz)',
  hint: 'Nötig für Abrechnung, Speicher (S3) und Rollen (IAM): meist „AdministratorAccess“.',
  list: 'Berechtigungssätze',
  inAccount: (name: string, id: string) => `Im Konto ${name} (${id})`,
  lastTime: 'Zuletzt gewählt',
  otherAccount: 'Anderes Konto wählen',
} as const

/** The browser may have been signed in as a colleague. */
const someoneElse = {
  question:
    'Haben Sie andere Konten erwartet? Vielleicht ist im Browser jemand anderes angemeldet.',
  signOut: 'Als jemand anderes anmelden',
} as const

const wrongAccount = {
  who: 'Wen AWS angemeldet hat',
  otherAccount: 'Anderes Konto wählen',
  signOut: 'Als jemand anderes anmelden',
} as const

const unconfirmed = {
  title: 'Bezahlt dieses Konto die Rechnung?',
  body: 'Spot Eco braucht das Verwaltungskonto: das Konto, das die AWS-Rechnung Ihrer Organisation bezahlt. AWS hat Sie nicht lesen lassen, welches das ist; darum fragt die App Sie.',
  howToKnow: [
    'Öffnen Sie in der AWS-Konsole AWS Organizations: Ein Konto der Liste ist als „management account“ (Verwaltungskonto) gekennzeichnet. Vergleichen Sie dessen Nummer mit der Nummer oben.',
    'Oder fragen Sie in der Buchhaltung nach: Auf der Rechnung von AWS steht die Nummer des Kontos, das bezahlt.',
    'Hat Ihr Unternehmen nur ein einziges AWS-Konto, dann ist es dieses.',
  ],
  ifUnsure:
    'Wenn Sie nicht sicher sind, klären Sie es zuerst: Der Bericht eines anderen Kontos zeigt nur einen Teil der Kosten. Ihre Angabe wird im Nachweis dieses Schritts vermerkt.',
  confirm: 'Ja, dieses Konto bezahlt die Rechnung',
  otherAccount: 'Anderes Konto wählen',
} as const

const signedIn = {
  otherAccount: 'Anderes Konto wählen',
  signOut: 'Abmelden',
} as const

/** As AWS's own German documentation calls them. */
const regionNames = {
  'us-east-1': 'USA Ost (Nord-Virginia)',
  'us-east-2': 'USA Ost (Ohio)',
  'us-west-1': 'USA West (Nordkalifornien)',
  'us-west-2': 'USA West (Oregon)',
  'ca-central-1': 'Kanada (Zentral)',
  'ca-west-1': 'Kanada West (Calgary)',
  'mx-central-1': 'Mexiko (Zentral)',
  'sa-east-1': 'Südamerika (São Paulo)',
  'sa-west-1': 'Südamerika (Chile)',
  'eu-central-1': 'Europa (Frankfurt)',
  'eu-central-2': 'Europa (Zürich)',
  'eu-west-1': 'Europa (Irland)',
  'eu-west-2': 'Europa (London)',
  'eu-west-3': 'Europa (Paris)',
  'eu-north-1': 'Europa (Stockholm)',
  'eu-south-1': 'Europa (Mailand)',
  'eu-south-2': 'Europa (Spanien)',
  'me-south-1': 'Naher Osten (Bahrain)',
  'me-central-1': 'Naher Osten (VAE)',
  'me-west-1': 'Naher Osten (Saudi-Arabien)',
  'il-central-1': 'Israel (Tel Aviv)',
  'af-south-1': 'Afrika (Kapstadt)',
  'ap-east-1': 'Asien-Pazifik (Hongkong)',
  'ap-east-2': 'Asien-Pazifik (Taipeh)',
  'ap-south-1': 'Asien-Pazifik (Mumbai)',
  'ap-south-2': 'Asien-Pazifik (Hyderabad)',
  'ap-southeast-1': 'Asien-Pazifik (Singapur)',
  'ap-southeast-2': 'Asien-Pazifik (Sydney)',
  'ap-southeast-3': 'Asien-Pazifik (Jakarta)',
  'ap-southeast-4': 'Asien-Pazifik (Melbourne)',
  'ap-southeast-5': 'Asien-Pazifik (Malaysia)',
  'ap-southeast-6': 'Asien-Pazifik (Neuseeland)',
  'ap-southeast-7': 'Asien-Pazifik (Thailand)',
  'ap-northeast-1': 'Asien-Pazifik (Tokio)',
  'ap-northeast-2': 'Asien-Pazifik (Seoul)',
  'ap-northeast-3': 'Asien-Pazifik (Osaka)',
  'us-gov-east-1': 'AWS GovCloud (USA-Ost)',
  'us-gov-west-1': 'AWS GovCloud (USA-West)',
  'cn-north-1': 'China (Peking)',
  'cn-northwest-1': 'China (Ningxia)',
  'eusc-de-east-1': 'AWS European Sovereign Cloud (Deutschland)',
} as const

export const signIn: Words = {
  ...main,
  found,
  way,
  atConsole,
  goesOn,
  keys,
  profiles,
  progress,
  accountChoice,
  roleChoice,
  someoneElse,
  wrongAccount,
  unconfirmed,
  signedIn,
  regionNames,
}

/** The step in the list, in the file that asks somebody else, and what it proves. */
export const signInStep: StepWords<'sign-in'> = {
  title: 'Bei AWS anmelden',
  purpose:
    'Die App erhält eine befristete Berechtigung, die von selbst endet. Ihr Passwort und Ihren zweiten Faktor sieht sie nie.',
  ahead: {
    brief: 'Ihre Anmeldung',
    needs: 'Die Adresse Ihres AWS-Zugangsportals und Ihre eigene Anmeldung bei AWS im Browser.',
    minutes: 2,
    waits: '',
  },
  byHand: {
    title: 'AWS-Konto angeben',
    purpose:
      'Die App meldet sich nicht an. Sie arbeiten selbst in der AWS-Konsole und sagen der App, um welches Konto es geht.',
    ahead: {
      brief: 'eine Kontonummer',
      needs: 'Sie sehen in der AWS-Konsole die Nummer des Kontos nach.',
      minutes: 2,
      waits: '',
    },
  },
  request: {
    title: 'Bitte unser AWS-Konto mit Spot Eco verbinden',
    why: 'Wir möchten unser AWS-Konto mit Spot Eco verbinden, einem Dienst, der Einsparungen in der AWS-Rechnung findet. Wer diese Anfrage stellt, kann sich bei dem Konto nicht anmelden. Diese Datei beschreibt den ganzen Ablauf: Er dauert in der AWS-Konsole etwa eine Viertelstunde.',
    whom: 'Wer sich bei dem oben genannten Konto anmelden und dort einen Kostenbericht und eine IAM-Rolle anlegen darf.',
  },
  facts: {
    account: 'AWS-Konto',
    'account-name': 'Kontoname',
    'signed-in-as': 'Angemeldet als',
    'permission-set': 'Berechtigungssatz',
    'assumed-role': 'Rolle',
    'iam-user': 'IAM-Benutzer',
    'user-kind': 'Angemeldet als',
    'sign-in-way': 'Weg der Anmeldung',
    'cli-profile': 'Profil der AWS CLI',
    'management-account': 'Zahlerkonto (AWS: Verwaltungskonto)',
    organization: 'AWS-Organisation',
    'bill-payer': 'Wer die Rechnung bezahlt',
    'bill-payer-email': 'E-Mail-Adresse des Zahlerkontos',
    'bill-payer-since': 'Bezahlt seit (UTC)',
    'bill-payer-until': 'Bezahlt bis (UTC)',
    'bill-decision': 'Hier entschieden',
    'next-bill-payer': 'Wer die Rechnung später bezahlt',
    'next-bill-payer-from': 'Bezahlt ab (UTC)',
    'pays-bills-of': 'Bezahlt auch die Rechnungen von (nicht im Bericht)',
  },
}
