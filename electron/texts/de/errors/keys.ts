import type { keysErrors as english } from '../../en/errors/keys.ts'
import { list, plural } from '../locale.ts'
import { capital, fact, named, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const UNTOUCHED = 'Es wurde niemand angemeldet und in AWS nichts geändert.'
const GOES_ON = 'Was bisher erledigt ist, bleibt erhalten, und was AWS begonnen hat, geht weiter.'
const STEP_GOES_ON = 'Dieser Schritt macht dann dort weiter, wo er stehen geblieben ist.'
const WHERE =
  'Sie finden sie im AWS-Zugangsportal unter „Access keys“ (Zugriffsschlüssel) neben Ihrem Konto. Ohne Portal fragen Sie Ihre IT-Abteilung oder den Helpdesk.'
const ENDLESS =
  'Sie laufen nie ab: Wer sie in die Hände bekommt, kann sie verwenden, bis es jemand bemerkt.'
const LASTING = 'Kurzlebige Zugriffsschlüssel gelten zwischen einigen Minuten und einigen Stunden.'
const PARTS: Readonly<Record<string, string>> = {
  accessKeyId: 'die Zugriffsschlüssel-ID (sie beginnt mit ASIA)',
  secretAccessKey: 'der geheime Zugriffsschlüssel',
  sessionToken: 'das Sitzungstoken (das lange)',
}
/** The parts that are missing, separated by commas. */
const partsOf = (facts: Known<'missing'>): readonly string[] =>
  (facts.missing ?? '').split(',').map((part) => PARTS[part] ?? 'ein Teil')
/** The profile as the subject or, but for the dative, the object of a sentence. */
const profile = (facts: Known<'profile'>): string =>
  named(facts, 'profile', 'das Profil', 'dieses Profil')
const ofProfile = (facts: Known<'profile'>): string =>
  named(facts, 'profile', 'des Profils', 'dieses Profils')
/** The command that prints the keys of a profile. */
const exporting = (facts: Known<'profile'>): string =>
  `aws configure export-credentials${when(facts.profile, (name) => `--profile ${name}`)}`

/** Pasted short-lived keys, and profiles of the AWS CLI. */
export const keysErrors = {
  'keys-empty': () =>
    say(
      'Fügen Sie die Zugriffsschlüssel Ihres AWS-Kontos ein.',
      'Sie bestehen aus drei Teilen: Zugriffsschlüssel-ID, geheimem Zugriffsschlüssel und Sitzungstoken.',
      WHERE,
    ),
  'keys-unreadable': () =>
    say(
      'Dieser Text enthält keine AWS-Zugriffsschlüssel.',
      `Die App sucht eine Zugriffsschlüssel-ID, einen geheimen Zugriffsschlüssel und ein Sitzungstoken. ${UNTOUCHED}`,
      'Kopieren Sie den ganzen Block noch einmal, mit den Namen der Werte, oder verwenden Sie die drei Felder.',
    ),
  'keys-incomplete': (facts) =>
    say(
      plural(partsOf(facts).length, {
        one: `Es fehlt ${list(partsOf(facts))}.`,
        other: `Es fehlen ${list(partsOf(facts))}.`,
      }),
      `Kurzlebige Zugriffsschlüssel funktionieren nur mit allen drei Teilen. ${UNTOUCHED}`,
      'Kopieren Sie den ganzen Block bis zum Ende und fügen Sie ihn noch einmal ein.',
    ),
  'keys-broken': () =>
    say(
      'Die Zugriffsschlüssel in diesem Text wurden unterwegs zerteilt.',
      `Ein Fenster oder E-Mail-Programm hat Zeilenumbrüche oder eigene Zeichen eingefügt, und die App kann nicht erkennen, wo ein Schlüssel endet. ${UNTOUCHED}`,
      'Kopieren Sie die Schlüssel noch einmal von der Seite, die sie zeigt, oder setzen Sie jeden Schlüssel in einer Zeile in sein eigenes Feld.',
    ),
  'keys-several': () =>
    say(
      'Dieser Text enthält Zugriffsschlüssel für mehr als einen Zugang.',
      `Die App rät nicht, welche Sie meinen. ${UNTOUCHED}`,
      'Fügen Sie nur die Zugriffsschlüssel des Kontos ein, das Sie verbinden möchten.',
    ),
  'keys-long-lived': () =>
    say(
      'Das sind langlebige Zugriffsschlüssel (AKIA…), die diese App nicht annimmt.',
      `${ENDLESS} ${UNTOUCHED}`,
      `Verwenden Sie Zugriffsschlüssel, die mit ASIA beginnen und ein Sitzungstoken haben. ${WHERE}`,
    ),
  'keys-refused': (facts) =>
    say(
      facts.reason === 'expired'
        ? 'Diese Zugriffsschlüssel sind abgelaufen.'
        : 'AWS kennt diese Zugriffsschlüssel nicht.',
      `${facts.reason === 'expired' ? LASTING : 'Meist ging beim Kopieren ein Zeichen verloren.'} ${UNTOUCHED}`,
      'Holen Sie neue Zugriffsschlüssel, kopieren Sie sie vollständig und fügen Sie sie noch einmal ein.',
    ),
  'keys-ended': () =>
    say(
      'Die eingefügten Zugriffsschlüssel sind abgelaufen.',
      `${LASTING} ${GOES_ON}`,
      `Holen Sie neue Zugriffsschlüssel und fügen Sie sie ein. ${STEP_GOES_ON}`,
    ),
  'profile-missing': (facts) =>
    say(
      `Auf diesem Computer gibt es ${named(facts, 'profile', 'das Profil', 'dieses Profil')} der AWS CLI nicht.`,
      'Vielleicht wurde es umbenannt oder entfernt, seit die Liste erstellt wurde.',
      'Wählen Sie ein anderes Profil, oder melden Sie sich auf andere Art an. Liegt es in einem anderen Ordner, wählen Sie zuerst diesen Ordner.',
    ),
  'profile-long-lived': (facts) =>
    say(
      `${capital(profile(facts))} beruht auf langlebigen Zugriffsschlüsseln (AKIA…), die diese App nicht verwendet.`,
      `${ENDLESS} ${UNTOUCHED}`,
      'Wählen Sie ein Profil mit einer Anmeldung (aws sso login oder aws login), oder fügen Sie kurzlebige Zugriffsschlüssel ein.',
    ),
  'profile-process': (facts) =>
    say(
      `${capital(profile(facts))} bekommt seine Zugriffsschlüssel von einem anderen Programm (credential_process).`,
      `Diese App startet kein anderes Programm. ${UNTOUCHED}`,
      `Führen Sie ${exporting(facts)} selbst aus und fügen Sie ein, was der Befehl ausgibt.`,
    ),
  'profile-mfa': (facts) =>
    say(
      `${capital(profile(facts))} verlangt den Code eines MFA-Geräts.`,
      `Ein solches Profil braucht jedes Mal Ihren Code, und danach kann nur die AWS CLI selbst fragen. ${UNTOUCHED}`,
      `Führen Sie ${exporting(facts)} selbst aus und fügen Sie ein, was der Befehl ausgibt.`,
    ),
  'profile-unsupported': (facts) =>
    say(
      `${capital(profile(facts))} meldet sich auf eine Art an, die diese App nicht kennt.`,
      `Es braucht ${fact(facts, 'setting', 'Einstellungen, die fehlen oder hier nicht unterstützt werden')}. ${UNTOUCHED}`,
      `Wählen Sie ein anderes Profil. Oder führen Sie ${exporting(facts)} selbst aus und fügen Sie ein, was der Befehl ausgibt.`,
    ),
  'profile-ended': (facts) =>
    facts.silent
      ? say(
          `Die Zugangsdaten ${ofProfile(facts)} sind abgelaufen.`,
          `Eine Anmeldung mit aws login gibt Zugangsdaten für fünfzehn Minuten. Die AWS CLI erneuert sie bei ihrem nächsten Befehl von selbst, bis zu zwölf Stunden lang; die App liest nur, was die CLI gespeichert hat. ${GOES_ON}`,
          `Führen Sie in einem Terminal ${facts.silent} aus und wählen Sie das Profil dann erneut. Meldet die CLI, dass die Anmeldung beendet ist, führen Sie zuerst ${fact(facts, 'command', 'aws login')} aus. ${STEP_GOES_ON}`,
        )
      : say(
          `Die Anmeldung ${ofProfile(facts)} ist beendet, oder es gab noch keine.`,
          `Die App liest nur, was die AWS CLI gespeichert hat, und erneuert es nicht. ${GOES_ON}`,
          facts.command
            ? `Führen Sie in einem Terminal ${facts.command} aus und wählen Sie das Profil dann erneut. ${STEP_GOES_ON}`
            : `Setzen Sie neue kurzlebige Zugriffsschlüssel in das Profil ein, wie Sie es bisher getan haben, und wählen Sie es dann erneut. ${STEP_GOES_ON}`,
        ),
  'profile-refused': (facts) =>
    say(
      `AWS verweigert ${named(facts, 'profile', 'dem Profil', 'diesem Profil')} den Zugang.`,
      `AWS kennt seine Zugriffsschlüssel nicht, oder die Rolle des Profils darf damit nicht verwendet werden. ${UNTOUCHED}`,
      'Wählen Sie ein anderes Profil, melden Sie sich auf andere Art an, oder fragen Sie Ihre AWS-Administration.',
    ),
  'profile-other-account': (facts) =>
    say(
      `${capital(profile(facts))} führt jetzt in ${facts.came ? `das Konto ${facts.came}` : 'ein anderes Konto'} und nicht mehr in ${facts.account ? `das Konto ${facts.account}` : 'das zu verbindende'}.`,
      `Was seine Zugriffsschlüssel erneuert, hat die eines anderen Kontos eingesetzt. Die App hat angehalten, ohne sie zu verwenden. ${UNTOUCHED}`,
      'Stellen Sie das Profil wieder auf das richtige Konto um und wählen Sie es erneut, oder melden Sie sich auf andere Art an.',
    ),
  'profile-files-unreadable': (facts) =>
    say(
      'Die Dateien der AWS CLI auf diesem Computer lassen sich nicht lesen.',
      `${facts.file ? `Die Datei ist ${facts.file}. ` : ''}${UNTOUCHED}`,
      'Prüfen Sie, ob Sie die Datei lesen dürfen, oder melden Sie sich auf andere Art an.',
    ),
  'profile-folder-empty': (facts) =>
    say(
      `In ${fact(facts, 'folder', 'diesem Ordner')} gibt es keine Dateien der AWS CLI.`,
      `Die App sucht die Dateien „config“ und „credentials“, dort und in einem darin liegenden Ordner „.aws“. ${UNTOUCHED}`,
      'Wählen Sie den Ordner, in dem diese Dateien liegen. Wer die AWS CLI auf diesem Computer eingerichtet hat, kennt ihn.',
    ),
  'profile-too-many': (facts) =>
    say(
      `Die Dateien der AWS CLI auf diesem Computer enthalten ${facts.count ? `${facts.count} Profile` : 'sehr viele Profile'}.`,
      `Die App listet höchstens ${fact(facts, 'limit', 'einige Hundert')} auf: Unter noch mehr findet niemand das richtige. ${UNTOUCHED}`,
      'Melden Sie sich über Ihr Zugangsportal an oder fügen Sie kurzlebige Zugriffsschlüssel ein. Oder bitten Sie Ihre AWS-Administration um eine Datei mit den Profilen, die Sie verwenden.',
    ),
} satisfies Sentences<typeof english>
