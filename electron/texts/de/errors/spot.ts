import type { spotErrors as english } from '../../en/errors/spot.ts'
import { quoted, say } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const ALL_VALUES =
  'in der Spot-Konsole ab: Dieser Schritt zeigt jeden Wert mit einer Schaltfläche zum Kopieren.'
const CONSOLE = `Oder schließen Sie die Registrierung ${ALL_VALUES}`
const IN_CONSOLE = `Schließen Sie die Registrierung ${ALL_VALUES}`
const ORGANIZATION_PLACE = 'in der Spot-Konsole: im Benutzermenü unter „Settings“, „Organization“.'
/** What holds whatever Spot said; half of a registration may be done by then. */
const kept = (facts: Known<'given'>): string =>
  facts.given
    ? 'Spot hat die Rolle schon; Konto und Bucket fehlen noch. Erneutes Senden macht dort weiter.'
    : 'In AWS bleibt alles, wie es ist.'
/** The way on after a pause: what was under way, with the token that is still there. */
const again = (facts: Known<'stage'>): string =>
  facts.stage === 'check'
    ? 'Warten Sie einige Minuten und prüfen Sie das Token dann erneut; die App hat es noch im Arbeitsspeicher.'
    : 'Warten Sie einige Minuten und senden Sie dann erneut; die App hat Ihr Token noch im Arbeitsspeicher.'
const KEPT = kept({})
const spotSays = (facts: Known<'message'>): string => quoted('Spot', facts.message)

/** Spot, and what Spot Support asks for. */
export const spotErrors = {
  'msp-account-invalid': () =>
    say(
      'Eine AWS-Kontonummer hat genau zwölf Ziffern.',
      'Spot Support braucht die Nummer des AWS-Kontos Ihres MSP, um Ihre Daten zu finden.',
      'Geben Sie die zwölf Ziffern ein, mit oder ohne Bindestriche, oder lassen Sie das Feld vorerst leer. Ihr MSP kennt die Nummer.',
    ),
  'spot-organization-invalid': () =>
    say(
      'Das ist nicht die ID einer Spot-Organisation.',
      'Sie enthält nur Buchstaben, Ziffern und Bindestriche. Spot Support findet damit Ihre Organisation.',
      `Sie steht ${ORGANIZATION_PLACE} Kopieren Sie sie von dort.`,
    ),
  'spot-organization-missing': () =>
    say(
      'In der Anfrage fehlt noch Ihre Spot-Organisation.',
      'Spot Support findet Ihre Organisation anhand ihrer ID. Es wurde nichts kopiert oder gesendet.',
      `Geben Sie die ID ein. Sie steht ${ORGANIZATION_PLACE}`,
    ),
  'request-not-copied': () =>
    say(
      'Die Anfrage hat die App in ihrer jetzigen Fassung noch nicht verlassen.',
      'Sie kann also nicht unterwegs sein. Haben Sie etwas daran geändert, sagt die früher kopierte Fassung etwas anderes.',
      'Kopieren Sie die Anfrage oder öffnen Sie sie als E-Mail, senden Sie sie und bestätigen Sie es dann hier.',
    ),
  'spot-token-missing': () =>
    say(
      'Geben Sie Ihr Spot-API-Token ein.',
      'Die App verwendet es nur, um dieses Konto bei Spot zu registrieren, und vergisst es danach.',
      `Ein Token legen Sie in der Spot-Konsole an (im Benutzermenü unter „Settings“, „API“). ${CONSOLE}`,
    ),
  'spot-token-wrong': (facts) =>
    say(
      'Spot nimmt dieses Token nicht an.',
      `Es enthält einen Tippfehler, ist abgelaufen oder wurde zurückgezogen; die App hat es vergessen. ${kept(facts)}`,
      `Kopieren Sie es noch einmal ohne Leerzeichen, oder legen Sie in der Spot-Konsole ein neues an. ${CONSOLE}`,
    ),
  'spot-no-accounts': () =>
    say(
      'Dieses Token gibt zu keinem Spot-Konto Zugang.',
      `Spot kennt das Token, aber es hat auf kein Konto Zugriff. ${KEPT}`,
      `Bitten Sie die Administration Ihrer Spot-Organisation um Zugriff und prüfen Sie das Token erneut. Oder verwenden Sie das Token einer Person, die Zugriff hat. ${CONSOLE}`,
    ),
  'spot-account-unknown': (facts) =>
    say(
      `${facts.account ? `Das Spot-Konto ${facts.account}` : 'Das gewählte Spot-Konto'} gehört nicht zu denen dieses Tokens.`,
      `An Spot wurde nichts gesendet. ${KEPT}`,
      'Wählen Sie ein Konto aus der Liste.',
    ),
  'spot-wrong-organization': (facts) =>
    say(
      'Dieses Token gehört zu einer anderen Spot-Organisation.',
      `Es gehört zu ${facts.found ? `der Organisation ${facts.found}` : 'einer anderen'}; früher eingegeben wurde ${facts.told || 'eine andere'}. An Spot wurde nichts gesendet. ${KEPT}`,
      'Verwenden Sie ein Token der richtigen Organisation: Wechseln Sie in der Spot-Konsole die Organisation, bevor Sie es anlegen. Ist die früher eingegebene ID falsch, berichtigen Sie sie und prüfen Sie das Token dann erneut.',
    ),
  'spot-denied': (facts) =>
    say(
      facts.stage === 'check'
        ? 'Spot erlaubt es mit diesem Token nicht, die vorhandenen Konten zu lesen.'
        : 'Spot erlaubt es mit diesem Token nicht, ein AWS-Konto zu verbinden.',
      `${kept(facts)}${spotSays(facts)}`,
      `Bitten Sie die Administration Ihrer Spot-Organisation, es zu tun oder Ihnen das Recht dazu zu geben. ${facts.stage === 'check' ? 'Prüfen Sie das Token dann erneut' : 'Senden Sie dann erneut'}: Die App hat das Token noch im Arbeitsspeicher. ${CONSOLE}`,
    ),
  'spot-throttled': (facts) =>
    say(
      'Spot verlangt längere Pausen zwischen den Anfragen.',
      kept(facts),
      `${again(facts)} ${CONSOLE}`,
    ),
  'spot-down': (facts) =>
    say('Der Dienst von Spot ist zurzeit gestört.', kept(facts), `${again(facts)} ${CONSOLE}`),
  'spot-rejected': (facts) =>
    say(
      facts.stage === 'check'
        ? 'Spot hat nicht mitgeteilt, zu welchen Konten dieses Token Zugang gibt.'
        : 'Spot hat die Registrierung nicht angenommen.',
      `${kept(facts)}${spotSays(facts)}`,
      `${facts.stage === 'check' ? `Prüfen Sie das Token erneut, oder verwenden Sie ein anderes. ${CONSOLE}` : IN_CONSOLE} Wird sie auch dort abgelehnt, senden Sie die technischen Angaben unten an Spot Support.`,
    ),
  'spot-not-offered': (facts) =>
    say('Spot bietet diese Art der Registrierung für Ihr Konto nicht an.', kept(facts), IN_CONSOLE),
  'spot-role-not-visible': (facts) =>
    say(
      'Spot kann die neue Rolle noch nicht verwenden.',
      `Es dauert etwas, bis eine neue Rolle überall in AWS bekannt ist, und die App hat schon gewartet.${spotSays(facts)} ${KEPT}`,
      `${again({})} ${CONSOLE}`,
    ),
  'spot-already-registered': (facts) =>
    say(
      'Spot hat für dieses AWS-Konto schon eine Rolle.',
      `Jemand hat das Konto früher verbunden. Mit welcher Rolle, teilt Spot nicht mit, und es hat daran nichts geändert.${spotSays(facts)} ${KEPT}`,
      'Sehen Sie in der Spot-Konsole unter „Eco“ nach, welche Rolle verwendet wird. Ist es die hier gezeigte, bestätigen Sie unten, dass Sie dort fertig sind. Ist es eine andere, ersetzen Sie sie in der Konsole oder bitten Sie Spot Support darum.',
    ),
  'spot-reply-unreadable': (facts) =>
    say(
      'Die Antwort von Spot war nicht zu verstehen.',
      `Vielleicht hat Spot seinen Dienst geändert, oder die Antwort wurde unterwegs verändert. ${kept(facts)}`,
      IN_CONSOLE,
    ),
} satisfies Sentences<typeof english>
