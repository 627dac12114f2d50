import { namespaceOf } from '../../../contract/bucket-namespace.ts'
import type { awsErrors as english } from '../../en/errors/aws.ts'
import { costReport } from '../cost-report.ts'
import { capital, fact, named, quoted, say, when } from './sentence.ts'
import type { Known, Sentences } from './sentence.ts'

const action = (facts: Known<'action'>): string => fact(facts, 'action', 'diese Aktion')
/** The permission that an action needs, in the nominative or accusative. */
const permission = (facts: Known<'action'>): string =>
  facts.action ? `die Berechtigung ${facts.action}` : 'diese Berechtigung'
const on = (facts: Known<'resource'>): string =>
  facts.resource && facts.resource !== '*' ? ` für ${facts.resource}` : ''
const refused = (facts: Known<'action' | 'resource'>): string =>
  `AWS hat ${action(facts)}${on(facts)} abgelehnt`
const UNCHANGED = 'AWS hat nur diese eine Anfrage abgelehnt; sie hat nichts geändert.'
const OTHERWISE =
  'Oder lassen Sie diesen Schritt von einer Person ausführen, die diese Berechtigung hat.'

/** In the dative, what the person is signed in as, with its name where AWS told it. */
const toHolder = (facts: Known<'holder' | 'holderName'>): string => {
  switch (facts.holder) {
    case 'permission-set':
      return named(facts, 'holderName', 'dem Berechtigungssatz', 'Ihrem Berechtigungssatz')
    case 'role':
      return named(facts, 'holderName', 'der Rolle', 'Ihrer Rolle')
    case 'user':
      return named(facts, 'holderName', 'dem IAM-Benutzer', 'Ihrem IAM-Benutzer')
    case 'federated-user':
      return named(facts, 'holderName', 'dem Verbundbenutzer', 'Ihrem Verbundbenutzer')
    case 'root':
      return 'dem Root-Benutzer'
    default:
      return 'Ihrem Berechtigungssatz'
  }
}

/**
 * Who can change what the person may do: that depends on what they are signed in as. Nominative and
 * accusative are the same; as most end in a clause, a comma, a colon or the end has to follow.
 */
const keeper = (facts: Known<'account' | 'holder'>): string => {
  switch (facts.holder) {
    case 'permission-set':
      return 'die Person, die IAM Identity Center verwaltet'
    case 'role':
    case 'user':
      return `die Person, die IAM${when(facts.account, (id) => `im Konto ${id}`)} verwaltet`
    case 'federated-user':
      return 'die Person, die das System verwaltet, über das Sie sich bei AWS anmelden'
    case 'root':
      return 'die Person, die Ihre AWS-Organisation verwaltet'
    default:
      return 'Ihre AWS-Administration'
  }
}
/** What a company may have decided about the names of new buckets: AWS does not say which rule refused. */
const newBucketName = (facts: Known<'action' | 'resource' | 'reason'>): string => {
  if (facts.action !== 's3:CreateBucket') return ''
  const { regional, global } = costReport.newReport.kinds
  const tags =
    facts.reason === 'untold'
      ? ' Für die Tags des Buckets ist außerdem s3:TagResource erforderlich.'
      : ''
  if (!facts.resource)
    return ` Manche Unternehmen erlauben neue Buckets nur mit einer Art von Namen: Das Formular für einen neuen Bericht bietet beide Arten an.${tags}`
  return namespaceOf(facts.resource)
    ? ` Manche Unternehmen verbieten Buckets im eigenen Namensraum des Kontos. Gilt das für Ihres, wählen Sie für den Bericht „${global.label}“.${tags}`
    : ` Manche Unternehmen erlauben neue Buckets nur im eigenen Namensraum des Kontos. Gilt das für Ihres, wählen Sie für den Bericht „${regional.label}“.${tags}`
}
const policyNamed = (facts: Known<'policy'>): string =>
  when(facts.policy, (arn) => `AWS nennt diese Richtlinie: ${arn}.`)
const request = (facts: Known<'operation'>): string =>
  when(facts.operation, (operation) => `„${operation}“`)
const awsSays = (facts: Known<'message'>): string => quoted('AWS', facts.message)

/** What AWS can answer to every request. */
export const awsErrors = {
  'aws-denied': (facts) => {
    switch (facts.reason) {
      case 'encoded':
        return say(
          `${refused(facts)} und den Grund nur verschlüsselt angegeben.`,
          `${UNCHANGED} Der verschlüsselte Grund steht in den technischen Angaben unten. Meist fehlt die Berechtigung.`,
          `Senden Sie ihn an ${keeper(facts)}: Mit „aws sts decode-authorization-message“ lässt er sich lesen. ${OTHERWISE}${newBucketName(facts)}`,
        )
      case 'told':
        return say(
          `${refused(facts)}. ${facts.because ? `Der Grund (englisch): „${facts.because}“.` : 'AWS hat dafür einen eigenen Grund.'}`,
          `${UNCHANGED} Der Grund stammt von AWS selbst. ${capital(toHolder(facts))} fehlt nicht nur eine Berechtigung; eine zusätzliche hilft deshalb vielleicht nicht.`,
          `Geben Sie diesen Grund weiter an ${keeper(facts)}. ${OTHERWISE}`,
        )
      case 'untold':
        return say(
          `${refused(facts)} und keinen Grund angegeben.`,
          `${UNCHANGED} Meist fehlt ${toHolder(facts)} die Berechtigung. Auch eine Richtlinie der Ressource oder Ihrer Organisation kann die Ursache sein.`,
          `Fragen Sie ${keeper(facts)}, ob ${toHolder(facts)} ${permission(facts)} fehlt. ${OTHERWISE}${newBucketName(facts)}`,
        )
      default:
        return say(
          `${refused(facts)}: ${capital(toHolder(facts))} fehlt diese Berechtigung.`,
          UNCHANGED,
          `Bitten Sie ${keeper(facts)}, ${toHolder(facts)} ${permission(facts)} zu geben. ${OTHERWISE}${newBucketName(facts)}`,
        )
    }
  },
  'aws-denied-explicit': (facts) =>
    say(
      `${refused(facts)}: Eine Richtlinie verbietet es ${toHolder(facts)}.`,
      `${UNCHANGED} Ein Verbot geht jeder Berechtigung vor. Eine zusätzliche hilft deshalb nicht.${policyNamed(facts)}`,
      `Bitten Sie ${keeper(facts)}, ${action(facts)} von der „Deny“-Anweisung auszunehmen. ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-scp': (facts) =>
    say(
      `${refused(facts)}: Eine Richtlinie Ihrer AWS-Organisation (Service- oder Ressourcen-Kontrollrichtlinie) verbietet es.`,
      `${UNCHANGED} Solche Richtlinien gelten nie für das Verwaltungskonto. ${facts.account ? `Das Konto ${facts.account}` : 'Das Konto, in dem Sie angemeldet sind,'} ist also ein Mitgliedskonto oder das falsche Konto, jedenfalls nicht das, das die Rechnung bezahlt.${policyNamed(facts)}`,
      `Prüfen Sie, in welchem Konto Sie angemeldet sind, und wählen Sie das Verwaltungskonto. Ist ein Mitgliedskonto richtig, wie bei Kunden eines MSP, bitten Sie die Person, die Ihre AWS-Organisation verwaltet, um eine Ausnahme.${newBucketName(facts)}`,
    ),
  'aws-denied-resource-policy': (facts) =>
    say(
      `${refused(facts)}: Die Richtlinie der Ressource selbst verbietet es.`,
      `${UNCHANGED} Es hilft nicht, ${toHolder(facts)} weitere Berechtigungen zu geben.`,
      'Bitten Sie die Person, der die Ressource gehört (bei einem Bucket die Person, die seine Richtlinie geschrieben hat), es zu erlauben. Oder wählen Sie eine andere Ressource.',
    ),
  'aws-denied-boundary': (facts) =>
    say(
      `${refused(facts)}: Es liegt außerhalb der Berechtigungsgrenze, die ${toHolder(facts)} gesetzt ist.`,
      `${UNCHANGED} Eine Berechtigungsgrenze beschränkt, was Berechtigungen bewirken können. Eine zusätzliche Berechtigung allein hilft deshalb nicht.${policyNamed(facts)}`,
      `Bitten Sie ${keeper(facts)}, ${action(facts)} in die Berechtigungsgrenze aufzunehmen. ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-session-policy': (facts) =>
    say(
      `${refused(facts)}: Die Richtlinie dieser Anmeldesitzung schließt es aus.`,
      `${UNCHANGED} Eine Sitzungsrichtlinie schränkt ein, was ${toHolder(facts)} erlaubt ist, solange die Sitzung dauert.${policyNamed(facts)}`,
      `Melden Sie sich ohne diese Einschränkung neu an. Ist sie Ihnen vorgegeben, bitten Sie die Stelle, die Ihren Zugang ausgestellt hat, ${action(facts)} aufzunehmen. ${OTHERWISE}${newBucketName(facts)}`,
    ),
  'aws-denied-endpoint-policy': (facts) =>
    say(
      `${refused(facts)}: Die private Verbindung Ihres Unternehmens zu AWS (VPC-Endpunkt) lässt es nicht durch.`,
      `${UNCHANGED} Die Richtlinie gehört zum Netzwerk. Es hilft deshalb nicht, ${toHolder(facts)} weitere Berechtigungen zu geben.`,
      `Bitten Sie Ihre IT-Abteilung, ${action(facts)} in die Richtlinie des VPC-Endpunkts aufzunehmen. Oder versuchen Sie es erneut aus einem Netzwerk, das ihn nicht nutzt.`,
    ),
  'aws-credentials-expired': () =>
    say(
      'AWS meldet, dass der befristete Zugang abgelaufen ist, auch nachdem er erneuert wurde.',
      'Vielleicht hat die Administration Ihre Anmeldung beendet, oder die Uhr dieses Computers geht falsch.',
      'Prüfen Sie Datum und Uhrzeit dieses Computers und melden Sie sich dann neu an. Die Checkliste macht dort weiter, wo sie stehen geblieben ist.',
    ),
  'aws-credentials-invalid': () =>
    say(
      'AWS hat den befristeten Zugang dieser Sitzung nicht angenommen.',
      'Vielleicht wurde er entzogen, oder etwas verändert die Anfragen unterwegs, wie es manche Proxys tun.',
      'Melden Sie sich neu an. Bleibt es dabei, fragen Sie Ihre IT-Abteilung, ob ein Proxy die Anfragen an AWS umschreibt.',
    ),
  'aws-account-inactive': () =>
    say(
      'AWS meldet, dass dieses Konto für den Dienst nicht vollständig freigeschaltet ist.',
      'Neue, gesperrte oder geschlossene Konten können nicht jeden Dienst nutzen.',
      'Bitten Sie die Person, der das Konto gehört, in der AWS-Konsole die Freischaltung abzuschließen oder offene Rechnungen zu bezahlen.',
    ),
  'aws-throttled': () =>
    say(
      'AWS verlangt längere Pausen zwischen den Anfragen, auch nach mehreren Versuchen.',
      'Vielleicht nutzen andere Programme dasselbe Konto gerade stark. Was bisher erledigt ist, bleibt erhalten.',
      'Warten Sie einige Minuten und prüfen Sie dann erneut.',
    ),
  'aws-unavailable': (facts) =>
    say(
      `AWS hatte eine eigene Störung${when(facts.service, (service) => `im Dienst „${service}“`)}, auch nach mehreren Versuchen.`,
      'Ihr Konto und Ihre Berechtigungen sind nicht die Ursache. Was bisher erledigt ist, bleibt erhalten.',
      'Warten Sie einige Minuten und prüfen Sie dann erneut. Größere Störungen meldet AWS unter https://health.aws.amazon.com.',
    ),
  'aws-clock-skew': () =>
    say(
      'Die Uhr dieses Computers weicht zu stark von der Uhr von AWS ab.',
      'Zum Schutz vor Missbrauch nimmt AWS Anfragen nur an, wenn ihre Uhrzeit auf wenige Minuten stimmt.',
      'Lassen Sie die Uhrzeit in den Einstellungen dieses Computers automatisch festlegen und prüfen Sie dann erneut.',
    ),
  'aws-wrong-region': (facts) =>
    say(
      `Das, worum es in der Anfrage geht, liegt in einer anderen AWS-Region${when(facts.region, (region) => `(${region})`)}.`,
      `Eco braucht den Bericht und seinen Bucket in us-east-1 (Nord-Virginia). ${UNCHANGED}`,
      'Geht es um einen Bucket, wählen Sie einen in us-east-1 oder lassen Sie die App einen neuen anlegen. Andernfalls fragen Sie Ihre IT-Abteilung, ob ein Proxy Anfragen an AWS umleitet.',
    ),
  'aws-principal-unknown': (facts) =>
    say(
      `IAM kann nicht im Voraus sagen, was ${facts.principal ? `für ${facts.principal}` : 'bei dieser Art der Anmeldung'} erlaubt ist.`,
      'AWS beantwortet diese Frage nur für eigene Rollen und Benutzer. An Ihrer Anmeldung ist nichts falsch.',
      'Machen Sie weiter: Jeder Schritt stellt selbst fest, was AWS erlaubt.',
    ),
  'aws-value-refused': (facts) =>
    say(
      `AWS nimmt einen Wert in der Anfrage${request(facts)} nicht an.`,
      `${UNCHANGED}${awsSays(facts)}`,
      'Vergleichen Sie Ihre Eingaben in diesem Schritt mit dem, was AWS meldet, und berichtigen Sie sie. Ist daran nichts falsch, senden Sie die technischen Angaben unten an Spot Support: Dann muss die App berichtigt werden.',
    ),
  'aws-operation-unknown': (facts) =>
    say(
      `AWS kennt die Anfrage${request(facts)} nicht oder bietet sie hier nicht an.`,
      `${UNCHANGED} Vielleicht hat AWS den Dienst geändert, seit es diese Version der App gibt.`,
      'Suchen Sie nach einer neueren Version dieser App, oder erledigen Sie diesen Schritt von Hand.',
    ),
  'aws-request-damaged': (facts) =>
    say(
      `Die Anfrage${request(facts)} kam bei AWS nicht so an, wie die App sie gesendet hat: unvollständig, zu spät oder verändert.`,
      `${UNCHANGED} Ursache können Proxys und Sicherheitsprogramme sein, die den Datenverkehr untersuchen, oder eine schlechte Verbindung.`,
      'Prüfen Sie erneut. Bleibt es dabei, versuchen Sie es in einem anderen Netzwerk oder fragen Sie Ihre IT-Abteilung, ob ein Proxy die Anfragen an AWS verändert.',
    ),
  'aws-conflict': () =>
    say(
      'Im selben Moment wurde dasselbe in AWS von anderer Seite geändert.',
      `${UNCHANGED} Die andere Änderung bleibt, wie sie ist.`,
      'Warten Sie eine Minute und prüfen Sie dann erneut.',
    ),
  'aws-rejected': (facts) =>
    say(
      `AWS hat die Anfrage${request(facts)} nicht angenommen${when(facts.awsCode, (code) => `(${code})`)}.`,
      `Sie hat nichts geändert.${awsSays(facts)}${when(facts.requestId, (id) => `Die Anfrage-ID von AWS ist ${id}.`)}`,
      'Prüfen Sie Ihre Eingaben in diesem Schritt. Ist daran nichts falsch, senden Sie die technischen Angaben unten an Ihre AWS-Administration.',
    ),
  'aws-reply-unreadable': (facts) =>
    say(
      `Die Antwort von AWS${when(facts.service, (service) => `(${service})`)} war nicht zu verstehen.`,
      'Vielleicht wurde sie unterwegs verändert, oder AWS hat den Dienst geändert. Die App rät nicht, was gemeint war.',
      'Prüfen Sie erneut. Bleibt es dabei, suchen Sie nach einer neueren Version dieser App oder erledigen Sie diesen Schritt von Hand.',
    ),
  'aws-reply-endless': (facts) =>
    say(
      `Eine Liste von AWS${when(facts.service, (service) => `(${service})`)} nimmt kein Ende.`,
      `${facts.pages ? `Nach ${facts.pages} Seiten kam noch eine weitere oder wieder dieselbe. ` : ''}Eine unvollständige Liste wird nie verwendet. Was bisher erledigt ist, bleibt erhalten.`,
      'Prüfen Sie erneut. Bleibt es dabei, erledigen Sie diesen Schritt von Hand und senden Sie die technischen Angaben an Ihre IT-Abteilung.',
    ),
} satisfies Sentences<typeof english>
