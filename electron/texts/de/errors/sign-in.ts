import type { signInErrors as english } from '../../en/errors/sign-in.ts'
import { signIn } from '../sign-in.ts'
import { fact, quoted, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const EXAMPLE = 'https://d-1234567890.awsapps.com/start'
const portal = (facts: Known<'startUrl'>): string => fact(facts, 'startUrl', 'dieses Portal')
const ofPortal = (facts: Known<'startUrl'>): string => fact(facts, 'startUrl', 'diesem Portal')
const region = (facts: Known<'region'>): string => fact(facts, 'region', 'dieser Region')
const UNTOUCHED = 'Es wurde niemand angemeldet und in AWS nichts geändert.'
const ASKED_ONCE =
  'Es ist keine Adresse von AWS. Deshalb hat die App dort einmal nachgefragt, wohin sie führt.'
const entered = (facts: Known<'value'>): string =>
  when(facts.value, (value) => `Sie haben „${value}“ eingegeben.`)
const typed = (facts: Known<'value'>): string =>
  facts.value ? `Sie haben „${facts.value}“ eingegeben.` : 'Das Feld ist leer.'
const address = (facts: Known<'value'>): string =>
  facts.value ? `„${facts.value}“` : 'Diese Adresse'
const TO_ACCOUNTS = `Öffnen Sie die Adresse in Ihrem Browser, gehen Sie weiter, bis Sie die AWS-Konten sehen, und kopieren Sie die Adresse dieser Seite, zum Beispiel ${EXAMPLE}.`

/** Signing in, and choosing account and permission set. */
export const signInErrors = {
  'start-url-empty': () =>
    say(
      'Geben Sie die Adresse Ihres AWS-Zugangsportals ein.',
      'Das ist die Seite, auf der Sie nach der Anmeldung ein AWS-Konto wählen.',
      `Sie sieht aus wie ${EXAMPLE}. Ihre AWS-Administration kennt sie, und sie steht in der Einladungs-E-Mail.`,
    ),
  'start-url-scheme': () =>
    say(
      'Die Adresse muss mit https:// beginnen.',
      'Anmeldeseiten von AWS sind nur über eine geschützte Verbindung erreichbar.',
      `Geben Sie die Adresse so ein, wie sie in Ihrem Browser steht, zum Beispiel ${EXAMPLE}.`,
    ),
  'start-url-host': (facts) =>
    say(
      'Das ist nicht die Adresse eines AWS-Zugangsportals.',
      `Die Adresse der AWS-Konsole (console.aws.amazon.com) und Anmeldeseiten einzelner Konten funktionieren hier nicht.${entered(facts)}`,
      `Geben Sie die Adresse des Zugangsportals Ihres Unternehmens ein, zum Beispiel ${EXAMPLE} oder https://your-company.awsapps.com/start.`,
    ),
  'start-url-console': (facts) =>
    say(
      'Das ist eine Adresse der AWS-Konsole, nicht die eines Zugangsportals.',
      `Die Konsole öffnet sich, nachdem Sie ein Konto gewählt haben. Die App braucht die Seite davor, auf der Sie es wählen.${entered(facts)}`,
      `Öffnen Sie das Zugangsportal Ihres Unternehmens und kopieren Sie die Adresse dieser Seite, zum Beispiel ${EXAMPLE}. Haben Sie kein Portal, wählen Sie oben „${signIn.way.ways.console.label}“.`,
    ),
  'start-url-passing': () =>
    say(
      'Das ist eine Seite, die AWS unterwegs zeigt, nicht das Zugangsportal selbst.',
      'Ihre Adresse gehört zu einer einzigen Anmeldung und funktioniert danach nicht mehr. Die App braucht die Adresse der Seite, auf der Sie ein AWS-Konto wählen.',
      `Führen Sie die Anmeldung dort zu Ende, bis Sie Ihre AWS-Konten sehen, und kopieren Sie die Adresse dieser Seite, zum Beispiel ${EXAMPLE}.`,
    ),
  'start-url-personal': () =>
    say(
      'Das ist die Seite für eine persönliche AWS Builder ID, nicht das Zugangsportal Ihres Unternehmens.',
      'Eine Builder ID dient für Entwicklungswerkzeuge von AWS und für Schulungen. Dahinter steht kein AWS-Konto eines Unternehmens.',
      `Geben Sie die Adresse des Zugangsportals Ihres Unternehmens ein, zum Beispiel ${EXAMPLE}. Ihre AWS-Administration kennt sie, und sie steht in der Einladungs-E-Mail.`,
    ),
  'start-url-email': (facts) =>
    say(
      'Das ist eine E-Mail-Adresse, nicht die Adresse einer Webseite.',
      `Nach Ihrer E-Mail-Adresse fragt AWS im Browser, nicht hier.${entered(facts)}`,
      `Geben Sie die Adresse Ihres AWS-Zugangsportals ein, zum Beispiel ${EXAMPLE}. Sie steht in der E-Mail, mit der Sie zu AWS eingeladen wurden.`,
    ),
  'start-url-private': (facts) =>
    say(
      'Diese Adresse liegt in einem privaten Netzwerk.',
      `Ein AWS-Zugangsportal liegt im Internet, und in Ihrem Netzwerk fragt die App nicht nach.${entered(facts)}`,
      `Geben Sie die Adresse ein, unter der Sie ein AWS-Konto wählen, zum Beispiel ${EXAMPLE}. Ihre AWS-Administration sieht sie auf der Seite „Settings“ (Einstellungen) von IAM Identity Center.`,
    ),
  'start-url-unreachable': (facts) =>
    say(
      `${address(facts)} war nicht erreichbar.`,
      `${ASKED_ONCE} Es kam keine Antwort.`,
      `Vergleichen Sie die Adresse mit der in Ihrem Browser: Ein Portal von AWS sieht aus wie ${EXAMPLE}. Ist es eine eigene Adresse Ihres Unternehmens, die sich in Ihrem Browser öffnet, gehen Sie dort weiter, bis Sie die AWS-Konten sehen, und kopieren Sie die Adresse dieser Seite.`,
    ),
  'start-url-leads-nowhere': (facts) =>
    say(
      `${address(facts)} führt nicht zu einem AWS-Zugangsportal.`,
      `${ASKED_ONCE} Geantwortet hat eine eigene Seite dieser Adresse.`,
      TO_ACCOUNTS,
    ),
  'start-url-leads-elsewhere': (facts) =>
    say(
      `${address(facts)} führt zu einer Seite, die kein AWS-Zugangsportal ist.`,
      `${ASKED_ONCE}${when(facts.host, (host) => `Sie führt zu „${host}“, und dorthin folgt ihr die App nicht.`)}`,
      TO_ACCOUNTS,
    ),
  'start-url-invalid': (facts) =>
    say(
      'Das ist keine Webadresse.',
      typed(facts),
      `Kopieren Sie die Adresse Ihres AWS-Zugangsportals aus Ihrem Browser, zum Beispiel ${EXAMPLE}.`,
    ),
  'region-unknown': (facts) =>
    say(
      `${facts.region ? `„${facts.region}“` : 'Das'} ist keine AWS-Region mit einem Anmeldedienst.`,
      'Die Region ist der Ort, an dem die Anmeldung Ihres Unternehmens (IAM Identity Center) eingerichtet ist.',
      'Wählen Sie eine aus der Liste, zum Beispiel us-east-1 oder eu-west-1. Ihre AWS-Administration weiß, welche es ist.',
    ),
  'not-signed-in': () =>
    say(
      'Sie sind nicht bei AWS angemeldet.',
      'Dieser Schritt liest aus AWS und braucht dafür Ihre Anmeldung. Was bisher erledigt ist, bleibt erhalten.',
      'Melden Sie sich an. Die Checkliste macht dort weiter, wo sie stehen geblieben ist.',
    ),
  'sign-in-ended': () =>
    say(
      'Ihre Anmeldung bei AWS ist beendet.',
      'Anmeldungen gelten nur einige Stunden, und die Administration kann sie beenden. Was bisher erledigt ist, bleibt erhalten, und was AWS begonnen hat, geht weiter.',
      'Melden Sie sich neu an. Dieser Schritt macht dort weiter, wo er stehen geblieben ist.',
    ),
  'sign-in-denied': () =>
    say(
      'Die Anmeldung wurde auf der Seite von AWS abgelehnt.',
      `Jemand hat auf „Deny“ (Ablehnen) geklickt, oder Ihr Unternehmen erlaubt diese App nicht. ${UNTOUCHED}`,
      'Melden Sie sich neu an und klicken Sie auf „Allow“ (Zulassen). Bietet die Seite das nicht an, fragen Sie Ihre AWS-Administration.',
    ),
  'sign-in-timeout': () =>
    say(
      'Die Anmeldung wurde nicht innerhalb von zehn Minuten abgeschlossen.',
      `Zum Schutz vor Missbrauch gilt der Link nicht mehr. ${UNTOUCHED}`,
      'Beginnen Sie neu. Hat sich Ihr Browser nicht geöffnet, kopieren Sie den Link in dessen Adresszeile.',
    ),
  'sign-in-code-expired': () =>
    say(
      'Der Code ist abgelaufen, bevor er bestätigt wurde.',
      `Codes gelten nur wenige Minuten. ${UNTOUCHED}`,
      'Beginnen Sie neu, um einen neuen Code zu bekommen.',
    ),
  'sign-in-wrong-region': (facts) =>
    say(
      `AWS hat die Anmeldung in ${region(facts)} nicht erkannt.`,
      `Meist ist das nicht die Region, in der die Anmeldung Ihres Unternehmens eingerichtet ist. ${UNTOUCHED}`,
      'Wählen Sie eine andere Region und versuchen Sie es erneut: Üblich sind us-east-1, eu-west-1, us-west-2 und eu-central-1. Ihre AWS-Administration sieht sie in den Einstellungen von IAM Identity Center.',
    ),
  'sign-in-region-refused': (facts) =>
    say(
      `Bei der letzten Anfrage kannte AWS ${portal(facts)} in ${region(facts)} nicht.`,
      `Deshalb hat die App nicht noch einmal gefragt. ${UNTOUCHED}`,
      'Wählen Sie eine andere Region. Sagt Ihre AWS-Administration, dass es diese ist, lassen Sie dort noch einmal fragen.',
    ),
  'sign-in-key-refused': (facts) =>
    say(
      'Der eigene Schlüssel Ihres Unternehmens für IAM Identity Center verweigert den Zugang.',
      `IAM Identity Center von ${ofPortal(facts)} ist mit einem Schlüssel Ihres Unternehmens verschlüsselt, und AWS darf ihn zurzeit nicht verwenden.${quoted('AWS', facts.reason)} ${UNTOUCHED}`,
      'Bitten Sie die Person, die in Ihrem Unternehmen AWS KMS verwaltet, den Schlüssel wieder zu aktivieren und IAM Identity Center seine Verwendung zu erlauben. Bis dahin kann sich niemand über das Portal bei AWS anmelden.',
    ),
  'sign-in-start-url-unknown': (facts) =>
    say(
      `AWS kennt ${facts.startUrl ? `das Portal ${facts.startUrl}` : 'dieses Portal'} in ${region(facts)} nicht.`,
      `Entweder enthält die Adresse einen Tippfehler, oder sie gehört zu einer anderen Region. ${UNTOUCHED}`,
      'Vergleichen Sie die Adresse mit der in Ihrem Browser und versuchen Sie es dann mit einer anderen Region.',
    ),
  'sign-in-listener-failed': () =>
    say(
      'Dieser Computer lässt die App nicht auf die Antwort Ihres Browsers warten.',
      `Die App wartet nur auf diesem Computer, an einem eigenen Port; Sicherheitsprogramme können das verbieten. ${UNTOUCHED}`,
      'Melden Sie sich stattdessen mit einem Code oder mit eingefügten Zugriffsschlüsseln an. Oder bitten Sie Ihre IT-Abteilung, der App zu erlauben, auf 127.0.0.1 Verbindungen anzunehmen.',
    ),
  'sign-in-callback-error': (facts) =>
    say(
      'Die Anmeldeseite von AWS endete mit einem Fehler.',
      `${UNTOUCHED}${quoted('AWS', facts.description || facts.error)}`,
      'Versuchen Sie es erneut. Bleibt es dabei, prüfen Sie die Region oder fragen Sie Ihre AWS-Administration.',
    ),
  'sign-in-refused': (facts) =>
    say(
      'Der Anmeldedienst von AWS nimmt diese App nicht an.',
      `${UNTOUCHED} Vielleicht beschränkt Ihr Unternehmen, welche Anwendungen sich anmelden dürfen.${when(facts.awsCode, (code) => `Der Fehlercode von AWS: ${code}.`)}`,
      'Versuchen Sie es erneut, auch mit einer anderen Region. Bleibt es dabei, fragen Sie Ihre AWS-Administration, ob sich Anwendungen bei IAM Identity Center registrieren dürfen.',
    ),
  'sign-in-unconfirmed': () =>
    say(
      'Die Anmeldung wurde im Browser noch nicht bestätigt.',
      `AWS wartet darauf, dass jemand auf seiner Seite auf „Allow“ (Zulassen) klickt. ${UNTOUCHED}`,
      'Beginnen Sie neu und klicken Sie auf der Seite, die sich öffnet, auf „Allow“, bevor Sie zurückkommen.',
    ),
  'sign-in-link-gone': () =>
    say(
      'Der Link zur Anmeldung gilt nicht mehr.',
      `Jeder Link funktioniert einmal und zehn Minuten lang. ${UNTOUCHED}`,
      'Beginnen Sie die Anmeldung neu, um einen neuen Link zu bekommen.',
    ),
  'device-code-disabled': () =>
    say(
      'Die Anmeldung mit einem Code ist ausgeschaltet.',
      'Ihr Unternehmen oder Ihre AWS-Administration erlaubt keine Codes, weil sie für Phishing missbraucht werden.',
      'Melden Sie sich stattdessen mit Ihrem Browser auf diesem Computer an.',
    ),
  'no-accounts': (facts) =>
    say(
      'Ihnen ist kein AWS-Konto zugewiesen.',
      `Die Anmeldung hat funktioniert, aber ${portal(facts)} listet kein Konto für Sie auf. Vielleicht ist in Ihrem Browser jemand anderes angemeldet.`,
      'Prüfen Sie, wer angemeldet ist, notfalls in einem privaten Fenster. Andernfalls bitten Sie Ihre AWS-Administration, Ihnen das Verwaltungskonto zuzuweisen.',
    ),
  'no-roles': (facts) =>
    say(
      `Sie haben ${facts.account ? `im Konto ${facts.account}` : 'in dem gewählten Konto'} keinen Berechtigungssatz.`,
      'Das Konto wird Ihnen angezeigt, aber nichts legt fest, was Sie dort dürfen.',
      'Wählen Sie ein anderes Konto, oder bitten Sie Ihre AWS-Administration, Ihnen für dieses Konto einen Berechtigungssatz zuzuweisen.',
    ),
  'account-not-listed': (facts) =>
    say(
      `${facts.account ? `Das Konto ${facts.account}` : 'Das früher gewählte Konto'} gehört nicht zu denen dieser Anmeldung.`,
      `Vielleicht ist jetzt eine andere Person angemeldet.${when(facts.came, (came) => `Gemeldet wurde das Konto ${came}.`)}`,
      'Melden Sie sich als die Person an, die diese Checkliste bisher verwendet hat, oder wählen Sie ein anderes Konto.',
    ),
  'role-not-assigned': (facts) =>
    say(
      `${facts.roleName ? `Der Berechtigungssatz ${facts.roleName}` : 'Der gewählte Berechtigungssatz'} ist Ihnen ${facts.accountId ? `im Konto ${facts.accountId}` : 'in dem gewählten Konto'} nicht zugewiesen.`,
      'Vielleicht wurde er Ihnen entzogen, seit Sie ihn gewählt haben.',
      'Wählen Sie einen anderen Berechtigungssatz oder ein anderes Konto, oder bitten Sie Ihre AWS-Administration, ihn Ihnen zuzuweisen.',
    ),
  'wrong-account-member': (facts) =>
    say(
      `${facts.account ? `Das Konto ${facts.account}` : 'Das gewählte Konto'} ist Mitglied einer Organisation und nicht das Konto, das bezahlt.`,
      `Spot Eco muss mit dem Verwaltungskonto${when(facts.managementAccount, (id) => id)}${when(facts.managementEmail, (email) => `(${email})`)} verbunden werden. In AWS wurde nichts geändert.`,
      `Wählen Sie ${facts.managementAccount ? `das Konto ${facts.managementAccount}` : 'das Konto, das bezahlt'}, falls Sie Zugang dazu haben. Andernfalls bitten Sie die Person, der es gehört, diese App auszuführen oder Ihnen Zugang zu geben. Verwaltet ein MSP Ihr Konto, geben Sie das im ersten Schritt an.`,
    ),
  'account-told-other': (facts) =>
    say(
      `Sie sind ${facts.came ? `im Konto ${facts.came}` : 'in einem anderen Konto'} angemeldet, und diese Checkliste betrifft ${facts.account ? `das Konto ${facts.account}` : 'das Konto, das Sie vorher genannt haben'}.`,
      'Was für das eine Konto gewählt oder eingegeben wurde, gilt nicht für das andere. Es bleibt erhalten und ist wieder da, wenn Sie sich in jenem Konto anmelden.',
      `Melden Sie sich ${facts.account ? `im Konto ${facts.account}` : 'in dem vorher genannten Konto'} an, oder machen Sie mit ${facts.came ? `dem Konto ${facts.came}` : 'diesem'} weiter.`,
    ),
  'account-id-invalid': (facts) =>
    say(
      'Eine AWS-Kontonummer hat zwölf Ziffern.',
      typed(facts),
      'Kopieren Sie sie aus der AWS-Konsole, oben rechts, zum Beispiel 1234-5678-9012.',
    ),
} satisfies Sentences<typeof english>
