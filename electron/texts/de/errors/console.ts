import type { consoleErrors as english } from '../../en/errors/console.ts'
import { quoted, say, when } from './sentence.ts'
import type { Sentences } from './sentence.ts'

const UNTOUCHED = 'Es wurde niemand angemeldet und in AWS nichts geändert.'
const OTHER_WAYS = 'Oder wählen Sie eine andere Art der Anmeldung.'
const AN_SCP =
  'In einem Konto, das ein anderes bezahlt, kann das eine Richtlinie der AWS-Organisation sein (eine Service-Kontrollrichtlinie).'

/** Signing in as to the AWS console. */
export const consoleErrors = {
  'console-denied': () =>
    say(
      'Die Anfrage wurde auf der Seite von AWS abgelehnt.',
      `Jemand hat dort auf „Cancel“ (Abbrechen) oder „Deny“ (Ablehnen) geklickt, oder AWS erlaubt Ihnen diese Anmeldung nicht. ${UNTOUCHED}`,
      `Beginnen Sie neu und erlauben Sie die Anfrage auf der Seite von AWS; sie nennt dort die „AWS developer tools“. Lässt AWS das nicht zu, bitten Sie Ihre AWS-Administration um die AWS-Richtlinie SignInLocalDevelopmentAccess. ${OTHER_WAYS}`,
    ),
  'console-callback-error': (facts) =>
    say(
      'Die Anmeldeseite von AWS endete mit einem Fehler.',
      `${UNTOUCHED}${quoted('AWS', facts.description || facts.error)}`,
      `Beginnen Sie neu. Bleibt es dabei, fragen Sie Ihre AWS-Administration, ob Sie „aws login“ verwenden dürfen: Das ist dieselbe Anmeldung. ${OTHER_WAYS}`,
    ),
  'console-clock-wrong': () =>
    say(
      'Die Uhr dieses Computers geht offenbar falsch.',
      `AWS hat eine eben erst erstellte Anmeldung als zu alt bezeichnet. Das geschieht, wenn eine Uhr einige Minuten abweicht. ${UNTOUCHED}`,
      'Lassen Sie Datum, Uhrzeit und Zeitzone dieses Computers automatisch festlegen und beginnen Sie dann neu.',
    ),
  'console-code-expired': () =>
    say(
      'AWS nimmt diese Anmeldung nicht mehr an.',
      `Jede lässt sich nur einmal verwenden, und nur wenige Minuten lang. ${UNTOUCHED}`,
      'Beginnen Sie neu: Die Seite von AWS gibt Ihnen dann eine neue.',
    ),
  'console-code-malformed': () =>
    say(
      'Das ist nicht der Code, den die Seite von AWS zeigt.',
      'Der Code ist ein einziges langes Wort aus Buchstaben und Ziffern. Er erscheint, nachdem Sie sich auf dem anderen Gerät angemeldet haben.',
      'Kopieren Sie den ganzen Code von der Seite von AWS und fügen Sie ihn hier ein.',
    ),
  'console-code-foreign': () =>
    say(
      'Dieser Code gehört zu einer anderen Anmeldung.',
      'Er entstand über einen anderen Link als den hier gezeigten, vielleicht einen älteren. Fügen Sie nie einen Code ein, den Ihnen jemand anderes gesendet hat.',
      'Öffnen Sie den Link von dieser Seite auf dem anderen Gerät, melden Sie sich dort an und fügen Sie den Code ein, der dann erscheint.',
    ),
  'console-refused': (facts) =>
    say(
      'Der Anmeldedienst von AWS hat die Anfrage abgelehnt.',
      `${UNTOUCHED}${quoted('AWS', facts.message || facts.awsCode)}`,
      `Beginnen Sie neu. Bleibt es dabei, fragen Sie Ihre AWS-Administration. ${OTHER_WAYS}`,
    ),
  'console-not-allowed': (facts) =>
    say(
      'Sie dürfen diese Anmeldung noch nicht verwenden.',
      `AWS kennt Sie, aber Ihnen fehlt eine Berechtigung dafür, oder eine Richtlinie verbietet es. ${AN_SCP} ${UNTOUCHED}`,
      `Bitten Sie Ihre AWS-Administration um signin:AuthorizeOAuth2Access und signin:CreateOAuth2Token für den öffentlichen Client „${facts.client ?? 'localhost'}“, zum Beispiel mit der AWS-Richtlinie SignInLocalDevelopmentAccess. Verbietet es eine Richtlinie der Organisation, kann das nur die Administration ihres Verwaltungskontos aufheben. ${OTHER_WAYS}`,
    ),
  'console-renewal-not-allowed': () =>
    say(
      'AWS lässt Ihre Anmeldung nicht weiterlaufen.',
      `Eine Berechtigung dafür wurde entzogen, oder eine Richtlinie verbietet es jetzt. ${AN_SCP} Was bisher erledigt ist, bleibt erhalten, und was AWS begonnen hat, geht weiter.`,
      'Bitten Sie Ihre AWS-Administration um signin:CreateOAuth2Token für den öffentlichen Client, mit dem Sie sich angemeldet haben, zum Beispiel mit der AWS-Richtlinie SignInLocalDevelopmentAccess. Melden Sie sich dann neu oder auf andere Art an: Dieser Schritt macht dort weiter, wo er stehen geblieben ist.',
    ),
  'console-ended': () =>
    say(
      'Ihre Anmeldung bei AWS ist beendet.',
      'AWS begrenzt sie auf höchstens zwölf Stunden, und die Administration kann sie früher beenden. Was bisher erledigt ist, bleibt erhalten, und was AWS begonnen hat, geht weiter.',
      'Melden Sie sich neu an. Dieser Schritt macht dort weiter, wo er stehen geblieben ist.',
    ),
  'console-credentials-changed': () =>
    say(
      'AWS hat Ihre Anmeldung beendet, weil sich Ihr Passwort oder Ihr zweiter Faktor geändert hat.',
      'Das dient dem Schutz: Wer sich mit dem alten Passwort angemeldet hatte, ist damit abgemeldet. Was bisher erledigt ist, bleibt erhalten.',
      'Melden Sie sich mit den neuen Angaben erneut an. Haben Sie nichts geändert, informieren Sie Ihre AWS-Administration.',
    ),
  'other-partition': (facts) =>
    say(
      'Dieses Konto liegt nicht in den kommerziellen Regionen von AWS.',
      `Es liegt in einem anderen Teil von AWS${when(facts.partition, (name) => `(${name})`)}, etwa China oder GovCloud, in dem Spot Eco keine Berichte liest.`,
      'Melden Sie sich beim Verwaltungskonto in den kommerziellen Regionen von AWS an.',
    ),
} satisfies Sentences<typeof english>
